"""A position for the tests of the walls: wall desk and steering on a fake clock, cameras c1 …, a journal in a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from console.announce import Announcement, WallChanged
from console.clock import FakeClock
from console.errors import CommandRefused
from console.journal import Entry, Json
from console.logbook import Logbook
from console.model import AlarmId, Camera, CameraId, Health, Seat
from console.steering import Steering
from console.wall import SurfaceId, TileId, Wall, tile_id
from tests.unit.cameras_site import cam, site

FIRE, PRE = 1, 2
WALL_1, WALL_2 = SurfaceId("wall-1"), SurfaceId("wall-2")


@dataclass(frozen=True)
class Choice:
    """A ranked camera, as far as the wall cares."""

    camera: Camera
    health: Health = Health.OK


def camera(number: int) -> CameraId:
    return CameraId(f"c{number}")


def cameras(*numbers: int) -> list[CameraId]:
    return [camera(number) for number in numbers]


def tile(surface: SurfaceId, place: int) -> TileId:
    return tile_id(surface, place)


class Position:
    """Steering over a wall desk, with as many cameras as asked for."""

    def __init__(self, count: int = 40, dark: Iterable[int] = ()) -> None:
        self.clock = FakeClock()
        self.entries: list[Entry] = []
        self.told = 0
        self.health = {camera(n): Health.OFFLINE if n in set(dark) else Health.OK for n in range(1, count + 1)}
        self.wall: Wall[Any] = Wall(self.clock, lambda: None)
        log = Logbook(self.clock, "desk-1/test", self._append)
        seat = Seat("desk-1", "Li")
        self.steering = Steering(
            site(map(cam, range(1, count + 1))), self.clock, self.wall, log, seat, self._announce, self.health.get
        )

    def _append(self, entries: Sequence[Entry]) -> None:
        self.entries += entries

    def _announce(self, announcement: Announcement) -> None:
        self.told += isinstance(announcement, WallChanged)

    # ---- what is shown ----

    def shown(self, surface: SurfaceId = WALL_1) -> list[int]:
        """Camera numbers by place, 0 where there is none."""
        seen, layout = self.steering.surface(surface), self.steering.surface(surface).layout
        tiles = (seen.tiles.get(tile(surface, place)) for place in range(1, int(layout) + 1))
        return [int(one.removeprefix("c")) if one is not None else 0 for one in tiles]

    def acts(self) -> list[str]:
        return [str(entry.data["act"]) for entry in self.entries]

    def last(self) -> Mapping[str, Json]:
        return self.entries[-1].data

    # ---- what happens ----

    def raised(self, name: str, *numbers: int, zone: str = "", priority: int = FIRE) -> None:
        choices = [Choice(cam(number)) for number in numbers or (40,)]
        self.wall.alarm_raised(AlarmId(name), zone or f"zone {name}", choices, priority)

    def acknowledged(self, name: str) -> None:
        self.wall.alarm_acknowledged(AlarmId(name))

    def closed(self, name: str) -> None:
        self.wall.alarm_closed(AlarmId(name))

    def region(self) -> list[str]:
        """The alarm of each cell of the region, "" where there is none; [] at rest."""
        return [cell.alarm if cell is not None else "" for cell in self.wall.region]

    def take_site(self, *numbers: int) -> None:
        """The site has exactly these cameras now."""
        before = set(self.health)
        self.health = {camera(n): self.health.get(camera(n), Health.OK) for n in numbers}
        self.wall.forget(before - set(self.health))
        self.steering.take_site(site(map(cam, numbers)))


def refusal(act: Any, *args: object, **more: object) -> str:
    """The code with which the act is refused."""
    with pytest.raises(CommandRefused) as refused:
        act(*args, **more)
    return refused.value.code
