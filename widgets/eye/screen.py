"""A window as it stood at that second, drawn from the record: tiles in their places, with what was on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.eye import Picture, Seen
from console.eye.glimpse import Box
from widgets import lettering, theme
from widgets.eye.eye_words import EyeWords

ASPECT = (16, 9)
PAD = 6
GROUNDS = {
    Picture.LIVE: "bg.select", Picture.DELAYED: "bg.panel", Picture.STALE: "bg.panel", Picture.REPLAY: "bg.panel",
}  # fmt: skip


class EyeScreen(QWidget):
    """No picture is kept, so none is drawn: words in the places of the tiles."""

    def __init__(self, words: EyeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._seen: Sequence[Seen] = ()
        self._instead = ""
        self._drill = ""

    def show_scene(self, seen: Sequence[Seen], instead: str, drill: str = "") -> None:
        """These tiles; `instead` of them a sentence when there are none; `drill`: the word, where it was one."""
        self._seen, self._instead, self._drill = seen, instead, drill
        said = [f"{self._words.label(one)}: {self._words.picture(one)}" for one in seen]
        self.setAccessibleDescription("\n".join([drill, *said, instead]).strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("bg.void"))
            if self._instead:
                box = self.rect().adjusted(16, 0, -16, 0)
                lettering.draw_wrapped(painter, box, "body", self._instead, theme.colour("text.dim"))
                return
            used = _around([one.box for one in self._seen])
            area = self._area(used)
            painter.setPen(QPen(theme.colour("drill" if self._drill else "line.strong"), 2 if self._drill else 1))
            painter.drawRect(area.adjusted(-2, -2, 1, 1))
            for one in self._seen:
                self._tile(painter, _placed(one.box, used, area), one)
            if self._drill:
                width = lettering.width("head", self._drill) + 16
                plate = QRect(area.center().x() - width // 2, area.top(), width, 24)
                painter.fillRect(plate, theme.colour("drill"))
                lettering.draw(painter, plate, "head", self._drill, theme.colour("text.hi"), align=lettering.CENTRE)

    def _area(self, used: Box) -> QRect:
        """As large as fits, in the shape of the part of the screen that held pictures."""
        inner = self.rect().adjusted(PAD, PAD, -PAD, -PAD)
        across, down = used[2] * ASPECT[0], used[3] * ASPECT[1]
        width = min(inner.width(), inner.height() * across // down)
        height = width * down // across
        return QRect(inner.center().x() - width // 2, inner.center().y() - height // 2, width, height)

    def _tile(self, painter: QPainter, box: QRect, seen: Seen) -> None:
        picture = seen.view.picture
        painter.fillRect(box, theme.colour(GROUNDS.get(picture, "bg.nosignal")))
        painter.setPen(QPen(_edge(seen), 2 if seen.view.alarm else 1, _line(picture)))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        inner = box.adjusted(PAD, 2, -PAD, -2)
        number, name = str(seen.view.number or ""), seen.view.name
        line = lettering.height("note")
        ink = theme.colour("text.hi" if seen.is_live else "text.dim")
        if inner.height() < 2 * line:
            lettering.draw(painter, inner, "note", f"{number} {self._words.picture(seen)}", ink)
            return
        top = QRect(inner.left(), inner.top(), inner.width(), line)
        lettering.draw(painter, top, "note", f"{number} {name}".strip(), ink)
        lettering.draw(painter, top.translated(0, line), "note", self._words.picture(seen), ink)


def _edge(seen: Seen) -> QColor:
    return theme.colour("alarm.urgent" if seen.view.alarm else "line.strong")


def _line(picture: Picture) -> Qt.PenStyle:
    return Qt.PenStyle.SolidLine if picture is Picture.LIVE else Qt.PenStyle.DashLine


def _around(boxes: Sequence[Box]) -> Box:
    """The smallest part of the window that holds them all."""
    left, top = min((box[0] for box in boxes), default=0), min((box[1] for box in boxes), default=0)
    right = max((box[0] + box[2] for box in boxes), default=1)
    bottom = max((box[1] + box[3] for box in boxes), default=1)
    return left, top, max(1, right - left), max(1, bottom - top)


def _placed(box: Box, used: Box, area: QRect) -> QRect:
    left, top = (box[0] - used[0]) * area.width() // used[2], (box[1] - used[1]) * area.height() // used[3]
    width, height = box[2] * area.width() // used[2], box[3] * area.height() // used[3]
    return QRect(area.left() + left, area.top() + top, max(1, width - 1), max(1, height - 1))
