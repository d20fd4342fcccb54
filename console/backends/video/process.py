"""The window's side of the video process: commands out, states in, frames from shared memory.

`show` and `frame` are for the desk thread and never block; states are posted from the child's thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from console.backends.video.orders import Orders
from console.backends.video.replaying import Replaying
from console.backends.video.rewinding import Rewinding
from console.backends.video.roll import Resolve, Roll
from console.child import Child, Conduct, program, surroundings
from console.clock import Clock
from console.config.schema import VideoConfig
from console.inbox import Inbox
from console.lines import Hello
from console.looks import StreamMeasured, Survey, ViewSeen
from console.model import Camera, CameraId, LinkDown, LinkUp, Point, Quality, Site
from console.ports import CameraChanged, CameraState, ClipOrder, Detail, Frame, VideoLoad
from console.replays import ClipAt, PlayClip, ReplayFailed, ReplayOrder, SnapshotFailed, SnapshotSaved
from console.rewinds import Memory, PictureSnapped, RewindAt, RewindEnded, RewindHolds, RewindOrder, SnapFailed
from console.truth.glimpse import glimpse_of
from console.videod.control import (
    LINES,
    Beat,
    Cap,
    Changed,
    Command,
    Failed,
    Hide,
    Pace,
    Render,
    Report,
    Saved,
    Show,
    Spare,
    Summed,
)
from console.videod.settings import Settings
from console.videod.sizes import MAX_HEIGHT, MAX_WIDTH
from console.videod.slots import SLOTS, Arena, SlotReader

LINK = "video"
NAME = "videod"
SILENCE_S = 0.3  # three beats
SPARE_AFTER_S = 3.0  # the pictures are back: now the next process may have the processor for its start


class VideoProcess:
    """Pictures from `python -m console.videod` (Video port). Slots run from 0 to 1023."""

    def __init__(
        self,
        config: VideoConfig,
        cameras: Sequence[Camera],
        base: str,
        *,
        resolve: Resolve,
        inbox: Inbox,
        clock: Clock,
        points: Sequence[Point] = (),
        data: Path | None = None,
    ) -> None:
        """`base` stands for {base} in the cameras' addresses; `resolve` is asked each time a child is started.

        `data`: the data folder, below which clips are kept; without it every order fails.
        """
        self._config = config
        self._data = data
        self._roll = Roll(config, cameras, base, points, resolve, self._post)
        self._orders = Orders(inbox, clock)
        self._replaying = Replaying(inbox)
        self._rewinding = Rewinding(inbox)
        self._inbox = inbox
        self._clock = clock
        self._arena = Arena()
        self._readers: dict[int, SlotReader] = {}
        self._wishes: dict[int, Show] = {}
        self._survey = Survey(0, 0)
        self._paces: dict[int, int] = {}
        self._is_sparing = self._is_planar = False
        self.last_beat: Beat | None = None
        conduct = Conduct(
            LINES, arguments=self._arguments, fds=lambda: (self._arena.fd,), environment=surroundings,
            greeting=self._greeting, on_report=self._on_report, on_down=self._on_down, silence_s=SILENCE_S,
            spare_after_s=SPARE_AFTER_S,
        )  # fmt: skip
        self._child = Child(NAME, conduct)

    @property
    def pid(self) -> int:
        """Process id of the running child, 0 while there is none."""
        return self._child.pid

    def start(self) -> None:
        self._child.start()

    def stop(self) -> None:
        """End the child and give the memory back; waits at most about a second."""
        self._child.stop()
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()
        self._wishes.clear()
        self._arena.close()

    def show(
        self, slot: int, camera: CameraId | None, quality: Quality, width: int, height: int, rewind: int = 0
    ) -> None:  # fmt: skip
        if not 0 <= slot < SLOTS:
            raise ValueError(f"slot {slot} is not in 0…{SLOTS - 1}")
        if camera is None:
            if self._wishes.pop(slot, None) is not None:
                self._child.say(Hide(slot))
            return
        wish = Show(slot, camera, quality, max(2, min(width, MAX_WIDTH)), max(2, min(height, MAX_HEIGHT)), rewind)
        if self._wishes.get(slot) == wish:
            return
        self._make_room(slot)
        self._wishes[slot] = wish
        self._child.say(wish)

    def _make_room(self, slot: int) -> None:
        if slot not in self._readers:
            self._arena.grow(slot)
            self._readers[slot] = SlotReader(self._arena.fd, slot)

    def replay(self, order: ReplayOrder) -> None:
        if isinstance(order, PlayClip):
            if not 0 <= order.slot < SLOTS:
                raise ValueError(f"slot {order.slot} is not in 0…{SLOTS - 1}")
            self._make_room(order.slot)
        self._replaying.take(order)
        self._child.say(order)

    def rewind(self, order: RewindOrder) -> None:
        self._rewinding.take(order)
        self._child.say(order)

    def record(self, order: ClipOrder) -> None:
        self._child.say(self._orders.take(order))

    def take_site(self, site: Site) -> None:
        """From now on these are the cameras; the pictures of those that are reached as before go on."""
        self._roll.renew(site.cameras, site.video_base, site.points)
        self._child.tell(self._roll.news)

    def render(self, *, planes: bool) -> None:
        if planes != self._is_planar:
            self._is_planar = planes
            self._child.say(Render(planes))

    def load(self) -> VideoLoad | None:
        beat = self.last_beat
        is_known = beat is not None and self._child.pid
        return VideoLoad(beat.cpu_s, beat.decoded, beat.late, beat.cameras) if beat and is_known else None

    def pace(self, every: Mapping[int, int], is_sparing: bool) -> None:
        before, self._paces = self._paces, dict(every)
        for slot in before.keys() | every.keys():
            if before.get(slot, 1) != every.get(slot, 1):
                self._child.say(Pace(slot, every.get(slot, 1)))
        if is_sparing != self._is_sparing:
            self._is_sparing = is_sparing
            self._child.say(Spare(is_sparing))

    def survey(self, order: Survey) -> None:
        self._survey = order
        self._child.say(order)

    def frame(self, slot: int) -> Frame | None:
        if slot not in self._wishes and slot != self._replaying.slot:
            return None
        return self._readers[slot].newest()

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def _arguments(self) -> Sequence[str]:
        config = self._config
        settings = Settings(
            slots_fd=self._arena.fd,
            workers=config.workers,
            memory_mb=config.memory_mb,
            ring_s=config.ring_s,
            hardware=config.hardware,
            data=str(self._data or ""),
            dial_per_s=config.dial_per_s,
            redial_per_s=config.redial_per_s,
            max_per_host=config.max_per_host,
            stale_ms=config.stale_ms,
            tls_ca=config.tls_ca,
        )
        return program("console.videod", settings.arguments())

    def _greeting(self) -> Iterator[Command]:
        """What is shown comes first, so that it is dialled first; orders come when their cameras are known."""
        wishes = list(self._wishes.values())
        shown = {CameraId(wish.camera) for wish in wishes}
        yield Cap("", self._config.sessions_per_host)
        yield from (Cap(host.host, host.sessions) for host in self._config.hosts if host.sessions >= 0)
        yield from (Pace(*pace) for pace in list(self._paces.items()))
        yield from (Spare(self._is_sparing), Render(self._is_planar))
        yield from wishes
        yield self._survey
        yield from self._roll.all(first=shown)
        yield from self._orders.open()
        yield from self._replaying.greeting()

    def _on_report(self, report: Report) -> None:
        match report:
            case Hello():
                self._inbox.post(LinkUp(LINK, NAME, self._clock.now_ms()))
            case Beat():
                self.last_beat = report
            case Changed() if report.camera in self._roll:
                self._post(CameraId(report.camera), report.state, report.detail, report.retry_in_s, report.about)
            case StreamMeasured() if report.camera in self._roll:
                self._inbox.post(report)
            case ViewSeen() if report.camera in self._roll and (glimpse := glimpse_of(report)) is not None:
                self._inbox.post(glimpse)
            case Saved() | Failed():
                if not self._rewinding.settle(report):
                    self._orders.settle(report)
            case ClipAt() | ReplayFailed() | SnapshotSaved() | SnapshotFailed():
                self._replaying.heard(report)
            case RewindAt() | RewindHolds() | RewindEnded() | PictureSnapped() | SnapFailed() | Memory() | Summed():
                self._rewinding.heard(report)

    def _on_down(self, reason: str, detail: str) -> None:
        self._replaying.lost()
        self._rewinding.lost()
        self._inbox.post(LinkDown(LINK, NAME, reason, self._clock.now_ms(), detail))

    def _post(
        self, camera: CameraId, state: CameraState, detail: Detail, retry_in_s: float = 0.0, about: str = ""
    ) -> None:
        self._inbox.post(CameraChanged(camera, state, self._clock.now_ms(), detail, retry_in_s, about))
