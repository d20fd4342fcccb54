"""Every sample that is kept of a point, for work beside a running console: reads, never writes. Any process.

What is in the log of the running console and not in the tables yet is read, too.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sqlalchemy.exc import DBAPIError

from console.backends.history import blocks, catalogue
from console.backends.history import log as sample_log
from console.backends.history.batches import joined
from console.backends.history.levels import Level, block_of
from console.backends.history.library import CATALOGUE, Files, Library, library, transaction
from console.backends.history.log import SUFFIX, Chunk
from console.backends.store.faults import detail_of
from console.errors import StoreError
from console.model import PointId
from console.trends.series import NO_SAMPLES, Samples, merged


class Recall:
    """`where`: the folder of the tables, or a server's address; `log` the folder of this console's sample log."""

    def __init__(self, where: str | Path, log: Path) -> None:
        """Raises StoreError."""
        self._unsettled = _read_log(log)  # first: what moves into the tables meanwhile is found twice
        self._library = library(where, is_writer=False)
        self._is_new = isinstance(self._library, Files) and not (self._library.folder / CATALOGUE).exists()

    def samples(self, point: PointId, start_ms: int, end_ms: int) -> Samples:
        """All of this time in order, in the point's canonical unit; flags are 0 and 1. Raises StoreError."""
        try:
            kept = [] if self._is_new else self._kept(self._library, point, start_ms, end_ms)
        except (DBAPIError, OSError) as error:
            raise StoreError(f"the history cannot be read: {detail_of(error)}") from None
        fresh = [_of(names, chunk, point) for names, chunk in self._unsettled]
        return merged([*kept, *fresh]).within(start_ms, end_ms)

    def _kept(self, shelves: Library, point: PointId, start_ms: int, end_ms: int) -> list[Samples]:
        with transaction(shelves.catalogue()) as connection:
            number = catalogue.numbers_of(connection, [point]).get(point)
        if number is None:
            return []
        volumes = shelves.volumes(Level.RAW)
        if not volumes:
            return []
        first_ms = max(start_ms, volumes[0].start_ms)
        return blocks.samples_of(shelves, number, block_of(Level.RAW, first_ms), end_ms)

    def close(self) -> None:
        self._library.close()


def _read_log(folder: Path) -> list[tuple[list[str], Chunk]]:
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            names, chunks = sample_log.read(path)
        except FileNotFoundError:
            continue  # it went into the tables while we looked
        except OSError as error:
            raise StoreError(f"the sample log cannot be read: {error.strerror}") from None
        found.append((names, joined(chunks)))
    return found


def _of(names: list[str], chunk: Chunk, point: PointId) -> Samples:
    if point not in names:
        return NO_SAMPLES
    which = chunk.point == names.index(point)
    order = np.argsort(chunk.t_ms[which], kind="stable")
    return Samples(chunk.t_ms[which][order], chunk.value[which][order], chunk.bad[which][order])
