"""What the room can hear: tones, and words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """One sound and what it means; graver first."""

    ESCALATED = "escalated"  # class F, and for too long nobody has acknowledged it
    FIRE = "fire"  # class F, nobody has acknowledged it
    HIGH = "high"  # pre-alarm or red warning
    MEDIUM = "medium"  # supervisory or hazard
    FAULT = "fault"  # trouble
    LOW = "low"  # other warnings, events
    CLEARED = "cleared"  # back to normal before anybody saw it
    TICK = "tick"  # the last seconds of a verify clock
    REMINDER = "reminder"  # acknowledged long ago and still active, or what was set aside comes back soon
    DRILL = "drill"  # a fire or a pre-alarm of a drill; whatever is real outranks it
    DRILL_LOW = "drill_low"  # anything else of a drill
    TEST = "test"  # the loudspeaker is tried
    GUARDIAN = "guardian"  # there is no working console


class SpeechOutcome(StrEnum):
    """What became of an announcement."""

    SPOKEN = "spoken"  # the device took all of it
    CUT = "cut"  # something graver is said, or nobody needs it any more
    NO_PROGRAM = "no_program"  # espeak-ng is not installed
    NO_DEVICE = "no_device"
    FAILED = "failed"  # nothing came of it in time


@dataclass(frozen=True, slots=True)
class Spoken:
    """Posted by a Sound backend: the answer to one `say`, by its number."""

    number: int
    outcome: SpeechOutcome
