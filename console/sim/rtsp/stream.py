"""A simulated camera's state and its two streams, each sent once to all its viewers. Event loop thread only."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from console.sim.animation import FPS, Effect, Shot, Window
from console.sim.clips import Rendition, shot_of
from console.sim.coding import Coding
from console.sim.faults import Fault
from console.sim.head import Head
from console.sim.rtsp.auth import Auth, Guard
from console.sim.rtsp.packets import CLOCK, HEAD, Loop, Packets, sender_report
from console.sim.studio import NORMAL, Studio
from console.sim.timing import loop_index
from console.sim.turning import Drawn, Turning, looked_at

_REPORT_S = 5  # between two RTCP sender reports
_HOUR_S = 3600
_RESTS = FPS // 2  # frames after which a head has come to rest


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
    coding: Coding = Coding.H264
    fps: int = FPS
    head: Head | None = field(default=None, compare=False, repr=False)  # of a camera that turns


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
        self.window = looked_at(camera.head) if camera.head is not None else None  # where a loop is made of
        self.when_rested: Callable[[], None] = lambda: None  # the head looks elsewhere now, and stays there
        self.tracks = {r: Track(self, r, studio) for r in (Rendition.SUB, Rendition.MAIN)}

    @property
    def mute(self) -> bool:
        """Answers nothing at all."""
        return self.camera.dead or self.fault is Fault.SILENT

    async def refresh(self, urgency: int = NORMAL) -> None:
        """Have every stream in use show what fault, effect and head ask for; done when the clips are there."""
        await asyncio.gather(*(t.prepare(urgency) for t in self.tracks.values() if t.in_use))

    def close(self) -> None:
        """Nothing more is drawn."""
        for track in self.tracks.values():
            track.close()

    def rests(self, window: Window) -> None:
        """The head has come to rest, and looks at this part of its scene."""
        if window != self.window:
            self.window = window
            self.when_rested()


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
        self._turning = Turning() if state.camera.head is not None else None
        self._rested = 0  # frames since the head stands still

    @property
    def number(self) -> int:
        return self._state.camera.number

    @property
    def fps(self) -> int:
        return self._state.camera.fps

    def timestamp(self, k: int) -> int:
        """RTP time of the k-th frame since the epoch."""
        return (k * (CLOCK // self.fps) + self._source) & 0xFFFFFFFF

    @property
    def source(self) -> int:
        return self._source

    def _shot(self) -> Shot:
        state = self._state
        small = state.fault is Fault.RESOLUTION_CHANGE
        rendition = Rendition.SMALL if small else self._rendition
        camera = state.camera
        shot = shot_of(camera.scene, camera.number, camera.name, rendition, state.effect, state.window)
        return replace(shot, coding=self._coding(), fps=self.fps)

    def _coding(self) -> Coding:
        """Heads that turn are drawn live, in H.264."""
        state = self._state
        if state.camera.head is not None:
            return Coding.H264
        other = Coding.H265 if state.camera.coding is Coding.H264 else Coding.H264
        return other if state.fault is Fault.CODEC_CHANGE else state.camera.coding

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
        fault = self._state.fault
        index = 0 if fault is Fault.FROZEN else loop_index(self.number, k, self.fps)
        loop = self._loop_for(index)
        if loop is None:
            return 0, 0
        if self._state.mute or fault is Fault.STALL:
            self._leave_out(loop.frames[index])
            return 0, 0
        drawn = self._frame(loop, index, k, is_frozen=fault is Fault.FROZEN)
        if drawn is None:
            return 0, 0
        if drawn.is_key and fault is Fault.NO_KEY_FRAME:
            self._leave_out(drawn.packets)
            return 0, 0
        packets = drawn.packets
        stamped = packets.stamped(self.sequence, self.timestamp(k), self._source)
        self.sequence = (self.sequence + len(packets.offsets)) & 0xFFFF
        self._packets += len(packets.offsets)
        self._octets += len(stamped) - len(packets.offsets) * (HEAD + 12)
        sent = sum(viewer.push(packets, stamped, fault) for viewer in self.viewers)
        if k % (_REPORT_S * self.fps) == 0:
            self.report(wall_s, k, *self.viewers)
        return sent, len(self.viewers) - sent

    def _leave_out(self, packets: Packets) -> None:
        """It had its numbers already: whoever receives sees that something is missing."""
        self.sequence = (self.sequence + len(packets.offsets)) & 0xFFFF

    def _frame(self, loop: Loop, index: int, k: int, *, is_frozen: bool) -> Drawn | None:
        """Of the loop; of a camera that looks elsewhere, or turns, one that was drawn for this moment."""
        played = Drawn(loop.frames[index], loop.keys[index])
        head, turning = self._state.camera.head, self._turning
        if head is None or turning is None or is_frozen:
            return played
        window = looked_at(head)
        self._rested = 0 if head.is_moving else self._rested + 1
        if self._rested == _RESTS:
            self._state.rests(window)
        if self._rested and loop.shot.window == window and (played.is_key or not turning.is_on):
            if turning.is_on:
                turning.rest()
            return played
        return turning.frame(replace(self._shot(), window=None), window, loop_index(self.number, k + 1))

    def close(self) -> None:
        """Nothing more is drawn."""
        if self._turning is not None:
            self._turning.close()

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
