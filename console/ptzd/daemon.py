"""The loop of the process that turns heads: commands in, reports out, the dead man's switch. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import os
import ssl
import time
from typing import TYPE_CHECKING

from console import pipes
from console.lines import Hello, Quit
from console.onvif.trust import trust_of
from console.ptzd.control import LINE_LIMIT, Beat, Command, Forget, Know, Report, decode_command, encode

if TYPE_CHECKING:
    from console.ptzd.helm import Helm

log = logging.getLogger(__name__)

TICK_S = 0.1
BEATS = 2  # ticks between two beats
UNREAD_LIMIT = 1_048_576  # bytes of reports the window has not read; beyond it nothing more is said
END_S = 0.8  # for stopping every head that turns


class Daemon:
    """Runs until the window says quit or is gone; every head that turns is stopped then."""

    def __init__(self, clock_s: float, authority: str = "") -> None:
        """Each camera's clock is asked every `clock_s` seconds, all of them spread over it.

        `authority`: PEM file of the site's own certificate authority, believed beside the system's.
        """
        self._clock_s = clock_s
        self._authority = authority

    async def run(self) -> None:
        commands, self._out = await pipes.standard(LINE_LIMIT)
        self._helms: dict[str, Helm] = {}
        self._leaving: set[asyncio.Task[None]] = set()
        self._say(Hello(os.getpid()))
        tasks = {asyncio.create_task(work) for work in (self._listen(commands), self._tick(), self._read_clocks())}
        done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in others:
            task.cancel()
        await self._end()
        for task in done:
            task.result()  # a bug ends the process with its traceback; the window starts a new one

    async def _end(self) -> None:
        ends = [asyncio.create_task(helm.end()) for helm in self._helms.values()]
        if ends or self._leaving:
            await asyncio.wait({*ends, *self._leaving}, timeout=END_S)

    async def _listen(self, commands: asyncio.StreamReader) -> None:
        # The SOAP library takes a second to load, ten on a loaded machine: the process is known to live meanwhile.
        self._make_helm = await asyncio.to_thread(_load)
        self._trust = _trust(self._authority)
        while (command := await pipes.received(commands, decode_command)) is not None:
            if isinstance(command, Quit):
                return
            self._obey(command)

    def _obey(self, command: Command) -> None:
        match command:
            case Know():
                if command.camera not in self._helms or self._helms[command.camera].know != command:
                    self._drop(command.camera)
                    self._helms[command.camera] = self._make_helm(command, self._trust, self._say)
            case Forget():
                self._drop(command.camera)
            case Quit():
                return
            case _:
                if helm := self._helms.get(command.camera):
                    helm.obey(command)

    def _drop(self, camera: str) -> None:
        helm = self._helms.pop(camera, None)
        if helm is not None:
            task = asyncio.create_task(helm.end())
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)

    async def _tick(self) -> None:
        for count in itertools.count():
            now = time.monotonic()
            for helm in self._helms.values():
                helm.tick(now)
            if count % BEATS == 0:
                self._say(Beat(sum(helm.is_turning for helm in self._helms.values())))
            await asyncio.sleep(TICK_S)

    async def _read_clocks(self) -> None:
        """Round and round, one camera at a time."""
        while True:
            for camera in list(self._helms) or [""]:
                await asyncio.sleep(self._clock_s / max(1, len(self._helms)))
                if helm := self._helms.get(camera):
                    await helm.read_clock()

    def _say(self, report: Report) -> None:
        if pipes.is_read(self._out, UNREAD_LIMIT):
            self._out.write(encode(report))


def _trust(authority: str) -> ssl.SSLContext:
    try:
        return trust_of(authority)
    except OSError as error:
        log.error("the site's certificate authority cannot be read: %s", error.strerror or "no certificate in it")
        return trust_of("")


def _load() -> type[Helm]:
    from console.ptzd.helm import Helm

    return Helm


def serve(clock_s: float, authority: str) -> None:
    """Run the process."""
    with contextlib.suppress(KeyboardInterrupt), asyncio.Runner() as runner:
        runner.run(Daemon(clock_s, authority).run())
