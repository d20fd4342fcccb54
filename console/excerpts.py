"""Files a person asked for: excerpts of the trends, the result of a drill; and the thread that writes them.

The desk thread hands an excerpt over and never waits for a disk; what became of it comes through the inbox.
"""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import logging
import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from console.clock import iso_ms
from console.histories import Series
from console.inbox import Inbox
from console.model import PointId

log = logging.getLogger(__name__)

HEADER = ("time_utc", "site", "point", "name", "unit", "mean", "low", "high", "quality", "step_s")
TRENDS, DRILL, PROOFS, HANDOVER = "trends", "drill", "proofs", "handover"  # what a file holds
PERFORMANCE = "performance"  # of the alarms
HEALTH = "health"  # of the cameras
ARRIVALS = "arrivals"  # messages of a source
NEWCOMERS = "newcomers"  # devices without a place
CASES = "cases"  # closed incidents
SLICE = 500  # rows made in one go: a few milliseconds, then the windows have their turn
BREATH_S = 0.002
STOP_S = 2.0
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a table program tells a formula from a text
RAISED = "error"  # the program's own fault: its writer says so beside
REASONS = {errno.ENOSPC: "disk_full", errno.EDQUOT: "disk_full", errno.EROFS: "read_only", errno.EACCES: "read_only"}


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """What one point measured; `name` in the operator's language."""

    name: str
    unit: str
    series: Series


@dataclass(frozen=True, slots=True, eq=False)
class Excerpt:
    """One file. `content` is called on the writer's thread and gives the bytes piece by piece; `what` it is of."""

    path: Path
    points: tuple[PointId, ...]
    start_ms: int
    end_ms: int
    content: Callable[[], Iterable[bytes]]
    what: str = TRENDS


@dataclass(frozen=True, slots=True)
class ExcerptSaved:
    """Posted by the writer: the file is complete on disk."""

    path: Path
    points: tuple[PointId, ...]
    start_ms: int
    end_ms: int
    size: int  # bytes
    sha256: str
    what: str = TRENDS


@dataclass(frozen=True, slots=True)
class ExcerptFailed:
    """Posted by the writer: there is no such file, or the one that was there before. `reason` is a code."""

    path: Path
    reason: str
    what: str = TRENDS


EXCERPT_WORDS = (ExcerptSaved, ExcerptFailed)


def as_csv(site: str, columns: Sequence[Column]) -> Iterator[bytes]:
    """A line for each value and each gap, UTF-8 with a byte order mark; `step_s` 0 are the readings themselves.

    Means, lows and highs are in the point's unit; quality is good, bad or gap.
    """
    yield b"\xef\xbb\xbf" + _lines([HEADER])
    for column in columns:
        for first in range(0, len(column.series), SLICE):
            yield _lines(_rows(site, column, first))


def _rows(site: str, column: Column, first: int) -> Iterator[Sequence[object]]:
    series, last = column.series, min(first + SLICE, len(column.series))
    texts = tuple(plain(text) for text in (site, series.point, column.name, column.unit))
    step = f"{series.step_ms / 1000:g}"
    for i in range(first, last):
        mean, low, high = (float(values[i]) for values in (series.mean, series.low, series.high))
        quality = "bad" if series.bad[i] else "gap" if np.isnan(mean) else "good"
        figures = [f"{value:.9g}" if np.isfinite(value) else "" for value in (mean, low, high)]
        yield (iso_ms(int(series.t_ms[i])), *texts, *figures, quality, step)


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def plain(text: str) -> str:
    """A text a table program does not take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


class ExcerptWriter:
    """Writes one excerpt after the other, each in one piece: a reader finds the whole file or none."""

    def __init__(self, inbox: Inbox, raised: Callable[[str], object] = lambda _error: None) -> None:
        """`raised` is called on the writer's thread with a fault of the program's own: what file, which error."""
        self._inbox = inbox
        self._raised = raised
        self._orders: queue.SimpleQueue[Excerpt | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="excerpts", daemon=True)
        self._thread.start()

    def write(self, excerpt: Excerpt) -> None:
        """Desk thread; posts `ExcerptSaved` or `ExcerptFailed` once."""
        self._orders.put(excerpt)

    def close(self) -> None:
        """Whatever is not written by now is not written."""
        self._stopping.set()
        self._orders.put(None)
        self._thread.join(STOP_S)

    def _run(self) -> None:
        while (excerpt := self._orders.get()) is not None and not self._stopping.is_set():
            try:
                self._inbox.post(self._written(excerpt))
            except OSError as error:
                self._fail(excerpt, REASONS.get(error.errno or 0, "io_error"))
            except Exception as error:  # a worker loop's catch-all: one file's trouble must not cost the others
                log.exception("a file of %s made its writer raise", excerpt.what)
                self._fail(excerpt, RAISED)
                self._raised(f"{excerpt.what}: {type(error).__name__}")

    def _fail(self, excerpt: Excerpt, reason: str) -> None:
        with suppress(OSError, ValueError):  # what cannot be opened, or has no name, cannot be taken away
            _draft_of(excerpt).unlink(missing_ok=True)
        self._inbox.post(ExcerptFailed(excerpt.path, reason, excerpt.what))

    def _written(self, excerpt: Excerpt) -> ExcerptSaved:
        draft, digest, size = _draft_of(excerpt), hashlib.sha256(), 0
        with draft.open("wb") as file:
            for piece in excerpt.content():
                file.write(piece)
                digest.update(piece)
                size += len(piece)
                if self._stopping.wait(BREATH_S):
                    raise OSError(errno.ECANCELED, "the console stops")
        draft.replace(excerpt.path)
        return ExcerptSaved(
            excerpt.path, excerpt.points, excerpt.start_ms, excerpt.end_ms, size, digest.hexdigest(), excerpt.what
        )  # fmt: skip


def _draft_of(excerpt: Excerpt) -> Path:
    return excerpt.path.with_name(f".{excerpt.path.name}.new")
