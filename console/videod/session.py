"""A camera that plays: the way its packets come, our signs of life, our reports, the goodbye. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from dataclasses import dataclass
from typing import Protocol

from console.ports import CameraState, Detail
from console.videod.reception import Reception
from console.videod.refusal import NoPicture
from console.videod.reorder import PacketSink
from console.videod.rtsp import Connection

REPORT_S = 5.0  # how often the camera hears what we receive
KEEP_ALIVE_S = (5.0, 30.0)  # bounds of the time between keep-alives, whatever the camera claims its timeout is


class Way(Protocol):
    """How packets come from the camera, and reports go to it."""

    @property
    def name(self) -> str:
        """tcp | udp | tls."""

    @property
    def wish(self) -> str:
        """The Transport header that asks for it."""

    def listen(self, transport: str, on_packets: PacketSink, on_control: PacketSink) -> None:
        """`transport` is what the camera answered; from now on what it sends goes there."""

    def send(self, report: bytes) -> None:
        """Say this to the camera; lost when it does not listen."""

    def tick(self, now_ns: int) -> None:
        """Look at what waits for its time."""

    def close(self) -> None: ...


class Interleaved:
    """Packets between the answers of the RTSP connection."""

    wish = "RTP/AVP/TCP;unicast;interleaved=0-1"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._control = 1
        self.name = "tls" if connection.is_encrypted else "tcp"

    def listen(self, transport: str, on_packets: PacketSink, on_control: PacketSink) -> None:
        """On the channels the camera names, else on those that were asked for."""
        match = re.search(r"interleaved\s*=\s*([0-9]{1,3})(?:-([0-9]{1,3}))?", transport)
        media = int(match[1]) % 256 if match else 0
        self._control = int(match[2]) % 256 if match and match[2] else (media + 1) % 256
        self._connection.receive(self._control, on_control)
        self._connection.receive(media, on_packets)

    def send(self, report: bytes) -> None:
        self._connection.send(self._control, report)

    def tick(self, now_ns: int) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Ends with its connection."""


@dataclass(slots=True)
class Session:
    """What SETUP made, and PLAY has begun."""

    connection: Connection
    way: Way
    reception: Reception
    url: str  # what PLAY was asked of
    id: str
    timeout_s: float
    can_get_parameter: bool

    def listen(self, transport: str) -> None:
        """`transport` is what the camera answered to SETUP."""
        self.way.listen(transport, self.reception.packets, self.reception.control)
        if self.way.name == "udp":
            self.way.send(self.reception.hello())  # firewalls let answers in

    async def keep_alive(self) -> None:
        """Tell the camera in time that somebody still looks, and what of it arrives, until cancelled."""
        pause = max(KEEP_ALIVE_S[0], min(KEEP_ALIVE_S[1], self.timeout_s / 2))
        next_sign = time.monotonic() + pause
        while True:
            await asyncio.sleep(min(pause, REPORT_S))
            self.way.send(self.reception.report(time.monotonic_ns()))
            if time.monotonic() >= next_sign:
                next_sign = time.monotonic() + pause
                with contextlib.suppress(NoPicture):  # some cameras never answer; the stall clocks judge the pictures
                    await self._sign()

    async def _sign(self) -> None:
        method = "GET_PARAMETER" if self.can_get_parameter else "OPTIONS"
        answer = await self.connection.request(method, self.url, {"Session": self.id})
        if answer.status in (405, 451, 501, 551):
            self.can_get_parameter = False
        elif answer.status == 454:
            self.connection.give_up(NoPicture(CameraState.NO_SIGNAL, Detail.SESSION_FORGOTTEN))

    def leave(self) -> None:
        self.way.close()
        self.connection.leave("TEARDOWN", self.url, {"Session": self.id})
