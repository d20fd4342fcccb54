"""The words on a tile that another position filled: who did it, and when. For a minute, in place of the reason."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.wall import TileId, surface_of, tile_id
from widgets.placing import Placing
from widgets.remote.remote_words import RemoteWords
from widgets.tile.faces import PART
from widgets.words import Words

STANDS_MS = 60_000


class HungMark(QObject):
    """Asked at paint time."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = RemoteWords(console, placing, words, self)

    def text(self, tile: TileId) -> str:
        """ "" for every other tile; an arrangement has it on its first one."""
        surface = surface_of(tile)
        hung = self._console.sight.remote.hung(surface)
        if hung is None or (hung.tile or tile_id(surface, 1)) != tile:
            return ""
        if self._console.clock.now_ms() - hung.shown_ms > STANDS_MS:
            return ""
        if hung.order is not None and hung.order.camera not in (None, self._console.steering.camera_on(tile)):
            return ""  # somebody here has put another one there since
        return f"← {self._words.origin(hung)}{PART}{self._placing.clock(hung.shown_ms)}"
