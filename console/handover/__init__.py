"""Change of shift: the sheet, its acceptance line by line, and what becomes of the leaver's alarms."""

from console.handover import handover, notes
from console.handover.desk import LONGEST_NAME, Handovers, Taking
from console.handover.handover import Accepted, Handover, Phase
from console.handover.leaving import Leaving, Room
from console.handover.notes import TEXT_MOST, Note, Notes
from console.handover.sheet import OWED, TRIAL, Line, Section, Sources, compose

KINDS = (*handover.FACTS.kinds, *notes.FACTS.kinds)  # of journal entries

__all__ = [
    "KINDS", "LONGEST_NAME", "OWED", "TEXT_MOST", "TRIAL", "Accepted", "Handover", "Handovers", "Leaving", "Line",
    "Note", "Notes", "Phase", "Room", "Section", "Sources", "Taking", "compose",
]  # fmt: skip
