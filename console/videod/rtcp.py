"""RTCP (RFC 3550): the sender reports we read, the receiver reports we write. Pure; hostile input gives nothing."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_SENDER, _RECEIVER, _DESCRIPTION = 200, 201, 202
_NAME = b"watchroom"
_NTP_EPOCH_S = 2_208_988_800  # from 1900 to 1970


@dataclass(frozen=True, slots=True)
class SenderReport:
    """What the camera's clock said when it sent the picture with this RTP time."""

    source: int
    ntp: int  # 32 bits of seconds since 1900, 32 of their fractions
    timestamp: int  # RTP

    @property
    def epoch_ms(self) -> int:
        """The camera's clock in epoch milliseconds."""
        return (self.ntp * 1000 >> 32) - _NTP_EPOCH_S * 1000


@dataclass(frozen=True, slots=True)
class Loss:
    """What of a stream did not arrive: the share since the last report (0…255 of 256), packets since the start."""

    fraction: int
    total: int
    highest: int  # the newest sequence number, with the rounds of 65536 before it
    jitter: int  # RTP ticks


def sender_report(data: bytes) -> SenderReport | None:
    """The sender report in a compound packet, None when there is none."""
    at = 0
    while at + 8 <= len(data):
        size = 4 + 4 * int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at] >> 6 != 2:
            return None
        if data[at + 1] == _SENDER and size >= 28 and at + 28 <= len(data):
            source, ntp, timestamp = struct.unpack_from(">IQI", data, at + 4)
            return SenderReport(source, ntp, timestamp)
        at += size
    return None


def receiver_report(own: int, source: int, loss: Loss, last_report: int, delay: int) -> bytes:
    """Our report about `source`; `last_report`: middle 32 bits of its newest report's NTP time, `delay` 1/65536 s."""
    block = struct.pack(
        ">IIIIII", source, loss.fraction << 24 | min(loss.total, 0x7FFFFF), loss.highest & 0xFFFFFFFF,
        loss.jitter & 0xFFFFFFFF, last_report, delay,
    )  # fmt: skip
    return struct.pack(">BBHI", 0x81, _RECEIVER, 7, own) + block + _description(own)


def empty_report(own: int) -> bytes:
    """A report about nobody: opens the way through firewalls before anything came."""
    return struct.pack(">BBHI", 0x80, _RECEIVER, 1, own) + _description(own)


def _description(own: int) -> bytes:
    item = b"\x01" + bytes((len(_NAME),)) + _NAME + b"\0"
    item += b"\0" * (-len(item) % 4)
    return struct.pack(">BBHI", 0x81, _DESCRIPTION, 1 + len(item) // 4, own) + item
