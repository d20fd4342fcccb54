"""The floor's plan beside the alarm picture: still, drawn anew when the alarm or its facts change."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.model import AlarmId
from widgets import lettering, theme
from widgets.plan.small import SmallPlan

LINE, SECOND = 1.3, 0.9  # height of the line below and its letters, over the reader's letters

TALLEST = 0.75  # height over width of the drawing


class PlanBox(QWidget):
    """The plan over a line that says where it is."""

    def __init__(self, plan: SmallPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._alarm: AlarmId | None = None
        self.px = 40

    def show_alarm(self, alarm: AlarmId | None) -> None:
        self._alarm = alarm
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        if self._alarm is not None:
            self._painted(painter, self._alarm)
        painter.end()

    def _painted(self, painter: QPainter, alarm: AlarmId) -> None:
        place = self._plan.place(alarm)
        name, room = theme.wall_type(round(self.px * SECOND)), self.width() - self.px
        lines = 2 if lettering.width(name, place) > room else 1 if place else 0
        foot = round(self.px * LINE * lines)
        height = min(self.height() - foot, round(self.width() * TALLEST))
        top = (self.height() - foot - height) // 2
        self._plan.paint(painter, QRect(0, top, self.width(), height), alarm)
        below = QRect(self.px // 2, top + height, room, foot)
        lettering.draw_wrapped(painter, below, name, place, theme.colour("text"))
