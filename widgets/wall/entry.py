"""Camera numbers typed at a wall without a mouse: shown while they are typed, refused in words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.errors import CommandRefused
from console.wall import SurfaceId, surface_of, tile_id
from widgets import lettering, theme
from widgets.words import Words

LONGEST = 12
REFUSAL_MS = 4_000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Entry(QWidget):
    """`17` Enter: into the selected tile of this wall; `17*3` Enter: into tile 3. Esc clears it, then steps back."""

    def __init__(self, console: Console, words: Words, surface: SurfaceId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._console = console
        self._words = words
        self._text = ""
        self._refusal = ""
        self._px = 40
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(REFUSAL_MS)
        self._over.timeout.connect(self._clear)
        self.hide()

    @property
    def text(self) -> str:
        return self._text

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key belonged to the entry."""
        key, typed = event.key(), event.text()
        if typed and ((typed.isascii() and typed.isdigit()) or typed == "*"):
            self._say((self._text + typed)[:LONGEST])
        elif key == Qt.Key.Key_Backspace and self._text:
            self._say(self._text[:-1])
        elif key in ENTER and self._text:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._step_back()
        else:
            return False
        return True

    def _say(self, text: str) -> None:
        self._over.stop()
        self._text, self._refusal = text, ""
        self._show()

    def _enter(self) -> None:
        text, self._text = self._text, ""
        try:
            self._choose_here()
            self._console.steering.enter(text)
        except CommandRefused as refused:
            self._refusal = f"{text}: {self._words.refusal(refused.code)}"
            self._over.start()
        self._show()

    def _choose_here(self) -> None:
        """What is typed at a wall is meant for this wall, wherever the chosen tile is."""
        selected = self._console.steering.selected
        if selected is None or surface_of(selected) != self._surface:
            self._console.steering.select(tile_id(self._surface, 1))

    def _step_back(self) -> None:
        if self._text or self._refusal:
            self._clear()
        else:
            self._console.steering.escape()

    def _clear(self) -> None:
        self._say("")

    def _show(self) -> None:
        self.setVisible(bool(self._text or self._refusal))
        self.raise_()
        self.update()

    def place(self, area: QRect, px: int) -> None:
        """In the middle of the window's lower half, out of the captions."""
        self._px = px
        width, height = min(area.width(), px * 18), px * 2
        self.setGeometry(area.center().x() - width // 2, area.bottom() - 4 * px, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        painter.setPen(theme.colour("text.hi"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        text = self._refusal or self.tr("Camera %1").replace("%1", f"{self._text}▏")
        name = theme.wall_type(self._px, strong=not self._refusal)
        inner = self.rect().adjusted(self._px // 2, 0, -self._px // 2, 0)
        lettering.draw(painter, inner, name, text, theme.colour("text.hi"))
        painter.end()
