"""Keys that are held down, as the X server repeats them: a release and a press of the same moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from widgets.held_keys import HeldKeys

F2, R = Qt.Key.Key_F2, Qt.Key.Key_R
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ASKED, DOWN, UP = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease


class Window(QWidget):
    """Hears the presses that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Qt.Key] = []
        self.line = QLineEdit(self)
        HeldKeys(self, [F2, Qt.Modifier.CTRL | R])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(Qt.Key(event.key()))

    def send(self, kind: QEvent.Type, key: Qt.Key, at_ms: int, how: Qt.KeyboardModifier = PLAIN) -> bool:
        """As the platform does it; whether it is still to be looked up among the shortcuts."""
        event = QKeyEvent(kind, key, how, "r" if (key, how) == (R, PLAIN) else "")
        event.setTimestamp(at_ms)
        if kind is ASKED:
            event.ignore()
        native = self.windowHandle()
        assert native is not None
        QApplication.sendEvent(native, event)
        return not event.isAccepted()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(("key", "how"), [(F2, PLAIN), (R, CTRL)])
def test_a_repeat_reaches_neither_shortcut_nor_window_and_the_next_press_does(
    window: Window, key: Qt.Key, how: Qt.KeyboardModifier
) -> None:
    assert window.send(ASKED, key, 1_000, how)
    window.send(DOWN, key, 1_000, how)
    for at_ms in (1_660, 1_700, 1_740):
        window.send(UP, key, at_ms, how)
        assert not window.send(ASKED, key, at_ms + 1, how)
        window.send(DOWN, key, at_ms + 1, how)
    assert window.heard == [key]
    window.send(UP, key, 1_800, how)
    assert window.send(ASKED, key, 1_820, how)
    window.send(DOWN, key, 1_820, how)
    assert window.heard == [key, key]


def test_a_letter_held_down_in_a_text_field_is_typed_as_often_as_it_comes(window: Window) -> None:
    window.line.setFocus()
    for at_ms in (1_000, 1_660, 1_700):
        window.send(DOWN, R, at_ms)
        window.send(UP, R, at_ms + 40)
    assert window.line.text() == "rrr"
