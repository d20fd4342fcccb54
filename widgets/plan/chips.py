"""The small buttons of the plan's bar: a word, perhaps its key, perhaps the worst alarm behind it and how many."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.model import AlarmClass
from widgets import lettering, shapes, theme
from widgets.plan.situation import Toll

HEIGHT = 24
PAD = 8
SYMBOL = 14
LOUD = frozenset({AlarmClass.FIRE, AlarmClass.PRE})


class Chip(QAbstractButton):
    """Checked = switched on, or the one that is shown. Reached with Tab; a click leaves the keys where they are."""

    def __init__(self, parent: QWidget, *, key: str = "", checkable: bool = True) -> None:
        super().__init__(parent)
        self.key = key
        self.shows_key = True
        self.toll: Toll | None = None
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str, toll: Toll | None = None) -> None:
        """The word on it and the alarms behind it."""
        if text == self.text() and _shown(toll) == _shown(self.toll):
            return
        self.toll = toll
        self.setText(text)
        self.setAccessibleName(f"{text} {toll.worst.alarm_class.value} {toll.count}" if toll is not None else text)
        self.update()

    def sizeHint(self) -> QSize:
        width = lettering.width("note", self.text()) + 2 * PAD + 2
        if self.key and self.shows_key:
            width += self._key_width() + 6
        if self.toll is not None:
            width += SYMBOL + 4 + lettering.width("note", str(self.toll.count)) + 4
        return QSize(width, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        solid = self.toll is not None and self.toll.worst.alarm_class in LOUD and self.toll.is_unseen
        ground, edge, ink = self._colours(solid)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(edge, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        left, right = PAD, self.width() - PAD
        if self.key and self.shows_key:
            right = self._key_cap(painter, right)
        if self.toll is not None:
            right = self._behind(painter, right, ink if solid else theme.alarm_colour(self.toll.priority))
        lettering.draw(painter, QRect(left, 0, max(0, right - left), HEIGHT), "note", self.text(), ink)
        if self.hasFocus() or (self.isChecked() and self.toll is not None):
            painter.setPen(QPen(theme.colour("text.hi"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _colours(self, solid: bool) -> tuple[QColor, QColor, QColor]:
        """Ground, edge and ink."""
        if self.toll is not None and solid:
            colour = theme.alarm_colour(self.toll.priority)
            return colour, colour, theme.colour("on.alarm")
        if self.toll is not None:
            edge = theme.alarm_colour(self.toll.priority)
            return theme.alarm_tint(self.toll.priority), edge, theme.colour("text.hi")
        if self.isChecked():
            return theme.colour("bg.select"), theme.colour("text.dim"), theme.colour("text.hi")
        return theme.colour("bg.panel"), theme.colour("line.strong"), theme.colour("text.dim")

    def _behind(self, painter: QPainter, right: int, colour: QColor) -> int:
        """Symbol and count of the alarms behind this button, at its right end."""
        assert self.toll is not None
        text = str(self.toll.count)
        width = lettering.width("note", text)
        lettering.draw(painter, QRect(right - width, 0, width + 2, HEIGHT), "note", text, colour)
        box = QRectF(right - width - 4 - SYMBOL, (HEIGHT - SYMBOL) / 2, SYMBOL, SYMBOL)
        shapes.alarm_symbol(painter, box, self.toll.priority, colour)
        return int(box.left()) - 4

    def _key_width(self) -> int:
        return lettering.width("note", self.key) + 8

    def _key_cap(self, painter: QPainter, right: int) -> int:
        width = self._key_width()
        cap = QRect(right - width + 4, 4, width, HEIGHT - 9)
        painter.setPen(QPen(theme.colour("line.strong"), 1))
        painter.drawRect(cap)
        lettering.draw(painter, cap, "note", self.key, theme.colour("text.dim"), align=lettering.CENTRE)
        return cap.left() - 4


def _shown(toll: Toll | None) -> tuple[object, ...] | None:
    """What of it can be seen on a button."""
    return None if toll is None else (toll.worst.alarm_class, toll.priority, toll.is_unseen, toll.count)
