"""The gateway as this console's child: started with it, watched, started again when it dies; a link like the others."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace

from console.child import Child, Conduct, program, surroundings
from console.clock import Clock
from console.config.gateway import GatewayConfig
from console.config.schema import BrokerConfig, Config
from console.errors import BackendError
from console.gatewayd.control import LINES, Begin, Command, Ready, Report, Unfit
from console.gatewayd.orders import orders, serves
from console.inbox import Inbox
from console.model import LinkDown, LinkUp

log = logging.getLogger(__name__)

KIND = NAME = "gateway"  # of the link, in LinkDown and LinkUp
SILENCE_S = 5.0  # whoever sends is answered late by so much, and sends again
DEMO_SILENT_S = 60
UNREADABLE = "configuration"  # the reason, as a code

Tell = Callable[[LinkDown | LinkUp], object]


class Gatehouse:
    """Of one gateway. Its orders are made anew for every child: secrets are read then."""

    def __init__(self, config: Config, broker: BrokerConfig, time_zone: str, tell: Tell, clock: Clock) -> None:
        """`tell` is called from the child's thread."""
        self._config = config
        self._broker = broker
        self._time_zone = time_zone
        self._tell = tell
        self._clock = clock
        arguments = program("console.gatewayd", ())
        conduct = Conduct(
            LINES, arguments=lambda: arguments, environment=surroundings, greeting=self._greeting,
            on_report=self._on_report, on_down=self._down, silence_s=SILENCE_S,
        )  # fmt: skip
        self._child = Child(NAME, conduct)

    @property
    def pid(self) -> int:
        """Process id of the running child, 0 while there is none."""
        return self._child.pid

    def start(self) -> None:
        self._child.start()

    def stop(self) -> None:
        self._child.stop()

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def _greeting(self) -> Iterator[Command]:
        try:
            told = list(orders(self._config, self._broker, self._time_zone))
        except BackendError as error:
            self._down(UNREADABLE, str(error))
            return
        yield from (*told, Begin())

    def _on_report(self, report: Report) -> None:
        match report:
            case Ready():
                self._tell(LinkUp(KIND, NAME, self._clock.now_ms()))
            case Unfit():
                self._down(report.reason, report.detail)

    def _down(self, reason: str, detail: str) -> None:
        log.error("the gateway %s: %s", reason, detail)
        self._tell(LinkDown(KIND, NAME, reason, self._clock.now_ms(), detail))


def open_gateway(
    config: Config, broker: BrokerConfig, time_zone: str, inbox: Inbox, clock: Clock, stack: ExitStack, *,
    is_demo: bool,
) -> str:  # fmt: skip
    """Start it where it is to be a child of ours and has anything to listen for; where panels connect to it."""
    if is_demo:
        config = replace(config, gateway=GatewayConfig(embedded=True, gb26875=_free_address(), silent_s=DEMO_SILENT_S))
    if not (config.gateway.embedded and serves(config)):
        return ""
    house = Gatehouse(config, broker, time_zone, inbox.post, clock)
    stack.callback(house.stop)
    house.start()
    return config.gateway.gb26875


def _free_address() -> str:
    """Of this machine alone: the panel and the gateway have to know it before either runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"
