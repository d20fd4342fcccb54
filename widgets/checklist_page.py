"""The frame of a page of the lower panel with a list to work through, and at its left what can be done with it."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from console.app import Console
from widgets.checklist import Checklist
from widgets.left_side import LeftForm, LeftSide
from widgets.lower_page import LowerPage, paint_empty
from widgets.player.bar import PlayerBar

Control = TypeVar("Control", bound=LeftForm)


class ChecklistPage(LowerPage[PlayerBar], Generic[Control]):
    """What became of an act is said beside the buttons; `_empty` in place of a list that has no rows."""

    def __init__(
        self, console: Console, control: Control, parent: QWidget | None = None, *, advances: bool = False
    ) -> None:
        """`advances`: a row that was acted on gives the keys to the next one."""
        super().__init__(console, PlayerBar(), parent)
        self._empty = ""
        self.control = control
        self.left = LeftSide(control, control.retranslate, self)
        self.list = Checklist(self, advances=advances)
        self.setFocusProxy(self.list)

    def say(self, text: str) -> None:
        self.control.say(text)

    def arrange(self) -> None:
        super().arrange()
        self.left.place_in(self, self.list)

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        if self._empty:
            paint_empty(painter, self.list.geometry(), self._empty)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.bar.title)
        self.control.retranslate()
        super().retranslate()
