"""The frame of a page of the lower panel: its bar, when it looks, whom it follows, what it says. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.announce import Announcement
from console.app import Console
from console.errors import CommandRefused
from widgets import lettering, theme
from widgets.pace import Steady

Bar = TypeVar("Bar", bound=QWidget)
LOOK_MS = 1_000


class LowerPage(QWidget, Generic[Bar]):
    """A page that is hidden does no work: it looks when it comes into view, and from then on as often as it is told.

    A page says what `look` shows, `arrange` places and `retranslate` names, and calls `retranslate` when it is made.
    """

    def __init__(self, console: Console, bar: Bar, parent: QWidget | None = None, *, every_ms: int = LOOK_MS) -> None:
        """`every_ms` 0: only when something it follows is announced."""
        super().__init__(parent)
        self._console = console
        self._note = ""  # what became of the last act
        self.bar = bar
        bar.setParent(self)
        self._timer = Steady(every_ms, self.on_tick, self)

    # ---- when it looks ----

    def follow(self, *kinds: type[Announcement]) -> None:
        """Each of these is a reason to look."""
        for kind in kinds:
            self._console.announcer.subscribe(kind, self.on_announced)

    def on_announced(self, _announced: Announcement) -> None:
        self.refresh()

    def on_tick(self) -> None:
        self.look()

    def refresh(self) -> None:
        """Look, if anybody sees it."""
        if self.isVisible():
            self.look()

    def look(self) -> None:
        """Everything as it is now."""
        self.update()

    def on_seen(self, *, is_seen: bool) -> None:
        """It came into view, or went: for those it wants figures from. It looks by itself."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.on_seen(is_seen=True)
        if self._timer.every_ms:
            self._timer.begin()
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.on_seen(is_seen=False)

    # ---- what became of an act ----

    def attempt(self, act: Callable[[], object]) -> bool:
        """Whether it was done; a refusal is said."""
        self.say("")
        try:
            act()
        except CommandRefused as refused:
            self.say(self.refusal(refused))
            return False
        finally:
            self.look()
        return True

    def say(self, text: str) -> None:
        """What became of the last act, "" for nothing."""
        self._note = text
        self.update()

    def refusal(self, refused: CommandRefused) -> str:
        """Why something was not done, in words."""
        return refused.code

    # ---- places, looks, words ----

    def arrange(self) -> None:
        """The bar at the top; what is below it is the page's."""
        self.bar.setGeometry(0, 0, self.width(), theme.PANEL_HEAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            self.paint(painter)

    def paint(self, painter: QPainter) -> None:
        """The ground everything stands on."""
        painter.fillRect(self.rect(), theme.colour("bg.void"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.say("")  # it was said in the language before
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """After its own words a page leaves the rest to this."""
        self.bar.update()
        self.refresh()


def paint_empty(painter: QPainter, box: QRect, text: str) -> None:
    """Why there is nothing to see, in place of it."""
    painter.fillRect(box, theme.colour("bg.panel"))
    lettering.draw_wrapped(painter, box.adjusted(16, 0, -16, 0), "body", text, theme.colour("text.dim"))
