"""Writes the journal a release leaves behind: `python -m tests.unit.journals.make 0.1.0`, once, at the release.

Two runs of desk-1 and one of desk-2; an alarm still open, one closed, a drill. Never written again afterwards: an
old journal is only worth something as it was.
"""

from __future__ import annotations

import sys
from pathlib import Path

from console.backends.store.sql import SqlStore
from console.clock import FakeClock
from console.inbox import Inbox
from console.journal import Entry, Json
from console.model import LIVE, By, Domain

HERE = Path(__file__).parent
RULE = By(machine="rule")
LI = By(person="Li", position="desk-1")
WANG = By(person="Wang", position="desk-2")
SMOKE = "alarm/zigbee/0x00158d0001a2b3c4#smoke"
DRILL = Domain("drill:2026-1")


def make(path: Path) -> None:
    """Write the journal; refuses to touch one that is there."""
    if path.exists():
        raise SystemExit(f"{path} exists: a release's journal is written once")
    clock = FakeClock(1_795_000_000_000)
    _run(path, "desk-1", clock, _first(clock.now_ms()))
    _run(path, "desk-2", clock, _second(clock.now_ms() + 60_000))
    _run(path, "desk-1", clock, _third(clock.now_ms() + 120_000))


def _run(path: Path, position: str, clock: FakeClock, entries: list[Entry]) -> None:
    store = SqlStore(path, position, Inbox(), clock, lambda _: None)
    store.open()
    previous = store.previous_head()
    head: Json = None if previous is None else {"writer": previous[0], "seq": previous[1], "hash": previous[2]}
    store.start()
    started: dict[str, Json] = {"site": "demo", "previous": head}
    stream = f"position/{store.writer}"
    store.append([Entry(LIVE, stream, 1, "Started", clock.now_ms(), By(machine="console"), started)])
    store.append(entries)
    if not store.stop():
        raise SystemExit(f"{path} could not be written")


def _first(t_ms: int) -> list[Entry]:
    raised: dict[str, Json] = {"point": SMOKE.removeprefix("alarm/"), "class": "F", "late_ms": 0}
    return [
        Entry(LIVE, f"{SMOKE}/1", 1, "AlarmRaised", t_ms, RULE, raised, "receipt:1", open=True),
        Entry(LIVE, f"{SMOKE}/1", 2, "AlarmAcknowledged", t_ms + 4000, LI, {}, open=True),
        Entry(LIVE, f"{SMOKE}/1", 3, "AlarmCleared", t_ms + 9000, RULE, {}, "receipt:2", open=True),
        Entry(LIVE, f"{SMOKE}/1", 4, "AlarmReset", t_ms + 20_000, LI, {"outcome": "false", "note": "做饭"}),
    ]


def _second(t_ms: int) -> list[Entry]:
    return [Entry(DRILL, f"{SMOKE}/1", 1, "AlarmRaised", t_ms, WANG, {"class": "F", "value": 1.5}, open=True)]


def _third(t_ms: int) -> list[Entry]:
    return [
        Entry(LIVE, f"{SMOKE}/2", 1, "AlarmRaised", t_ms, RULE, {"class": "F"}, "receipt:3", open=True),
        Entry(LIVE, f"{SMOKE}/2", 2, "AlarmAcknowledged", t_ms + 3000, LI, {}, open=True),
    ]


if __name__ == "__main__":
    make(HERE / f"{sys.argv[1]}.sqlite")
