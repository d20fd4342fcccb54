"""Turning cameras at a desk: the keys of the whole position, and the mouse on the desk's own pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from widgets.canvas import Canvas
from widgets.details import Details
from widgets.notice import Notices
from widgets.placing import Placing
from widgets.ptz.journal_words import PtzNotice
from widgets.ptz.keys import PtzKeys
from widgets.ptz.mouse import PtzMouse
from widgets.words import Words


class PtzDesk(QObject):
    """What is refused is said in the details."""

    def __init__(
        self, console: Console, canvas: Canvas, details: Details, notices: Notices, placing: Placing, words: Words,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._notice = PtzNotice(console, placing, notices, self)
        self._details = details
        self._words = words
        self._was_refused = False
        self.keys = PtzKeys(console, self.on_refused, self)
        self.mouse = PtzMouse(console, canvas, self.on_refused)

    def on_refused(self, code: str) -> None:
        """An empty code: something was done, and what was refused before has been read."""
        if code or self._was_refused:
            self._details.refuse(self._words.refusal(code) if code else "")
        self._was_refused = bool(code)
