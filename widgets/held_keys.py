"""A key that is held down acts once, however the system repeats it. GUI thread.

Qt marks a repeat only where the X server says so; else it arrives as a release and a press of the same moment.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

SAME_MS = 5  # no finger is up for so short a time; by the clock of the X server, so a late loop does not matter


class HeldKeys(QObject):
    """Keeps the repeats of these keys from the window, from its shortcuts too."""

    def __init__(self, window: QWidget, keys: Collection[Qt.Key | QKeyCombination]) -> None:
        super().__init__(window)
        self._window = window
        self._keys = frozenset(QKeyCombination(key).toCombined() for key in keys)
        self._released: dict[int, int] = {}  # key → when it came up last, ms
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shortcuts are asked for at the native window, which is there once the window is shown."""
        if watched is self._window:
            if event.type() == QEvent.Type.Show and (native := self._window.windowHandle()) is not None:
                native.installEventFilter(self)
        elif isinstance(event, QKeyEvent):
            return self._is_repeat(event)
        return False

    def _is_repeat(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            self._released[event.key()] = event.timestamp()
            return False
        if event.keyCombination().toCombined() not in self._keys:
            return False
        since = event.timestamp() - self._released.get(event.key(), -SAME_MS - 1)
        if not event.isAutoRepeat() and not 0 <= since <= SAME_MS:
            return False
        event.accept()  # it was no shortcut
        return True
