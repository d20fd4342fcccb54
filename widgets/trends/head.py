"""The head of one plot: each of its lines with name, newest value and a button that removes it. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.model import PointId
from widgets import lettering, theme
from widgets.trends import ink
from widgets.trends.telling import Said

HEIGHT = 26
CROSS = 24  # hit area of the button that removes
GAP = 8


@dataclass(frozen=True, slots=True)
class Tag:
    """What the head says of one line; `note` beside it, as "nearest in the zone"."""

    point: PointId
    said: Said
    note: str = ""


class Remove(QAbstractButton):
    """A small cross; says in its tooltip what it removes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(CROSS, HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(CROSS, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            hot = self.underMouse() or self.hasFocus()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("text.hi" if hot else "text.dim"), 1.5))
            middle = self.rect().center()
            for sign in (1, -1):
                painter.drawLine(middle - QPoint(4, 4 * sign), middle + QPoint(4, 4 * sign))
            if self.hasFocus():
                painter.drawRect(self.rect().adjusted(1, 3, -2, -4))


class PlotHead(QWidget):
    """Lines share the width; what has no room is elided."""

    remove_asked = Signal(object)  # PointId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tags: Sequence[Tag] = ()
        self.is_chosen = False
        self.removes: list[Remove] = []
        self.setFixedHeight(HEIGHT)

    def show_tags(self, tags: Sequence[Tag], *, chosen: bool) -> None:
        """These lines from left to right."""
        changed = [tag.point for tag in tags] != [tag.point for tag in self.tags]
        self.tags, self.is_chosen = tags, chosen
        if changed:
            self._make_removes()
        for button, tag in zip(self.removes, tags, strict=True):
            text = self.tr("Remove %1").replace("%1", tag.said.name)
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.update()

    def _make_removes(self) -> None:
        for button in self.removes:
            button.hide()
            button.deleteLater()
        self.removes = []
        for tag in self.tags:
            button = Remove(self)
            button.clicked.connect(lambda _checked=False, point=tag.point: self.remove_asked.emit(point))
            button.show()
            self.removes.append(button)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for at, button in enumerate(self.removes):
            button.move(self._part(at).right() - CROSS + 1, 0)

    def _part(self, at: int) -> QRect:
        count = max(1, len(self.tags))
        left, right = self.width() * at // count, self.width() * (at + 1) // count
        return QRect(left, 0, right - left, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(self.rect(), theme.colour("bg.select" if self.is_chosen else "bg.panel"))
            painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
            for at, tag in enumerate(self.tags):
                self._tag(painter, at, tag)

    def _tag(self, painter: QPainter, at: int, tag: Tag) -> None:
        """Number where there are several, name, note; value and unit at the right."""
        inner = self._part(at).adjusted(GAP, 1, -CROSS - 2, 0)
        dim = theme.colour("text.dim")
        right = inner.right()
        for text, name, colour in (
            (tag.said.unit, "note", dim),
            (tag.said.value, "value" if len(self.tags) == 1 else "body.strong", tag.said.colour),
        ):
            width = lettering.width(name, text) + 4 if text else 0
            lettering.draw(painter, QRect(right - width, 1, width, HEIGHT - 1), name, text, colour)
            right -= width
        left = inner.x()
        if len(self.tags) > 1:
            number = QRect(left, 5, 16, 16)
            painter.setPen(ink.shade(at))
            painter.drawRect(number)
            lettering.draw(painter, number, "note", str(at + 1), ink.shade(at), align=lettering.CENTRE)
            left += 22
        width = max(0, min(right - left - 4, lettering.width("body.strong", tag.said.name) + 2))
        name_box = QRect(left, 1, width, HEIGHT - 1)
        lettering.draw(painter, name_box, "body.strong", tag.said.name, theme.colour("text.hi"))
        note = QRect(left + width + GAP, 1, right - left - width - 2 * GAP, HEIGHT - 1)
        if note.width() > 48:
            lettering.draw(painter, note, "note", tag.note, dim)
