"""The desk of the eye record with a clock that moves when told to, a keeper with a real file, screens of words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.backends.eye.keeper import EyeKeeper
from console.backends.eye.reader import EyeReader
from console.clock import FakeClock
from console.eye import Eye, EyeAnswered, Glimpse, Picture, Scene, View
from console.inbox import Inbox
from console.model import LIVE, CameraId, Domain, Seat

WALL = "wall-1"
QUARTER = (0, 0, 500, 500)


def glimpse(tile: str, number: int, picture: Picture = Picture.LIVE, age_ms: int = 40, window: str = WALL) -> Glimpse:
    """One tile with that camera."""
    view = View(picture, CameraId(f"c{number}"), number, f"Camera {number}", "sub")
    return Glimpse(window, tile, QUARTER, view, age_ms)


class Room:
    def __init__(self, folder: Path, keep_days: int = 90, position: str = "desk-1") -> None:
        self.folder = folder
        self.clock, self.inbox = FakeClock(1_795_000_000_000), Inbox()
        self.domain: Domain = LIVE
        self.said: list[object] = []
        self.eye = Eye(self.clock, Seat(position, "Li"), lambda: self.domain, self.said.append)
        self.keeper = EyeKeeper(folder, position, keep_days, self.inbox, self.clock)
        self.eye.connect(self.keeper)
        self.reader = EyeReader(folder)

    @property
    def now_s(self) -> int:
        return self.clock.now_ms() // 1000

    def second(self, *glimpses: Glimpse) -> int:
        """These are shown for a second; which one that was."""
        at = self.now_s
        self.eye.look(glimpses)
        self.clock.advance(1000)
        return at

    def settle(self) -> None:
        """Everything handed over is on disk."""
        self.keeper.stop()

    def at(self, t_s: int, window: str = WALL) -> Scene:
        return self.reader.scene("desk-1", window, t_s)

    def shown(self, t_s: int) -> dict[str, tuple[str, int, int]]:
        """By tile: kind of picture, camera number, age in ms."""
        return {one.tile: (one.view.picture.value, one.view.number, one.age_ms) for one in self.at(t_s).seen}

    def answers(self) -> list[EyeAnswered]:
        found: list[EyeAnswered] = []
        self.inbox.drain(lambda item: found.append(item) if isinstance(item, EyeAnswered) else None, _refuse)
        return found


def _refuse(item: object, error: Exception) -> None:
    raise AssertionError(f"{item} could not be taken") from error


@contextmanager
def running(folder: Path, keep_days: int = 90) -> Iterator[Room]:
    room = Room(folder, keep_days)
    room.keeper.start()
    try:
        yield room
    finally:
        room.keeper.stop()
