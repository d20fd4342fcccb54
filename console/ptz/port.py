"""The seam to the heads of cameras: what a Ptz backend is told and what it posts to the inbox. Values only.

Who holds a head, and what may be done with it, is decided by the desk; a backend obeys and says what became of it.
Every order has a number, and is answered once: with `PtzDone` or with `PtzFailed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from console.model import CameraId, Site

REPEAT_MS = 200  # how often the desk says `drive` again while the hand is on it
DEAD_MAN_MS = 800  # no `drive` for so long: the head is stopped, whoever is dead


@dataclass(frozen=True, slots=True)
class Velocity:
    """How fast a head turns: −1…1 of its top speed each. Pan to the right, tilt upwards, zoom inwards are positive."""

    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0

    @property
    def is_still(self) -> bool:
        return not (self.pan or self.tilt or self.zoom)


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a head looks, as the camera counts it: pan and tilt −1…1, zoom 0…1 (ONVIF's generic spaces)."""

    pan: float
    tilt: float
    zoom: float


class Skill(StrEnum):
    """What a camera's head can do beside turning while a key is held; what it cannot is not offered."""

    CENTRE = "centre"  # bring a point of the picture into its middle
    AIM = "aim"  # say where it looks, and go back there
    HOME = "home"  # it has a home position
    STORE = "store"  # keep where it looks under a preset's name


class PtzTrouble(StrEnum):
    """Why a head did not obey. The windows put words to it."""

    NO_ADDRESS = "no_address"  # the site does not say how to reach its control
    UNREACHABLE = "unreachable"  # about: host:port
    NO_ANSWER = "no_answer"  # about: the request that was left unanswered
    WRONG_PASSWORD = "wrong_password"
    REFUSED = "refused"  # about: what the camera says
    NO_PRESET = "no_preset"  # about: the name that the camera does not know
    UNABLE = "unable"  # it lacks this skill
    MALFORMED = "malformed"  # its answer is not what the standard says
    PASSWORD_UNREADABLE = "password_unreadable"  # the reference to the password leads nowhere


@dataclass(frozen=True, slots=True)
class PtzDone:
    """Posted once an order is accepted. `before`: where the head looked until then, None: it did not say."""

    order: int
    camera: CameraId
    before: Aim | None = None


@dataclass(frozen=True, slots=True)
class PtzFailed:
    """Posted when an order was not obeyed, or the camera no longer obeys it (a hold that goes on)."""

    order: int
    camera: CameraId
    code: PtzTrouble
    about: str = ""  # at most 200 characters, no credentials


@dataclass(frozen=True, slots=True)
class PtzKnown:
    """Posted once for each `ask`: what the head can do, and the presets by the camera's own names."""

    camera: CameraId
    skills: frozenset[Skill]
    presets: tuple[str, ...]


PtzWord = PtzDone | PtzFailed | PtzKnown


class Ptz(Protocol):
    """The heads of this site's cameras. No call blocks or raises; calls of one camera take effect in their order.

    Whoever talks to the cameras is a process of its own: when nothing comes from this program any more, for whatever
    reason, it stops every head that turns, within `DEAD_MAN_MS`. The camera is told the same limit with each move,
    so that it stops even when that process is gone too.
    """

    def start(self) -> None: ...

    def stop(self) -> None:
        """Stop every head that turns and end; waits at most about a second."""

    def take_site(self, site: Site) -> None:
        """From now on these are the cameras. A head that turns and is no longer there is stopped first."""

    def ask(self, order: int, camera: CameraId) -> None:
        """What can it do? Posts `PtzKnown`, or `PtzFailed` with this number."""

    def drive(self, order: int, camera: CameraId, velocity: Velocity) -> None:
        """Turn like this until told otherwise, at most `DEAD_MAN_MS` after the last word.

        Said again every `REPEAT_MS` under the same number while the hand is on it; only the first is answered. A
        repetition that overtakes one still on its way replaces it: the newest velocity counts.
        """

    def halt(self, order: int, camera: CameraId) -> None:
        """Stand still. Goes before everything that waits for this camera, and is tried three times if it must."""

    def centre(self, order: int, camera: CameraId, x: float, y: float) -> None:
        """Turn so that this point of the picture comes into its middle: −1…1 from there, right and up positive."""

    def recall(self, order: int, camera: CameraId, preset: str) -> None:
        """Go to the preset of this name. `PtzDone.before` says where the head looked, if it can say so."""

    def store(self, order: int, camera: CameraId, preset: str) -> None:
        """Keep where the head looks now under this name; one of the same name is replaced."""

    def go_home(self, order: int, camera: CameraId) -> None:
        """Go to the camera's home position. `PtzDone.before` as with `recall`."""

    def aim(self, order: int, camera: CameraId, aim: Aim) -> None:
        """Go back to where it looked."""
