"""From the log into the tables: a batch becomes compressed blocks of five minutes per point. History thread.

Done twice it gives the same rows: a crash in between costs nothing but the work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from console.backends.history import blocks, catalogue
from console.backends.history.batches import Batch
from console.backends.history.blocks import Row
from console.backends.history.levels import Level, block_of
from console.backends.history.library import Library, transaction
from console.backends.history.log import Chunk
from console.trends.segments import pack_samples
from console.trends.series import Samples, merged

SLICE = 100  # blocks packed between two breaths: a few milliseconds of Python
TOGETHER = 2_000  # rows of one transaction

Breathe = Callable[[], None]


def settle(library: Library, batch: Batch, breathe: Breathe) -> int:
    """Put the batch into the tables; returns its rows. `breathe` is called often: others want to work, too.

    Raises DBAPIError, OSError or StoreError; then it has to be tried again.
    """
    names, chunk = batch.loaded()
    if not len(chunk):
        return 0
    with transaction(library.catalogue()) as connection:
        numbers = catalogue.number_all(connection, names)
    number_of = np.array([numbers[name] for name in names], np.int64)
    due: set[catalogue.Due] = set()
    rows: list[Row] = []
    count = 0
    for row in _packed(chunk, number_of, batch.number, breathe):
        rows.append(row)
        count += 1
        due |= {(level.value, block_of(level, row.start_ms), row.point) for level in (Level.MINUTE, Level.HOUR)}
        if len(rows) >= TOGETHER:
            blocks.write(library, Level.RAW, rows)
            rows.clear()
    blocks.write(library, Level.RAW, rows)
    _add_due(library, sorted(due), breathe)
    return count


def _packed(
    chunk: Chunk, number_of: np.ndarray[tuple[int], np.dtype[np.int64]], batch: int, breathe: Breathe
) -> Iterator[Row]:
    block = chunk.t_ms // Level.RAW.block_ms
    order = np.lexsort((chunk.t_ms, block, chunk.point))
    breathe()
    point, block = chunk.point[order], block[order]
    t_ms, value, bad = chunk.t_ms[order], chunk.value[order], chunk.bad[order]
    edges = np.flatnonzero((np.diff(point) != 0) | (np.diff(block) != 0)) + 1
    bounds = [0, *edges.tolist(), len(point)]
    for n in range(len(bounds) - 1):
        first, last = bounds[n], bounds[n + 1]
        found = merged((Samples(t_ms[first:last], value[first:last], bad[first:last]),))
        start_ms = int(block[first]) * Level.RAW.block_ms
        yield Row(int(number_of[point[first]]), start_ms, batch, pack_samples(found, start_ms))
        if n % SLICE == SLICE - 1:
            breathe()


def _add_due(library: Library, due: Sequence[catalogue.Due], breathe: Breathe) -> None:
    for first in range(0, len(due), TOGETHER):
        with transaction(library.catalogue()) as connection:
            catalogue.add_due(connection, due[first : first + TOGETHER])
        breathe()
