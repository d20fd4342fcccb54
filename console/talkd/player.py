"""What is played, sample by sample: one tone at a time, repeated as its pattern says. Pure.

48 kHz, mono, 16 bits. A tone that is replaced fades out under the next one, so that nothing clicks.
"""

from __future__ import annotations

import numpy as np

from console.model import Tone
from console.sounds.synthesis import RATE, Samples, period, sounding

DUCK = 10 ** (-12 / 20)
FADE = RATE * 8 // 1000  # samples


class Player:
    """`read` is asked for what the device takes next."""

    def __init__(self, volume: int = 100) -> None:
        """`volume`: percent of full amplitude."""
        self.volume = volume
        self._duck = 1.0
        self._tone: Tone | None = None
        self._at = 0  # samples since the start of the burst
        self._fading: Samples = np.zeros(0, np.int16)

    @property
    def tone(self) -> Tone | None:
        """The tone that plays or pauses until its next burst."""
        return self._tone

    def duck(self, is_down: bool) -> None:
        """While the talk key is down a tone is softer by 12 dB: heard all the same, and less in the microphone."""
        self._duck = DUCK if is_down else 1.0

    def play(self, tone: Tone) -> None:
        """From its start; the tone that plays already goes on, unless it is in its pause."""
        if tone is not self._tone or self._at >= len(sounding(tone)):
            self.stop()
            self._tone, self._at = tone, 0

    def stop(self) -> None:
        fade = np.linspace(1.0, 0.0, FADE)
        self._fading = np.rint(self._next(FADE) * fade).astype(np.int16)
        self._tone = None

    def read(self, count: int) -> bytes:
        """The next `count` samples."""
        mix = self._next(count).astype(np.float64)
        under = self._fading[:count]
        mix[: len(under)] += under
        self._fading = self._fading[len(under) :]
        mix *= self.volume / 100 * self._duck
        return np.rint(mix).clip(-32_768, 32_767).astype("<i2").tobytes()

    def _next(self, count: int) -> Samples:
        out = np.zeros(count, np.int16)
        done = 0
        while self._tone is not None and done < count:
            burst, every = sounding(self._tone), period(self._tone)
            part = burst[self._at : self._at + count - done]
            out[done : done + len(part)] = part
            end = every or len(burst)
            step = min(count - done, end - self._at)
            self._at += step
            done += step
            if self._at >= end:
                self._at = 0
                self._tone = self._tone if every else None
        return out
