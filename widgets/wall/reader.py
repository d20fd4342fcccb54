"""How large letters on a wall must be: 16 arc minutes for the farthest reader, from the screen's physical size."""

from __future__ import annotations

from PySide6.QtGui import QScreen

EM_MM = 6.4  # letter size per metre of distance: cap height 4.65 mm in Latin, a character of 6 mm in Chinese
PITCH_MM = (0.1, 3.0)  # a pixel smaller or larger than these was not measured, but made up by the screen
USUAL_PITCH_MM = 25.4 / 96
LEAST_PX = 14
MOST = 18  # a line of text is at most this part of the shorter side of the window


def reader_px(reader_m: float, screen: QScreen | None, shorter_side: int) -> int:
    """Letter size in device-independent px for a reader `reader_m` metres away; bounded by the window's size."""
    wanted = round(EM_MM * reader_m / _pitch_mm(screen))
    return max(LEAST_PX, min(wanted, shorter_side // MOST))


def _pitch_mm(screen: QScreen | None) -> float:
    if screen is None or screen.size().width() == 0:
        return USUAL_PITCH_MM
    pitch = screen.physicalSize().width() / screen.size().width()
    return pitch if PITCH_MM[0] <= pitch <= PITCH_MM[1] else USUAL_PITCH_MM
