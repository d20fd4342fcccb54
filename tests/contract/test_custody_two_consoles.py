"""Two consoles look after one record: a day has one seal, what is old goes once, and everything left still verifies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import main
from console.announce import Announcer
from console.app import Console
from console.backends.store.database import JOURNAL_FILE
from console.backends.store.sql import SqlStore
from console.clock import Clock
from console.config.schema import Config, JournalConfig
from console.custody import desk
from console.housekeeping import look_after
from console.inbox import Inbox
from console.keeping import Keeping
from console.model import Seat
from tests.contract.seats import Seat as Writing
from tests.contract.seats import entry
from tests.unit.dispatch_room import SITE
from tests.unit.test_console import ListFeed
from tests.waiting import wait_until

DAY_MS = 86_400_000
CONFIG = Config(
    path=Path("config.toml"), site=Path("site"),
    journal=JournalConfig(keep_days=400, evidence_days=200, voice_days=200),
)  # fmt: skip
BURST = "voice/2020/01/01/b.mka"


class Position:
    """A console with a Keeper of its own, on a data folder others share."""

    def __init__(self, data: Path, name: str) -> None:
        self.clock, self.inbox, self.log = Clock(), Inbox(), StringIO()
        self.store = SqlStore(data / JOURNAL_FILE, name, self.inbox, self.clock, lambda _: None)
        self.store.open()
        self.console = Console(
            seat=Seat(name, name), site=SITE, clock=self.clock, announcer=Announcer(self.clock, self.log),
            store=self.store, stale_after_s=lambda _point: 36_000,
        )  # fmt: skip
        self.keeping = Keeping(data / "kept", self.inbox, self.clock)
        self.keeper = look_after(self.console, CONFIG, data, self.inbox, self.keeping)
        self.console.start(ListFeed())

    def turn(self) -> None:
        self.clock.run_due()
        self.inbox.drain(self.console.handle, self.console.failed, 100)

    def stop(self) -> None:
        self.keeper.stop()
        self.store.stop()
        self.keeping.close()

    def events(self, name: str) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A run of long ago, and a burst that was spoken in it."""
    folder = tmp_path / "data"
    (folder / BURST).parent.mkdir(parents=True)
    (folder / BURST).write_bytes(b"spoken")
    long_ago = Clock().now_ms() - 500 * DAY_MS
    with Writing(folder / JOURNAL_FILE, "desk-0") as old:
        old.save(*(replace(entry(f"alarm/a#x/{number}", 1), t_ms=long_ago) for number in range(1, 30)))
    return folder


@pytest.fixture
def consoles(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Position, Position]]:
    monkeypatch.setattr(desk, "FIRST_MS", 0)
    first, second = Position(data, "desk-1"), Position(data, "desk-2")
    yield first, second
    first.stop()
    second.stop()


def test_of_two_consoles_one_seals_the_day_and_lets_go_what_is_old(
    consoles: tuple[Position, Position], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def all_is_done() -> bool:
        for position in consoles:
            position.turn()
        gone = not consoles[0].store.reader.stream(position.console.live.domain, "alarm/a#x/1")
        return gone and not (data / BURST).exists() and len(list((data / "seals").glob("*.json"))) == 2

    wait_until(all_is_done, 300, "the seal of the day, and the end of what is old")
    sealed = [event for position in consoles for event in position.events("JournalSealed")]
    pruned = [event for position in consoles for event in position.events("JournalPruned")]
    assert len(sealed) == 1
    assert [event["entries"] for event in pruned] == [29]
    kinds = [one.entry.kind for chunk in consoles[0].store.reader.chunks() for one in chunk]
    assert (kinds.count("JournalSealed"), kinds.count("JournalPruned"), kinds.count("AlarmRaised")) == (1, 1, 0)
    assert main.main(["verify", "--data", str(data)]) == 0
    assert "1 seals, key " in capsys.readouterr().out
    assert not [event for position in consoles for event in position.events("LinkDown") if event["kind"] == "archive"]
