"""The small line in an alarm's details: its point from ten minutes before to five minutes after. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QPainter

from console.alarms import Alarm
from console.app import Console
from console.histories import Series
from console.trends import Limit
from widgets import lettering, theme
from widgets.placing import Placing
from widgets.sheet import Head, Row
from widgets.trends import ink
from widgets.trends.frame import Frame
from widgets.trends.marks import Mark, Marks
from widgets.trends.nearby import telling
from widgets.trends.reading import Reading
from widgets.trends.span import AFTER, BEFORE
from widgets.trends.strokes import gaps
from widgets.trends.telling import Said, Telling
from widgets.trends.ticks import Scale

HEIGHT, LINE = 76, 20
MOST = 400  # values: no column is wider
TICKS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Spark:
    """One row of the details' sheet. The time after `now_ms` is left free: it has not happened yet."""

    said: Said
    series: Series
    scale: Scale
    limits: Sequence[Limit]
    marks: Sequence[Mark]
    start_ms: int
    end_ms: int
    now_ms: int

    def height(self, _width: int) -> int:
        return HEIGHT

    def paint(self, painter: QPainter, box: QRect) -> None:
        inner = box.adjusted(theme.SIDE, 4, -theme.SIDE, -8)
        value = f"{self.said.value} {self.said.unit}"
        room = lettering.width("body.strong", value) + 4
        left, right = inner.adjusted(0, 0, -room - 8, 0), QRect(inner.right() - room, inner.y(), room, LINE)
        left.setHeight(LINE)
        lettering.draw(painter, left, "note", self.said.name, theme.colour("text.dim"))
        lettering.draw(painter, right, "body.strong", value, self.said.colour, align=lettering.RIGHT)
        frame = Frame(QRectF(inner.adjusted(0, LINE + 4, 0, 0)), self.start_ms, self.end_ms, self.scale)
        painter.fillRect(frame.box, theme.colour("bg.void"))
        ink.bands(painter, frame, self.limits)
        ink.hatched(painter, frame, gaps(self.series, self.start_ms, min(self.end_ms, self.now_ms)), None)
        ink.line(painter, frame, self.series, theme.colour("text.hi"))
        ink.limit_lines(painter, frame, self.limits)
        for mark in self.marks:
            ink.alarm_mark(painter, frame, mark, frame.box.top())


class Sparks(QObject):
    """Makes the rows; `answered` is called when one that was asked of the history can be drawn."""

    def __init__(
        self, console: Console, placing: Placing, marks: Marks, answered: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._marks = marks
        self._telling = Telling(console, placing, self)
        self._reading = Reading(console, self)
        self._answered = answered
        self._reading.changed.connect(self.on_changed)

    def on_changed(self) -> None:
        self._answered()

    def rows(self, alarm: Alarm) -> Iterator[Row]:
        """Head and line; nothing where no measured point is near enough to tell of the alarm."""
        first = telling(self._telling.near(alarm.point))
        if first is None:
            return
        start, end = alarm.last.raised_ms - BEFORE, alarm.last.raised_ms + AFTER
        now = self._console.clock.now_ms()
        series = self._reading.series(first.point, start, min(end, now), MOST)
        if series is None:
            return
        head = self.tr("Trend −10 to +5 min")
        yield Head(head, self._telling.words.nearness(first))
        yield Spark(
            self._telling.said(first.point, series), series,
            self._telling.scale([(first.point, series)], start, end, TICKS),
            self._console.trends.limits(first.point), self._marks.of(first.point, alarm.id), start, end, now,
        )  # fmt: skip
