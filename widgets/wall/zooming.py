"""Digital zoom with the pointer: which part of a picture is shown after a turn of the wheel or a drag. Pure."""

from __future__ import annotations

from console.wall import Zoom
from console.wall.surfaces import MOST_ZOOM

STEP = 1.25  # one notch of the wheel


def zoomed(zoom: Zoom | None, x: float, y: float, notches: float) -> Zoom | None:
    """Nearer (notches > 0) or wider about the point (x, y), fractions of the shown picture; None is the whole."""
    before = zoom or Zoom(0.0, 0.0, 1.0)
    width = max(before.w / STEP**notches, 1 / MOST_ZOOM)
    if width > 1 / STEP**0.5:
        return None
    left = before.x + x * (before.w - width)
    top = before.y + y * (before.w - width)
    return Zoom(left, top, width).clamped()


def moved(zoom: Zoom, dx: float, dy: float) -> Zoom | None:
    """The picture pushed by (dx, dy), fractions of the tile."""
    return Zoom(zoom.x - dx * zoom.w, zoom.y - dy * zoom.w, zoom.w).clamped()
