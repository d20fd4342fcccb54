"""Puts one window onto its screen, explicitly: Qt loses track of where a window is while cables are pulled."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from console.screens import DESK, Box, Spot

DESK_SIZE = 1920, 1080  # on a "screen" wider than any monitor is
WIDEST = 3.6  # width to height of the widest monitor sold; what is wider are several that the system takes for one


def stand(window: QWidget, spot: Spot, screen: QScreen, *, kiosk: bool) -> QRect:
    """Show the window at its place; gives the rectangle on the desktop it was told to take."""
    whole = kiosk or spot.window is None
    area = screen.geometry() if kiosk else screen.availableGeometry()
    box = _filled(spot, area) if whole else _rect(spot.window, screen)
    window.setScreen(screen)
    if window.windowState() & (Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized):
        window.setWindowState(Qt.WindowState.WindowNoState)  # else the old screen's rectangle is kept
    window.setGeometry(box)
    if kiosk:
        window.showFullScreen()
    elif whole and box == area:
        window.showMaximized()
    else:
        window.showNormal()
    return box


def _filled(spot: Spot, area: QRect) -> QRect:
    if spot.role == DESK and area.width() > WIDEST * area.height():
        return QRect(area.topLeft(), area.topLeft()).adjusted(0, 0, DESK_SIZE[0] - 1, DESK_SIZE[1] - 1)
    return area


def _rect(box: Box | None, screen: QScreen) -> QRect:
    at = screen.geometry().topLeft()
    return QRect(at.x() + box.x, at.y() + box.y, box.width, box.height) if box is not None else screen.geometry()


def place_of(window: QWidget, spot: Spot) -> Box | None:
    """Where it stands on its screen, None when it fills it. Raises ValueError when it stands elsewhere."""
    if window.windowState() & (Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized):
        return None
    now, screen = window.geometry(), spot.display.box
    centre = now.center()
    if not (screen.x <= centre.x() < screen.right and screen.y <= centre.y() < screen.bottom):
        raise ValueError("the window was moved to another screen")
    box = Box(now.x() - screen.x, now.y() - screen.y, now.width(), now.height())
    return None if (box.width, box.height) == (screen.width, screen.height) else box
