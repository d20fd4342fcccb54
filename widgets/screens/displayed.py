"""Whether something that was painted can be seen: the rule of what counts as displayed. GUI thread.

Qt cannot see foreign windows: one that another program covers still counts.
"""

from __future__ import annotations

import itertools

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

UNATTENDED = "unattended"  # a property of the application: nobody who could see anything sits here
DARK = "dark"  # a screen's property: it is switched off or asleep
LIFTED = "lifted"  # a window's property: the higher, the later it came to the front
ALWAYS_ABOVE = Qt.WindowType.WindowStaysOnTopHint

_numbers = itertools.count(1)


def lift(window: QWidget) -> None:
    """The window came to the front."""
    window.setProperty(LIFTED, next(_numbers))


def is_displayed(widget: QWidget, area: QRect | None = None) -> bool:
    """On a screen that is present and on, in a window not minimised, with none of our own windows above it, at a
    position somebody is signed in at and has not locked.

    `area`: the part of the widget that is meant, in its own coordinates; None is all of it.
    """
    app = QApplication.instance()
    return not (app is not None and app.property(UNATTENDED)) and is_on_screen(widget, area)


def is_on_screen(widget: QWidget, area: QRect | None = None) -> bool:
    """The same, whether anybody sits there or not: a locked position's walls show their pictures all the same."""
    window = widget.window()
    if not widget.isVisible() or window.isMinimized():
        return False
    part = widget.rect() if area is None else area
    seen = part.translated(window.geometry().topLeft() + widget.mapTo(window, QPoint(0, 0)))
    lit = [screen for screen in QGuiApplication.screens() if not screen.property(DARK)]
    on_a_screen = any(screen.geometry().contains(seen.center()) for screen in lit)
    return on_a_screen and not any(_covers(other, window, seen) for other in QApplication.topLevelWidgets())


def _covers(other: QWidget, window: QWidget, seen: QRect) -> bool:
    if other is window or not other.isVisible() or other.isMinimized():
        return False
    return other.geometry().intersects(seen) and _height(other) > _height(window)


def _height(window: QWidget) -> tuple[bool, int]:
    return bool(window.windowFlags() & ALWAYS_ABOVE), window.property(LIFTED) or 0


class Front(QObject):
    """Notices which window came to the front by hand."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusWindowChanged.connect(self.on_focus)

    @Slot(QWindow)
    def on_focus(self, focused: QWindow | None) -> None:
        window = next((w for w in QApplication.topLevelWidgets() if w.windowHandle() == focused), None)
        if focused is not None and window is not None:
            lift(window)
