"""What is played, sample by sample: one tone at a time, repeated as its pattern says, and words between. Pure.

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
        self._words: Samples | None = None
        self._said = 0  # samples of them
        self.must_wait = False  # somebody is heard: nothing is said now

    @property
    def is_saying(self) -> bool:
        """Whether words sound, or wait for their turn."""
        return self._words is not None

    def say(self, words: Samples) -> None:
        """Once, as soon as the tone pauses and nobody speaks; interrupted they begin anew."""
        self._words, self._said = words, 0

    def hush(self) -> None:
        self._words = None

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
        words = self._say_on(count)
        mix = self._next(count).astype(np.float64) * (DUCK if self._said else 1.0)
        under = self._fading[:count]
        mix[: len(under)] += under
        self._fading = self._fading[len(under) :]
        mix *= self._duck
        mix[: len(words)] += words
        mix *= self.volume / 100
        return np.rint(mix).clip(-32_768, 32_767).astype("<i2").tobytes()

    def _say_on(self, count: int) -> Samples:
        """The next words. They wait for the pause of the tone; once begun the tone comes more softly below them."""
        waits = self.must_wait or self._duck < 1.0
        in_burst = self._tone is not None and self._at < len(sounding(self._tone))
        if self._words is None or waits or (self._said == 0 and in_burst):
            self._said = 0
            return np.zeros(0, np.int16)
        part = self._words[self._said : self._said + count]
        self._said += len(part)
        if self._said >= len(self._words):
            self._words, self._said = None, 0
        return part

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
