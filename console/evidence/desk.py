"""The desk of the clips: what a fire alarm orders to be kept of its cameras, and what became of it. Desk thread.

Its record is a stream of the journal per alarm and position; a restart rebuilds the clips of open alarms and settles
what an earlier run left unfinished.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.config.schema import EvidenceConfig
from console.evidence.clips import FAILED, FILED, KINDS, ORDERED, SAVED, Clip, ClipState, clip_after
from console.evidence.names import path_of
from console.journal import Entry, Json, Recorded
from console.model import LIVE, AlarmId, By, Camera, CameraId, Domain
from console.ports import ClipFailed, ClipOrder, ClipSaved, ClipTrouble

STREAM = "evidence/"
SHARED_MS = 10_000  # a clip of the same camera that another alarm ordered so short a while ago serves both
REST_MS = 3_000  # less than this of a broken-off clip is not worth a second file
PATIENCE_MS = 120_000  # after a clip's end, until nobody waits for word of it any longer
FILED_KEPT = 100  # closed alarms whose clips can still be looked at
MACHINE = By(machine="evidence")


@dataclass(slots=True)
class _Case:
    """An alarm's clips, in the order they were ordered."""

    version: int = 0
    clips: dict[str, Clip] = field(default_factory=dict)
    is_closed: bool = False  # the alarm is: nothing more will be ordered
    is_filed: bool = False

    def running(self) -> list[Clip]:
        return [clip for clip in self.clips.values() if clip.is_running]


class Evidence:
    """Orders, remembers, settles; the pictures themselves are the video process's work."""

    def __init__(
        self, clock: Clock, position: str, config: EvidenceConfig, append: Callable[[Sequence[Entry]], None],
        announce_it: Callable[[Announcement], None], domain: Domain = LIVE,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._prefix = f"{STREAM}{position}/"
        self._config = config
        self._append = append
        self._announce = announce_it
        self._domain = domain
        self._order: Callable[[ClipOrder], None] | None = None
        self.leads: Callable[[], bool] = lambda: True  # whether it is this console that orders clips
        self._cases: dict[AlarmId, _Case] = {}
        self._theirs: dict[AlarmId, dict[str, Clip]] = {}  # of other positions

    def connect(self, order: Callable[[ClipOrder], None]) -> None:
        """From now on clips are ordered there; without it none are."""
        self._order = order

    def clips(self, alarm: AlarmId) -> tuple[Clip, ...]:
        """The clips of an alarm, the first ordered first; of closed alarms as far back as they are remembered."""
        case = self._cases.get(alarm)
        own = tuple(case.clips.values()) if case is not None else ()
        return (*own, *self._theirs.get(alarm, {}).values())

    # ---- start ---------------------------------------------------------------------------------------------------

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild the clips of every alarm whose record is not closed."""
        for record in recorded:
            entry = record.entry
            if entry.domain == self._domain and entry.stream.startswith(self._prefix) and entry.kind in KINDS:
                self._fold(AlarmId(entry.stream.removeprefix(self._prefix)), entry)
            elif self._is_of_another(entry):
                self._note(entry)

    def learn(self, record: Recorded) -> bool:
        """What another position keeps of an alarm is seen here, too; never has to wait."""
        if self._is_of_another(record.entry):
            self._announce(_told(self._note(record.entry), record.entry))
        return True

    def is_kept(self, alarm: AlarmId) -> bool:
        """Whether there are clips of it, ours or all those another position ordered: on the disk."""
        clips = self._theirs.get(alarm, {}).values()
        return alarm in self._cases or (bool(clips) and not any(clip.is_running for clip in clips))

    def _is_of_another(self, entry: Entry) -> bool:
        is_clip = entry.domain == self._domain and entry.stream.startswith(STREAM) and entry.kind in KINDS
        return is_clip and entry.kind != FILED and not entry.stream.startswith(self._prefix)

    def _note(self, entry: Entry) -> AlarmId:
        alarm = AlarmId(entry.stream.removeprefix(STREAM).partition("/")[2])
        clips, path = self._theirs.setdefault(alarm, {}), str(entry.data["path"])
        clips[path] = clip_after(clips.get(path), entry)
        for oldest in list(self._theirs)[:-FILED_KEPT]:
            del self._theirs[oldest]
        return alarm

    def settle(self, is_open: Callable[[AlarmId], bool]) -> None:
        """Have unfinished clips of an earlier run finished; file what belongs to alarms that are closed."""
        for alarm, case in list(self._cases.items()):
            case.is_closed = not is_open(alarm)
            for clip in case.running():
                self._send(alarm, clip, is_settling=True)
            self._file_if_done(alarm, case)

    # ---- from the alarms -----------------------------------------------------------------------------------------

    def raised(self, alarm: AlarmId, cameras: Sequence[Camera]) -> None:
        """A fire alarm, or it came again: keep what its best cameras saw and will see. One clip a camera at a time."""
        if self._order is None or not self.leads():
            return
        now = self._clock.now_ms()
        for camera in cameras[: self._config.cameras]:
            running = [clip for clip in self._case(alarm).running() if clip.camera == camera.id]
            if not running:
                before_ms, after_ms = self._config.before_s * 1000, self._config.after_s * 1000
                self._keep(alarm, camera.id, camera.number, now - before_ms, now + after_ms)

    def closed(self, alarm: AlarmId) -> None:
        """The alarm is over: its record is closed once the last clip is settled."""
        if (case := self._cases.get(alarm)) is not None:
            case.is_closed = True
            self._file_if_done(alarm, case)

    def _keep(self, alarm: AlarmId, camera: CameraId, number: int, from_ms: int, until_ms: int) -> None:
        now = self._clock.now_ms()
        shared = self._shared(camera, from_ms, until_ms)
        clip = shared or Clip(camera, number, path_of(alarm, camera, now), from_ms, until_ms)
        data: dict[str, Json] = {
            "camera": camera, "number": number, "path": clip.path, "from_ms": clip.from_ms, "until_ms": clip.until_ms,
        }  # fmt: skip
        self._write(alarm, ORDERED, data)
        self._announce(announce.EvidenceOrdered(alarm=alarm, camera=camera, path=clip.path))
        if shared is None:
            self._send(alarm, clip)

    def _shared(self, camera: CameraId, from_ms: int, until_ms: int) -> Clip | None:
        """A clip that is being recorded for another alarm and holds as good as the same."""
        for case in self._cases.values():
            for clip in case.running():
                is_long = clip.from_ms <= from_ms + SHARED_MS and clip.until_ms >= until_ms - SHARED_MS
                if clip.camera == camera and is_long:
                    return clip
        return None

    def _send(self, alarm: AlarmId, clip: Clip, *, is_settling: bool = False) -> None:
        if self._order is None:
            return
        self._order(ClipOrder(alarm, clip.camera, clip.number, clip.path, clip.from_ms, clip.until_ms, is_settling))
        wait_ms = max(0, clip.until_ms - self._clock.now_ms()) + PATIENCE_MS
        self._clock.after(wait_ms, partial(self._give_up, clip))

    def _give_up(self, clip: Clip) -> None:
        self.failed(ClipFailed(clip.camera, clip.path, ClipTrouble.NO_WORD))

    # ---- from a person -------------------------------------------------------------------------------------------

    def adopt(self, alarm: AlarmId, clip: Clip) -> None:
        """A clip that somebody made of what memory had belongs to this alarm: it is listed with the others."""
        ordered: dict[str, Json] = {
            "camera": clip.camera, "number": clip.number, "path": clip.path, "from_ms": clip.from_ms,
            "until_ms": clip.until_ms,
        }  # fmt: skip
        self._write(alarm, ORDERED, ordered)
        data: dict[str, Json] = {
            "camera": clip.camera, "path": clip.path, "sha256": clip.sha256, "size": clip.size,
            "start_ms": clip.start_ms, "end_ms": clip.end_ms, "frames": clip.frames, "gaps": clip.gaps,
            "partial": clip.state is ClipState.PARTIAL,
        }  # fmt: skip
        self._write(alarm, SAVED, data)
        self._announce(
            announce.EvidenceSaved(
                alarm=alarm, camera=clip.camera, path=clip.path, sha256=clip.sha256, frames=clip.frames,
                partial=clip.state is ClipState.PARTIAL,
            )
        )  # fmt: skip

    # ---- from the video process ----------------------------------------------------------------------------------

    def saved(self, saved: ClipSaved) -> None:
        """The clip is on disk; what a broken-off one left out is ordered as a second one."""
        waiting = self._waiting(saved.path)
        for alarm, _ in waiting:
            data: dict[str, Json] = {
                "camera": saved.camera, "path": saved.path, "sha256": saved.sha256, "size": saved.size,
                "start_ms": saved.start_ms, "end_ms": saved.end_ms, "frames": saved.frames, "gaps": saved.gaps,
                "partial": saved.is_partial,
            }  # fmt: skip
            self._write(alarm, SAVED, data)
            self._announce(
                announce.EvidenceSaved(
                    alarm=alarm, camera=saved.camera, path=saved.path, sha256=saved.sha256, frames=saved.frames,
                    partial=saved.is_partial,
                )
            )  # fmt: skip
        self._settled(waiting, is_broken_off=saved.is_partial and saved.end_ms < _end(waiting) - REST_MS)

    def failed(self, failed: ClipFailed) -> bool:
        """There is no such clip; False when nobody waits for it."""
        waiting = [(alarm, clip) for alarm, clip in self._waiting(failed.path) if clip.is_running]
        for alarm, _ in waiting:
            data: dict[str, Json] = {
                "camera": failed.camera, "path": failed.path, "code": failed.code.value, "detail": failed.detail,
            }  # fmt: skip
            self._write(alarm, FAILED, data)
            self._announce(announce.EvidenceFailed(alarm=alarm, camera=failed.camera, code=failed.code.value))
        self._settled(waiting, is_broken_off=failed.code is ClipTrouble.NOTHING_LEFT)
        return bool(waiting)

    def _waiting(self, path: str) -> list[tuple[AlarmId, Clip]]:
        """Whose clip this is. Word that comes after somebody gave it up still counts."""
        found = ((alarm, case.clips.get(path)) for alarm, case in self._cases.items())
        states = (ClipState.RECORDING, ClipState.FAILED)
        return [(alarm, clip) for alarm, clip in found if clip is not None and clip.state in states]

    def _settled(self, waiting: Sequence[tuple[AlarmId, Clip]], *, is_broken_off: bool) -> None:
        """Nobody waits for this clip any more; what a broken-off one left out is recorded as another."""
        for alarm, clip in waiting if is_broken_off else ():
            now = self._clock.now_ms()
            is_taken = any(other.camera == clip.camera for other in self._case(alarm).running())
            if clip.until_ms - now > REST_MS and not is_taken:
                self._keep(alarm, clip.camera, clip.number, now, clip.until_ms)
        for alarm, _ in waiting:
            self._file_if_done(alarm, self._case(alarm))

    # ---- inside --------------------------------------------------------------------------------------------------

    def _case(self, alarm: AlarmId) -> _Case:
        return self._cases.setdefault(alarm, _Case())

    def _file_if_done(self, alarm: AlarmId, case: _Case) -> None:
        if not case.is_closed or case.is_filed or not case.clips or case.running():
            return
        case.is_filed = True
        self._write(alarm, FILED, {"clips": len(case.clips)})
        filed = [known for known, other in self._cases.items() if other.is_filed]
        for oldest in filed[:-FILED_KEPT]:
            del self._cases[oldest]

    def _write(self, alarm: AlarmId, kind: str, data: Mapping[str, Json]) -> None:
        case = self._case(alarm)
        entry = Entry(
            self._domain, self._prefix + alarm, case.version + 1, kind, self._clock.now_ms(), MACHINE, data,
            cause=f"alarm:{alarm}", open=not case.is_filed,
        )  # fmt: skip
        self._fold(alarm, entry)
        self._append((entry,))

    def _fold(self, alarm: AlarmId, entry: Entry) -> None:
        case = self._case(alarm)
        case.version = entry.version
        if entry.kind == FILED:
            case.is_closed = case.is_filed = True
        else:
            path = str(entry.data["path"])
            case.clips[path] = clip_after(case.clips.get(path), entry)


def _told(alarm: AlarmId, entry: Entry) -> Announcement:
    """What the windows are told of a clip of another position."""
    camera, path = CameraId(str(entry.data["camera"])), str(entry.data["path"])
    if entry.kind == ORDERED:
        return announce.EvidenceOrdered(alarm=alarm, camera=camera, path=path)
    if entry.kind == FAILED:
        return announce.EvidenceFailed(alarm=alarm, camera=camera, code=str(entry.data["code"]))
    return announce.EvidenceSaved(
        alarm=alarm, camera=camera, path=path, sha256=str(entry.data["sha256"]), frames=int(str(entry.data["frames"])),
        partial=bool(entry.data["partial"]),
    )  # fmt: skip


def _end(waiting: Sequence[tuple[AlarmId, Clip]]) -> int:
    """When the clip was to end, epoch ms; 0 when nobody waits for it."""
    return max((clip.until_ms for _, clip in waiting), default=0)
