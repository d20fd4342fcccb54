"""Where in the clip: a line with what has been played, the alarm's moment on it, and a handle to drag."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from widgets import theme

HEIGHT, GROOVE, HANDLE, MARK = 28, 6, 10, 3


class SeekSlider(QSlider):
    """Its value is ms from the clip's beginning. `sought` is emitted for what the operator wants, never for `place`."""

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.alarm_ms: int | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the panel has the keys

    def place(self, at_ms: int, length_ms: int, alarm_ms: int | None) -> None:
        """The clip is there now; a handle in the operator's hand stays there."""
        self.alarm_ms = alarm_ms if alarm_ms is not None and 0 <= alarm_ms <= length_ms else None
        self.setRange(0, max(0, length_ms))
        if not self._is_dragged:
            self.setValue(at_ms)
        self.update()

    def x_of(self, ms: int) -> int:
        room = self.width() - 2 * HANDLE
        return HANDLE + round(room * ms / max(1, self.maximum()))

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def _seek(self, x: float) -> None:
        room = max(1, self.width() - 2 * HANDLE)
        at_ms = round(max(0.0, min(1.0, (x - HANDLE) / room)) * self.maximum())
        self.setValue(at_ms)
        self.sought.emit(at_ms)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.isEnabled():
            self._is_dragged = True
            self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._seek(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._is_dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            middle = self.height() // 2
            groove = QRect(HANDLE, middle - GROOVE // 2, self.width() - 2 * HANDLE, GROOVE)
            painter.fillRect(groove, theme.colour("line.strong"))
            if self.isEnabled():
                here = self.x_of(self.value())
                played = QRect(groove.x(), groove.y(), here - groove.x(), GROOVE)
                painter.fillRect(played, theme.colour("text.dim"))
                if self.alarm_ms is not None:
                    mark = QRect(self.x_of(self.alarm_ms) - MARK // 2, 2, MARK, self.height() - 4)
                    painter.fillRect(mark, theme.colour("alarm.urgent"))
                painter.fillRect(QRect(here - HANDLE // 2, middle - 9, HANDLE, 18), theme.colour("text.hi"))
