"""The samples of the tones: 48 kHz, mono, 16 bits, without a click at any edge. Pure; the voice process plays them."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from console.model import Tone
from console.sounds.tones import PATTERNS, Pattern, Pulse

RATE = 48_000  # samples a second
FULL = 32_767
TOP_HERTZ = 5_000.0  # no harmonic above it: what lies higher tells nobody anything and hurts

Samples = npt.NDArray[np.int16]


@cache
def sounding(tone: Tone) -> Samples:
    """One burst from its first to its last pulse, without the pause that follows. Not to be written to."""
    pattern = PATTERNS[tone]
    mix = np.zeros(_count(pattern.length_s))
    for pulse in pattern.pulses:
        note, at = _note(pattern, pulse), _count(pulse.at_s)
        mix[at : at + len(note)] += note[: len(mix) - at]
    samples = np.rint(mix * FULL).astype(np.int16)
    samples.flags.writeable = False
    return samples


def period(tone: Tone) -> int:
    """Samples from one burst's start to the next, 0 when there is one burst only."""
    return _count(PATTERNS[tone].every_s)


def _note(pattern: Pattern, pulse: Pulse) -> npt.NDArray[np.float64]:
    time = np.arange(_count(pulse.length_s)) / RATE
    heights = [(n, height) for n, height in enumerate(pattern.harmonics, 1) if n * pulse.hertz <= TOP_HERTZ]
    wave = sum((height * np.sin(2 * np.pi * n * pulse.hertz * time) for n, height in heights), np.zeros(len(time)))
    rms = np.sqrt(sum(height**2 for _, height in heights) / 2)
    steady: npt.NDArray[np.float64] = wave * (10 ** (pattern.level_dbfs / 20) / rms)
    return steady * _envelope(len(time), pattern)


def _envelope(count: int, pattern: Pattern) -> npt.NDArray[np.float64]:
    """Raised cosines at both ends, 1 between."""
    envelope = np.ones(count)
    rise, fall = (_edge(_count(seconds)) for seconds in (pattern.attack_s, pattern.release_s))
    envelope[: len(rise)] *= rise
    envelope[count - len(fall) :] *= fall[::-1]
    return envelope


def _edge(count: int) -> npt.NDArray[np.float64]:
    edge: npt.NDArray[np.float64] = (1 - np.cos(np.pi * np.arange(count) / count)) / 2
    return edge


def _count(seconds: float) -> int:
    return round(seconds * RATE)
