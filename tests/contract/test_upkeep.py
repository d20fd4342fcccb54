"""The Keeper's thread with real children: what it is ordered happens, what fails is said, and it ends when told to."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from console.backends.store.clock import ahead_ms
from console.backends.store.database import Database
from console.backends.upkeep import worker
from console.backends.upkeep.ntp import is_synchronised
from console.backends.upkeep.worker import Premises, UpkeepWorker
from console.clock import Clock
from console.errors import StoreError
from console.inbox import Inbox
from console.safekeeping import (
    ClockLooked,
    DiskLooked,
    DropOrdered,
    Dropped,
    FilingAsked,
    KeepingFailed,
    MeasureAsked,
    Measured,
    SealAsked,
    SealMade,
)
from console.sealing import is_signed
from console.sealing.folder import filed
from console.sealing.keys import kept
from tests.contract.seats import Seat, entry
from tests.waiting import wait_until

P = TypeVar("P")


class Heard:
    def __init__(self) -> None:
        self.inbox = Inbox()
        self.words: list[object] = []

    def of(self, kind: type[P]) -> list[P]:
        self.inbox.drain(self.words.append, lambda _item, error: pytest.fail(repr(error)))
        return [word for word in self.words if isinstance(word, kind)]

    def wait(self, kind: type[P]) -> P:
        wait_until(lambda: self.of(kind), 120, kind.__name__)
        return self.of(kind)[-1]


def at(folder: Path, where: str | Path | None = None) -> Premises:
    return Premises(str(where or folder / "journal.sqlite"), folder, lambda: kept(folder / "key.pem"), lambda: None)


@contextmanager
def keeper(premises: Premises) -> Iterator[tuple[UpkeepWorker, Heard]]:
    heard = Heard()
    made = UpkeepWorker(premises, heard.inbox)
    made.start()
    try:
        yield made, heard
    finally:
        made.stop()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with Seat(tmp_path / "journal.sqlite") as seat:
        seat.save(entry("s", 1))
    (tmp_path / "voice" / "2026").mkdir(parents=True)
    (tmp_path / "voice" / "2026" / "b.mka").write_bytes(b"x" * 7)
    return tmp_path


def test_orders_are_carried_out_one_after_the_other(data: Path) -> None:
    with keeper(at(data)) as (made, heard):
        made.take(SealAsked("site", "2026-11-20"))
        sealed = heard.wait(SealMade)
        assert sealed.signed is not None
        assert is_signed(sealed.signed)
        made.take(FilingAsked("2026-11-20", sealed.signed))
        made.take(MeasureAsked())
        assert heard.wait(Measured).parts["voice"] == 7
        assert [(name, signed) for name, signed in filed(data / "seals")] == [("2026-11-20.json", sealed.signed)]
        made.take(DropOrdered(("voice/2026/b.mka",)))
        assert heard.wait(Dropped).files == 1
    assert not (data / "voice" / "2026").exists()


def test_the_key_that_seals_and_the_databases_address_are_in_no_childs_arguments_or_environment(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    real = subprocess.Popen

    def noting(arguments: list[str], **more: object) -> subprocess.Popen[str]:
        shown.append(repr((arguments, more)))
        return real(arguments, **more)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(worker.subprocess, "Popen", noting)
    with keeper(at(data)) as (made, heard):
        made.take(SealAsked("site", "2026-11-20"))
        heard.wait(SealMade)
    (seen,) = shown
    assert "PRIVATE KEY" not in seen
    assert "journal.sqlite" not in seen


def test_an_order_that_fails_is_said_with_its_reason_and_the_next_one_is_carried_out(tmp_path: Path) -> None:
    with keeper(at(tmp_path)) as (made, heard):
        order = SealAsked("site", "2026-11-20")
        made.take(order)
        failed = heard.wait(KeepingFailed)
        assert (failed.order, "there is no journal" in failed.detail or "cannot" in failed.detail) == (order, True)
        made.take(MeasureAsked())
        assert heard.wait(Measured).parts["journal"] > 0


def test_disk_and_clock_are_looked_at_without_being_asked_for(data: Path) -> None:
    with keeper(at(data)) as (_, heard):
        disk = heard.wait(DiskLooked)
        assert 0 < disk.free <= disk.total
        assert heard.wait(ClockLooked).is_synchronised is is_synchronised()


def test_a_database_that_is_away_is_no_reason_to_stop_looking(data: Path) -> None:
    def away() -> int | None:
        raise StoreError("away")

    with keeper(replace(at(data), ahead_ms=away)) as (_, heard):
        assert heard.wait(ClockLooked).ahead_ms is None


def test_a_servers_clock_is_compared_and_a_files_is_our_own(postgresql: str, tmp_path: Path) -> None:
    clock, server = Clock(), Database.at(postgresql)
    assert ahead_ms(Database.at(tmp_path / "journal.sqlite"), clock.now_ms) is None
    assert ahead_ms(server, clock.now_ms) == 0, "both are this machine's"
    assert ahead_ms(server, lambda: clock.now_ms() + 60_000) == pytest.approx(60_000, abs=10_000)
    assert ahead_ms(server, lambda: clock.now_ms() - 60_000) == pytest.approx(-60_000, abs=10_000)
