"""One of a camera's streams: dials, watches, keeps the pictures since the last key frame, comes back. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from console.ports import CameraState, Detail
from console.videod import sdp
from console.videod.address import parse
from console.videod.dialer import Dialer, Turn, back_off_s
from console.videod.gop import Gop
from console.videod.negotiation import Manner, play
from console.videod.reception import Reception
from console.videod.refusal import NoPicture
from console.videod.session import Session, Way
from console.videod.unit import Unit
from console.videod.vitals import Vitals

log = logging.getLogger(__name__)

PROVEN_S = 5.0  # live for so long, a lost connection counts as the first failure again
LOCKOUT_FAILURES = 5  # a wrong password is retried as slowly as a fifth failure: cameras lock the user out
NOT_READY_S = 3.0  # a camera that says it is starting up is asked again after so long

BLIND_NS = 2_000_000_000  # pictures that arrive and cannot be decoded for so long are none
SILENT_NS = 1_500_000_000  # a camera that is dialled, or plays, and is silent for so long: that is said

OnState = Callable[["Standing", float], None]  # where it stands, seconds until the next attempt
OnUnit = Callable[[Unit], None]
Prove = Callable[[Unit, Callable[[bool], None]], None]  # key frame, told whether a picture can be made of it


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a stream is, and why."""

    state: CameraState
    detail: Detail = Detail.NONE
    about: str = ""


_LIVE = Standing(CameraState.LIVE)
_UNVERIFIED = Standing(CameraState.LIVE, Detail.UNVERIFIED)  # encrypted, and nobody knows whether it is the camera
LOSS = 0.005  # the share of packets from which their loss is named as the reason


@dataclass(frozen=True, slots=True)
class Source:
    """Where a stream comes from, as the window told us."""

    url: str
    user: str
    password: str
    host: str  # "" when the address is none
    is_hot: bool  # always connected, not only while shown
    keeps_all: bool  # every unit since the key frame is kept while nobody looks, not only the key frame
    manner: Manner


@dataclass(slots=True)
class Counts:
    """What came in; each stream counts its own, the beat adds them up."""

    units: int = 0
    visits: int = 0  # times it began to play
    received: int = 0  # bytes, of visits that are over
    lost: int = 0  # gaps in the sequence, of visits that are over

    def add(self, stream: Stream) -> None:
        """Keep what a stream did that is about to end."""
        self.units += stream.counts.units
        self.received += stream.received
        self.lost += stream.lost


class Stream:
    """Connected while it is wanted; live when a picture could be made of what it sends."""

    def __init__(
        self, source: Source, dialer: Dialer, gop: Gop, stale_ms: int, prove: Prove, on_state: OnState
    ) -> None:
        self.source = source
        self.gop = gop
        self.counts = Counts()
        self.standing = Standing(CameraState.QUEUED)
        self.taps: list[OnUnit] = []  # whoever wants every unit: decoders, clips
        self.blind_ns = 0  # arrival of the first unit since which its decoder made no picture; 0 = it does
        self._is_proven = self._is_proving = False
        self._prove = prove
        self._dialer = dialer
        self._stale_ms = stale_ms
        self._on_state = on_state
        self._task: asyncio.Task[None] | None = None
        self._turn: Turn | None = None
        self._hurried = asyncio.Event()
        self._is_urgent = False
        self._dialled_ns = 0  # when this visit began
        self._failures = 0
        self._session: Session | None = None
        self._vitals: Vitals | None = None
        self.reception: Reception | None = None  # of the visit under way, as far as it sends something
        self._live = _LIVE  # what it says while its pictures come

    @property
    def state(self) -> CameraState:
        return self.standing.state

    @property
    def is_wanted(self) -> bool:
        """Whether it is connected or is to be; otherwise nothing happens to it."""
        return self._task is not None

    def want(self, *, is_wanted: bool, is_urgent: bool, why: Standing = Standing(CameraState.QUEUED)) -> None:
        """Connect or leave; `why` is what it says while it is not wanted. Urgent ones go first in every queue."""
        if is_wanted and is_urgent and not self._is_urgent:
            self._hurry()
        self._is_urgent = is_urgent
        if is_wanted and self._task is None:
            self._failures = 0
            self._task = asyncio.create_task(self._run())
        elif not is_wanted and self._task is not None:
            self._task.cancel()
            self._task = None
            self._become(why)
        elif not is_wanted and why.detail is not self.standing.detail:
            self._become(why)

    def _hurry(self) -> None:
        """Dial now if it waits for its turn or for another attempt; not after a wrong password."""
        if self._turn is not None:
            self._turn.is_urgent = True
            self._dialer.look_again()
        if self.state is not CameraState.WRONG_PASSWORD:
            self._hurried.set()

    @property
    def lost(self) -> int:
        return self.counts.lost + (self.reception.gaps if self.reception is not None else 0)

    @property
    def received(self) -> int:
        return self.counts.received + (self.reception.received if self.reception is not None else 0)

    def tick(self, now_ns: int) -> None:
        """Look at the stall clocks; called many times a second."""
        if self._vitals is None or self._session is None or self.reception is None:
            self._say_silent(now_ns, Detail.NO_ANSWER)
            return
        self._session.way.tick(now_ns)
        if self.standing is self._live and self._is_proven and not self.blind_ns and self._vitals.is_fresh(now_ns):
            return
        try:
            self._vitals.packet(self.reception.arrived_ns)
            state = self._vitals.judge(now_ns)
        except NoPicture as refusal:
            self._session.connection.give_up(refusal)
            return
        if state is CameraState.LIVE:
            self._look_alive(now_ns)
        elif state is not CameraState.CONNECTING:
            self._become(self._without_picture(state, self.reception.loss))
        elif not self.reception.arrived_ns:
            self._say_silent(now_ns, Detail.NOTHING_SENT)

    def _say_silent(self, now_ns: int, detail: Detail) -> None:
        """It is waited for some seconds more; whoever looks at the tile should not wonder why."""
        if self.standing == Standing(CameraState.CONNECTING) and now_ns - self._dialled_ns > SILENT_NS:
            self._become(Standing(CameraState.CONNECTING, detail))

    @staticmethod
    def _without_picture(state: CameraState, loss: float) -> Standing:
        """Packets come and give no picture: a lost one may be the reason."""
        if state is CameraState.WAITING_KEY and loss >= LOSS:
            return Standing(state, Detail.PACKETS_LOST, f"{max(1, round(loss * 100))}")
        return Standing(state)

    def _look_alive(self, now_ns: int) -> None:
        """Pictures arrive: live if they can be decoded."""
        assert self._vitals is not None
        is_blind = self.blind_ns > 0 and now_ns - self.blind_ns > BLIND_NS
        if self._is_proven and not is_blind:
            self._become(self._live)
        elif is_blind or now_ns - self._vitals.first_frame_ns > BLIND_NS:
            self._become(Standing(CameraState.UNSUPPORTED, Detail.UNDECODABLE))

    def end(self) -> None:
        """Leave for good, without a word to anybody but the camera."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def leave(self) -> None:
        """Say goodbye to the camera and end."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    # ---- the stream's own task -----------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            refusal = await self._visit()
            delay = self._failed(refusal)
            self._become(Standing(refusal.state, refusal.detail, refusal.about), delay)
            self._hurried.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(delay):  # not `wait_for`: in Python 3.11 it may swallow a cancellation
                    await self._hurried.wait()

    async def _visit(self) -> NoPicture:
        """From dialling to the end of the connection; returns why it ended.

        One of the program's catch-alls, a worker loop: a camera that makes our code raise is a camera without picture.
        """
        try:
            self._session = await self._dial()
            return await self._watch(self._session)
        except NoPicture as refusal:
            return refusal
        except Exception:
            log.exception("a camera made the receiver raise")
            return NoPicture(CameraState.NO_SIGNAL, Detail.INTERNAL)
        finally:
            self._forget_session()

    async def _dial(self) -> Session:
        address = parse(self.source.url, self.source.user, self.source.password)
        self._progress(CameraState.QUEUED)
        self._turn = self._dialer.ask(address.host, is_first=self._failures == 0, is_urgent=self._is_urgent)
        async with self._dialer.dialling(self._turn):
            self._dialled_ns = time.monotonic_ns()
            self._progress(CameraState.CONNECTING)
            return await play(address, self.source.manner, self._on_media)

    async def _watch(self, session: Session) -> NoPicture:
        keeper = asyncio.create_task(session.keep_alive())
        try:
            return await asyncio.shield(session.connection.ended)
        finally:
            keeper.cancel()

    def _forget_session(self) -> None:
        if self._session is not None:
            self._session.leave()
        if self.reception is not None:
            self.counts.lost += self.reception.gaps
            self.counts.received += self.reception.received
        self._session = self.reception = None

    def _failed(self, refusal: NoPicture) -> float:
        """Count the failure; seconds until the next attempt."""
        if self._vitals is not None and self._vitals.live_s > PROVEN_S:
            self._failures = 0
        self._vitals = None
        if refusal.state is CameraState.CONNECTING:
            return round(NOT_READY_S * (0.75 + random.random() / 2), 1)
        self._failures += 1
        if refusal.state is CameraState.WRONG_PASSWORD:
            self._failures = max(self._failures, LOCKOUT_FAILURES)
        return round(back_off_s(self._failures, random.random()), 1)

    # ---- what comes in -------------------------------------------------------------------------------------------

    @property
    def way(self) -> str:
        """tcp | udp | tls | tls-unverified while it plays, "" else."""
        name = self._session.way.name if self._session is not None else ""
        return name if name != "tls" or self.source.manner.is_verified else "tls-unverified"

    def _on_media(self, media: sdp.Media, way: Way) -> Reception:
        """The camera is about to play: who receives it."""
        self._vitals = Vitals(time.monotonic_ns(), self._stale_ms)
        self.counts.visits += 1
        self._is_proven = False
        self._live = _LIVE if way.name != "tls" or self.source.manner.is_verified else _UNVERIFIED
        self.reception = Reception(media, self._on_whole_unit, is_timed=way.name == "udp")
        return self.reception

    def _on_whole_unit(self, unit: Unit) -> None:
        self.counts.units += 1
        self.gop.keep(unit, only_key=not self.taps and not self.source.keeps_all)
        if self._vitals is not None:
            self._vitals.frame(unit.arrived_ns)
        for tap in self.taps:
            tap(unit)
        if self._is_proven:
            if self.state is not CameraState.LIVE:
                self._look_alive(unit.arrived_ns)
        elif unit.is_key and not self._is_proving:
            self._is_proving = True
            self._prove(unit, self._on_proof)

    def _on_proof(self, is_good: bool) -> None:
        """Whether a picture could be made of a key frame of this visit; the next one is tried when not."""
        self._is_proving = False
        if is_good and self._vitals is not None and self._vitals.first_frame_ns:
            self._is_proven = True
            self._look_alive(time.monotonic_ns())

    # ---- what is told --------------------------------------------------------------------------------------------

    def _progress(self, state: CameraState) -> None:
        """A step of dialling; after a failure the tile keeps the reason until there is something better to say."""
        if self._failures == 0:
            self._become(Standing(state))

    def _become(self, standing: Standing, retry_in_s: float = 0.0) -> None:
        if standing != self.standing or retry_in_s:
            self.standing = standing
            self._on_state(standing, retry_in_s)
