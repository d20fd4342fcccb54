"""The screens Qt sees, as values; says when they change. GUI thread."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from console.screens import Box, Display

STAND_IN = re.compile(r":\d+\.\d+$")  # Qt names it after the X display when no screen is left
SETTLE_MS = 50  # one plug brings several signals: a screen is added before the one it replaces is removed


class Present(QObject):
    """`changed` once for everything that came, went, moved or was turned within a moment."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._has_seen_real = False  # an X server without RandR never has any: then the stand-in is what there is
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        app.screenAdded.connect(self.on_added)
        app.screenRemoved.connect(self.on_anything)
        app.primaryScreenChanged.connect(self.on_anything)
        for screen in app.screens():
            self._watch(screen)

    def displays(self) -> list[Display]:
        """None at all while only Qt's stand-in is there: every cable is out, which need not be so for long."""
        primary = QGuiApplication.primaryScreen()
        displays = [_display(screen, screen == primary) for screen in QGuiApplication.screens()]
        real = [display for display in displays if not STAND_IN.search(display.name)]
        self._has_seen_real |= bool(real)
        return real if self._has_seen_real else displays

    def screen(self, name: str) -> QScreen | None:
        """By name: the only thing about a screen that Qt gets right while cables are pulled."""
        return next((screen for screen in QGuiApplication.screens() if screen.name() == name), None)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.on_anything)
        screen.physicalSizeChanged.connect(self.on_anything)

    @Slot(QScreen)
    def on_added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._settle.start()

    @Slot()
    def on_anything(self) -> None:
        self._settle.start()


def _display(screen: QScreen, primary: bool) -> Display:
    place, size = screen.geometry(), screen.physicalSize()
    box = Box(place.x(), place.y(), place.width(), place.height())
    return Display(screen.name(), screen.serialNumber(), box, round(size.width()), round(size.height()), primary)
