"""The two ways packets reach a client: interleaved on the RTSP connection, or UDP. Event loop thread only."""

from __future__ import annotations

import asyncio
import random
import time

from console.sim.faults import Fault
from console.sim.rtsp.packets import Packets

SLOW_BITS_S = 64_000
_SLOW_BACKLOG = 32_768  # bytes; what does not fit is dropped by whole frames
_LOSS = 0.05


class _Budget:
    """How many bytes a slow link has carried off since the last look."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def spend(self) -> int:
        now = time.monotonic()
        spent = int(min(now - self._since, 1.0) * SLOW_BITS_S / 8)
        if spent:
            self._since = now
        return spent


class TcpViewer:
    """RTP inside the RTSP connection, on two channel numbers."""

    def __init__(self, transport: asyncio.Transport, channels: tuple[int, int]) -> None:
        self._transport = transport
        self._channels = channels
        self._budget = _Budget()
        self._backlog = bytearray()
        self.paused = False  # the connection's send buffer is full

    def push(self, packets: Packets, stamped: bytearray, fault: Fault | None) -> bool:
        if self._channels[0]:  # the buffer is everybody's
            stamped = bytearray(stamped)
            for offset in packets.offsets:
                stamped[offset + 1] = self._channels[0]
        if fault is Fault.SLOW_LINK:
            return self._trickle(stamped)
        if self._backlog:  # a packet may be half sent
            self._transport.write(bytes(self._backlog))
            self._backlog.clear()
        if self.paused:
            return False
        # One buffer serves all viewers on channel 0; asyncio copies what it cannot send at once.
        self._transport.write(stamped)
        return True

    def _trickle(self, stamped: bytearray) -> bool:
        fits = len(self._backlog) + len(stamped) <= _SLOW_BACKLOG
        if fits:
            self._backlog += stamped
        part = self._backlog[: self._budget.spend()]
        del self._backlog[: len(part)]
        self._transport.write(bytes(part))
        return fits

    def report(self, data: bytes) -> None:
        if not self._backlog:
            self._transport.write(bytes((0x24, self._channels[1])) + len(data).to_bytes(2, "big") + data)


class UdpViewer:
    """RTP and RTCP to two ports of the client."""

    def __init__(
        self, sockets: tuple[asyncio.DatagramTransport, asyncio.DatagramTransport], host: str, ports: tuple[int, int]
    ) -> None:
        self._rtp, self._rtcp = sockets
        self._media = (host, ports[0])
        self.control = (host, ports[1])
        self._budget = _Budget()
        self._dice = random.Random(ports[0])
        self._credit = 0

    def push(self, packets: Packets, stamped: bytearray, fault: Fault | None) -> bool:
        parts = [bytes(stamped[start:end]) for start, end in packets.bounds()]
        match fault:
            case Fault.LOSSY:
                parts = [p for p in parts if self._dice.random() >= _LOSS]
            case Fault.REORDER:
                for i in range(0, len(parts) - 1, 2):
                    parts[i], parts[i + 1] = parts[i + 1], parts[i]
            case Fault.SLOW_LINK:
                self._credit = min(self._credit + self._budget.spend(), _SLOW_BACKLOG)
                if sum(map(len, parts)) > self._credit:
                    return False
                self._credit -= sum(map(len, parts))
        for part in parts:
            self._rtp.sendto(part, self._media)
        return True

    def report(self, data: bytes) -> None:
        self._rtcp.sendto(data, self.control)
