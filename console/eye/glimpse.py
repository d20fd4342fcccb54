"""What one place of a screen showed at one moment, as the window that painted it says. Values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model import AlarmId, CameraId

Box = tuple[int, int, int, int]  # left, top, width, height in thousandths of the window


class Picture(StrEnum):
    """What a person saw there. The words of `main.py eye` and of the page."""

    LIVE = "live"
    DELAYED = "delayed"  # it moved as a live one, seconds late: libvlc played it
    STALE = "stale"  # grey under its age, NOT LIVE
    REPLAY = "replay"  # of the last minute, or a recorded clip
    NONE = "none"  # a word instead: `state` says which
    HIDDEN = "hidden"  # painted where nobody could see it: screen dark, minimised, under another window of ours


MOVING = frozenset({Picture.LIVE, Picture.DELAYED})  # a new one came again and again


@dataclass(frozen=True, slots=True)
class View:
    """What stays the same for a while. `camera`, `number` and `name` are those painted on the picture.

    `within_ms`: the last one of a moving picture came at most so long ago. `alarm`: the alarm it was shown for.
    """

    picture: Picture
    camera: CameraId | None = None
    number: int = 0
    name: str = ""
    quality: str = ""  # model.Quality of the stream asked for
    state: str = ""  # ports.CameraState, where there was no live picture
    within_ms: int = 0
    is_late: bool = False  # the receiver left pictures out
    alarm: AlarmId | None = None


@dataclass(frozen=True, slots=True)
class Glimpse:
    """`age_ms` is the age of the picture; of a live one it is told in steps, of any other when it was taken in."""

    window: str  # desk, wall-1 …
    tile: str
    box: Box
    view: View
    age_ms: int = 0
