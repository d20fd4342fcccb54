"""One person who is heard: packets in, sound out, with what is missing concealed. The loop of the voice process."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from console.model import GroupId
from console.mumble.opus import FRAME, BadOpus, Decoder
from console.talkd.jitter import Jitter, Missing

Mix = npt.NDArray[np.float64]
QUIET = 300.0  # peak of 16 bits: nobody notices when 20 ms of it are left out
LATE = 2  # packets waiting above which silence is left out
ENDED_S = 0.4  # nothing heard for so long: the talker's last packet was lost


@dataclass(slots=True, eq=False)
class Talker:
    """`burst` numbers the recording; times are monotonic seconds and epoch ms."""

    group: GroupId
    name: str
    burst: int
    since_ms: int
    heard: float
    first: int  # sequence of the first packet
    newest: int = 0
    received: int = 0
    is_over: bool = False
    jitter: Jitter = field(default_factory=Jitter)
    _decoder: Decoder = field(default_factory=Decoder)

    def hear(self, sequence: int, opus: bytes, is_last: bool, now: float) -> None:
        self.jitter.put(sequence, opus, is_last)
        self.newest = max(self.newest, sequence)
        self.received += 1
        self.heard = now
        self.is_over = is_last

    @property
    def holes(self) -> int:
        """Packets that never came."""
        return max(0, (self.newest - self.first) // 2 + 1 - self.received)

    @property
    def length_ms(self) -> int:
        return (self.newest - self.first) * 10 + 20

    def has_ended(self, now: float) -> bool:
        return self.is_over or now - self.heard > ENDED_S

    def sound(self, is_urgent: bool) -> Mix | None:
        """The next 20 ms, None when there are none; only when it `is_urgent` a missing packet is given up."""
        while is_urgent or self.jitter.count:
            piece = self.jitter.take()
            if piece is None:
                return None
            try:
                pcm = self._decoder.conceal(piece.following) if isinstance(piece, Missing) else self._decode(piece.opus)
            except BadOpus:
                pcm = self._decoder.conceal()
            sound = np.frombuffer(pcm, "<i2").astype(np.float64)
            if self.jitter.count <= LATE or np.abs(sound).max() > QUIET:
                return sound
        return None

    def _decode(self, opus: bytes) -> bytes:
        """Exactly 20 ms; what others packed differently is cut or filled."""
        return self._decoder.decode(opus)[: FRAME * 2].ljust(FRAME * 2, b"\0")
