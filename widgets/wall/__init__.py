"""The camera wall: whole windows on their own screens, and the panel inside the desk."""

from __future__ import annotations

from widgets.wall.panel import WallPanel
from widgets.wall.window import WallWindow

__all__ = ["WallPanel", "WallWindow"]
