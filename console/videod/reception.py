"""What one visit to a camera receives: pictures, its clock, what was lost; and our reports about it. Loop thread."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.videod import rtcp
from console.videod.depacketiser import Depacketiser
from console.videod.sdp import Media
from console.videod.unit import Codec, Unit

_CLOCK = 90_000  # RTP ticks a second
_SECOND = 1_000_000_000
_ROUND = 1 << 16


@dataclass(frozen=True, slots=True)
class CameraClock:
    """What the camera's clock said, and when we heard it: the difference to ours is its error and the way's delay."""

    epoch_ms: int
    heard_ns: int  # monotonic


class Reception:
    """Made when the camera has described its stream; `packets` and `control` are fed by whatever carries them."""

    def __init__(self, media: Media, on_unit: Callable[[Unit], None], *, is_timed: bool) -> None:
        """`is_timed`: reports say how unevenly pictures arrive, as they may over UDP."""
        self._depacketiser = Depacketiser(media.formats, self._time if is_timed else on_unit)
        self._pass_on = on_unit
        self._own = secrets.randbits(32)
        self._first = self._highest = -1  # sequence numbers with their rounds
        self._reported = (0, 0)  # expected and missing at the last report
        self._fraction = 0.0  # lost between the two reports before
        self._report: rtcp.SenderReport | None = None
        self._heard_ns = 0
        self._jitter = 0.0
        self._transit: float | None = None
        self.packets: Callable[[Sequence[bytes], int], None] = self._depacketiser.push

    # ---- what came -----------------------------------------------------------------------------------------------

    @property
    def codec(self) -> Codec:
        return self._depacketiser.codec

    @property
    def received(self) -> int:
        """Bytes of RTP."""
        return self._depacketiser.received

    @property
    def arrived_ns(self) -> int:
        """When the last packet came, monotonic."""
        return self._depacketiser.arrived_ns

    @property
    def gaps(self) -> int:
        """How often something was missing."""
        return self._depacketiser.gaps

    @property
    def missing(self) -> int:
        """Packets that never came."""
        return self._depacketiser.missing

    @property
    def clock(self) -> CameraClock | None:
        """What the camera said of its clock last; None while it said nothing."""
        return CameraClock(self._report.epoch_ms, self._heard_ns) if self._report is not None else None

    @property
    def loss(self) -> float:
        """The share of packets lost lately, 0…1."""
        expected, missing = self._counted()
        before = self._reported
        lately = (missing - before[1]) / max(1, expected - before[0])
        return max(self._fraction, lately if expected - before[0] >= 20 else 0.0)

    def control(self, packets: Sequence[bytes], arrived_ns: int) -> None:
        """RTCP of the camera."""
        for packet in packets:
            if (report := rtcp.sender_report(packet)) is not None:
                self._report, self._heard_ns = report, arrived_ns

    def _time(self, unit: Unit) -> None:
        transit = unit.arrived_ns * _CLOCK / _SECOND - unit.timestamp
        if self._transit is not None and abs(transit - self._transit) < _CLOCK:  # else its time began anew
            self._jitter += (abs(transit - self._transit) - self._jitter) / 16
        self._transit = transit
        self._pass_on(unit)

    # ---- what we say of it ---------------------------------------------------------------------------------------

    def hello(self) -> bytes:
        """What is said before anything came."""
        return rtcp.empty_report(self._own)

    def report(self, now_ns: int) -> bytes:
        """Our report; every call begins a new time over which losses are reckoned."""
        expected, missing = self._counted()
        if self._first < 0:
            return self.hello()
        lost, due = missing - self._reported[1], expected - self._reported[0]
        self._fraction = max(0.0, lost / due) if due > 0 else 0.0
        self._reported = expected, missing
        loss = rtcp.Loss(min(255, int(self._fraction * 256)), missing, self._highest, int(self._jitter))
        last, delay = 0, 0
        if self._report is not None:
            last = self._report.ntp >> 16 & 0xFFFFFFFF
            delay = min(0xFFFFFFFF, (now_ns - self._heard_ns) * _ROUND // _SECOND)
        return rtcp.receiver_report(self._own, self._depacketiser.ssrc, loss, last, delay)

    def _counted(self) -> tuple[int, int]:
        """Packets that were due until now, and how many of them are missing."""
        following = self._depacketiser.next_sequence
        if following < 0:
            return 0, 0
        newest = (following - 1) % _ROUND
        if self._first < 0:
            self._first = self._highest = newest
        step = (newest - self._highest) % _ROUND
        if step < _ROUND // 2:
            self._highest += step
        return self._highest - self._first + 1, self._depacketiser.missing
