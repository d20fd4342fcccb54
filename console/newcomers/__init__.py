"""Devices that came by themselves and have no place at the site yet: listed, placed and signed, or rejected."""

from console.newcomers.desk import MOST, Newcomers, PlacementRefused, PlacementWritten
from console.newcomers.newcomer import FACTS, STREAM, Device, Newcomer, Stage, folded, is_newcomer

__all__ = [
    "FACTS",
    "MOST",
    "STREAM",
    "Device",
    "Newcomer",
    "Newcomers",
    "PlacementRefused",
    "PlacementWritten",
    "Stage",
    "folded",
    "is_newcomer",
]
