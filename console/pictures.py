"""The desk of the cameras' pictures: what state each stream is in, and the trouble of a camera that stays dark.

Desk thread. Health for the ranking comes from here; whoever receives the streams posts `CameraChanged`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from console.clock import Clock, Deadline
from console.model import AlarmClass, Camera, CameraId, Condition, ConditionChanged, Health, point_id
from console.ports import CameraChanged, CameraState, Detail

DARK_MS = 10_000  # a camera may reconnect this long before it is a trouble of its own
STARTING_MS = 120_000  # and this long be queued, dialled or waited for without having failed

HEALTH = {
    CameraState.LIVE: Health.OK,
    CameraState.STALE: Health.DEGRADED,
    CameraState.WAITING_KEY: Health.UNKNOWN,
    CameraState.QUEUED: Health.UNKNOWN,
    CameraState.CONNECTING: Health.UNKNOWN,
}  # every other state is OFFLINE

LOST = frozenset(CameraState) - set(HEALTH) | {CameraState.STALE}
SLOW = frozenset(
    {Detail.NO_CONNECTION, Detail.NO_ANSWER, Detail.NOTHING_SENT, Detail.NOTHING_RECEIVED, Detail.NO_KEY_FRAME}
)  # what a machine says, too, that has its hands full with two hundred first connections


@dataclass(frozen=True, slots=True)
class Picture:
    """A camera's stream as last reported."""

    state: CameraState
    since_ms: int
    detail: Detail = Detail.NONE
    retry_in_s: float = 0.0
    about: str = ""  # what the detail names

    @property
    def health(self) -> Health:
        return HEALTH.get(self.state, Health.OFFLINE)


class Pictures:
    """State of every camera of the site; `report` is given each trouble that begins or ends."""

    def __init__(self, clock: Clock, cameras: Iterable[Camera], report: Callable[[ConditionChanged], None]) -> None:
        self._clock = clock
        self._report = report
        self._pictures: dict[CameraId, Picture] = {}
        self._waiting: dict[CameraId, Deadline] = {}
        self._failing: set[CameraId] = set()
        self._dark: set[CameraId] = set()
        self._began_ns = clock.monotonic_ns()
        self.take_site(cameras)

    def take_site(self, cameras: Iterable[Camera]) -> None:
        """These are the cameras from now on. The trouble of one that is gone ends with it: nobody waits for it."""
        before, now = self._pictures, self._clock.now_ms()
        self._pictures = {c.id: before.get(c.id) or Picture(CameraState.QUEUED, now) for c in cameras}
        gone = before.keys() - self._pictures.keys()
        for camera in gone & self._waiting.keys():
            self._waiting.pop(camera).cancel()
        self._failing -= gone
        for camera in gone & self._dark:
            self._dark.discard(camera)
            self._tell(camera, Condition.NORMAL, "")

    def get(self, camera: CameraId) -> Picture:
        return self._pictures[camera]

    def health(self) -> dict[CameraId, Health]:
        """Health of every camera, for the ranking."""
        return {id_: picture.health for id_, picture in self._pictures.items()}

    def health_of(self, camera: CameraId) -> Health | None:
        """Health of one camera; None when the site has none of that name."""
        picture = self._pictures.get(camera)
        return picture.health if picture is not None else None

    @property
    def live(self) -> int:
        return sum(p.state is CameraState.LIVE for p in self._pictures.values())

    @property
    def total(self) -> int:
        return len(self._pictures)

    def not_live(self) -> tuple[CameraId, ...]:
        """Cameras without a live picture, in the order of the site."""
        return tuple(id_ for id_, picture in self._pictures.items() if picture.state is not CameraState.LIVE)

    def known_dark(self, cameras: Iterable[CameraId]) -> None:
        """These have an open trouble from an earlier run: a picture will clear it.

        Where the site has lost the camera meanwhile nobody waits any longer: the trouble ends as soon as we run.
        """
        for camera in cameras:
            if camera in self._pictures:
                self._dark.add(camera)
            else:
                self._clock.after(0, partial(self._tell, camera, Condition.NORMAL, ""))

    def changed(self, change: CameraChanged) -> bool:
        """Take the new state; True when it differs from the old one."""
        known = self._pictures.get(change.camera)
        if known is None:
            return False
        same = known.state is change.state
        self._pictures[change.camera] = Picture(
            change.state, known.since_ms if same else change.at_ms, change.detail, change.retry_in_s, change.about
        )
        if change.state is CameraState.LIVE:
            self._is_live(change.camera)
        else:
            self._is_not_live(change.camera, self._patience_ms(change) if change.state in LOST else STARTING_MS)
        return not same

    def _patience_ms(self, change: CameraChanged) -> int:
        """While everything starts nobody who is merely slow is a trouble; who refuses us, or is not there, is."""
        is_slow = change.state is CameraState.STALE or change.detail in SLOW
        left_ms = STARTING_MS - (self._clock.monotonic_ns() - self._began_ns) // 1_000_000
        return max(DARK_MS, left_ms) if is_slow else DARK_MS

    def source_lost(self) -> None:
        """The receiver itself died: nothing is known of any camera, and no camera is to blame for it."""
        for waiting in self._waiting.values():
            waiting.cancel()
        self._waiting.clear()
        self._failing.clear()
        self._began_ns = self._clock.monotonic_ns()
        now = self._clock.now_ms()
        for id_ in self._pictures:
            self._pictures[id_] = Picture(CameraState.QUEUED, now)

    def _is_live(self, camera: CameraId) -> None:
        if (waiting := self._waiting.pop(camera, None)) is not None:
            waiting.cancel()
        self._failing.discard(camera)
        if camera in self._dark:
            self._dark.discard(camera)
            self._tell(camera, Condition.NORMAL, "")

    def _is_not_live(self, camera: CameraId, patience_ms: int) -> None:
        """The first failure starts the clock that counts; nothing but a live picture stops it."""
        failed = patience_ms == DARK_MS
        if camera in self._dark or camera in self._failing or (camera in self._waiting and not failed):
            return
        if (waiting := self._waiting.pop(camera, None)) is not None:
            waiting.cancel()
        if failed:
            self._failing.add(camera)
        self._waiting[camera] = self._clock.after(patience_ms, lambda: self._stays_dark(camera))

    def _stays_dark(self, camera: CameraId) -> None:
        self._waiting.pop(camera, None)
        self._failing.discard(camera)
        picture = self._pictures[camera]
        if picture.state is not CameraState.LIVE:
            self._dark.add(camera)
            self._tell(camera, Condition.ACTIVE, picture.state.value)

    def _tell(self, camera: CameraId, condition: Condition, why: str) -> None:
        now = self._clock.now_ms()
        self._report(
            ConditionChanged(
                point=point_id("camera", camera, "picture"), alarm_class=AlarmClass.TROUBLE, kind="picture",
                condition=condition, cause="no_picture", source_ms=now, received_ms=now, value=why or None,
            )
        )  # fmt: skip
