"""A large number over a screen, with its name and role: which one is which. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QScreen
from PySide6.QtWidgets import QWidget

from widgets import theme

SHARE = 4  # a badge is so much lower than its screen's shorter side: the pictures stay to be seen
LEAST = 160
FLAGS = (
    Qt.WindowType.Tool | Qt.WindowType.BypassWindowManagerHint | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowTransparentForInput
    | Qt.WindowType.WindowDoesNotAcceptFocus
)  # fmt: skip


class Badge(QWidget):
    """Stands in the lower left corner of its screen; takes neither focus nor mouse."""

    def __init__(self, number: int, name: str, role: str) -> None:
        super().__init__(None, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.number, self.name, self.role = number, name, role

    def show_on(self, screen: QScreen) -> None:
        room = screen.geometry()
        height = max(LEAST, min(room.width(), room.height()) // SHARE)
        gap = height // 8
        width = min(height * 16 // 9, room.width() - 2 * gap)
        self.setScreen(screen)
        self.setGeometry(room.left() + gap, room.bottom() - gap - height, width, height)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.void"))
        painter.setPen(QPen(theme.colour("text.hi"), 4))
        painter.drawRect(self.rect().adjusted(2, 2, -3, -3))
        height, centre = self.height(), Qt.AlignmentFlag.AlignCenter
        numeral = QRect(0, 0, height, height)
        self._write(painter, numeral, str(self.number), height * 6 // 10, centre)
        words = QRect(numeral.right(), 0, self.width() - numeral.right() - 16, height)
        left = Qt.AlignmentFlag.AlignLeft
        upper, lower = words.adjusted(0, 0, 0, -height // 2), words.adjusted(0, height // 2, 0, 0)
        self._write(painter, upper, self.role, height // 6, left | Qt.AlignmentFlag.AlignBottom)
        self._write(painter, lower, self.name, height // 9, left | Qt.AlignmentFlag.AlignTop)
        painter.end()

    def _write(self, painter: QPainter, box: QRect, text: str, most: int, align: Qt.AlignmentFlag) -> None:
        """As large as asked for, or as fits the box."""
        font = QFont(theme.font("age"))
        font.setPixelSize(most)
        painter.setFont(font)
        needed = painter.fontMetrics().horizontalAdvance(text)
        if needed > box.width():
            font.setPixelSize(max(10, most * box.width() // needed))
            painter.setFont(font)
        painter.drawText(box, int(align), text)
