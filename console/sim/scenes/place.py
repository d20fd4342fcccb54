"""A place under construction: solids, light, view, and what the animator must know. Pure values, any thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from console.sim.scenes.geometry import Ball, Box, Solid, Tube, Vec
from console.sim.scenes.light import Lamp, Light
from console.sim.scenes.surface import Material
from console.sim.scenes.view import View


class Hour(StrEnum):
    """The light a picture is taken in."""

    DAY = "day"
    DULL = "dull"
    DUSK = "dusk"
    NIGHT = "night"
    INFRARED = "ir"


class Mover(StrEnum):
    """What moves along a path."""

    PERSON = "person"
    CAR = "car"
    VAN = "van"
    FORKLIFT = "forklift"
    SCOOTER = "scooter"


@dataclass(frozen=True, slots=True)
class Path:
    """Ground points (metres) that movers follow once per loop of the clip.

    `closed` paths return to their start; open ones begin and end where the camera does not see.
    """

    mover: Mover
    points: tuple[Vec, ...]
    closed: bool = True


@dataclass(slots=True)
class Place:
    """One picture: what stands where, who walks where, where smoke would rise and under which ceiling."""

    view: View
    light: Light
    smoke_at: Vec = (0.0, 6.0, 0.0)
    ceiling: float | None = None  # metres; None outdoors
    mirrors: bool = True  # False when lettering would read backwards
    solids: list[Solid] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    flicker: list[Vec] = field(default_factory=list)

    def box(self, lo: Vec, hi: Vec, material: Material) -> None:
        low = (min(lo[0], hi[0]), min(lo[1], hi[1]), min(lo[2], hi[2]))
        self.solids.append(Box(low, (max(lo[0], hi[0]), max(lo[1], hi[1]), max(lo[2], hi[2])), material))

    def ball(self, centre: Vec, radii: Vec, material: Material) -> None:
        self.solids.append(Ball(centre, radii, material))

    def tube(self, start: Vec, end: Vec, radius: float, material: Material) -> None:
        self.solids.append(Tube(start, end, radius, material))

    def put(self, solids: Iterable[Solid], to: Vec, yaw: float = 0.0) -> None:
        """Add a figure made at the origin facing +y, turned by `yaw` radians and shifted."""
        self.solids.extend(s.moved(to, yaw) for s in solids)

    def lamp(self, lamp: Lamp, flickers: bool = False) -> None:
        self.light = self.light.with_lamps((lamp,))
        if flickers:
            self.flicker.append(lamp.at)

    def walk(self, *points: Vec) -> None:
        """A person walks round these points."""
        self.paths.append(Path(Mover.PERSON, points))

    def drive(self, mover: Mover, *points: Vec) -> None:
        """A vehicle passes along these points from outside the picture to outside."""
        self.paths.append(Path(mover, points, closed=False))
