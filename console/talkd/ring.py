"""The last 200 ms of the microphone, so that the first syllable is not lost, and how loud it is. Pure."""

from __future__ import annotations

import math
from collections import deque

import numpy as np

from console.mumble.opus import FRAME

FRAMES = 10  # of 20 ms
METER_FRAMES = 5  # the level is that of the last 100 ms
FLOOR_DBFS = -120.0


class Ring:
    """Frames of 20 ms, 16 bits."""

    def __init__(self) -> None:
        self._rest = bytearray()
        self._frames: deque[bytes] = deque(maxlen=FRAMES)

    def add(self, pcm: bytes) -> list[bytes]:
        """Samples as the device gives them; the frames that are full now."""
        self._rest += pcm
        full = []
        while len(self._rest) >= FRAME * 2:
            full.append(bytes(self._rest[: FRAME * 2]))
            del self._rest[: FRAME * 2]
        self._frames.extend(full)
        return full

    def last(self, frames: int) -> list[bytes]:
        return list(self._frames)[-frames:] if frames else []

    def clear(self) -> None:
        self._rest.clear()
        self._frames.clear()

    def dbfs(self) -> float:
        """Peak of the last 100 ms, −120 in silence."""
        pcm = np.frombuffer(b"".join(self.last(METER_FRAMES)), "<i2")
        peak = float(np.abs(pcm.astype(np.int32)).max()) if len(pcm) else 0.0
        return round(20 * math.log10(peak / 32_768), 1) if peak else FLOOR_DBFS
