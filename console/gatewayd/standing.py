"""How the gateway runs: by itself until a signal, or as a console's child until its input ends. Main thread."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import Sequence
from typing import Any

from console import pipes
from console.errors import BackendError
from console.gatewayd.control import (
    LINE_LIMIT,
    Beat,
    Begin,
    Order,
    Report,
    Unfit,
    decode_command,
    encode,
)
from console.gatewayd.gateway import Gateway
from console.lines import Hello, Quit

log = logging.getLogger(__name__)

BEAT_S = 0.5
UNFIT = "configuration"  # the reason, as a code
UNREAD_LIMIT = 1_048_576  # bytes of reports the console has not read


async def alone(orders: Sequence[Order], seconds: float | None) -> None:
    """Serve until SIGINT, SIGTERM or the end of the time. Raises BackendError when it cannot listen."""
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    async with Gateway(orders) as gateway:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await _first(asyncio.create_task(ended.wait()), gateway.broken)


class Child:
    """Serves what the console says until it says no more."""

    def __init__(self) -> None:
        self._gateway: Gateway | None = None

    async def run(self) -> None:
        """Of a gateway that cannot listen the process stays, or the console would start it for ever."""
        self._commands, self._out = await pipes.standard(LINE_LIMIT)
        self._say(Hello(os.getpid()))
        beating = asyncio.create_task(self._beat())
        try:
            orders = await self._orders()
            if orders is not None:
                await self._serve(orders)
        finally:
            beating.cancel()

    async def _serve(self, orders: Sequence[Order]) -> None:
        try:
            async with Gateway(orders) as self._gateway:
                self._say(self._gateway.ready)
                await _first(asyncio.create_task(self._until_quit()), self._gateway.broken)
        except BackendError as error:
            log.error("%s", error)
            self._say(Unfit(UNFIT, str(error)))
            await self._until_quit()

    async def _orders(self) -> list[Order] | None:
        """What is to be done, None when there is nobody to do it for."""
        orders: list[Order] = []
        while True:
            command = await pipes.received(self._commands, decode_command)
            match command:
                case None | Quit():
                    return None
                case Begin():
                    return orders
                case _:
                    orders.append(command)

    async def _until_quit(self) -> None:
        while not isinstance(await pipes.received(self._commands, decode_command), Quit | None):
            pass

    async def _beat(self) -> None:
        while True:
            self._say(Beat(self._gateway is not None and self._gateway.is_up))
            await asyncio.sleep(BEAT_S)

    def _say(self, report: Report) -> None:
        if pipes.is_read(self._out, UNREAD_LIMIT):
            self._out.write(encode(report))


async def _first(work: asyncio.Task[Any], broken: asyncio.Future[None]) -> None:
    """Until the work ends, or the gateway does by a bug, which is raised."""
    try:
        await asyncio.wait({work, broken}, return_when=asyncio.FIRST_COMPLETED)
        if broken.done():
            broken.result()
    finally:
        work.cancel()
        broken.cancel()
