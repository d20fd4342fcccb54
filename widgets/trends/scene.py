"""What one plot of the page shows at a moment: its lines, scale, limits, alarm marks and words. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from console.app import Console
from console.histories import Series
from console.model import AlarmId, PointId
from widgets.trends.box import PlotBox
from widgets.trends.head import Tag
from widgets.trends.marks import Marks
from widgets.trends.nearby import Near, telling
from widgets.trends.plot import Drawing, Pen
from widgets.trends.reading import Reading
from widgets.trends.span import DAY, Span
from widgets.trends.strokes import Gap
from widgets.trends.telling import Telling
from widgets.trends.ticks import times

STEPS = 10  # of the length: what was asked for the day before serves for so long


class Scene(QObject):
    """Reads the desks. `guest` is the point that is shown for `alarm` beside what was arranged."""

    def __init__(self, console: Console, telling: Telling, marks: Marks, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._telling = telling
        self._marks = marks
        self.reading = Reading(console, self)
        self.earlier = Reading(console, self)
        self.is_compared = False  # with the same hours of the day before
        self.guest: Near | None = None
        self.alarm: AlarmId | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The site's."""
        return ZoneInfo(self._console.site.time_zone)

    def nearest(self, alarmed: PointId) -> Near | None:
        """The point that tells most of an alarm of this one."""
        return telling(self._telling.near(alarmed))

    def drawing(self, points: Sequence[PointId], span: Span, now_ms: int, box: PlotBox) -> Drawing:
        """As much as this box has pixels for."""
        start, end = span.at(now_ms)
        columns = box.plot.frame.columns
        pens = [
            Pen(point, self.reading.series(point, start, end, columns), self._before(point, start, end, columns))
            for point in points
        ]
        for_alarm = self.alarm if self.guest is not None and points[0] == self.guest.point else None
        return Drawing(
            start, end, now_ms, pens,
            self._telling.scale(
                [(pen.point, series) for pen in pens for series in (pen.series, pen.before)], start, end,
                box.values_wanted,
            ),
            times(start, end, self.zone, box.times_wanted), self._console.trends.limits(points[0]),
            [mark for point in points for mark in self._marks.of(point, for_alarm)],
            span.is_live, self._gap, self.tr("reading the history…"),
        )  # fmt: skip

    def _before(self, point: PointId, start_ms: int, end_ms: int, columns: int) -> Series | None:
        """The same hours of the day before, moved to where they are drawn; None while they are read or not wanted."""
        if not self.is_compared or end_ms - start_ms > DAY:
            return None
        here = datetime.fromtimestamp(start_ms / 1000, self.zone)
        day_before = here - timedelta(days=1)  # by the clock on the wall: such a day may have 23 or 25 hours
        ago = start_ms - round(day_before.timestamp() * 1000)
        step = max(1, (end_ms - start_ms) // STEPS)
        first = (start_ms - ago) // step * step
        found = self.earlier.series(point, first, first + (STEPS + 1) * step, columns * (STEPS + 1) // STEPS)
        if found is None:
            return None
        return replace(found, start_ms=found.start_ms + ago, end_ms=found.end_ms + ago, t_ms=found.t_ms + ago)

    def _gap(self, gap: Gap) -> str:
        return self._telling.words.gap(gap, self.reading.trouble)

    def tag(self, pen: Pen) -> Tag:
        """Name, newest value, and what has to be known of it: how old it is, why it is shown."""
        said = self._telling.said(pen.point, pen.series)
        words = self._telling.words
        notes = [words.never() if said.age_ms is None else words.age(said.age_ms) if said.is_old else ""]
        if self.guest is not None and pen.point == self.guest.point:
            notes.insert(0, words.nearness(self.guest))
        return Tag(pen.point, said, " · ".join(note for note in notes if note))

    def note(self, span: Span, now_ms: int) -> str:
        """What the bar has to say: the history is lost, or which time is shown while it does not follow the clock."""
        if self.reading.trouble:
            return self.tr("The history cannot be read: what is older than memory is missing")
        said = "" if span.is_live else self.stretch(span, now_ms)
        compared = self.tr("dotted: the day before") if self.is_compared and span.length_ms <= DAY else ""
        return " · ".join(text for text in (said, compared) if text)

    def stretch(self, span: Span, now_ms: int) -> str:
        """From when to when."""
        return self._telling.words.stretch(*span.at(now_ms), self.zone)
