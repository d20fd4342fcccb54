"""The trends of the left column: the point of the alarm large, others small; at rest a kept choice. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.alarms import Alarm
from console.app import Console
from console.model import AlarmId, PointId
from widgets import lettering, measures, theme
from widgets.placing import Placing
from widgets.trends.marks import Mark, Marks
from widgets.trends.nearby import Near, telling
from widgets.trends.reading import Reading
from widgets.trends.rows import COLUMN, TrendRow
from widgets.trends.span import DAY, HOUR, MINUTE
from widgets.trends.telling import Telling
from widgets.trends.ticks import times

REDRAW_MS, SOON_MS = 400, 50  # all of it is redrawn in that time, one row after the other
OTHERS_MS = 2 * HOUR
LARGE_RANGES = (10 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, DAY)
LEAD = 0.8  # of the large range: an alarm older than that takes the next one
TIME_WIDTH = 72  # px of one time on the axis
HIGHEST = 80  # px of a small one
LINES = 4  # of an axis in the column


@dataclass(frozen=True, slots=True)
class Place:
    """A row that is to be shown; `near`: the large one, and how near its point is to the alarm."""

    point: PointId
    box: QRect
    near: Near | None = None


class TrendPanel(QWidget):
    """`point_asked`: this point in the page, None for the page as it is."""

    point_asked = Signal(object)  # PointId or None

    def __init__(self, console: Console, placing: Placing, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._marks = marks
        self._telling = Telling(console, placing, self)
        self._reading = Reading(console, self)
        self._choice: Sequence[PointId] = ()
        self._alarm: AlarmId | None = None
        self.rows: list[TrendRow] = []
        self._places: list[Place] = []
        self._turn = 0  # the row that is looked at next
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._timer = QTimer(self)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self.on_turn)
        self._soon = QTimer(self)  # one look for a whole flood, after what is urgent
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._reading.changed.connect(self._soon.start)
        marks.changed.connect(self.on_marks)
        self.retranslate()

    # ---- what it shows ----

    def show_alarm(self, alarm: AlarmId | None) -> None:
        """Follow this alarm; None is at rest."""
        if alarm != self._alarm:
            self._alarm = alarm
            self._soon.start()

    def show_choice(self, points: Sequence[PointId]) -> None:
        """What to show at rest; nothing: what is typical of the site."""
        self._choice = points
        self._soon.start()

    def on_marks(self) -> None:
        """An alarm came or was seen; in a flood its mark is drawn when it is its row's turn."""
        if not self._console.alarms.is_flood:
            self._soon.start()

    def refresh(self) -> None:
        """Look again at all of it; nothing is looked up while nobody can see it."""
        if not self._is_seen():
            return
        self._places = self._plan()
        self.rows = [self._made(place) for place in self._places]
        self._turn = 0
        self._timer.setInterval(REDRAW_MS // max(1, len(self.rows)))
        self._describe()
        self.update()

    def on_turn(self) -> None:
        """The next row as it is now: all of them in one turn of the loop would hold up what is urgent."""
        if not self._is_seen():
            return
        if self._turn == 0 and self._places != self._plan():
            self.refresh()
        elif self.rows:
            row = self.rows[self._turn] = self._made(self._places[self._turn])
            self._turn = (self._turn + 1) % len(self.rows)
            self.update(row.box if self._turn else row.box.adjusted(0, 0, 0, measures.TREND_AXIS))
            if not self._turn:
                self._describe()

    def _is_seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    def _describe(self) -> None:
        self.setAccessibleDescription("\n".join(row.words for row in self.rows))

    def _found(self) -> Alarm | None:
        return self._console.alarms.get(self._alarm) if self._alarm is not None else None

    def _plan(self) -> list[Place]:
        """Which points are shown where."""
        alarm = self._found()
        room = QRect(0, theme.PANEL_HEAD, self.width(), self.height() - theme.PANEL_HEAD - measures.TREND_AXIS)
        places: list[Place] = []
        others: Sequence[PointId] = ()
        if alarm is not None:
            found = self._telling.near(alarm.point)
            if (first := telling(found)) is not None:
                high = min(measures.LARGE_TREND, max(measures.LOW_LARGE_TREND, room.height() - measures.TREND))
                places.append(Place(first.point, QRect(0, room.y(), room.width(), high), first))
                room.setTop(room.y() + high)
            others = [one.point for one in found if one is not first]
        others = others or self._at_rest()
        count = max(0, room.height() // measures.TREND)
        high = min(HIGHEST, room.height() // max(1, count))
        for i, point in enumerate(others[:count]):
            places.append(Place(point, QRect(0, room.y() + i * high, room.width(), high)))
        return places

    def _made(self, place: Place) -> TrendRow:
        alarm = self._found()
        if place.near is None or alarm is None:
            return self._small(place.point, place.box)
        return self._large(alarm, place.near, place.box)

    def _at_rest(self) -> Sequence[PointId]:
        there = set(self._telling.numeric())
        chosen = [point for point in self._choice if point in there]
        return chosen or self._telling.typical()

    def _large(self, alarm: Alarm, first: Near, box: QRect) -> TrendRow:
        marks = self._marks.of(first.point, alarm.id)
        note = self._telling.words.nearness(first)
        return self._row(first.point, box, self._large_range(alarm), note, marks, is_large=True)

    def _large_range(self, alarm: Alarm) -> int:
        """Ten minutes, or as many more as it takes to see the alarm begin."""
        age = self._console.clock.now_ms() - alarm.last.raised_ms
        return next((length for length in LARGE_RANGES if age < LEAD * length), LARGE_RANGES[-1])

    def _small(self, point: PointId, box: QRect) -> TrendRow:
        return self._row(point, box, OTHERS_MS)

    def _row(
        self, point: PointId, box: QRect, length_ms: int, note: str = "", marks: Sequence[Mark] = (), *,
        is_large: bool = False,
    ) -> TrendRow:  # fmt: skip
        now = self._console.clock.now_ms()
        columns = box.width() if is_large else round((1 - COLUMN) * box.width())
        wanted = (point, now - length_ms, now, max(1, columns - 2 * theme.SIDE))
        series = self._reading.series(*wanted) or self._reading.remembered(*wanted)
        said = self._telling.said(point, series)
        words = self._telling.words
        age = words.never() if said.age_ms is None else words.age(said.age_ms) if said.is_old or is_large else ""
        scale = self._telling.scale([(point, series)], now - length_ms, now, LINES)
        return TrendRow(
            point, box, said, note, age, series, scale, self._console.trends.limits(point), marks,
            now - length_ms, now, is_large, words.waiting(),
        )  # fmt: skip

    # ---- life ----

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            at = event.position().toPoint()
            self.point_asked.emit(next((row.point for row in self.rows if row.box.contains(at)), None))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Trends"))
        self.refresh()

    # ---- painting ----

    def paintEvent(self, event: QPaintEvent) -> None:
        asked = event.rect()
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(asked, theme.colour("bg.panel"))
            if asked.top() < theme.PANEL_HEAD:
                self._head(painter)
            for row in self.rows:
                if row.box.intersects(asked):
                    row.paint(painter)
            if self.rows and asked.bottom() >= self.height() - measures.TREND_AXIS:
                self._axis(painter, self.rows[-1])
            elif not self.rows:
                box = self.rect().adjusted(theme.SIDE, theme.PANEL_HEAD, -theme.SIDE, 0)
                text = self.tr("No point of this site measures a number.")
                lettering.draw_wrapped(painter, box, "body", text, theme.colour("text.dim"))

    def _head(self, painter: QPainter) -> None:
        painter.fillRect(0, 0, self.width(), theme.PANEL_HEAD, theme.colour("bg.raise"))
        inner = QRect(theme.SIDE, 0, self.width() - 2 * theme.SIDE, theme.PANEL_HEAD)
        title = self.tr("Trends")
        lettering.draw(painter, inner, "body.strong", title, theme.colour("text.hi"))
        cap = QRect(inner.right() - 27, 7, 28, 18)
        painter.setPen(theme.colour("line.strong"))
        painter.drawRect(cap)
        lettering.draw(painter, cap, "note", "F7", theme.colour("text.dim"), align=lettering.CENTRE)
        left = inner.x() + lettering.width("body.strong", title) + 10
        box = QRect(left, 0, cap.x() - left - 8, theme.PANEL_HEAD)
        lettering.draw(painter, box, "note", self.ranges(), theme.colour("text.dim"))

    def ranges(self) -> str:
        """How much time the lines show."""
        words = self._telling.words
        others = words.length(OTHERS_MS)
        if not self.rows or not self.rows[0].is_large:
            return others if self.rows else ""
        large = words.length(self.rows[0].end_ms - self.rows[0].start_ms)
        if len(self.rows) == 1:
            return large
        return self.tr("the large one %1, others %2").replace("%1", large).replace("%2", others)

    def _axis(self, painter: QPainter, row: TrendRow) -> None:
        """The times of the lowest line, below it."""
        area, zone = row.area, ZoneInfo(self._console.site.time_zone)
        top = self.height() - measures.TREND_AXIS
        for tick in times(row.start_ms, row.end_ms, zone, max(1, area.width() // TIME_WIDTH)):
            x = area.x() + round((tick.at - row.start_ms) / (row.end_ms - row.start_ms) * area.width())
            painter.fillRect(x, row.box.bottom() - 3, 1, 4, theme.colour("line.strong"))
            left = min(max(area.x(), x - TIME_WIDTH // 2), self.width() - TIME_WIDTH)
            box = QRect(left, top, TIME_WIDTH, measures.TREND_AXIS)
            lettering.draw(painter, box, "note", tick.text, theme.colour("text.dim"), align=lettering.CENTRE)
