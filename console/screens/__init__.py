"""The desk of the screens: which window stands on which, known again when they come back. Pure; desk thread."""

from console.screens.desk import Screen, Screens
from console.screens.display import DESK, NO_ROLE, ROLES, WALL_READER_M, WALLS, Box, Display, Role
from console.screens.layout import READER_M, LayoutError
from console.screens.plan import Plan, Spot
from console.screens.power import Connector, Powered

__all__ = [
    "DESK", "NO_ROLE", "READER_M", "ROLES", "WALLS", "WALL_READER_M", "Box", "Connector", "Display", "LayoutError",
    "Plan", "Powered", "Role", "Screen", "Screens", "Spot",
]  # fmt: skip
