"""The video process's own loop: commands in, reports out, the clock that looks at the streams. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import os
import sys
import time

from console.lines import BadLine
from console.model import CameraId
from console.replays import ClipAt, ReplayWord
from console.videod.control import (
    LINE_LIMIT,
    Cap,
    Changed,
    Command,
    Failed,
    Forget,
    Hello,
    Hide,
    Know,
    Quit,
    Record,
    Report,
    Saved,
    Show,
    decode_command,
    encode,
)
from console.videod.decoder import Decoders
from console.videod.player import Player
from console.videod.receiver import Receiver
from console.videod.settings import Settings

log = logging.getLogger(__name__)

TICK_S = 0.05
BEAT_S = 0.1
STUCK_S = 3.0  # a decoder at one round of work for so long will not come back; only a new process helps
UNREAD_LIMIT = 65_536  # bytes of reports the window has not read; beyond it beats are dropped and states wait
STUCK_EXIT = 70


class Reports:
    """Standard output. While the window does not read, each camera's newest state and the word on each clip wait."""

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self._transport = transport
        self._kept: dict[tuple[str, str], Report] = {}
        self._numbers = itertools.count()

    def keep(self, report: Changed | Saved | Failed | ReplayWord) -> None:
        """Sent as soon as the window reads; of each camera the newest state and of a clip the newest place only."""
        match report:
            case Changed():
                about = report.camera
            case Saved() | Failed():
                about = report.path
            case ClipAt():
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
        """False while the window does not read, and once it is gone (the end of our input follows)."""
        return not self._transport.is_closing() and self._transport.get_write_buffer_size() < UNREAD_LIMIT


class Daemon:
    """Runs until the window says quit or is gone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def run(self) -> None:
        commands, transport = await _pipes()
        self._reports = Reports(transport)
        self._decoders = Decoders(self._settings.workers)
        self._receiver = Receiver(self._settings, self._decoders, self._reports.keep)
        later = asyncio.get_running_loop().call_soon_threadsafe
        self._player = Player(self._settings.data_folder, later, self._receiver.outlet, self._reports.keep)
        self._reports.say(Hello(os.getpid()))
        tasks = {asyncio.create_task(self._listen(commands)), asyncio.create_task(self._tick())}
        done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in others:
            task.cancel()
        self._player.close()
        await self._receiver.close()
        self._decoders.stop()
        for task in done:
            task.result()  # a bug in either ends the process with its traceback; the window starts a new one

    async def _listen(self, commands: asyncio.StreamReader) -> None:
        while True:
            try:
                command = decode_command(await commands.readuntil(b"\n"))
                if isinstance(command, Quit):
                    return
                self._obey(command)
            except (asyncio.IncompleteReadError, ConnectionError):
                return
            except BadLine as error:
                log.error("a command of the window cannot be read: %s", error)
            except asyncio.LimitOverrunError as error:
                log.error("a command of the window is too long")
                await commands.readexactly(error.consumed)

    def _obey(self, command: Command) -> None:
        match command:
            case Know():
                self._receiver.know(command)
            case Forget():
                self._receiver.forget(CameraId(command.camera))
            case Cap():
                self._receiver.cap(command)
            case Record():
                self._receiver.record(command)
            case Show():
                self._receiver.show(command)
            case Hide():
                self._receiver.hide(command)
            case Quit():
                return
            case _:
                self._player.obey(command)

    async def _tick(self) -> None:
        next_beat = time.monotonic()
        while True:
            self._receiver.tick(time.monotonic_ns())
            self._player.tick()
            self._reports.flush()
            if time.monotonic() >= next_beat:
                next_beat = time.monotonic() + BEAT_S
                self._beat()
            await asyncio.sleep(TICK_S)

    def _beat(self) -> None:
        if self._decoders.stuck_s() > STUCK_S:
            log.critical("a decoder is stuck; the process ends so that it is started anew")
            os._exit(STUCK_EXIT)
        self._reports.say(self._receiver.beat(time.process_time()))


async def _pipes() -> tuple[asyncio.StreamReader, asyncio.WriteTransport]:
    """Standard input and output as asyncio knows them."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=LINE_LIMIT)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    transport, _ = await loop.connect_write_pipe(asyncio.Protocol, sys.stdout)
    return reader, transport


def serve(settings: Settings) -> None:
    """Run the process; uvloop where it is installed, it halves the cost of many cameras."""
    factory = None
    with contextlib.suppress(ImportError):
        import uvloop

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(Daemon(settings).run())
