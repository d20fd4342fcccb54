"""One order of the Keeper, as JSON in and JSON out: `python -m console.backends.store.upkeep`, a child of the console.

A program of its own and no job of `main.py work`, whose other jobs take a second to load. The order carries the
database's address and the key that seals, so it comes through standard input: neither argument nor environment has it.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from console.backends.store import aged, retention
from console.backends.store.commit import story
from console.backends.store.database import Database
from console.backends.store.faults import named
from console.backends.store.read import JournalReader
from console.backends.store.sealed import seal, stream_of
from console.clock import Clock
from console.errors import BackendError, WatchroomError
from console.journal import Json
from console.model import LIVE
from console.sealing import Cut, SealKey, signed_of
from console.sealing.statement import read

DAY_MS = 86_400_000
FLOOR_DAYS = 365  # no younger entry goes, whatever is asked for
LOCK_WAIT_S = 5.0
NICE = 10  # alarms come first
PARTS = ("evidence", "voice", "history", "spool", "broker", "voice-server", "seals", "kept")

Order = Mapping[str, Json]
Answer = dict[str, Json]


def carry_out(order: Order) -> Answer:
    """What came of it. Raises WatchroomError."""
    job = JOBS.get(str(order.get("job")))
    if job is None:
        raise BackendError(f"{order.get('job')!r} is no order")
    try:
        return job(order)
    except OSError as error:
        raise BackendError(f"{error.strerror}: {error.filename or ''}") from error


def _seal(order: Order) -> Answer:
    """The seal of a day, unless it has one."""
    database, day = Database.at(str(order["where"])), str(order["day"])
    with named("reading", database.name), database.reader().connect() as connection:
        if any(story(connection, (LIVE, stream_of(day)))):
            return {"signed": None, "chains": 0}
        statement = seal(connection, str(order["site"]), day, Clock().now_ms())
    return {"signed": SealKey(str(order["key"])).sign(statement).data(), "chains": len(statement.heads)}


def _plan(order: Order) -> Answer:
    """What may be cut off, signed; nothing when there is nothing."""
    database, day, now = Database.at(str(order["where"])), str(order["day"]), Clock().now_ms()
    before = min(_whole(order, "before_ms"), now - FLOOR_DAYS * DAY_MS)
    with named("reading", database.name), database.reader().connect() as connection:
        plan = retention.plan(connection, before)
    if not plan.entries:
        return {"signed": None, "entries": 0}
    cut = Cut(str(order["site"]), day, now, before, plan.entries, plan.cuts, plan.gone)
    return {"signed": SealKey(str(order["key"])).sign(cut).data(), "entries": plan.entries}


def _cut(order: Order) -> Answer:
    signed = signed_of(order)
    statement = read(signed.text) if signed is not None else None
    if not isinstance(statement, Cut):
        raise BackendError("this is no cut")
    database = Database.at(str(order["where"]))
    with named("writing", database.name):
        return {"entries": retention.carry_out(database.writer(LOCK_WAIT_S), statement)}


def _aged(order: Order) -> Answer:
    data, reader = Path(str(order["data"])), JournalReader(str(order["where"]))
    clips, voice = _whole(order, "clips_before_ms"), _whole(order, "voice_before_ms")
    paths = aged.aged(data, reader, clips, voice, Clock().now_ms())
    return {"paths": list(paths), "size": sum((data / path).stat().st_size for path in paths)}


def _drop(order: Order) -> Answer:
    paths = order.get("paths")
    given = [str(path) for path in paths] if isinstance(paths, list) else []
    return {"files": aged.drop(Path(str(order["data"])), given)}


def _measure(order: Order) -> Answer:
    """Bytes of each part of the data folder; what lies in it beside them is the journal's."""
    data = Path(str(order["data"]))
    parts: Answer = {part: _size(data / part) for part in PARTS if (data / part).is_dir()}
    parts["journal"] = sum(path.stat().st_size for path in data.iterdir() if path.is_file())
    return {"parts": parts}


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            found = path.lstat()
            total += found.st_size if stat.S_ISREG(found.st_mode) else 0
        except FileNotFoundError:  # it went while we looked
            continue
    return total


def _whole(order: Order, key: str) -> int:
    value = order.get(key)
    return value if isinstance(value, int) else 0


JOBS: dict[str, Callable[[Order], Answer]] = {
    "seal": _seal, "plan": _plan, "cut": _cut, "aged": _aged, "drop": _drop, "measure": _measure,
}  # fmt: skip


def answer(text: str) -> str:
    """The answer to an order, both as JSON; what went wrong is `error`."""
    try:
        order = json.loads(text)
        return json.dumps(carry_out(order if isinstance(order, dict) else {}))
    except (ValueError, KeyError, WatchroomError) as error:
        return json.dumps({"error": str(error)})


if __name__ == "__main__":
    os.nice(NICE)
    sys.stdout.write(answer(sys.stdin.read()))
