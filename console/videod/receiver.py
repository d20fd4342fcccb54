"""Every camera's streams and what the slots want of them: who is connected, decoded, into which slot. Loop thread."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from console.model import CameraId, Quality
from console.ports import CameraState
from console.videod.control import Beat, Changed, Hide, Know, Show
from console.videod.decoder import Decoders, StreamKey
from console.videod.dialer import Dialer
from console.videod.gop import Budget, Gop
from console.videod.outlet import Outlet
from console.videod.picture import Target
from console.videod.settings import Settings
from console.videod.slots import SLOTS, SlotWriter
from console.videod.stream import Counts, Source, Stream


@dataclass(frozen=True, slots=True)
class _Wish:
    """What one slot shows."""

    camera: CameraId
    quality: Quality
    outlet: Outlet
    target: Target


class Receiver:
    """Obeys the window's commands; `report` is told every change of a camera's state."""

    def __init__(self, settings: Settings, decoders: Decoders, report: Callable[[Changed], None]) -> None:
        self._settings = settings
        self._decoders = decoders
        self._report = report
        self._dialer = Dialer(settings.dial_per_s, settings.redial_per_s, settings.max_per_host)
        self._budget = Budget(settings.memory_mb * 1024 * 1024)
        self._known: dict[CameraId, Know] = {}
        self._streams: dict[StreamKey, Stream] = {}
        self._gone = Counts()  # what the streams did that are no more
        self._outlets: dict[int, Outlet] = {}
        self._wishes: dict[int, _Wish] = {}
        self._aimed: dict[StreamKey, tuple[Target, ...]] = {}

    def know(self, camera: Know) -> None:
        """A camera exists; its hot streams are dialled. A known one stays as it is, a changed one is dialled anew."""
        id_ = CameraId(camera.camera)
        if self._known.get(id_) == camera:
            return
        self.forget(id_)
        self._known[id_] = camera
        urls = {quality: url for quality, url in ((Quality.SUB, camera.sub), (Quality.MAIN, camera.main)) if url}
        first = Quality.SUB if camera.sub else Quality.MAIN  # the stream whose state is the camera's
        for quality, url in urls.items():
            is_hot = quality is Quality.SUB and camera.hot != "no"
            source = Source(url, camera.user, camera.password, is_hot, keeps_all=camera.hot != "keyframes")
            self._streams[id_, quality] = self._stream(id_, source, is_told=quality is first)
        self._budget.streams = len(self._streams)
        self._report(Changed(id_, CameraState.QUEUED, "", 0.0))
        self.look()  # after a restart the slots are known before the cameras
        for quality in urls:
            self._streams[id_, quality].want(is_shown=(id_, quality) in self._aimed)

    def forget(self, camera: CameraId) -> None:
        """Leave the camera; a slot that shows it keeps its last picture."""
        self._known.pop(camera, None)
        for key in ((camera, Quality.SUB), (camera, Quality.MAIN)):
            if stream := self._streams.pop(key, None):
                if key in self._aimed:
                    self._aim(key, stream, ())
                stream.end()
                self._gone.add(stream)
        self._budget.streams = len(self._streams)

    def _stream(self, camera: CameraId, source: Source, *, is_told: bool) -> Stream:
        def on_state(state: CameraState, detail: str, retry_in_s: float) -> None:
            if is_told:
                self._report(Changed(camera, state, detail, retry_in_s))

        return Stream(source, self._dialer, Gop(self._budget), self._settings.stale_ms, on_state)

    def show(self, wish: Show) -> None:
        if not 0 <= wish.slot < SLOTS:
            return
        outlet = self._outlets.get(wish.slot)
        if outlet is None:
            outlet = self._outlets[wish.slot] = Outlet(SlotWriter(self._settings.slots_fd, wish.slot))
        target = Target(outlet, outlet.aim(), wish.width, wish.height)
        self._wishes[wish.slot] = _Wish(CameraId(wish.camera), wish.quality, outlet, target)
        self.look()

    def hide(self, wish: Hide) -> None:
        gone = self._wishes.pop(wish.slot, None)
        if gone is not None:
            gone.outlet.aim()
            self.look()

    def tick(self, now_ns: int) -> None:
        for stream in self._streams.values():
            stream.tick(now_ns)
        self.look()

    def look(self) -> None:
        """Connect and decode what the slots show now, and nothing else."""
        wanted = self._targets()
        for key in {*wanted, *self._aimed}:
            stream, targets = self._streams.get(key), tuple(wanted.get(key, ()))
            if stream is not None and targets != self._aimed.get(key, ()):
                stream.want(is_shown=bool(targets))
                self._aim(key, stream, targets)

    def _targets(self) -> dict[StreamKey, list[Target]]:
        """Main where it is asked for; the sub-stream fills the slot too, until the main stream's pictures come."""
        wanted: dict[StreamKey, list[Target]] = defaultdict(list)
        for wish in self._wishes.values():
            sub, main = (wish.camera, Quality.SUB), (wish.camera, Quality.MAIN)
            has_main = main in self._streams and (wish.quality is Quality.MAIN or sub not in self._streams)
            if has_main:
                wanted[main].append(wish.target)
            if not (has_main and wish.outlet.has_fresh_main()):
                wanted[sub].append(wish.target)
        return wanted

    def _aim(self, key: StreamKey, stream: Stream, targets: tuple[Target, ...]) -> None:
        self._decoders.aim(key, targets, stream.gop.units, is_whole=stream.gop.is_whole)
        if targets:
            self._aimed[key] = targets
            stream.on_unit = lambda unit: self._decoders.feed(key, unit)
        else:
            del self._aimed[key]
            stream.on_unit = None

    def beat(self, cpu_s: float) -> Beat:
        streams = self._streams.values()
        told = [self._streams.get((id_, Quality.SUB)) or self._streams[id_, Quality.MAIN] for id_ in self._cameras()]
        return Beat(
            cameras=len(told),
            live=sum(stream.state is CameraState.LIVE for stream in told),
            units=self._gone.units + sum(stream.counts.units for stream in streams),
            received=self._gone.received + sum(stream.counts.received for stream in streams),
            decoded=self._decoders.decoded,
            late=self._decoders.late,
            lost=self._gone.lost + sum(stream.lost for stream in streams),
            memory=sum(stream.gop.size for stream in streams),
            cpu_s=cpu_s,
        )

    def _cameras(self) -> set[CameraId]:
        return {camera for camera, _ in self._streams}

    async def close(self) -> None:
        """Say goodbye to every camera."""
        await asyncio.gather(*(stream.leave() for stream in self._streams.values()))
        for outlet in self._outlets.values():
            outlet.close()
