"""What the room can hear."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """One sound and what it means; graver first."""

    FIRE = "fire"  # class F, nobody has acknowledged it
    HIGH = "high"  # pre-alarm or red warning
    MEDIUM = "medium"  # supervisory or hazard
    FAULT = "fault"  # trouble
    LOW = "low"  # other warnings, events
    CLEARED = "cleared"  # back to normal before anybody saw it
    DRILL = "drill"  # a fire or a pre-alarm of a drill; whatever is real outranks it
    DRILL_LOW = "drill_low"  # anything else of a drill
    TEST = "test"  # the loudspeaker is tried
    GUARDIAN = "guardian"  # there is no working console
