"""The gateway as a whole: opened as it was ordered, run until it is told to end. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
from collections.abc import Callable, Coroutine, Iterable
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from console.backends.feed.dial import Dial, dial
from console.clock import Clock
from console.config.gateway import address
from console.config.schema import BrokerConfig
from console.errors import BackendError
from console.gatewayd import control, panel_lines, web
from console.gatewayd.admission import Porter
from console.gatewayd.clouds import cloud
from console.gatewayd.door import Door
from console.gatewayd.panel_lines import MOST_LINES, MOST_OF_ONE, TcpLines, UdpDoor
from console.gatewayd.panels import Panels
from console.gatewayd.republisher import Presence, Republisher
from console.gatewayd.tally import Tally
from console.gatewayd.web import MOST_CONNECTIONS, Pushes

log = logging.getLogger(__name__)

SAY_S = 60.0  # between two lines of counts
LEAVE_S = 1.0  # for the goodbye to the broker

Order = TypeVar("Order", bound=control.Order)
Open = Callable[[str, int], Coroutine[object, object, int]]


class Gateway:
    """Of one set of orders. Use as an async context manager: inside, it listens."""

    def __init__(self, orders: Iterable[control.Order]) -> None:
        """Raises BackendError when an order is missing."""
        told = list(orders)
        self._broker = _only(control.Broker, told)
        self._panels_told = _only(control.Panels, told)
        self._web_told = _only(control.Web, told)
        self._clouds = [order for order in told if isinstance(order, control.Cloud)]
        self.tally = Tally()
        self.ready = control.Ready(0, 0, 0)
        self.broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._stack = contextlib.AsyncExitStack()

    @property
    def is_up(self) -> bool:
        """Whether the broker is reached."""
        return self._republisher.is_up

    async def __aenter__(self) -> Gateway:
        """Listen. Raises BackendError, which says which address cannot be had."""
        async with contextlib.AsyncExitStack() as stack:
            self._stack = stack
            await self._open()
            self._stack = stack.pop_all()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._stack.aclose()

    async def _open(self) -> None:
        told = self._panels_told
        has_panels = bool(told.tcp or told.udp)
        presence = Presence(f"{told.base}/gateway", f"{told.base}/link/+") if has_panels else Presence()
        self._republisher = Republisher(self._dial, presence)
        zone, clock = ZoneInfo(told.time_zone), Clock()
        self._panels = Panels(
            self._republisher, told.base, self.tally, silent_s=told.silent_s, set_clocks=told.set_clocks,
            local=lambda: datetime.fromtimestamp(clock.now_ms() / 1000, zone), now_s=asyncio.get_running_loop().time,
        )  # fmt: skip
        self._republisher.on_up, self._republisher.on_remembered = self._panels.tell_again, self._panels.remembered
        self._keep(self._republisher.run())
        self._stack.push_async_callback(self._leave)  # before the connection is given up, after the doors are shut
        self._keep(self._say())
        tcp, udp = await self._open_panels(has_panels)
        self.ready = control.Ready(tcp, udp, await self._open_web())
        log.info("listening: %s", self.ready)

    async def _open_panels(self, has_panels: bool) -> tuple[int, int]:
        if not has_panels:
            return 0, 0
        told = self._panels_told
        porter = Porter(told.allow, most=MOST_LINES, most_of_one=MOST_OF_ONE)
        lines = TcpLines(self._panels, self.tally, 2.0 * told.silent_s)
        tcp = Door(porter, self.tally, lines.serve, 2 * panel_lines.CHUNK)
        udp = UdpDoor(self._panels, porter, self.tally)
        for door in (tcp, udp):
            self._stack.push_async_callback(door.close)
        ports = await _opened(tcp.open, told.tcp), await _opened(udp.open, told.udp)
        self._keep(self._panels.watch())
        return ports

    async def _open_web(self) -> int:
        told = self._web_told
        porter = Porter((), most=MOST_CONNECTIONS, most_of_one=MOST_CONNECTIONS)
        pushes = Pushes(map(cloud, self._clouds), self._republisher, self.tally)
        door = Door(porter, self.tally, pushes.serve, web.CHUNK)
        self._stack.push_async_callback(door.close)
        tls = _tls(told) if told.tls_cert else None
        return await _opened(lambda host, port: door.open(host, port, tls), told.http)

    def _keep(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(work)
        task.add_done_callback(self._failed)
        self._stack.push_async_callback(_ended, task)

    def _failed(self, task: asyncio.Task[None]) -> None:
        """A part that ends by itself is a bug: the gateway ends with it, and is started anew."""
        if not task.cancelled() and not self.broken.done():
            self.broken.set_exception(task.exception() or RuntimeError("a part of the gateway has ended"))

    async def _say(self) -> None:
        while True:
            await asyncio.sleep(SAY_S)
            self.tally.say()

    async def _leave(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LEAVE_S):
                await self._republisher.leave()
        self.tally.say()

    def _dial(self) -> Dial:
        told = self._broker
        found = dial(BrokerConfig(told.url, False, told.user, "", told.ca_file, told.client_cert, told.client_key))
        return Dial(found.host, found.port, found.tls, found.user, told.password)


def _only(kind: type[Order], told: list[control.Order]) -> Order:
    found = next((order for order in told if isinstance(order, kind)), None)
    if found is None:
        raise BackendError(f"the gateway was not told of its {kind.__name__}")
    return found


async def _opened(open_it: Open, where: str) -> int:
    """The port; 0 where there is to be none."""
    if not where:
        return 0
    found = address(where)
    if found is None:
        raise BackendError(f"{where!r} is no address: write it like 127.0.0.1:5200")
    try:
        return await open_it(*found)
    except OSError as error:
        raise BackendError(f"{where} cannot be listened on ({error.strerror}): choose another") from error


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


def _tls(told: control.Web) -> ssl.SSLContext:
    """Raises BackendError when the certificate cannot be used."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(told.tls_cert, told.tls_key)
    except OSError as error:
        raise BackendError(f"the gateway's certificate cannot be used: {error.strerror or 'no pair'}") from error
    return context
