"""The video process's own loop: commands in, reports out, the clock that looks at the streams. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import os
import time

from console import pipes
from console.lines import Hello, Quit
from console.looks import Survey
from console.model import CameraId
from console.replays import ClipAt, ReplayOrder, ReplayWord
from console.rewinds import Memory, RewindAt, RewindHolds, RewindOrder
from console.videod.control import (
    LINE_LIMIT,
    Cap,
    Changed,
    Command,
    Failed,
    Forget,
    Hide,
    Know,
    Pace,
    Record,
    Render,
    Report,
    RewindReport,
    Saved,
    Show,
    Spare,
    decode_command,
    encode,
)
from console.videod.decoder import Decoders
from console.videod.hardware import Hardware
from console.videod.player import Player
from console.videod.receiver import Receiver
from console.videod.rewind import Rewinder
from console.videod.rewind.rewinder import Means
from console.videod.settings import Settings
from console.videod.survey import Surveyor

log = logging.getLogger(__name__)

TICK_S = 0.05
BEAT_S = 0.1
STUCK_S = 3.0  # a decoder at one picture for so long will not come back; only a new process helps
STARVED_S = 0.5  # a beat so late: the machine gives us no time, so that decoders are not to blame either
UNREAD_LIMIT = 65_536  # bytes of reports the window has not read; beyond it beats are dropped and states wait
STUCK_EXIT = 70


class Reports:
    """Standard output. While the window does not read, each camera's newest state and the word on each clip wait."""

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self._transport = transport
        self._kept: dict[tuple[str, str], Report] = {}
        self._numbers = itertools.count()

    def keep(self, report: Changed | Saved | Failed | ReplayWord | RewindReport) -> None:
        """Sent as soon as the window reads; of each camera the newest state and of a clip the newest place only."""
        match report:
            case Changed() | RewindHolds() | Memory():
                about = report.camera
            case Saved() | Failed():
                about = report.path
            case ClipAt() | RewindAt():
                about = ""
            case _:
                about = str(next(self._numbers))
        self._kept[type(report).__name__, about] = report
        self.flush()

    def say(self, report: Report) -> None:
        """Sent now or, when the window does not read, not at all."""
        if self._is_read():
            self._transport.write(encode(report))

    def flush(self) -> None:
        while self._kept and self._is_read():
            self._transport.write(encode(self._kept.pop(next(iter(self._kept)))))

    def _is_read(self) -> bool:
        return pipes.is_read(self._transport, UNREAD_LIMIT)


class Daemon:
    """Runs until the window says quit or is gone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._is_needed = asyncio.Event()
        self._beaten = time.monotonic()
        self._excused_until = 0.0

    async def run(self) -> None:
        commands, transport = await pipes.standard(LINE_LIMIT)
        self._reports = Reports(transport)
        self._hardware = Hardware()
        self._decoders = Decoders(self._settings.workers, self._hardware)
        self._receiver = Receiver(self._settings, self._decoders, self._reports.keep)
        later = asyncio.get_running_loop().call_soon_threadsafe
        self._player = Player(self._settings.data_folder, later, self._receiver.outlet, self._reports.keep)
        budget = self._settings.memory_mb * 1024 * 1024
        means = Means(self._settings.data_folder, self._settings.ring_s, budget)
        self._rewinder = Rewinder(means, self._receiver, later, self._reports.keep)
        self._receiver.is_held = self._rewinder.holds
        self._surveyor = Surveyor(self._receiver.told, later, self._reports.say)
        self._reports.say(Hello(os.getpid()))
        tasks = {asyncio.create_task(self._listen(commands)), asyncio.create_task(self._tick())}
        proof = asyncio.create_task(self._prove())
        done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in (*others, proof):
            task.cancel()
        self._player.close()
        self._rewinder.close()
        self._surveyor.close()
        await self._receiver.close()
        self._decoders.stop()
        for task in done:
            task.result()  # a bug in either ends the process with its traceback; the window starts a new one

    async def _listen(self, commands: asyncio.StreamReader) -> None:
        while (command := await pipes.received(commands, decode_command)) is not None:
            if isinstance(command, Quit):
                return
            self._obey(command)

    def _obey(self, command: Command) -> None:
        self._is_needed.set()
        match command:
            case Know():
                self._receiver.know(command)
            case Forget():
                self._receiver.forget(CameraId(command.camera))
            case Cap():
                self._receiver.cap(command)
            case Record():
                self._receiver.record(command)
            case Show() if command.rewind:
                self._receiver.hide(Hide(command.slot))
                self._rewinder.show(command)
            case Show():
                self._rewinder.leave(command.slot)
                self._receiver.show(command)
            case Hide():
                self._rewinder.leave(command.slot)
                self._receiver.hide(command)
            case Pace():
                self._receiver.pace(command)
            case Render():
                self._receiver.render(command)
            case Spare():
                self._surveyor.spare(is_sparing=command.is_sparing)
            case Quit():
                return
            case _:
                self._pass_on(command)

    def _pass_on(self, command: Survey | RewindOrder | ReplayOrder) -> None:
        """To those who do not receive."""
        if isinstance(command, Survey):
            self._surveyor.order(command)
        elif isinstance(command, RewindOrder):
            self._rewinder.obey(command)
        else:
            self._player.obey(command)

    async def _prove(self) -> None:
        """Of a process that nobody talks to, a spare, nothing is asked for."""
        await self._is_needed.wait()
        if self._settings.hardware == "auto":
            await self._hardware.prove()

    async def _tick(self) -> None:
        next_beat = time.monotonic()
        while True:
            self._receiver.tick(time.monotonic_ns())
            self._player.tick()
            self._surveyor.tick(time.monotonic_ns())
            self._reports.flush()
            if time.monotonic() >= next_beat:
                next_beat = time.monotonic() + BEAT_S
                self._beat()
            await asyncio.sleep(TICK_S)

    def _beat(self) -> None:
        now, before = time.monotonic(), self._beaten
        self._beaten = now
        if now - before > BEAT_S + STARVED_S:
            self._excused_until = now + STUCK_S
        if self._decoders.stuck_s() > STUCK_S and now > self._excused_until:
            log.critical("a decoder is stuck; the process ends so that it is started anew")
            os._exit(STUCK_EXIT)
        self._reports.say(self._receiver.beat(time.process_time()))


def serve(settings: Settings) -> None:
    """Run the process; uvloop where it is installed, it halves the cost of many cameras."""
    factory = None
    with contextlib.suppress(ImportError):
        import uvloop

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(Daemon(settings).run())
