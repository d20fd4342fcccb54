"""A head with a list of rows below it, or a sentence that says why there are none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from widgets import lettering, theme
from widgets.dispatch.entries import IncidentEntry, UnitEntry
from widgets.dispatch.row_list import RowList

HEAD = 28


class _Head(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = self.more = ""
        self.setFixedHeight(HEAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        inner = self.rect().adjusted(theme.SIDE, 0, -theme.SIDE, 0)
        lettering.draw(painter, inner, "body.strong", self.text, theme.colour("text.hi"))
        inner.setLeft(inner.left() + lettering.width("body.strong", self.text) + theme.SIDE)
        lettering.draw(painter, inner, "note", self.more, theme.colour("text.dim"), align=lettering.RIGHT)
        painter.end()


class _Sentence(QWidget):
    """Dim words in place of rows, on as many lines as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self.hide()

    def say(self, text: str) -> None:
        self.text = text
        self.setVisible(bool(text))
        self._fit()
        self.update()

    def _fit(self) -> None:
        room = self.width() - 2 * theme.SIDE
        height = lettering.paragraph_height("body", self.text, room) + 2 * theme.SPACE if self.text else 0
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        inner = self.rect().adjusted(theme.SIDE, theme.SPACE, -theme.SIDE, 0)
        lettering.draw_paragraph(painter, inner, "body", self.text, theme.colour("text.dim"))
        painter.end()


class ListSection(QWidget):
    """`rows` is the list itself; a section that says nothing is not there. `more` unfolds what is left out of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = _Head(self)
        self._empty = _Sentence(self)
        self.rows = RowList(self)
        self.more = QPushButton(self)
        self.more.setFlat(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setFont(theme.font("note"))
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._empty, self.rows, self.more):
            column.addWidget(widget)
        self.hide()

    def empty_text(self) -> str:
        """The sentence in place of rows, "" while there are rows."""
        return self._empty.text

    def say(self, text: str, more: str, entries: Sequence[UnitEntry | IncidentEntry], empty: str = "") -> None:
        """Head, what stands at its right, the rows, and what is said when there are none."""
        self._head.text, self._head.more = text, more
        self._head.update()
        self._empty.say("" if entries else empty)
        self.rows.show_rows(entries)
        self.setAccessibleName(f"{text} {more}")
        self.setVisible(bool(text))

    def offer_more(self, text: str) -> None:
        """What the button below the rows says, "" for no button."""
        self.more.setText(text)
        self.more.setFont(theme.font("note"))
        if bool(text) == self.more.isHidden():
            self.more.setVisible(bool(text))
