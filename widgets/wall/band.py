"""The band over a wall's alarm region: symbol, class, place, time, age and who has it, in the largest letters."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.alarms import Alarm
from console.app import Console
from widgets import lettering, shapes, theme
from widgets.placing import Placing, span
from widgets.wall import clock
from widgets.words import Words

WORD, TITLE = 1.8, (1.5, 1.25)  # sizes over the reader's letters; the title takes the first that fits
LEAST = 0.7  # and nothing is smaller than this
NARROW = 36  # letters: a narrower band has time and state below the title


class Band(QWidget):
    """Solid while the first alarm of the region is unacknowledged, a tint with an edge once somebody has it."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self.px = 40

    def alarms(self) -> list[Alarm]:
        """The leading alarm of every cell, in the order of the cells; while none has a cell, the first that waits."""
        wall = self._console.seeing.wall
        leading = [cell.alarm for cell in wall.region if cell is not None]
        if not leading and wall.region_waiting:
            leading = [wall.current.alarm] if wall.current is not None else [one.alarm for one in wall.waiting[:1]]
        found = map(self._console.alarms.get, leading)
        return [alarm for alarm in found if alarm is not None]

    def paintEvent(self, _event: QPaintEvent) -> None:
        alarms = self.alarms()
        painter = QPainter(self)
        if alarms:
            self._speak(painter, alarms)
        painter.end()

    def _speak(self, painter: QPainter, alarms: list[Alarm]) -> None:
        unseen = [alarm for alarm in alarms if alarm.acknowledged is None]
        first = (unseen or alarms)[0]
        colour = theme.alarm_colour(first.priority)
        ink = theme.colour("on.alarm" if unseen else "text.hi")
        painter.fillRect(self.rect(), colour if unseen else theme.alarm_tint(first.priority))
        if not unseen:
            painter.setPen(QPen(colour, 4))
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))
        side = round(self.px * WORD)
        symbol = QRectF(self.px * 0.8, (self.height() - side) / 2, side, side)
        shapes.alarm_symbol(painter, symbol, first.priority, ink if unseen else colour)
        left = self._word(painter, first, len(alarms), ink, round(symbol.right() + self.px * 0.7))
        title = QRect(left, 0, self.width() - self.px // 2 - left, self.height())
        narrow = self.width() < NARROW * self.px
        if len(alarms) > 1 and narrow:
            lower = title.adjusted(0, title.height() // 2, 0, 0)
            clock.draw(painter, lower, self._console, self._placing, ink, theme.wall_type(self.px, strong=True))
            title = title.adjusted(0, self.px // 4, 0, -title.height() // 2)
        elif len(alarms) > 1:
            right = clock.draw(painter, title, self._console, self._placing, ink, theme.wall_type(self.px, strong=True))
            title.setRight(right - self.px // 2)
        elif narrow:
            title = self._below(painter, title, first, ink)
        else:
            title.setRight(self._when(painter, first, ink) - self.px // 2)
        self._title(painter, title, self._sentence(alarms), ink)

    def _below(self, painter: QPainter, box: QRect, alarm: Alarm, ink: QColor) -> QRect:
        """Time, age and state under the title, where there is no room beside it; gives the title's room."""
        middle = box.center().y()
        text = f"{self._placing.clock(alarm.last.source_ms)} · {self._age(alarm)}"
        lower = QRect(box.left(), middle, box.width(), box.bottom() - self.px // 4 - middle)
        fitting = (name for name in self._sizes(strong=False) if lettering.width(name, text) <= box.width())
        name = next(fitting, theme.wall_type(round(self.px * LEAST)))
        lettering.draw(painter, lower, name, text, ink)
        return QRect(box.left(), self.px // 4, box.width(), middle - self.px // 4)

    def _age(self, alarm: Alarm) -> str:
        return f"{span(self._console.clock.now_ms() - alarm.last.raised_ms)} · {self.state(alarm)}"

    def _sizes(self, *, strong: bool) -> list[str]:
        """Steps of the scale from the reader's letters downwards, for what must fit."""
        return [theme.wall_type(round(self.px * size), strong=strong) for size in (1.0, 0.85, LEAST)]

    def _word(self, painter: QPainter, first: Alarm, count: int, ink: QColor, left: int) -> int:
        """Class word with a line after it; gives where the title begins."""
        name = theme.wall_type(round(self.px * WORD), strong=True)
        word = self._words.alarm_class(first.alarm_class) + (f" ×{count}" if count > 1 else "")
        width = lettering.width(name, word) + 4
        lettering.draw(painter, QRect(left, 0, width, self.height()), name, word, ink)
        line = left + width + self.px * 3 // 4
        painter.fillRect(line, self.height() // 4, 2, self.height() // 2, ink)
        return line + self.px * 3 // 4

    def _sentence(self, alarms: list[Alarm]) -> str:
        """What and where of one alarm; of several how many still wait for a place."""
        wall = self._console.seeing.wall
        waiting = wall.region_waiting - (0 if any(wall.region) else 1)  # of those without a cell the first is named
        if len(alarms) == 1 and waiting <= 0:
            return self._placing.title(alarms[0])
        if waiting > 0:
            return self.tr("%n more waiting", "", waiting)
        unseen = sum(alarm.acknowledged is None for alarm in alarms)
        return self.tr("%n not acknowledged", "", unseen) if unseen else self.tr("all acknowledged")

    def _title(self, painter: QPainter, box: QRect, text: str, ink: QColor) -> None:
        large = [theme.wall_type(round(self.px * size), strong=True) for size in TITLE if box.height() > 2 * self.px]
        names = [*large, *self._sizes(strong=True)]
        name = next((name for name in names if lettering.width(name, text) <= box.width()), names[-1])
        lettering.draw(painter, box, name, text, ink)

    def _when(self, painter: QPainter, alarm: Alarm, ink: QColor) -> int:
        """Time over age and state; gives its left edge."""
        upper = self._placing.clock(alarm.last.source_ms)
        lower = self._age(alarm)
        strong, plain = theme.wall_type(self.px, strong=True), theme.wall_type(self.px)
        width = max(lettering.width(strong, upper), lettering.width(plain, lower)) + 4
        box = QRect(self.width() - width - self.px * 3 // 4, 0, width, self.height())
        half = round(self.px * 1.25)
        top = box.center().y() - half
        for name, text, y in ((strong, upper, top), (plain, lower, top + half)):
            lettering.draw(painter, QRect(box.left(), y, width, half), name, text, ink, align=lettering.RIGHT)
        return box.left()

    def state(self, alarm: Alarm) -> str:
        """Who has it, or that nobody has."""
        if alarm.acknowledged is None:
            return self.tr("not acknowledged")
        by = alarm.acknowledged.by
        at = self._placing.clock(alarm.acknowledged.at_ms)
        return self.tr("%1, %2 at %3").replace("%1", by.person).replace("%2", by.position).replace("%3", at)
