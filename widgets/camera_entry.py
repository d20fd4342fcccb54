"""The camera number an operator types on the desk: digits, `*` and a tile number, Enter; Esc clears it first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

LONGEST = 8  # "9999*64" and one to see that it was too much
DIGITS = tuple(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10))


class CameraEntry(QObject):
    """Keys of one window. `typed` follows every key, `entered` carries the whole when Enter is pressed.

    A text field that has the focus keeps its keys: Qt asks it first.
    """

    typed = Signal(str)
    entered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._text = ""
        for digit, key in enumerate(DIGITS):
            self._key(key, partial(self._add, str(digit)))
        self._key(Qt.Key.Key_Asterisk, partial(self._add, "*"))
        self._ending = [
            self._key(Qt.Key.Key_Return, self.on_enter),
            self._key(Qt.Key.Key_Enter, self.on_enter),
            self._key(Qt.Key.Key_Backspace, self.on_backspace),
        ]
        self._set("")

    def _key(self, key: Qt.Key, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.activated.connect(act)
        return shortcut

    @property
    def text(self) -> str:
        return self._text

    def clear(self) -> bool:
        """Esc: whether there was anything to clear."""
        had = bool(self._text)
        self._set("")
        return had

    def on_enter(self) -> None:
        text = self._text
        self._set("")
        self.entered.emit(text)

    def on_backspace(self) -> None:
        self._set(self._text[:-1])

    def _add(self, sign: str) -> None:
        if len(self._text) < LONGEST and (sign != "*" or (self._text and "*" not in self._text)):
            self._set(self._text + sign)

    def _set(self, text: str) -> None:
        """Enter and Backspace only belong to the entry while there is one."""
        self._text = text
        for shortcut in self._ending:
            shortcut.setEnabled(bool(text))
        self.typed.emit(text)
