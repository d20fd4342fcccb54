"""RTP and RTCP over UDP: a pair of ports of ours that hears one camera and nobody else. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import time
from collections.abc import Callable, Sequence

from console.ports import CameraState, Detail
from console.videod.refusal import NoPicture
from console.videod.reorder import PacketSink, Reorder

TRIES = 30
SIZE = 65_536  # bytes of one packet
BATCH = 256  # packets read in one go: other cameras want their turn too
BUFFER = 1 << 20  # bytes; key frames come as one burst
_OPENER = b"\x80" + b"\0" * 11  # an RTP packet of nothing: opens the way through firewalls


class Datagrams:
    """Two neighbouring ports, RTP on the even one."""

    name = "udp"

    def __init__(self, local: str, camera: str) -> None:
        """`local`: our address on the way to the `camera`'s. Raises NoPicture when no pair of ports is free."""
        self._camera = camera
        self._theirs = 0  # the port its reports come from, 0 = it named none
        self._media, self._control = _pair(local)
        ports = self._media.getsockname()[1], self._control.getsockname()[1]
        self.wish = f"RTP/AVP;unicast;client_port={ports[0]}-{ports[1]}"
        self._order: Reorder | None = None

    def listen(self, transport: str, on_packets: PacketSink, on_control: PacketSink) -> None:
        """From now on what the camera sends goes there, in order; `transport` names its ports, or does not."""
        match = re.search(r"server_port\s*=\s*([0-9]{1,5})(?:-([0-9]{1,5}))?", transport)
        if match and 0 < int(match[1]) < 65_535:
            self._theirs = int(match[2] or int(match[1]) + 1)
            self._send(self._media, _OPENER, int(match[1]))
        order = self._order = Reorder(on_packets)
        loop = asyncio.get_running_loop()
        loop.add_reader(self._media, self._read, self._media, order.push)
        loop.add_reader(self._control, self._read, self._control, on_control)

    def send(self, report: bytes) -> None:
        """Say this to the camera; lost when the network is busy or it named no port."""
        if self._theirs:
            self._send(self._control, report, self._theirs)

    def _send(self, ours: socket.socket, data: bytes, port: int) -> None:
        with contextlib.suppress(OSError, OverflowError):
            ours.sendto(data, (self._camera, port))

    def tick(self, now_ns: int) -> None:
        """Look whether something has been waited for long enough."""
        if self._order is not None and self._order.is_waiting:
            self._order.tick(now_ns)

    def close(self) -> None:
        loop = asyncio.get_running_loop()
        for each in (self._media, self._control):
            loop.remove_reader(each)
            each.close()

    def _read(self, ours: socket.socket, sink: Callable[[Sequence[bytes], int], None]) -> None:
        packets: list[bytes] = []
        with contextlib.suppress(OSError):  # nothing more to read, or the camera's host refuses our reports
            while len(packets) < BATCH:
                data, sender = ours.recvfrom(SIZE)
                if sender[0] == self._camera:
                    packets.append(data)
        if packets:
            sink(packets, time.monotonic_ns())


def _pair(local: str) -> tuple[socket.socket, socket.socket]:
    for _ in range(TRIES):
        media = _bound(local, 0)
        port = media.getsockname()[1] if media is not None else 1
        control = _bound(local, port + 1) if port % 2 == 0 else None
        if media is not None and control is not None:
            return media, control
        if media is not None:
            media.close()
    raise NoPicture(CameraState.NO_SIGNAL, Detail.NETWORK, "no pair of UDP ports is free")


def _bound(local: str, port: int) -> socket.socket | None:
    made = socket.socket(socket.AF_INET6 if ":" in local else socket.AF_INET, socket.SOCK_DGRAM)
    try:
        made.setblocking(False)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        made.bind((local, port))
    except OSError:
        made.close()
        return None
    return made
