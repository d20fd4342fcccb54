"""Made-up samples for the trends' bench, and bare sqlite3 that keeps the same in plain rows."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from console.backends.history import blocks, catalogue, settling
from console.backends.history.batches import Batch
from console.backends.history.blocks import Row
from console.backends.history.levels import Level
from console.backends.history.library import Library, transaction
from console.backends.history.log import Chunk
from console.histories import Measured
from console.model import PointId, point_id
from console.trends.reduction import DAY, MINUTE, SECOND
from console.trends.segments import pack_steps
from console.trends.series import Steps

NOW = 1_795_219_200_000  # a midnight: nothing of the last days is left to be gathered
BARE_POINTS = 10
JITTER_MS = 20  # a device's clock is no metronome
TABLE = "CREATE TABLE sample (point INTEGER, t_ms INTEGER, v REAL, q INTEGER, PRIMARY KEY (point, t_ms)) WITHOUT ROWID"
INSERT = "INSERT OR REPLACE INTO sample VALUES (?, ?, ?, ?)"
PER_MINUTE = (
    "SELECT t_ms / 60000, min(v), max(v), avg(v), count(*) FROM sample WHERE point = ? AND t_ms >= ? AND t_ms < ?"
    " GROUP BY 1"
)

Fact = Callable[[], bool]


def name(point: int) -> PointId:
    return point_id("site", f"meter-{point:05d}", "water_pressure")


def messages(points: int, count: int, size: int) -> Iterator[list[Measured]]:
    """`count` samples of so many points in turn, `size` in each message."""
    names = [name(point) for point in range(points)]
    for first in range(0, count, size):
        yield [
            Measured(names[n % points], NOW + n // points * SECOND, 0.3 + n % 97 / 1000)
            for n in range(first, min(count, first + size))
        ]


def through_sqlite3(path: Path, given: Sequence[Sequence[Measured]]) -> float:
    """Seconds bare sqlite3 needs for the same samples: one row each, one commit for every ten messages."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _make(connection)
        began = time.perf_counter()
        numbers: dict[str, int] = {}
        for first in range(0, len(given), 10):
            connection.execute("BEGIN IMMEDIATE")
            for message in given[first : first + 10]:
                rows = [(numbers.setdefault(m.point, len(numbers)), m.t_ms, m.value, m.is_bad) for m in message]
                connection.executemany(INSERT, rows)
            connection.execute("COMMIT")
        return time.perf_counter() - began


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(TABLE)


def fill(library: Library, points: int, start_ms: int, length_ms: int, every_ms: int) -> int:
    """Put a wandering value of every point into the tables, batch by batch; returns the number of samples."""
    rng = np.random.default_rng(7)
    values = np.full(points, 0.32)
    per_block, count = Level.RAW.block_ms // every_ms, 0
    for at in range(start_ms, start_ms + length_ms, Level.RAW.block_ms):
        steps = rng.normal(0.0, 0.002, (per_block, points)).cumsum(axis=0)
        block = np.round(np.clip(values + steps, 0.05, 1.2), 3)
        values = 0.32 + 0.98 * (block[-1] - 0.32)
        batch = Batch(at, Path("unused"))
        batch.names = [name(point) for point in range(points)]
        batch.chunks = [_chunk(block, at, every_ms, rng)]
        settling.settle(library, batch, lambda: None)
        count += block.size
    return count


def _chunk(
    block: np.ndarray[tuple[int, ...], np.dtype[np.float64]], at: int, every_ms: int, rng: np.random.Generator
) -> Chunk:
    per_block, points = block.shape
    t_ms = at + np.arange(per_block, dtype=np.int64)[:, None] * every_ms + rng.integers(0, JITTER_MS, block.shape)
    point = np.broadcast_to(np.arange(points, dtype=np.int32), block.shape)
    return Chunk(point.ravel().copy(), t_ms.ravel(), block.ravel(), np.zeros(block.size, np.bool_))


def fill_minutes(library: Library, points: int, start_ms: int, end_ms: int) -> None:
    """The same points longer ago, where only minutes are kept."""
    rng = np.random.default_rng(8)
    with transaction(library.catalogue()) as connection:
        numbers = catalogue.number_all(connection, [name(point) for point in range(points)])
    first = start_ms - start_ms % Level.MINUTE.block_ms
    for at in range(first, end_ms, Level.MINUTE.block_ms):
        rows = [Row(number, at, 0, pack_steps(_minutes(at, rng), at)) for number in numbers.values()]
        blocks.write(library, Level.MINUTE, rows)


def _minutes(at: int, rng: np.random.Generator) -> Steps:
    n = Level.MINUTE.block_ms // MINUTE
    low = np.round(0.3 + rng.normal(0.0, 0.002, n).cumsum(), 3)
    high = np.round(low + rng.uniform(0.002, 0.01, n), 3)
    t_ms = at + np.arange(n, dtype=np.int64) * MINUTE
    return Steps(MINUTE, t_ms, low, high, np.round((low + high) / 2, 4), np.full(n, 60), np.zeros(n, np.bool_))


class Bare:
    """A day of ten points at one sample a second, in plain rows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = sqlite3.connect(path, isolation_level=None)
        _make(self._connection)
        rng = np.random.default_rng(9)
        self._connection.execute("BEGIN IMMEDIATE")
        for point in range(BARE_POINTS):
            values = np.round(0.3 + rng.normal(0.0, 0.002, DAY // SECOND), 3).tolist()
            rows = ((point, NOW - DAY + n * SECOND, value, 0) for n, value in enumerate(values))
            self._connection.executemany(INSERT, rows)
        self._connection.execute("COMMIT")

    def minutes_ms(self, point: int) -> float:
        """Milliseconds to read the day of one point as minutes."""
        began = time.perf_counter()
        rows = self._connection.execute(PER_MINUTE, (point, NOW - DAY, NOW)).fetchall()
        assert len(rows) == DAY // MINUTE, "a day that is not there measures nothing"
        return (time.perf_counter() - began) * 1000

    def close(self) -> float:
        """Returns bytes per sample."""
        self._connection.close()
        return self._path.stat().st_size / (BARE_POINTS * DAY / SECOND)
