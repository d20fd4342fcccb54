"""Clips made of what was looked back at: what each is of, and what became of it, in the journal. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from console import announce
from console.announce import Announcement
from console.evidence import Clip, ClipState, path_of
from console.journal import Json
from console.logbook import Logbook
from console.model import AlarmId, By, CameraId, Seat
from console.rewinding.rewind import Rewind
from console.rewinds import KeepRewind, RewindKept, RewindUnkept

FOLDER = AlarmId("replay")  # of what belongs to no alarm
MACHINE = By(machine="replay")


@dataclass(frozen=True, slots=True)
class Now:
    """One moment by both clocks: monotonic ns, epoch ms."""

    ns: int
    ms: int

    def ms_at(self, ns: int) -> int:
        """Epoch ms of a monotonic moment."""
        return self.ms - round((self.ns - ns) / 1_000_000)


class RewindClips:
    """`settled` is told path or code of each; `adopt` is given each clip that belongs to an alarm."""

    def __init__(
        self, logbook: Logbook, seat: Seat, announce_it: Callable[[Announcement], None],
        settled: Callable[[str, str], None],
    ) -> None:  # fmt: skip
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._settled = settled
        self._ordered: dict[str, tuple[AlarmId | None, Clip]] = {}  # and not heard of
        self.adopt: Callable[[AlarmId, Clip], None] = lambda _alarm, _clip: None

    def order(self, rewind: Rewind, camera: CameraId, number: int, now: Now) -> KeepRewind:
        """The order for one camera: what lies between the marks."""
        span = rewind.marks()
        path = path_of(rewind.alarm or FOLDER, camera, now.ms)
        clip = Clip(camera, number, path, now.ms_at(span[0]), now.ms_at(span[1]))
        self._ordered[path] = rewind.alarm, clip
        return KeepRewind(
            rewind.number, camera, number, path, rewind.alarm or "", *span, at_ns=now.ns, at_ms=now.ms
        )  # fmt: skip

    def kept(self, kept: RewindKept) -> None:
        """The clip is on disk; one of an alarm is listed with the alarm's others."""
        saved = kept.clip
        alarm, ordered = self._ordered.pop(saved.path, (None, None))
        if ordered is None:
            return
        clip = replace(
            ordered, state=ClipState.PARTIAL if saved.is_partial else ClipState.SAVED, sha256=saved.sha256,
            size=saved.size, start_ms=saved.start_ms, end_ms=saved.end_ms, frames=saved.frames, gaps=saved.gaps,
        )  # fmt: skip
        data: dict[str, Json] = {
            "camera": clip.camera, "number": clip.number, "path": clip.path, "sha256": clip.sha256, "size": clip.size,
            "start_ms": clip.start_ms, "end_ms": clip.end_ms, "frames": clip.frames, "alarm": alarm,
        }  # fmt: skip
        self._log.write("ReplayKept", self._seat.by, data, cause=f"alarm:{alarm}" if alarm else "")
        self._announce(
            announce.ReplayKept(
                camera=clip.camera, path=clip.path, sha256=clip.sha256, alarm=alarm or AlarmId(""), by=self._seat.person
            )
        )
        if alarm is not None:
            self.adopt(alarm, clip)
        self._settled(clip.path, "")

    def unkept(self, unkept: RewindUnkept) -> None:
        """There is no clip: a fact about evidence, so it is kept."""
        if self._ordered.pop(unkept.path, None) is None:
            return
        data: dict[str, Json] = {"camera": unkept.camera, "code": unkept.code.value, "detail": unkept.detail[:200]}
        self._log.write("ReplayUnkept", MACHINE, data)
        self._announce(announce.ReplayUnkept(camera=unkept.camera, code=unkept.code.value))
        self._settled("", unkept.code.value)
