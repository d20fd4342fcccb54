"""Drills: what one is, the desk that runs it, and the sandbox where everything goes that would leave the room."""

from console.drill.air import NoAir
from console.drill.desk import Change, Drills
from console.drill.drill import FACTS, Cause, Drill, Ended, Fact, Injected, Paused, Phase, Resumed, Started
from console.drill.phones import PhoneKind, PhoneMessage, PhoneWall

__all__ = [
    "FACTS",
    "Cause",
    "Change",
    "Drill",
    "Drills",
    "Ended",
    "Fact",
    "Injected",
    "NoAir",
    "Paused",
    "Phase",
    "PhoneKind",
    "PhoneMessage",
    "PhoneWall",
    "Resumed",
    "Started",
]
