"""Pictures that are kept as files, of any tile, live or replayed. Each is an act in the journal. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.errors import CommandRefused
from console.evidence import path_of
from console.logbook import Logbook
from console.model import AlarmId, Camera, CameraId, Quality, Seat
from console.rewinds import PictureSnapped, RewindOrder, SnapFailed, SnapPicture

FOLDER = AlarmId("snapshots")  # of what belongs to no alarm
REPLAYED, SEEN_LIVE = "replay", "live"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a tile shows at this moment; `arrived_ns` is monotonic time, of the very picture that was painted."""

    tile: str
    camera: Camera
    quality: Quality
    arrived_ns: int
    rewind: int = 0  # 0 = live
    alarm: AlarmId | None = None


@dataclass(frozen=True, slots=True)
class Photograph:
    """What became of the newest one."""

    camera: CameraId
    path: str = ""  # below the data folder, "" until it is there
    code: str = ""  # `ports.ClipTrouble`


class Photographs:
    """Orders them and remembers what each was of."""

    def __init__(self, clock: Clock, logbook: Logbook, seat: Seat, announce_it: Callable[[Announcement], None]) -> None:
        self._clock = clock
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._order: Callable[[RewindOrder], None] | None = None
        self._number = 0
        self._waiting: dict[int, Subject] = {}
        self.newest: Photograph | None = None

    def connect(self, order: Callable[[RewindOrder], None]) -> None:
        self._order = order

    def take(self, subject: Subject, texts: tuple[str, ...], zone: str) -> None:
        """Keep it, with these lines below it. Raises CommandRefused without a Video to order from."""
        if self._order is None:
            raise CommandRefused("no_video")
        self._number += 1
        self._waiting[self._number] = subject
        now_ms = self._clock.now_ms()
        path = path_of(subject.alarm or FOLDER, subject.camera.id, now_ms).removesuffix(".mp4")
        self._order(
            SnapPicture(
                self._number, subject.camera.id, subject.quality, subject.rewind, subject.arrived_ns,
                self._clock.monotonic_ns(), now_ms, path, zone,
                texts,
            )
        )  # fmt: skip

    def snapped(self, saved: PictureSnapped) -> None:
        subject = self._waiting.pop(saved.snap, None)
        if subject is None:
            return
        alarm, camera = subject.alarm or AlarmId(""), subject.camera.id
        self._log.write(
            "SnapshotTaken", self._seat.by,
            {
                "alarm": alarm, "camera": camera, "path": saved.path, "sha256": saved.sha256, "taken_ms": saved.at_ms,
                "tile": subject.tile, "source": REPLAYED if subject.rewind else SEEN_LIVE,
            },
            cause=f"alarm:{alarm}" if alarm else "",
        )  # fmt: skip
        self._announce(
            announce.SnapshotTaken(
                alarm=alarm, camera=camera, path=saved.path, sha256=saved.sha256, taken_ms=saved.at_ms,
                by=self._seat.person,
            )
        )  # fmt: skip
        self._become(Photograph(camera, path=saved.path))

    def failed(self, failed: SnapFailed) -> None:
        subject = self._waiting.pop(failed.snap, None)
        if subject is not None:
            self._become(Photograph(subject.camera.id, code=failed.code.value))

    def _become(self, newest: Photograph) -> None:
        self.newest = newest
        self._announce(announce.PhotographSettled())
