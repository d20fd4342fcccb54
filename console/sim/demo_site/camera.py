"""A camera of the demo site as it is planned, and the numbers it may have. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from console.model import XY, CameraKind
from console.sim.demo_site.plan import House
from console.site.cameras import EMERGENCY_NUMBERS

RANGE_OUTDOORS_M = 60.0


@dataclass(frozen=True, slots=True)
class Planned:
    """A camera before it has a number. `at` and `azimuth` are of the site; `zone` is the whole id of its zone."""

    name: str
    name_en: str
    scene: str
    at: XY
    azimuth: float
    number: int = 0
    kind: CameraKind = CameraKind.FIXED
    fov: float = 90.0
    range_m: float = 25.0
    width_px: int = 1920
    house: str = ""
    floor: int | None = None
    zone: str = ""
    pan: tuple[float, float] | None = None
    presets: tuple[str, ...] = ()
    presets_en: tuple[str, ...] = ()
    sees: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"C-{self.number:03d}"

    def ptz(self, *presets: tuple[str, str], pan: tuple[float, float] | None = None) -> Planned:
        """The same camera on a pan and tilt head; its presets in Chinese and in English."""
        names, names_en = zip(*presets, strict=True)
        return replace(
            self, kind=CameraKind.PTZ, fov=62.0, range_m=max(self.range_m, 40.0), pan=pan, presets=names,
            presets_en=names_en,
        )  # fmt: skip

    def fisheye(self) -> Planned:
        """The same camera with a lens that sees all round."""
        return replace(self, kind=CameraKind.FISHEYE, fov=360.0, range_m=14.0, width_px=2560)


@dataclass(frozen=True, slots=True)
class Look:
    """Where a camera hangs in the frame of its house, which way it looks and how far."""

    at: XY
    azimuth: float
    range_m: float = 25.0


def indoor(house: House, floor: int, zone: str, place: tuple[str, str, str], look: Look) -> Planned:
    """A camera inside a house: `place` is its name, its English name and its scene."""
    label = house.label(floor)
    name, name_en = f"{house.name}{label}{place[0]}", f"{house.name_en} {label} {place[1]}"
    planned = Planned(name, name_en, place[2], house.out(look.at), house.bearing(look.azimuth), range_m=look.range_m)
    return replace(planned, house=house.id, floor=floor, zone=f"{house.id}-{zone}")


def outdoor(place: tuple[str, str, str], at: XY, azimuth: float, zone: str = "", sees: str = "") -> Planned:
    """A camera outside; `sees` names the buildings in its picture, separated by blanks."""
    planned = Planned(*place, at, azimuth % 360, range_m=RANGE_OUTDOORS_M, width_px=2560)
    return replace(planned, zone=zone, sees=tuple(sees.split()))


def numbered(first: int, cameras: Iterable[Planned]) -> Iterator[Planned]:
    """Number cameras from `first` on, past the emergency call numbers."""
    number = first
    for camera in cameras:
        while number in EMERGENCY_NUMBERS:
            number += 1
        yield replace(camera, number=number)
        number += 1
