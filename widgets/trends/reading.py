"""Series for whatever is on the screen: from memory at once, else asked of the history and kept up to date. GUI thread.

Nothing waits: what is not there yet is drawn when its answer comes.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from console import announce
from console.app import Console
from console.histories import Series
from console.model import PointId
from console.trends import continued

KEPT = 64  # series of points that are not on the screen any more
DRIFT = 0.1  # of its length: a live series that moved so far is asked anew
TAIL = 0.15  # of its length is taken from memory behind an answer: enough to know how often the point speaks
LEAST_MS = 5_000  # less of it is not worth a line
FINER = 1.5  # a series so much longer than wanted is too coarse


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of a point."""

    start_ms: int
    end_ms: int
    most: int

    @property
    def length_ms(self) -> int:
        return self.end_ms - self.start_ms

    @property
    def column_ms(self) -> float:
        """The time one value stands for."""
        return self.length_ms / max(1, self.most)


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """An answer of the history and what was wanted."""

    wish: Wish
    series: Series


class Reading(QObject):
    """`changed` says that an answer came."""

    changed = Signal()

    def __init__(self, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._trends = console.trends
        self._kept: dict[PointId, Kept] = {}
        self._asked: dict[int, tuple[PointId, Wish]] = {}
        console.announcer.subscribe(announce.SeriesReady, self.on_ready)
        console.announcer.subscribe(announce.LinkBack, self.on_link_back)

    def series(self, point: PointId, start_ms: int, end_ms: int, most: int) -> Series | None:
        """What is known now of this time; None while the first answer is on its way."""
        found = self._trends.window(point, start_ms, end_ms, most)
        if found is not None:
            return found
        wish, kept = Wish(start_ms, end_ms, most), self._kept.get(point)
        tail = self._tail(kept.series, point, wish) if kept is not None else None
        if (kept is None or not _serves(kept.wish, wish, has_tail=tail is not None)) and not self._is_asked(point):
            self._asked[self._trends.ask(point, start_ms, end_ms, most)] = point, wish
        if kept is None or tail is None or not len(tail):
            return kept.series if kept is not None else None
        return continued(kept.series, tail)

    def remembered(self, point: PointId, start_ms: int, end_ms: int, most: int) -> Series | None:
        """The latest part of this time, as much as memory has; drawn until the answer comes. None: nothing of it."""
        length = (end_ms - start_ms) // 2
        while length >= LEAST_MS:
            found = self._trends.window(point, end_ms - length, end_ms, most)
            if found is not None:
                return found if len(found) else None
            length //= 2
        return None

    @property
    def trouble(self) -> str:
        """Why the history cannot be read, "" while it can."""
        link = self._console.links.get("history")
        return link.reason or link.kind if link is not None and not link.up else ""

    def forget(self) -> None:
        """What was asked and kept belongs to nobody any more."""
        for ask in self._asked:
            self._trends.forget(ask)
        self._asked.clear()
        self._kept.clear()

    # ---- answers ----

    def on_ready(self, ready: announce.SeriesReady) -> None:
        asked = self._asked.pop(ready.ask, None)
        if asked is None:
            return
        point, wish = asked
        series = self._trends.take_answer(ready.ask)
        if series is not None:
            self._kept.pop(point, None)
            self._kept[point] = Kept(wish, series)
            while len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
        self.changed.emit()

    def on_link_back(self, back: announce.LinkBack) -> None:
        """What was answered while the history was lost may be half of it."""
        if back.kind == "history":
            self._kept.clear()
            self.changed.emit()

    # ---- whether it will do ----

    def _is_asked(self, point: PointId) -> bool:
        return any(asked == point for asked, _ in self._asked.values())

    def _tail(self, series: Series, point: PointId, wish: Wish) -> Series | None:
        """What was heard since the answer, and a little before; None when memory does not know it."""
        if wish.end_ms <= series.end_ms:
            return None
        before = min(series.end_ms, wish.end_ms - round(TAIL * wish.length_ms))
        most = max(1, round(2 * TAIL * wish.most))
        found = self._trends.window(point, before, wish.end_ms, most)
        return found if found is not None else self._trends.window(point, series.end_ms, wish.end_ms, most)


def _serves(has: Wish, wish: Wish, *, has_tail: bool) -> bool:
    """Whether an answer reaches far enough back, is fine enough, and can be kept up to date from memory."""
    if has.start_ms > wish.start_ms + wish.column_ms or has.length_ms > wish.length_ms * FINER:
        return False
    lacks = wish.end_ms - has.end_ms
    return lacks <= wish.column_ms or (has_tail and lacks <= wish.length_ms * DRIFT)
