"""A simulated camera's state and its two streams, each sent once to all its viewers. Event loop thread only."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from typing import Protocol

from console.sim.animation import FPS, Effect, Shot
from console.sim.clips import Rendition, shot_of
from console.sim.faults import Fault
from console.sim.rtsp.auth import Auth, Guard
from console.sim.rtsp.packets import CLOCK, HEAD, Loop, Packets, sender_report
from console.sim.studio import NORMAL, Studio
from console.sim.timing import loop_index

_REPORT_EVERY = 5 * FPS  # frames between two RTCP sender reports
_HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class SimCamera:
    """One simulated camera. A `dead` one answers nothing, like a camera without power behind its address."""

    id: str
    number: int
    name: str
    scene: str  # name of a base picture
    auth: Auth = Auth.NONE
    user: str = ""
    password: str = field(default="", repr=False)
    dead: bool = False
    tcp_only: bool = False
    udp_only: bool = False


class Viewer(Protocol):
    """Where packets of a playing session go."""

    def push(self, packets: Packets, stamped: bytearray, fault: Fault | None) -> bool:
        """Send one frame; False when it was dropped because the viewer does not keep up."""

    def report(self, data: bytes) -> None:
        """Send one RTCP packet."""


class CameraState:
    """What a camera is doing now: its fault, its effect, its streams."""

    def __init__(self, camera: SimCamera, studio: Studio) -> None:
        self.camera = camera
        self.guard = Guard(Auth(camera.auth), camera.user, camera.password)
        self.fault: Fault | None = None
        self.effect: Effect | None = None
        self.tracks = {r: Track(self, r, studio) for r in (Rendition.SUB, Rendition.MAIN)}

    @property
    def mute(self) -> bool:
        """Answers nothing at all."""
        return self.camera.dead or self.fault is Fault.SILENT

    async def refresh(self) -> None:
        """Have every stream in use show what fault and effect ask for; done when the clips are there."""
        await asyncio.gather(*(t.prepare() for t in self.tracks.values() if t.in_use))


class Track:
    """One stream of one camera."""

    def __init__(self, state: CameraState, rendition: Rendition, studio: Studio) -> None:
        self._state = state
        self._rendition = rendition
        self._studio = studio
        self.loop: Loop | None = None
        self.in_use = False
        self.viewers: set[Viewer] = set()
        self.next_k = 0
        self.sequence = random.getrandbits(16)
        self._source = random.getrandbits(32)
        self._next_loop: Loop | None = None
        self._packets = self._octets = 0

    @property
    def number(self) -> int:
        return self._state.camera.number

    def timestamp(self, k: int) -> int:
        """RTP time of the k-th frame since the epoch."""
        return (k * (CLOCK // FPS) + self._source) & 0xFFFFFFFF

    @property
    def source(self) -> int:
        return self._source

    def _shot(self) -> Shot:
        state = self._state
        small = state.fault is Fault.RESOLUTION_CHANGE
        rendition = Rendition.SMALL if small else self._rendition
        return shot_of(state.camera.scene, state.camera.number, state.camera.name, rendition, state.effect)

    async def prepare(self, urgency: int = NORMAL) -> None:
        """Get the clip that is wanted now; it takes over at the next key frame. Raises BackendError when it fails."""
        self.in_use = True
        while True:
            shot = self._shot()
            newest = self._next_loop or self.loop
            if newest is not None and newest.shot == shot:
                return
            loop = await asyncio.shield(asyncio.wrap_future(self._studio.order(shot, urgency)))
            if self._shot() == shot:
                self._adopt(loop)
                return

    def _adopt(self, loop: Loop) -> None:
        if self.loop is None or not self.viewers:
            self.loop, self._next_loop = loop, None
        else:
            self._next_loop = loop

    def send(self, wall_s: float) -> tuple[int, int]:
        """Send frame `next_k`, due at `wall_s`, to all viewers; (frames sent, frames dropped)."""
        k, self.next_k = self.next_k, self.next_k + 1
        index = loop_index(self.number, k)
        loop = self._loop_for(index)
        fault = self._state.fault
        if loop is None or self._state.mute or fault is Fault.STALL:
            return 0, 0
        if loop.keys[index] and fault is Fault.NO_KEY_FRAME:
            return 0, 0
        packets = loop.frames[index]
        stamped = packets.stamped(self.sequence, self.timestamp(k), self._source)
        self.sequence = (self.sequence + len(packets.offsets)) & 0xFFFF
        self._packets += len(packets.offsets)
        self._octets += len(stamped) - len(packets.offsets) * (HEAD + 12)
        sent = sum(viewer.push(packets, stamped, fault) for viewer in self.viewers)
        if k % _REPORT_EVERY == 0:
            self.report(wall_s, k, *self.viewers)
        return sent, len(self.viewers) - sent

    def _loop_for(self, index: int) -> Loop | None:
        if self._next_loop is not None and self._next_loop.keys[index]:
            self.loop, self._next_loop = self._next_loop, None
        return self.loop

    def report(self, wall_s: float, k: int, *viewers: Viewer) -> None:
        """Tell viewers which wall clock time frame k belongs to."""
        clock = wall_s + (_HOUR_S if self._state.fault is Fault.WRONG_CLOCK else 0)
        data = sender_report(self._source, clock, self.timestamp(k), self._packets, self._octets)
        for viewer in viewers:
            viewer.report(data)
