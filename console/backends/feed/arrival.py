"""A message as it came off the wire, and how a redelivered one is recognised. Pure; used on the feed's thread."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from console.model import Message

KEPT_WHOLE = 1 << 20  # bytes; of a larger payload only the head goes into the spool
HEAD = 256  # bytes kept of a payload that is too large to keep
TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message with what the connection said about it; `packet` is its packet id, 0 for QoS 0."""

    topic: str
    payload: bytes
    received_ms: int
    retained: bool = False
    dup: bool = False
    qos: int = 1
    packet: int = 0

    @property
    def is_oversized(self) -> bool:
        return len(self.payload) > KEPT_WHOLE

    @property
    def kept(self) -> bytes:
        """What the spool keeps of the payload."""
        return self.payload[:HEAD] if self.is_oversized else self.payload

    def message(self, receipt: int) -> Message:
        return Message(self.topic, self.payload, self.received_ms, self.retained, self.dup, receipt)


@dataclass(frozen=True, slots=True)
class Seen:
    """What identifies a stored message when the broker delivers it again."""

    receipt: int
    generation: int
    topic: str
    size: int
    digest: bytes


def digest(kept: bytes) -> bytes:
    return hashlib.blake2b(kept, digest_size=16).digest()


class LookBack:
    """The stored messages that the broker may still deliver again, newest use of each packet id only.

    MQTT 5 lets a broker repeat a message only on a new connection of the same session, with DUP set and the same
    packet id, and only while its PUBACK has not been processed. Acknowledgements go out in arrival order, so those
    messages are always the last ones stored, at most Receive Maximum of them: looking further back could only take
    a new message under a re-used packet id for an old one, and lose it.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._seen: dict[int, Seen] = {}

    def find(self, arrival: Arrival, generation: int) -> int:
        """The receipt of the message that `arrival` repeats, 0 when it is new."""
        if not arrival.dup or arrival.qos == 0:
            return 0
        seen = self._seen.get(arrival.packet)
        if seen is None or seen.generation >= generation:
            return 0
        if (seen.topic, seen.size) != (arrival.topic, len(arrival.payload)):
            return 0
        return seen.receipt if seen.digest == digest(arrival.kept) else 0

    def remember(self, packet: int, seen: Seen) -> None:
        self._seen.pop(packet, None)  # re-inserted last: the oldest entry is always the first
        self._seen[packet] = seen
        if len(self._seen) > self._size:
            del self._seen[next(iter(self._seen))]

    def clear(self) -> None:
        """The session is a new one: nothing of the old one can come again, and its packet ids start afresh."""
        self._seen.clear()
