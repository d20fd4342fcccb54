"""What a console starts with while its journal's server is away: what it last knew, and what it could not commit.

The state of the room is written to a file of this position now and then while the server is there (store thread); the
desk thread reads it at a start without one. It is an hour old at worst where nothing changes, a minute where it does.
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from console.backends.store.rows import Prepared, prepare
from console.journal import GENESIS, Entry, Recorded
from console.model import By, Domain, PointId

log = logging.getLogger(__name__)

EVERY_S = 60.0  # between two writings
MOST_BYTES = 64 << 20  # a larger file is none of ours


@dataclass(frozen=True, slots=True)
class Known:
    """Entries of streams that were open, in (stream, version) order, and the number of each last episode."""

    records: tuple[Recorded, ...] = ()
    episodes: Mapping[PointId, int] = field(default_factory=dict)

    def with_left(self, left: Sequence[Prepared]) -> Known:
        """And what an earlier run decided while the server was away already."""
        there = {(record.entry.domain, record.entry.stream, record.entry.version) for record in self.records}
        new = [each.entry for each in left if (each.entry.domain, each.entry.stream, each.entry.version) not in there]
        is_open = {(entry.domain, entry.stream): entry.open for entry in new}  # the last one says
        records = [replace(record, entry=replace(record.entry, open=is_open.get(_key(record), True)))
                   for record in (*self.records, *map(_recorded, new))]  # fmt: skip
        still = [record for record in records if record.entry.open]
        return Known(tuple(sorted(still, key=_order)), _counted(self.episodes, new))


class Memory:
    """`path` None: nothing is remembered."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._due = time.monotonic() + EVERY_S
        self._last = ""

    @property
    def is_due(self) -> bool:
        return self._path is not None and time.monotonic() >= self._due

    def keep(self, known: Known) -> None:
        """In one piece: a start finds the old state or the new one. A disk that refuses is told in the log."""
        self._due = time.monotonic() + EVERY_S
        text = "".join(f"{line}\n" for line in _lines(known))
        if self._path is None or text == self._last:
            return
        draft = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            draft.replace(self._path)
            self._last = text
        except OSError as error:
            log.warning("what the journal knows cannot be remembered: %s", error)

    def read(self) -> Known:
        """Nothing when there is nothing, or nothing that can be read."""
        try:
            if self._path is None or self._path.stat().st_size > MOST_BYTES:
                return Known()
            with self._path.open(encoding="utf-8") as lines:
                episodes = json.loads(next(lines, "{}"))
                records = tuple(_recorded(_entry(json.loads(line))) for line in lines)
            return Known(records, {PointId(name): int(number) for name, number in episodes.items()})
        except FileNotFoundError:
            return Known()
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            log.warning("what the journal knew cannot be read: %s", error)
            return Known()


def _lines(known: Known) -> Iterable[str]:
    yield json.dumps(dict(known.episodes), ensure_ascii=False, sort_keys=True)
    for record in known.records:
        yield json.dumps(asdict(record.entry), ensure_ascii=False, default=dict)


def _entry(fields: dict[str, Any]) -> Entry:
    entry = Entry(**{**fields, "domain": Domain(fields["domain"]), "by": By(**fields["by"])})
    return prepare(entry).entry


def _recorded(entry: Entry) -> Recorded:
    """Not read from the journal: nobody may verify by it."""
    return Recorded(entry, "", 0, GENESIS, "")


def _key(record: Recorded) -> tuple[Domain, str]:
    return record.entry.domain, record.entry.stream


def _order(record: Recorded) -> tuple[str, int]:
    return record.entry.stream, record.entry.version


def _counted(episodes: Mapping[PointId, int], new: Sequence[Entry]) -> dict[PointId, int]:
    from_streams: dict[PointId, int] = dict(episodes)
    for entry in new:
        name, _, number = entry.stream.removeprefix("alarm/").rpartition("/")
        if name and number.isdecimal():
            from_streams[PointId(name)] = max(int(number), from_streams.get(PointId(name), 0))
    return from_streams
