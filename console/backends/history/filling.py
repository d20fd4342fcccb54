"""Puts what is known of earlier times into the tables of a history that is new: the demo's month. Any process.

The same rows and the same way as for what is measured; hours are gathered later as always.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from console.backends.history import blocks, catalogue, settling
from console.backends.history.batches import Batch
from console.backends.history.blocks import Row
from console.backends.history.levels import Level, block_of
from console.backends.history.library import CATALOGUE, Files, Library, transaction
from console.backends.history.log import Chunk
from console.errors import BackendError
from console.model import PointId
from console.trends.segments import pack_steps
from console.trends.series import Samples, Steps

Known = tuple[PointId, Steps, Samples]  # a point, its minutes, and samples later than these


def is_new(folder: Path) -> bool:
    """Whether nothing has been kept there yet."""
    return not (folder / CATALOGUE).exists()


def fill(folder: Path, known: Sequence[Known], batch: int) -> None:
    """Each point's samples begin with a block of minutes (every six hours UTC).

    Raises BackendError for a history that holds something, StoreError when it cannot be written.
    """
    if not is_new(folder):
        raise BackendError(f"{folder} holds a history already")
    shelves = Files(folder, is_writer=True)
    try:
        shelves.prepare()
        with transaction(shelves.catalogue()) as connection:
            numbers = catalogue.number_all(connection, [point for point, _, _ in known])
        _fill_minutes(shelves, [(numbers[point], minutes) for point, minutes, _ in known])
        settling.settle(shelves, _as_batch(known, batch), lambda: None)
    finally:
        shelves.close()


def _fill_minutes(library: Library, known: Sequence[tuple[int, Steps]]) -> None:
    rows: list[Row] = []
    for point, minutes in known:
        block = minutes.t_ms // Level.MINUTE.block_ms
        edges = [0, *(np.flatnonzero(np.diff(block)) + 1).tolist(), len(minutes)]
        for first, last in pairwise(edges):
            start_ms = int(block[first]) * Level.MINUTE.block_ms
            rows.append(Row(point, start_ms, 0, pack_steps(minutes.part(slice(first, last)), start_ms)))
    blocks.write(library, Level.MINUTE, rows)
    due = {(Level.HOUR.value, block_of(Level.HOUR, row.start_ms), row.point) for row in rows}
    with transaction(library.catalogue()) as connection:
        catalogue.add_due(connection, sorted(due))


def _as_batch(known: Sequence[Known], number: int) -> Batch:
    """The samples as if they came from the log."""
    batch = Batch(number, Path())
    batch.names = [point for point, _, _ in known]
    batch.chunks = [
        Chunk(np.full(len(found), n, np.int32), found.t_ms, found.value, found.bad)
        for n, (_, _, found) in enumerate(known)
    ]
    return batch
