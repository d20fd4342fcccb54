"""Incidents: what one is, how it changes, and the desk that owns all of them (desk thread)."""

from console.incidents.desk import Change, Incidents, one_line
from console.incidents.facts import (
    FACTS,
    STREAM,
    AlarmLinked,
    ClockBreached,
    ClockStopped,
    Closed,
    Fact,
    HandedOver,
    Noted,
    Opened,
    Taken,
    id_of,
    is_incident,
    sketch,
)
from console.incidents.incident import Disposition, Incident, Link, Note, Scene, Stop

__all__ = [
    "FACTS",
    "STREAM",
    "AlarmLinked",
    "Change",
    "ClockBreached",
    "ClockStopped",
    "Closed",
    "Disposition",
    "Fact",
    "HandedOver",
    "Incident",
    "Incidents",
    "Link",
    "Note",
    "Noted",
    "Opened",
    "Scene",
    "Stop",
    "Taken",
    "id_of",
    "is_incident",
    "one_line",
    "sketch",
]
