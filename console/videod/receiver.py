"""Every camera's streams and what the slots want of them: who is connected, decoded, into which slot. Loop thread."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from console.model import CameraId, Quality
from console.ports import CameraState, ClipTrouble, Detail
from console.videod.address import host_of
from console.videod.control import Beat, Cap, Changed, Failed, Hide, Know, Pace, Record, Render, Saved, Show
from console.videod.decoder import Decoders, StreamKey
from console.videod.delayed import Delayed, is_delayed
from console.videod.dialer import Dialer
from console.videod.gop import Budget, Gop
from console.videod.negotiation import Manner
from console.videod.outlet import Outlet
from console.videod.picture import Target
from console.videod.recorder import Recorder
from console.videod.ring import share_out
from console.videod.sessions import Need, Sessions, Want
from console.videod.settings import Settings
from console.videod.slots import SLOTS, SlotWriter
from console.videod.stream import Counts, Source, Standing, Stream
from console.videod.tally import tally
from console.videod.trust import Trust
from console.videod.unit import Unit

SHARE_NS = 1_000_000_000  # how often memory and sessions are shared out anew, and everything is counted

Report = Callable[[Changed | Saved | Failed], None]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What one slot shows."""

    camera: CameraId
    quality: Quality
    outlet: Outlet
    target: Target


class Receiver:
    """Obeys the window's commands; `report` is told every change of a camera's state and what became of each clip."""

    def __init__(self, settings: Settings, decoders: Decoders, report: Report) -> None:
        self._settings = settings
        self._decoders = decoders
        self._report = report
        self._dialer = Dialer(settings.dial_per_s, settings.redial_per_s, settings.max_per_host)
        self._budget = Budget(settings.memory_mb * 1024 * 1024)
        self._sessions: Sessions[StreamKey] = Sessions()
        self._trust = Trust(settings.authority)
        self._known: dict[CameraId, Know] = {}
        self._streams: dict[StreamKey, Stream] = {}
        self._gone = Counts()  # what the streams did that are no more
        self._outlets: dict[int, Outlet] = {}
        self._wishes: dict[int, _Wish] = {}
        self._paces: dict[int, int] = {}
        self._is_planar = False
        self._aimed: dict[StreamKey, tuple[Target, ...]] = {}
        self._feeds: dict[StreamKey, Callable[..., None]] = {}
        later = asyncio.get_running_loop().call_soon_threadsafe
        self._recorder = Recorder(settings.data_folder, later, self._connect_soon, report)
        self.is_held: Callable[[Stream], bool] = lambda _stream: False  # by whoever looks back at it
        self._delayed = Delayed(self._say_delayed)
        self._next_share_ns = 0
        self._tally = Beat()
        self._is_connecting_soon = False

    # ---- the cameras ---------------------------------------------------------------------------------------------

    def know(self, camera: Know) -> None:
        """A camera exists; its hot streams are dialled. A known one stays as it is, a changed one is dialled anew."""
        id_ = CameraId(camera.camera)
        before = self._known.get(id_)
        self._known[id_] = camera
        if before is not None and replace(before, near_m=camera.near_m) == camera:
            return
        self._drop(id_)
        self._delayed.forget(id_)
        urls = {quality: url for quality, url in ((Quality.SUB, camera.sub), (Quality.MAIN, camera.main)) if url}
        first = Quality.SUB if camera.sub else Quality.MAIN  # the stream whose state is the camera's
        for quality, url in urls.items():
            if is_delayed(url):
                self._delayed.know((id_, quality), (url, camera.user, camera.password), is_told=quality is first)
                continue
            is_hot = quality is Quality.SUB and camera.hot != "no"
            keeps_all = camera.hot != "keyframes"
            manner = Manner(camera.transport, camera.is_verified, self._trust)
            source = Source(url, camera.user, camera.password, host_of(url), is_hot, keeps_all, manner)
            self._streams[id_, quality] = self._stream((id_, quality), source, is_told=quality is first)
        self._budget.divide(len(self._streams))
        self._report(Changed(id_, CameraState.QUEUED, Detail.NONE, 0.0))
        self._connect_soon()

    def forget(self, camera: CameraId) -> None:
        """Leave the camera; a slot that shows it keeps its last picture."""
        self._known.pop(camera, None)
        self._drop(camera)
        self._delayed.forget(camera)
        self._connect_soon()

    def _drop(self, camera: CameraId) -> None:
        for key in ((camera, Quality.SUB), (camera, Quality.MAIN)):
            if stream := self._streams.pop(key, None):
                if key in self._aimed:
                    self._aim(key, stream, ())
                self._recorder.forget(stream)
                stream.end()
                self._gone.add(stream)
        self._budget.divide(len(self._streams))

    def _stream(self, key: StreamKey, source: Source, *, is_told: bool) -> Stream:
        def on_state(standing: Standing, retry_in_s: float) -> None:
            if is_told:
                self._report(Changed(key[0], standing.state, standing.detail, retry_in_s, standing.about))

        def prove(unit: Unit, answer: Callable[[bool], None]) -> None:
            self._decoders.prove(key, unit, answer)

        return Stream(source, self._dialer, Gop(self._budget), self._settings.stale_ms, prove, on_state)

    def _say_delayed(self, camera: CameraId, standing: Standing, retry_in_s: float) -> None:
        self._report(Changed(camera, standing.state, standing.detail, retry_in_s, standing.about))

    def cap(self, cap: Cap) -> None:
        self._sessions.cap(cap.host, cap.sessions)
        self._connect_soon()

    # ---- what is asked for ---------------------------------------------------------------------------------------

    def show(self, wish: Show) -> None:
        if not 0 <= wish.slot < SLOTS:
            return
        outlet = self.outlet(wish.slot)
        target = Target(outlet, outlet.aim(), wish.width, wish.height, self._paces.get(wish.slot, 1), self._is_planar)
        self._wishes[wish.slot] = _Wish(CameraId(wish.camera), wish.quality, outlet, target)
        self.look()

    def pace(self, pace: Pace) -> None:
        """The slot keeps its pace whatever it shows."""
        self._paces[pace.slot] = pace.every
        if (wish := self._wishes.get(pace.slot)) is not None:
            self._wishes[pace.slot] = replace(wish, target=replace(wish.target, every=pace.every))
            self.look()

    def render(self, render: Render) -> None:
        """Every slot gets its next picture so."""
        self._is_planar = render.is_planar
        for slot, wish in self._wishes.items():
            self._wishes[slot] = replace(wish, target=replace(wish.target, is_planar=render.is_planar))
        self.look()

    def outlet(self, slot: int) -> Outlet:
        """The one way into this slot's memory."""
        if slot not in self._outlets:
            self._outlets[slot] = Outlet(SlotWriter(self._settings.slots_fd, slot))
        return self._outlets[slot]

    def hide(self, wish: Hide) -> None:
        gone = self._wishes.pop(wish.slot, None)
        if gone is not None:
            gone.outlet.aim()
            self.look()

    def record(self, order: Record) -> None:
        """Keep the sub-stream, which memory holds; a camera without one gives its only stream."""
        camera = CameraId(order.camera)
        stream = self._streams.get((camera, Quality.SUB)) or self._streams.get((camera, Quality.MAIN))
        if stream is None and not order.is_settling and any((camera, quality) in self._delayed for quality in Quality):
            what = "what libvlc plays is not recorded"
            self._report(Failed(order.path, order.camera, ClipTrouble.NO_PICTURES, what))
            return
        self._recorder.record(order, stream)

    # ---- for who looks back --------------------------------------------------------------------------------------

    @property
    def known(self) -> Mapping[CameraId, Know]:
        """Every camera there is."""
        return self._known

    def stream(self, camera: CameraId, quality: Quality) -> Stream | None:
        return self._streams.get((camera, quality))

    def keep(self, order: Record, units: Sequence[Unit]) -> None:
        """Write these as a clip."""
        self._recorder.keep(order, units)

    def reconsider(self) -> None:
        """What is held is another: it stays connected, what is no longer held need not."""
        self._connect_soon()

    # ---- what follows from it ------------------------------------------------------------------------------------

    def tick(self, now_ns: int) -> None:
        """Look at the clocks of everything; called many times a second."""
        for key in self._aimed:
            self._streams[key].blind_ns = self._decoders.blind_ns(key)
        for stream in self._streams.values():
            if stream.is_wanted:
                stream.tick(now_ns)
        if any(wish.quality is Quality.MAIN for wish in self._wishes.values()):
            self.look()  # whether the main stream's pictures have come, or have ceased
        self._recorder.tick(now_ns)
        if now_ns >= self._next_share_ns:
            self._next_share_ns = now_ns + SHARE_NS
            self._share_memory(now_ns)
            self._tally = self._count()
            if self._sessions.is_capped:
                self._connect()

    def look(self) -> bool:
        """Decode what the slots show now, and nothing else; True when that is something else than before."""
        wanted = self._targets()
        has_changed = False
        for key in {*wanted, *self._aimed}:
            stream, targets = self._streams.get(key), tuple(wanted.get(key, ()))
            if stream is not None and targets != self._aimed.get(key, ()):
                self._aim(key, stream, targets)
                has_changed = True
        self._delayed.aim({key: targets for key, targets in wanted.items() if key in self._delayed})
        if has_changed:
            self._connect()
        return has_changed

    def _targets(self) -> dict[StreamKey, list[Target]]:
        """Main where it is asked for; the sub-stream fills the slot too, until the main stream's pictures come."""
        wanted: dict[StreamKey, list[Target]] = defaultdict(list)
        for wish in self._wishes.values():
            if not wish.target.every:
                continue
            sub, main = (wish.camera, Quality.SUB), (wish.camera, Quality.MAIN)
            wants_main = wish.quality is Quality.MAIN and wish.outlet.is_served()
            has_sub = sub in self._streams or sub in self._delayed
            has_main = (main in self._streams or main in self._delayed) and (wants_main or not has_sub)
            if has_main:
                wanted[main].append(wish.target)
            if not (has_main and wish.outlet.has_fresh_main()):
                wanted[sub].append(wish.target)
        return wanted

    def _aim(self, key: StreamKey, stream: Stream, targets: tuple[Target, ...]) -> None:
        self._decoders.aim(key, targets, stream.gop.units, is_whole=stream.gop.is_whole)
        is_aimed = key in self._aimed
        if targets and not is_aimed:
            feed = self._feeds[key] = lambda unit: self._decoders.feed(key, unit)
            stream.taps.append(feed)
        elif is_aimed and not targets:
            stream.taps.remove(self._feeds.pop(key))
            stream.blind_ns = 0
        if targets:
            self._aimed[key] = targets
        else:
            self._aimed.pop(key, None)

    def _connect_soon(self) -> None:
        """Once for all the cameras and orders that come in one go."""
        if not self._is_connecting_soon:
            self._is_connecting_soon = True
            asyncio.get_running_loop().call_soon(self._connect_now)

    def _connect_now(self) -> None:
        self._is_connecting_soon = False
        if not self.look():  # after a restart the slots are known before the cameras
            self._connect()

    def _connect(self) -> None:
        """Connect what is shown, recorded or hot, as far as the hosts' sessions go; leave the rest."""
        wants = self._wants()
        granted = self._sessions.share_out(wants.values(), time.monotonic_ns())
        for key, stream in self._streams.items():
            why = Standing(CameraState.QUEUED)
            if key in wants and key not in granted:
                why = Standing(CameraState.QUEUED, Detail.SESSION_CAP, stream.source.host)
            stream.want(is_wanted=key in granted, is_urgent=key in self._aimed, why=why)

    def _wants(self) -> dict[StreamKey, Want[StreamKey]]:
        shown = {wish.camera for wish in self._wishes.values()}
        wants: dict[StreamKey, Want[StreamKey]] = {}
        for key, stream in self._streams.items():
            camera, quality = key
            is_recorded = self._recorder.wants(stream) or self.is_held(stream)
            if not (stream.source.is_hot or key in self._aimed or is_recorded):
                continue
            need = Need.RECORDED if is_recorded else Need.HOT
            if camera in shown:
                is_second = quality is Quality.MAIN and (camera, Quality.SUB) in self._streams
                need = Need.LARGE if is_second else Need.SHOWN
            wants[key] = Want(key, stream.source.host, need, self._known[camera].near_m)
        return wants

    def _share_memory(self, now_ns: int) -> None:
        """Rings for the hot streams, the nearest to a detector first, from what the newest groups leave."""
        streams = self._streams.items()
        left = self._budget.total - sum(stream.gop.size for _, stream in streams)
        hot = sorted((self._known[key[0]].near_m, key[0], stream) for key, stream in streams if stream.source.is_hot)
        share_out(left, self._settings.ring_s, [stream.gop.ring for _, _, stream in hot])
        for stream in self._streams.values():
            stream.gop.ring.trim(now_ns)

    def told(self) -> dict[CameraId, Stream]:
        """The stream of each camera whose state is the camera's."""
        return {
            camera: self._streams.get((camera, Quality.SUB)) or self._streams[camera, Quality.MAIN]
            for camera in {camera for camera, _ in self._streams}
        }

    def _count(self) -> Beat:
        """A beat comes far more often than hundreds of streams are worth counting."""
        return tally(self._streams.values(), self._gone, self.told().values())

    def beat(self, cpu_s: float) -> Beat:
        """What the process did until now; of the streams, until they were counted last."""
        return replace(
            self._tally, decoded=self._decoders.decoded, late=self._decoders.late, budget=self._budget.total,
            recording=len(self._recorder), cpu_s=cpu_s,
        )  # fmt: skip

    async def close(self) -> None:
        """Say goodbye to every camera; clips end with what there is."""
        self._recorder.close()
        await asyncio.gather(self._delayed.close(), *(stream.leave() for stream in self._streams.values()))
        for outlet in self._outlets.values():
            outlet.close()
