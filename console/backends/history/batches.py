"""Samples that are not in the tables yet: batches of five minutes, each in memory and in a log file of its own.

Filled by the history thread; the reading thread looks at whole chunks, which never change once they are in the list.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from console.backends.history import log as sample_log
from console.backends.history.log import SUFFIX, Chunk, LogFile
from console.histories import Measured
from console.trends.series import Samples, samples

NUMBERS_A_MS = 1_000  # a batch is numbered by its time and by chance: two consoles may share the tables
NO_NAME = "\ufffd"  # in place of what parts names in the log, and no database takes
TOGETHER = 64  # chunks from which they are joined to one


class Batch:
    """Samples with names of their own. `chunks` None: they are on disk only."""

    def __init__(self, number: int, path: Path) -> None:
        self.number = number
        self.path = path
        self.names: list[str] = []
        self.chunks: list[Chunk] | None = []
        self.count = 0
        self._number_of: dict[str, int] = {}
        self._file: LogFile | None = None
        self._unwritten: deque[bytes] = deque()
        self._named = 0  # names that are in a frame

    @property
    def begun_ms(self) -> int:
        return self.number // NUMBERS_A_MS

    @classmethod
    def found(cls, path: Path) -> Batch:
        """One that an earlier run left."""
        batch = cls(int(path.stem), path)
        batch.chunks = None
        return batch

    def put(self, measured: Sequence[Measured]) -> None:
        """Keep them in memory; `write` brings them to the disk."""
        number_of = self._number_of
        for one in measured:
            if one.point not in number_of:
                number_of[one.point] = len(self.names)
                self.names.append(one.point.replace("\0", NO_NAME))
        chunk = Chunk(
            np.array([number_of[one.point] for one in measured], np.int32),
            np.array([one.t_ms for one in measured], np.int64),
            np.array([one.value for one in measured], np.float64),
            np.array([one.is_bad for one in measured], np.bool_),
        )  # fmt: skip
        if self._named < len(self.names):
            self._unwritten.append(sample_log.names_frame(self.names[self._named :]))
            self._named = len(self.names)
        self._unwritten.append(sample_log.samples_frame(chunk))
        self._add(chunk)

    def _add(self, chunk: Chunk) -> None:
        assert self.chunks is not None
        self.count += len(chunk)
        if len(self.chunks) >= TOGETHER:
            self.chunks = [joined(self.chunks)]
        self.chunks.append(chunk)

    def write(self) -> None:
        """Bring to the log what is not there. Raises OSError; what was not written waits."""
        if not self._unwritten:
            return
        if self._file is None:
            self._file = LogFile(self.path)
        while self._unwritten:
            self._file.write(self._unwritten[0])
            self._unwritten.popleft()

    def sync(self) -> None:
        """Raises OSError."""
        if self._file is not None:
            self._file.sync()

    def close(self) -> None:
        """Nothing more comes; the file stays until the batch is in the tables."""
        file, self._file = self._file, None
        if file is not None:
            file.close()

    @property
    def is_written(self) -> bool:
        return not self._unwritten

    def forget_chunks(self) -> None:
        """The disk has them."""
        self.chunks = None

    def loaded(self) -> tuple[Sequence[str], Chunk]:
        """Names and all samples. Raises OSError."""
        chunks = self.chunks
        if chunks is not None:
            return self.names, joined(tuple(chunks))
        names, found = sample_log.read(self.path)
        return names, joined(found)

    def samples_of(self, point: str) -> Samples:
        """What it holds of one point. Any thread. Raises OSError."""
        chunks, names = self.chunks, self.names
        if chunks is None:
            names, chunks = sample_log.read(self.path)
        if point not in names:
            return samples((), ())
        number = names.index(point)
        picked = [(chunk, chunk.point == number) for chunk in tuple(chunks)]
        t_ms = np.concatenate([chunk.t_ms[which] for chunk, which in picked] or [np.zeros(0, np.int64)])
        order = np.argsort(t_ms, kind="stable")
        value = np.concatenate([chunk.value[which] for chunk, which in picked] or [np.zeros(0)])[order]
        bad = np.concatenate([chunk.bad[which] for chunk, which in picked] or [np.zeros(0, np.bool_)])[order]
        return Samples(t_ms[order], value, bad)

    def delete(self) -> None:
        """It is in the tables."""
        self.close()
        self._unwritten.clear()
        self.path.unlink(missing_ok=True)


def joined(chunks: Sequence[Chunk]) -> Chunk:
    if not chunks:
        return Chunk(np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.bool_))
    return Chunk(
        np.concatenate([chunk.point for chunk in chunks]), np.concatenate([chunk.t_ms for chunk in chunks]),
        np.concatenate([chunk.value for chunk in chunks]), np.concatenate([chunk.bad for chunk in chunks]),
    )  # fmt: skip


class Unsettled:
    """All batches that are not in the tables: those an earlier run left, closed ones, and the one being filled."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.batches: tuple[Batch, ...] = ()  # replaced as a whole: the reading thread takes it as it is
        self._filling: Batch | None = None

    def find(self) -> None:
        """Take up what an earlier run left. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        paths = sorted(path for path in self._folder.glob(f"*{SUFFIX}") if path.stem.isdecimal())
        self.batches = tuple(Batch.found(path) for path in paths)

    def put(self, measured: Sequence[Measured], now_ms: int) -> None:
        if self._filling is None:
            number = now_ms * NUMBERS_A_MS + random.randrange(NUMBERS_A_MS)
            self._filling = Batch(number, self._folder / f"{number}{SUFFIX}")
            self.batches += (self._filling,)
        self._filling.put(measured)

    @property
    def filling(self) -> Batch | None:
        return self._filling

    def turn(self) -> None:
        """The batch being filled is closed; the next sample begins another."""
        self._filling = None

    def closed(self) -> list[Batch]:
        """Those that can go into the tables, oldest first."""
        return [batch for batch in self.batches if batch is not self._filling]

    def write(self) -> None:
        """Bring to the log what is not there. Raises OSError."""
        for batch in self.batches:
            batch.write()

    def settled(self, batch: Batch) -> None:
        """It is in the tables. Raises OSError when its log cannot be deleted; it is settled again after a restart."""
        self.batches = tuple(each for each in self.batches if each is not batch)
        batch.delete()

    def let_go(self, before_ms: int) -> None:
        """Closed batches begun before that are kept by somebody else. Raises OSError."""
        for batch in self.closed():
            if batch.begun_ms < before_ms:
                self.settled(batch)

    def spare_memory(self, most: int) -> int:
        """Let the disk alone hold the oldest closed batches when all together hold more than so many samples.

        Where the disk has had no room for twice as long, the oldest are let go of: returns how many samples.
        """
        held, lost = sum(batch.count for batch in self.batches if batch.chunks is not None), 0
        for batch in self.closed():
            if held <= most or batch.chunks is None:
                continue
            if batch.is_written:
                batch.forget_chunks()
            elif held > 2 * most:
                self.batches = tuple(each for each in self.batches if each is not batch)
                batch.close()
                lost += batch.count
            else:
                continue
            held -= batch.count
        return lost

    def close(self) -> None:
        """Every log is on the disk and closed. Raises OSError."""
        try:
            self.write()
            for batch in self.batches:
                batch.sync()
        finally:
            for batch in self.batches:
                batch.close()
