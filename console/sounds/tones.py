"""What each tone is made of: pulses, pitch, level and how often it comes back. Pure values.

Bursts tell the priorities apart by number and rhythm, as IEC 60601-1-8 does, and lie between 250 and 3,000 Hz; the
pitch falls with the priority. Fire alone alternates between two notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.model import Tone


@dataclass(frozen=True, slots=True)
class Pulse:
    """One note: fundamental in Hz, start and length in seconds from the start of its pattern."""

    hertz: float
    at_s: float
    length_s: float


@dataclass(frozen=True, slots=True)
class Pattern:
    """`level_dbfs`: RMS of a pulse's steady part, full-scale sine = −3. `every_s`: start to start, 0 = once."""

    pulses: tuple[Pulse, ...]
    level_dbfs: float
    every_s: float = 0.0
    harmonics: tuple[float, ...] = (1.0, 0.4, 0.25, 0.15)  # amplitudes from the fundamental on
    attack_s: float = 0.01
    release_s: float = 0.02

    @property
    def length_s(self) -> float:
        """To the end of the last pulse."""
        return max(pulse.at_s + pulse.length_s for pulse in self.pulses)


def _burst(
    hertz: tuple[float, ...], count: int, step_s: float, length_s: float, at_s: float = 0.0
) -> tuple[Pulse, ...]:
    return tuple(Pulse(hertz[i % len(hertz)], at_s + i * step_s, length_s) for i in range(count))


_FIRE = (988.0, 1319.0)
_HOLLOW = (1.0, 0.0, 0.35, 0.0, 0.2)  # odd harmonics only: nothing real sounds like this

PATTERNS: Mapping[Tone, Pattern] = {
    Tone.ESCALATED: Pattern(_burst(_FIRE, 20, 0.2, 0.15), -9.0, every_s=5.0),
    Tone.FIRE: Pattern((*_burst(_FIRE, 5, 0.25, 0.15), *_burst(_FIRE, 5, 0.25, 0.15, at_s=1.6)), -9.0, every_s=10.0),
    Tone.HIGH: Pattern(_burst((784.0,), 3, 0.35, 0.2), -12.0, every_s=20.0),
    Tone.MEDIUM: Pattern(_burst((587.0,), 2, 0.45, 0.25), -15.0),
    Tone.FAULT: Pattern(_burst((262.0,), 1, 1.0, 0.6), -15.0),
    Tone.LOW: Pattern(_burst((1175.0,), 1, 1.0, 0.05), -18.0, attack_s=0.005, release_s=0.03),
    Tone.CLEARED: Pattern(_burst((523.0,), 1, 1.0, 0.8), -24.0, harmonics=(1.0,), attack_s=0.1, release_s=0.5),
    Tone.TICK: Pattern(_burst((1568.0,), 1, 1.0, 0.04), -24.0, every_s=1.0, attack_s=0.005, release_s=0.03),
    Tone.REMINDER: Pattern(_burst((392.0,), 2, 0.4, 0.3), -24.0, harmonics=(1.0,), attack_s=0.05, release_s=0.2),
    Tone.DRILL: Pattern(
        (Pulse(659.0, 0.0, 0.25), Pulse(523.0, 0.3, 0.25), Pulse(440.0, 0.6, 0.5)),
        -12.0,
        every_s=15.0,
        harmonics=_HOLLOW,
    ),
    Tone.DRILL_LOW: Pattern((Pulse(523.0, 0.0, 0.2), Pulse(440.0, 0.25, 0.35)), -18.0, harmonics=_HOLLOW),
    Tone.TEST: Pattern((Pulse(523.0, 0.0, 0.3), Pulse(659.0, 0.35, 0.3), Pulse(784.0, 0.7, 0.5)), -12.0),
    Tone.GUARDIAN: Pattern((Pulse(880.0, 0.0, 0.35), Pulse(587.0, 0.35, 0.55)), -9.0, every_s=2.0),
}
