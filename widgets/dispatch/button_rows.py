"""Buttons side by side in as many rows as their words need: none is ever narrower than what stands on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets import theme

HEIGHT = 32


class ButtonRows(QWidget):
    """As high as its rows; a button that is hidden takes no room."""

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.setParent(self)

    def arrange(self) -> None:
        """Each row is filled; the words decide how many buttons share one.

        Not before it is seen: a button that is asked for its size before it has its place forgets its font there.
        """
        if not self.isVisible():
            return
        rows = self._rows()
        for r, row in enumerate(rows):
            spare = self.width() - _needed(row)
            left = 0
            for i, button in enumerate(row):
                width = button.sizeHint().width() + spare // len(row) + (spare % len(row) if i == len(row) - 1 else 0)
                button.setGeometry(left, r * (HEIGHT + theme.SPACE), max(0, width), HEIGHT)
                left += width + theme.SPACE
        height = len(rows) * (HEIGHT + theme.SPACE) - theme.SPACE if rows else 0
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _rows(self) -> list[list[QAbstractButton]]:
        rows: list[list[QAbstractButton]] = []
        for button in self._buttons:
            if button.isHidden():
                continue
            if rows and _needed([*rows[-1], button]) <= self.width():
                rows[-1].append(button)
            else:
                rows.append([button])
        return rows

    def minimumSizeHint(self) -> QSize:
        if not self.isVisible():
            return QSize(0, HEIGHT)
        shown = [button.sizeHint().width() for button in self._buttons if not button.isHidden()]
        return QSize(max(shown, default=0), self.minimumHeight())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """A button has other words, or came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)


def _needed(row: Sequence[QAbstractButton]) -> int:
    return sum(button.sizeHint().width() for button in row) + theme.SPACE * (len(row) - 1)
