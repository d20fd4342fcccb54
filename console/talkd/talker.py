"""One person who is heard: packets in, sound out, with what is missing concealed. The loop of the voice process."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from console.model import GroupId
from console.mumble.opus import FRAME, BadOpus, Decoder, length_ms
from console.talkd.jitter import MOST, STEP, Jitter, Missing, Packet

Mix = npt.NDArray[np.float64]
QUIET = 300.0  # peak of 16 bits: nobody notices how much of it is left out
WATCHED = 10  # pieces of 20 ms: what waited all this time is waited for in vain
ENDED_S = 0.4  # nothing heard for so long: the talker's last packet was lost
BYTES = FRAME * 2  # of 20 ms
RISE = np.linspace(0.0, 1.0, FRAME)


@dataclass(slots=True, eq=False)
class Talker:
    """`burst` numbers the recording; times are monotonic seconds and epoch ms, sequences and lengths count 10 ms."""

    group: GroupId
    name: str
    burst: int
    since_ms: int
    heard: float
    first: int  # sequence of the first packet
    end: int = 0  # sequence after the newest packet
    received: int = 0
    is_over: bool = False
    jitter: Jitter = field(default_factory=Jitter)
    _decoder: Decoder = field(default_factory=Decoder)
    _least: int = MOST  # that waited lately, 10 ms each
    _surplus: int = 0  # that waited all the time before
    _watched: int = 0
    _pcm: bytes = b""  # decoded and not played: packets need not be of 20 ms

    def hear(self, sequence: int, opus: bytes, is_last: bool, now: float) -> int:
        """How much was said, in 10 ms. Raises BadOpus."""
        length = length_ms(opus) // 10
        self.jitter.put(sequence, Packet(opus, length), is_last)
        self.end = max(self.end, sequence + length)
        self.received += length
        self.heard = now
        self.is_over = is_last
        return length

    @property
    def holes(self) -> int:
        """Pieces of 20 ms that never came."""
        return max(0, (self.end - self.first - self.received) // 2)

    @property
    def length_ms(self) -> int:
        return max(0, self.end - self.first) * 10

    def has_ended(self, now: float) -> bool:
        return self.is_over or now - self.heard > ENDED_S

    def sound(self, is_urgent: bool) -> Mix | None:
        """The next 20 ms, None when there are none; only when it `is_urgent` a missing packet is given up.

        What waits in vain is caught up with: two pieces become one, all of it in silence, else one piece now and then.
        """
        piece = self._piece(is_urgent)
        if piece is None or not self._is_late():
            return piece
        self._surplus = self._surplus - STEP if np.abs(piece).max() <= QUIET else 0
        following = self._piece(is_urgent)
        return piece if following is None else piece * RISE[::-1] + following * RISE

    def _piece(self, is_urgent: bool) -> Mix | None:
        while len(self._pcm) < BYTES:
            if not (is_urgent or self.jitter.count):
                return None
            packet = self.jitter.take()
            if packet is None:
                return self._rest()
            self._pcm += self._decoded(packet)
        sound = np.frombuffer(self._pcm[:BYTES], "<i2").astype(np.float64)
        self._pcm = self._pcm[BYTES:]
        return sound

    def _is_late(self) -> bool:
        """For a fifth of a second never less than 20 ms waited."""
        self._least = min(self._least, self.jitter.count)
        self._watched += 1
        if self._watched >= WATCHED:
            self._watched, self._surplus, self._least = 0, self._least, MOST
        return self._surplus >= STEP and self.jitter.count >= STEP

    def _rest(self) -> Mix | None:
        """What is left is less than 20 ms."""
        pcm, self._pcm = self._pcm, b""
        return np.frombuffer(pcm.ljust(BYTES, b"\0"), "<i2").astype(np.float64) if pcm else None

    def _decoded(self, piece: Packet | Missing) -> bytes:
        try:
            return self._decoder.decode(piece.opus) if isinstance(piece, Packet) else self._decoder.conceal(
                piece.following
            )  # fmt: skip
        except BadOpus:
            return self._decoder.conceal()
