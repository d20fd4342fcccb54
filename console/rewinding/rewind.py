"""What a position looks back at, as a value: which tiles, which cameras, where in time, what is held of each. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from console.model import AlarmId, CameraId
from console.rewinds import RewindAt, RewindHolds


class Phase(StrEnum):
    CLOSED = "closed"  # everything is live
    OPENING = "opening"  # asked for, no word yet
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the clips that were ordered last."""

    waiting: int = 0
    paths: tuple[str, ...] = ()  # below the data folder
    code: str = ""  # `ports.ClipTrouble` of one that could not be kept


@dataclass(frozen=True, slots=True)
class Rewind:
    """Moments are monotonic ns. `tiles` are names of places of the windows, with the camera each of them had."""

    phase: Phase = Phase.CLOSED
    number: int = 0
    surface: str = ""
    tiles: Mapping[str, CameraId] = field(default_factory=dict)
    cameras: tuple[CameraId, ...] = ()  # the leading one first
    alarm: AlarmId | None = None
    at: RewindAt | None = None
    held: Mapping[CameraId, RewindHolds] = field(default_factory=dict)
    in_ns: int = 0  # marks of the clip that is to be kept, 0 = none
    out_ns: int = 0
    kept: Kept = Kept()
    ended: str = ""  # of a closed one: why

    @property
    def is_on(self) -> bool:
        return self.phase is not Phase.CLOSED

    def shows(self, tile: str, camera: CameraId | None) -> bool:
        """Whether this tile, which is to show that camera, shows it as it was."""
        return self.is_on and camera is not None and self.tiles.get(tile) == camera

    def has_picture(self, camera: CameraId) -> bool:
        """Whether memory reaches to the moment that is shown; True while nothing is known yet."""
        held = self.held.get(camera)
        if held is None or self.at is None:
            return True
        return held.frames > 0 and held.from_ns <= self.at.at_ns

    def marks(self) -> tuple[int, int]:
        """From and until when a clip is to be kept: the marks, else all there is."""
        if self.at is None:
            return 0, 0
        first, last = self.in_ns or self.at.from_ns, self.out_ns or self.at.until_ns
        return min(first, last), max(first, last)

    def marked(self, *, begins: bool) -> Rewind:
        """A mark at the moment that is shown; a mark that was there goes, and one the new one contradicts."""
        if self.at is None:
            return self
        here = self.at.at_ns
        if begins:
            begin = 0 if self.in_ns == here else here
            return replace(self, in_ns=begin, out_ns=self.out_ns if self.out_ns > begin else 0)
        end = 0 if self.out_ns == here else here
        return replace(self, out_ns=end, in_ns=self.in_ns if not end or self.in_ns < end else 0)
