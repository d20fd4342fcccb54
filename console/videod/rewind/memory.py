"""How much of a camera memory holds, and why it is less than the configuration wants. Pure; loop thread."""

from __future__ import annotations

from collections.abc import Iterable

from console.rewinds import Memory, Shortage
from console.videod.control import Know
from console.videod.stream import Stream

ENOUGH = 0.8  # of what was granted: the oldest group is let go as a whole
LEAST_S = 5.0  # a group or two: what is missing of so much says nothing


def shortage_of(camera: Know, stream: Stream, ring_s: int) -> Shortage:
    """Why memory has less of this camera than `ring_s` seconds of every picture."""
    if not camera.sub:
        return Shortage.NO_SUB
    if camera.hot == "no":
        return Shortage.NOT_HOT
    if camera.hot == "keyframes":
        return Shortage.KEYFRAMES
    ring = stream.gop.ring
    if ring.granted_s == 0:
        return Shortage.BUDGET
    if seconds_of(stream) < min(ring.granted_s * ENOUGH, ring.granted_s - LEAST_S):
        return Shortage.YOUNG
    return Shortage.PART if ring.granted_s < ring_s else Shortage.NONE


def seconds_of(stream: Stream) -> float:
    """From the oldest picture in memory to the newest."""
    units = stream.gop.units
    if not units:
        return stream.gop.ring.seconds()
    oldest = next(iter(stream.gop.since(0)))
    return (units[-1].arrived_ns - oldest.arrived_ns) / 1e9


def memory_of(camera: Know, stream: Stream, ring_s: int) -> Memory:
    """What memory has of it."""
    gop = stream.gop
    return Memory(
        camera.camera, round(seconds_of(stream), 1), round(gop.ring.granted_s, 1), gop.size + gop.ring.size,
        shortage_of(camera, stream, ring_s),
    )  # fmt: skip


def used(streams: Iterable[Stream]) -> int:
    """Bytes that the pictures of all these streams take."""
    return sum(stream.gop.size + stream.gop.ring.size for stream in streams)
