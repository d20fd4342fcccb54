"""Salvos and tours: arrangements of a surface under a name, and sequences of them. Shared by all positions. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from console.model import CameraId
from console.wall.surfaces import Zoom

SHORTEST_S, LONGEST_S = 3, 600  # how long a tour may stay on one step


@dataclass(frozen=True, slots=True)
class Salvo:
    """What every place of a layout shows, the first first; `zooms` by place, from 1."""

    name: str
    layout: str
    cameras: tuple[CameraId | None, ...]
    zooms: Mapping[int, Zoom] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a tour: a salvo by its name, or a camera."""

    salvo: str = ""
    camera: CameraId | None = None


@dataclass(frozen=True, slots=True)
class Tour:
    """Steps one after another, each for `dwell_s` seconds, then again from the first."""

    name: str
    steps: tuple[Step, ...]
    dwell_s: int
