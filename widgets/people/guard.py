"""Keeps hands off the windows while nobody is signed in, and notices hands while somebody is. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

# Releases pass: what was held when the lock fell is let go of.
HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.TouchBegin,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
    }
)
TOUCHES = HANDS | {QEvent.Type.MouseMove}


class Hands(QObject):
    """Of the windows it watches: `touched` is called whenever a hand is on one of them."""

    def __init__(self, touched: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._touched = touched

    def watch(self, window: QWidget) -> None:
        """A window's native half sees all input and nothing else: watching it costs a painting nothing."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _handle: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched()
        return False


class Guard(QObject):
    """While it is `up` nothing pressed or typed reaches anything but `let_through` and what lies in it."""

    def __init__(self, app: QApplication, knocked: Callable[[], None]) -> None:
        super().__init__(app)
        self._app = app
        self._knocked = knocked
        self.is_up = False
        self.let_through: tuple[QWidget, ...] = ()

    def raise_up(self) -> None:
        """An application-wide filter costs every event something: it is only there while it is needed."""
        if not self.is_up:
            self.is_up = True
            self._app.installEventFilter(self)

    def take_down(self) -> None:
        if self.is_up:
            self.is_up = False
            self._app.removeEventFilter(self)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        if event.type() not in HANDS or isinstance(receiver, QWindow):
            return False
        if not isinstance(receiver, QWidget | QShortcut) or self._is_let_through(receiver):
            return False
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._knocked()
        return True

    def _is_let_through(self, receiver: QObject) -> bool:
        one: QObject | None = receiver
        while one is not None:
            if one in self.let_through:
                return True
            one = one.parent()
        return False
