"""What a screen is, which roles there are, and how a screen is known again. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType

Role = NewType("Role", str)

NO_ROLE, DESK = Role(""), Role("desk")
WALLS = tuple(Role(f"wall-{n}") for n in range(1, 9))
ROLES = (NO_ROLE, DESK, *WALLS)

DESK_READER_M, WALL_READER_M = 0.7, 4.0  # how far away the farthest reader of a screen is, unless somebody says


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in logical pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    def covers(self, other: Box) -> bool:
        """The other one lies wholly within this one."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom

    def moved(self, x: int, y: int) -> Box:
        return Box(self.x + x, self.y + y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Display:
    """A screen that is present: its place on the desktop; millimetres are 0 when it does not say how large it is."""

    name: str
    serial: str
    box: Box
    width_mm: int = 0
    height_mm: int = 0
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """How a screen is known again: its serial, else name, size and place in the order from left to right."""

    serial: str
    name: str
    width: int
    height: int
    order: int

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height


def in_order(displays: Sequence[Display]) -> list[Display]:
    """From left to right, then from top to bottom, without those that only show what another one shows.

    A mirrored screen, or one that spans others, would be covered by their windows or cover them.
    """
    ordered = sorted(displays, key=lambda d: (d.box.x, d.box.y, not d.primary, d.name))
    own: list[Display] = []
    for display in ordered:
        spans = any(display.box.covers(o.box) and display.box != o.box for o in ordered)
        if not spans and all(display.box != other.box for other in own):
            own.append(display)
    return own


def identity(display: Display, order: int) -> Identity:
    return Identity(display.serial, display.name, display.box.width, display.box.height, order)


def default_reader_m(role: Role) -> float:
    """Metres: a desk is read from the chair, a wall from the back of the room."""
    return WALL_READER_M if role in WALLS else DESK_READER_M
