"""Two lines along the top of a wall: what is held back and why, or what the layout just wanted would cost."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.wall import SurfaceId
from widgets import lettering, theme
from widgets.overload.load_words import LoadWords
from widgets.placing import Placing
from widgets.wall.surface_canvas import SurfaceCanvas

SIZE, SECOND = 0.7, 0.55  # of the letters for the farthest reader
EDGE, AIR = 3, 10  # px of the edge at its left, and beside the words


class LoadLine(QWidget):
    """Hidden while everything is shown as it is sent. Never over a tile, which makes room, nor over an alarm."""

    def __init__(
        self, console: Console, placing: Placing, surface: SurfaceId, canvas: SurfaceCanvas,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._canvas = canvas
        self._console = console
        self._placing = placing
        self._surface = surface
        self._words = LoadWords(self)
        self._room = QRect()
        self._px = 0
        self.hide()
        console.announcer.subscribe(announce.LoadChanged, self.on_announced)
        console.announcer.subscribe(announce.LoadStirred, self.on_announced)

    def on_announced(self, _announced: announce.Announcement) -> None:
        self.place(self._room, self._px)

    def steer(self, surface: SurfaceId) -> None:
        """It belongs to this one from now on."""
        self._surface = surface
        self.place(self._room, self._px)

    def place(self, room: QRect, px: int) -> None:
        """Along the top of this room; `px`: letters for the farthest reader, 0 as on the desk."""
        self._room, self._px = room, px
        lines = self._lines()
        height = sum(lettering.height(name) for name, _ in lines) + AIR
        self.setGeometry(QRect(room.left(), room.top(), room.width(), height))
        is_said = bool(lines) and room.isValid()
        self.setVisible(is_said)
        self._canvas.give_headroom(height if is_said else 0)
        self.setAccessibleName(" ".join(text for _, text in lines))
        self.raise_()
        self.update()

    def text(self) -> str:
        """What it says, "" when there is nothing to say."""
        return "\n".join(text for _, text in self._lines())

    def _lines(self) -> list[tuple[str, str]]:
        overload = self._console.sight.overload
        large, small = self._types()
        if overload.heavy is not None and overload.heavy[0] == self._surface:
            said = self._words.weighed(*overload.heavy[1:])
        elif overload.state.level:
            said = self._words.held_back(overload.state, self._placing.clock(overload.state.since_ms))
        else:
            return []
        return list(zip((large, small), said, strict=True))

    def _types(self) -> tuple[str, str]:
        if not self._px:
            return "body.strong", "list"
        return theme.wall_type(round(self._px * SIZE), strong=True), theme.wall_type(round(self._px * SECOND))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        painter.fillRect(0, 0, EDGE, self.height(), theme.colour("text.hi"))
        top = AIR // 2
        for (name, text), token in zip(self._lines(), ("text.hi", "text"), strict=False):
            height = lettering.height(name)
            box = QRect(EDGE + AIR, top, self.width() - EDGE - 2 * AIR, height)
            lettering.draw(painter, box, name, text, theme.colour(token))
            top += height
        painter.end()
