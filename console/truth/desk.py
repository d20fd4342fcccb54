"""The desk of the views: which camera shows something else than it should, and who said what is right. Desk thread.

Each fault is a trouble `camera/<id>#camera_<fault>` of its own. References are kept in the data folder; that a person
approved a view is in the journal, so that the other consoles take it up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.config.schema import TruthConfig
from console.errors import CommandRefused
from console.journal import Json, Recorded
from console.logbook import Logbook
from console.model import (
    AlarmClass,
    Camera,
    CameraId,
    CameraKind,
    Condition,
    ConditionChanged,
    PointId,
    Right,
    Seat,
    point_id,
)
from console.truth.clocks import KIND as CLOCK
from console.truth.clocks import Clocks
from console.truth.glimpse import Glimpse
from console.truth.judge import Fault
from console.truth.reference import digest, kept, restored
from console.truth.watch import HOUR_MS, Patience, Watch

APPROVED = "ViewApproved"
PREFIX = "camera_"
FRESH_LOOKS = 3  # a view older than so many looks cannot be approved
PRUNE_MS = 60_000

State = Mapping[str, Json]


class Truth:
    """`report` takes each trouble that begins or ends."""

    def __init__(
        self, clock: Clock, seat: Seat, cameras: Callable[[], Mapping[CameraId, Camera]], logbook: Logbook,
        report: Callable[[ConditionChanged], None], announce_it: Callable[[Announcement], None], config: TruthConfig,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._seat = seat
        self._cameras = cameras
        self._log = logbook
        self._report = report
        self._announce = announce_it
        self._config = config
        self._patience = Patience(config.patience_s * 1_000, config.learn_h * HOUR_MS)
        self._keep: Callable[[str, State], None] = lambda _name, _state: None
        self._watches: dict[CameraId, Watch] = {}
        self._read: dict[CameraId, State] = {}  # files of cameras that were not looked at yet: pictures take their time
        self._approved: dict[CameraId, str] = {}  # by whom, at another console: the next look is right
        self.clocks = Clocks(clock, report, config.clock_s * 1_000)

    def connect(self, read: Callable[[str], State | None], keep: Callable[[str, State], None]) -> None:
        """From now on references are kept there. Before the loop runs: every file is read."""
        self._keep = keep
        for camera in self._cameras():
            if (state := read(_name(camera))) is not None:
                self._read[camera] = state

    def take_up(self, points: Iterable[PointId]) -> None:
        """These have an open trouble from an earlier run: looks at the camera will end it."""
        for point in points:
            device, _, kind = point.removeprefix("camera/").rpartition("#")
            camera = CameraId(device)
            if kind == CLOCK:
                self.clocks.believe(camera)
            elif kind.startswith(PREFIX) and kind.removeprefix(PREFIX) in set(Fault):
                self._watch(camera).believe(Fault(kind.removeprefix(PREFIX)))

    def start(self) -> None:
        """Look from time to time for cameras the site has no more."""
        self._prune()

    # ---- what is known ----

    @property
    def every_s(self) -> float:
        """How often each camera's view is looked at; 0 = never."""
        return self._config.every_s

    def get(self, camera: CameraId) -> Watch | None:
        """What is thought of its view, None when nobody has looked at it."""
        return self._watches.get(camera)

    # ---- what comes in ----

    def saw(self, glimpse: Glimpse) -> None:
        """The video process looked at a camera."""
        if glimpse.camera not in self._cameras():
            return
        watch, now = self._watch(glimpse.camera), self._clock.now_ms()
        before = watch.fault
        has_more = watch.take(glimpse.view, glimpse.still, now, self._patience)
        if (by := self._approved.pop(glimpse.camera, None)) is not None:
            has_more |= watch.approve(now, by)
        if has_more:
            self._write_down(glimpse.camera, watch)
        self._tell(glimpse.camera, before, watch)

    # ---- what a person does ----

    def approve(self, camera: CameraId) -> None:
        """What this camera shows now is right. Raises CommandRefused."""
        by, now = self._seat.by_right(Right.SITE), self._clock.now_ms()
        watch = self._watches.get(camera)
        longest_ms = FRESH_LOOKS * max(1_000, round(self._config.every_s * 1_000))
        if watch is None or watch.view is None or now - watch.seen_ms > longest_ms:
            raise CommandRefused("no_view")
        before = watch.fault
        watch.approve(now, by.person)
        self._write_down(camera, watch)
        data: dict[str, Json] = {"camera": camera, "sha256": digest(watch.view), "references": len(watch.known)}
        self._log.write(APPROVED, by, data)
        self._announce(announce.ViewApproved(camera=camera, by=by.person))
        self._tell(camera, before, watch)

    def learn(self, record: Recorded) -> bool:
        """A person at another console approved a view: the same camera's next look here is right, too."""
        entry = record.entry
        if entry.kind == APPROVED and entry.by.position != self._seat.position:
            self._approved[CameraId(str(entry.data.get("camera", "")))] = entry.by.person
        return True

    # ---- inside ----

    def _watch(self, camera: CameraId) -> Watch:
        if camera not in self._watches:
            self._watches[camera] = self._made(camera, self._read.pop(camera, {}))
        return self._watches[camera]

    def _made(self, camera: CameraId, state: State) -> Watch:
        found = self._cameras().get(camera)
        return Watch(restored(state), turns=found is not None and found.kind is CameraKind.PTZ)

    def _write_down(self, camera: CameraId, watch: Watch) -> None:
        self._keep(_name(camera), kept(camera, watch.known))

    def _tell(self, camera: CameraId, before: Fault | None, watch: Watch) -> None:
        if watch.fault is before:
            return
        if before is not None:
            self._turn(camera, before, Condition.NORMAL)
            self._announce(announce.ViewTrusted(camera=camera, fault=before.value))
        if watch.fault is not None:
            self._turn(camera, watch.fault, Condition.ACTIVE)
            likeness = round(watch.verdict.likeness, 2)
            self._announce(announce.ViewDoubted(camera=camera, fault=watch.fault.value, likeness=likeness))

    def _turn(self, camera: CameraId, fault: Fault, condition: Condition) -> None:
        now, kind = self._clock.now_ms(), f"{PREFIX}{fault.value}"
        self._report(
            ConditionChanged(
                point=point_id("camera", camera, kind), alarm_class=AlarmClass.TROUBLE, kind=kind,
                condition=condition, cause="view", source_ms=now, received_ms=now,
            )
        )  # fmt: skip

    def _prune(self) -> None:
        """Trouble of a camera that is gone ends with it: nobody looks there any more."""
        self._clock.after(PRUNE_MS, self._prune)
        for camera in {*self._watches, *self.clocks.wrong} - self._cameras().keys():
            self.clocks.forget(camera)
            watch = self._watches.pop(camera, None)
            if watch is not None and watch.fault is not None:
                self._turn(camera, watch.fault, Condition.NORMAL)


def _name(camera: CameraId) -> str:
    """Of the file of its references: a camera may be called anything, a file may not."""
    return f"view-{hashlib.sha256(camera.encode()).hexdigest()[:16]}"
