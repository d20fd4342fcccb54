"""What the positions of a site tell each other of their clocks, as bytes on the broker. Pure."""

from __future__ import annotations

from console.attendance import ClockTold

MOST_BYTES = 128
MOST_MS = 1 << 53  # a larger number is no time


def said(position: str, now_ms: int) -> bytes:
    """`1732218000000 desk-1`: epoch ms and the position's name."""
    return f"{now_ms} {position}".encode()


def heard(payload: bytes, received_ms: int) -> ClockTold | None:
    """None for what no console says: anybody who may write there may write anything."""
    if len(payload) > MOST_BYTES:
        return None
    number, _, position = payload.decode(errors="replace").partition(" ")
    if not number.isascii() or not number.isdecimal() or int(number) > MOST_MS or not position.isprintable():
        return None
    return ClockTold(position, int(number), received_ms) if position else None
