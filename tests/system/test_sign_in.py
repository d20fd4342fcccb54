"""Signing in at the real windows: fire is seen behind the lock, nothing is done there, no password stays behind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from console.backends.people import Held, edited
from console.model import Account, Role
from tests.servers.xvfb import LEFT
from tests.system.process import Running
from tests.system.showing import Show, Stage
from tests.waiting import wait_until

WORD = "quietnight9"
CHEAP = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)  # as strong as a test needs
LONG_S = 30.0
HEAD = (LEFT.left + 60, 150, LEFT.left + 1000, 330)  # of the lock screen: the fire alarms


def written(folder: Path) -> bytes:
    """Every byte a run left in its folder, the accounts themselves left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "accounts.json")
    return b"".join(path.read_bytes() for path in files)


def sign_in(show: Show, word: str) -> None:
    show.press(*"li", "Tab", *word, "Return")


def test_a_fire_is_seen_behind_the_lock_and_acknowledged_once_somebody_has_signed_in(
    stage: Stage, tmp_path: Path
) -> None:
    data = tmp_path / "console" / "data"
    edited(data / "accounts.json", lambda _: (Held(Account("li", "Li Wei", Role.DISPATCHER), CHEAP.hash(WORD)),))
    show = stage.start()
    before = show.eyes.part(HEAD)
    alarm = show.fire(1)["alarm"]
    wait_until(lambda: (show.eyes.part(HEAD) != before).mean() > 0.02, LONG_S, "the fire on the lock screen")
    show.press("F2")
    sign_in(show, "wrongword")
    show.console.wait_for("SignInRefused", LONG_S)
    assert not show.console.named("AlarmAcknowledged") and not show.console.named("AlarmDisplayed")
    show.press(*WORD, "Return")
    show.console.wait_for("PersonSignedIn", LONG_S, person="li", position="desk-1", how="password")
    show.console.wait_for("AlarmDisplayed", LONG_S, alarm=alarm)
    show.press("F2")
    show.console.wait_for("AlarmAcknowledged", LONG_S, alarm=alarm, by="li", position="desk-1")
    show.console.kill()
    assert WORD.encode() not in written(tmp_path / "console") and b"wrongword" not in written(tmp_path / "console")
    after = len(show.console.events())
    again = stage.start()
    again.console.wait_for("PersonSignedIn", LONG_S, after=after, person="li", how="restart")
    assert not again.console.named("SeatUnlocked")


@pytest.mark.long
def test_the_demo_seats_its_people_and_keeps_their_passwords_to_itself(tmp_path: Path) -> None:
    with Running(tmp_path / "demo", "--headless", "--quiet") as demo:
        demo.start("demo")
        demo.wait_for("PersonSignedIn", person="li", how="demo")
        assert demo.stop() == 0
    lines = (demo.data / "demo-passwords.txt").read_text(encoding="utf-8").split()
    assert lines[::2] == ["li", "chan", "ng"]
    journal = demo.data / "journal.sqlite"
    with closing(sqlite3.connect(journal)) as opened:
        kinds = [kind for (kind,) in opened.execute("SELECT kind FROM entry WHERE stream LIKE 'seat/%' ORDER BY id")]
    assert kinds == ["PersonSignedIn", "PersonSignedOut"]
    told = demo.log.read_bytes() + demo.stderr.read_bytes() + journal.read_bytes()
    assert [word for word in lines[1::2] if word.encode() in told] == []
