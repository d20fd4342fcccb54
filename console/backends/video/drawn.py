"""Pictures without cameras: the Video port drawn in this process, for demonstrations and tests. Desk thread only.

Every picture carries the frame code, so that whoever looks at the pixels can tell which camera it is and which of its
pictures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from console import framecode
from console.clock import Clock
from console.inbox import Inbox
from console.looks import Survey
from console.model import Camera, CameraId, LinkUp, Quality, Site
from console.ports import CameraChanged, CameraState, ClipFailed, ClipOrder, ClipTrouble, Frame, VideoLoad
from console.replays import PlayClip, PlayTrouble, ReplayFailed, ReplayOrder
from console.rewinds import BeginRewind, RewindEnded, RewindOrder, RewindTrouble, SnapFailed, SnapPicture
from console.videod.sizes import fit

FPS = 15
ASPECT = (16, 9)
_PERIOD_NS = 1_000_000_000 // FPS

Pixels = npt.NDArray[np.uint8]


@dataclass(slots=True)
class _Slot:
    """What one slot shows, and the last picture it gave."""

    camera: CameraId
    quality: Quality
    width: int
    height: int
    sequence: int
    number: int = -1


class DrawnVideo:
    """Draws a picture when it is asked for one, at most `FPS` a second by the console's clock."""

    def __init__(self, cameras: Sequence[Camera], inbox: Inbox, clock: Clock) -> None:
        self._cameras = {camera.id: camera for camera in cameras}
        self._inbox = inbox
        self._clock = clock
        self._slots: dict[int, _Slot] = {}
        self._sequences: dict[int, int] = {}
        self._dark: set[CameraId] = set()
        self._paces: dict[int, int] = {}

    def start(self) -> None:
        self._inbox.post(LinkUp("video", "drawn", self._clock.now_ms()))
        for camera in self._cameras:
            self._post(camera, CameraState.LIVE)

    def stop(self) -> None:
        self._slots.clear()

    def show(
        self, slot: int, camera: CameraId | None, quality: Quality, width: int, height: int, rewind: int = 0
    ) -> None:  # fmt: skip
        if camera is None or rewind:  # nothing is held of drawings
            self._slots.pop(slot, None)
            return
        before = self._slots.get(slot)
        if before is None or (before.camera, before.quality, before.width, before.height) != (
            camera, quality, width, height,
        ):  # fmt: skip
            self._slots[slot] = _Slot(camera, quality, width, height, self._sequences.get(slot, 0))

    def take_site(self, site: Site) -> None:
        """From now on these are the cameras; new ones have their picture at once."""
        before, self._cameras = self._cameras, {camera.id: camera for camera in site.cameras}
        self._dark &= self._cameras.keys()
        for camera in self._cameras.keys() - before.keys():
            self._post(camera, CameraState.LIVE)

    def record(self, order: ClipOrder) -> None:
        """Drawings are no evidence."""
        self._inbox.post(ClipFailed(order.camera, order.path, ClipTrouble.NO_PICTURES))

    def replay(self, order: ReplayOrder) -> None:
        """Drawings are no evidence, so there is nothing to play."""
        if isinstance(order, PlayClip):
            self._inbox.post(ReplayFailed(order.play, PlayTrouble.MISSING, ""))

    def rewind(self, order: RewindOrder) -> None:
        """Nothing is held of drawings."""
        if isinstance(order, BeginRewind):
            self._inbox.post(RewindEnded(order.rewind, RewindTrouble.NOTHING_HELD))
        elif isinstance(order, SnapPicture):
            self._inbox.post(SnapFailed(order.snap, ClipTrouble.NO_PICTURES, ""))

    def survey(self, order: Survey) -> None:
        """Drawings have no streams to measure, and their views are always right."""

    def frame(self, slot: int) -> Frame | None:
        shown = self._slots.get(slot)
        if shown is None or shown.camera not in self._cameras or shown.camera in self._dark:
            return None
        number = self._clock.monotonic_ns() // _PERIOD_NS
        every = self._paces.get(slot, 1)
        if number <= shown.number or not every or (shown.number >= 0 and number - shown.number < every):
            return None
        is_first = shown.number < 0
        shown.number = number
        shown.sequence = self._sequences[slot] = shown.sequence + 1
        width, height = fit(*ASPECT, 1.0, shown.width, shown.height)
        pixels = draw(self._cameras[shown.camera].number, number, width, height)
        return Frame(
            camera=shown.camera,
            quality=shown.quality,
            sequence=shown.sequence,
            arrived_ns=number * _PERIOD_NS,
            width=width,
            height=height,
            stride=width * 4,
            pixels=memoryview(pixels.data).cast("B").toreadonly(),
            from_memory=is_first,
            is_late=every > 1,
        )

    def render(self, *, planes: bool) -> None:
        """Drawings have no planes: they are painted as they are, whatever the windows can do."""

    def load(self) -> VideoLoad | None:
        """Drawing is done in the windows' own time."""
        return None

    def pace(self, every: Mapping[int, int], is_sparing: bool) -> None:  # noqa: ARG002  # drawings are not kept
        self._paces = dict(every)

    def darken(self, camera: CameraId, state: CameraState) -> None:
        """The camera loses its picture, for this reason."""
        self._dark.add(camera)
        self._post(camera, state)

    def _post(self, camera: CameraId, state: CameraState) -> None:
        self._inbox.post(CameraChanged(camera, state, self._clock.now_ms()))


def draw(camera: int, number: int, width: int, height: int) -> Pixels:
    """BGRA rows: a shade per camera, a bar that wanders, and the frame code at the bottom (camera, picture)."""
    shade = np.array([40 + camera * 53 % 120, 40 + camera * 97 % 120, 40 + camera * 29 % 120, 255], np.uint8)
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[:] = shade
    bar = number * 7 % width
    pixels[:, bar : bar + max(1, width // 40), :3] = 220
    framecode.draw(pixels, camera, number % framecode.FRAMES)
    return pixels
