"""The shape of the rules about several alarms in `config.toml`: what is counted, joined, made graver.

`kinds` and `points` are patterns as of file names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """What a rule takes together."""

    POINT = "point"
    ZONE = "zone"
    FLOOR = "floor"
    BUILDING = "building"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class CountConfig:
    """So many alarms within so long at one place are an alarm of their own."""

    name: str
    kinds: tuple[str, ...]  # patterns, as `points`
    count: int = 3
    within_s: float = 600.0
    points: tuple[str, ...] = ("*",)
    area: str = "zone"  # what is counted together, one of Area
    kind: str = "repeated"  # of that alarm
    alarm_class: str = "H"


@dataclass(frozen=True, slots=True)
class JoinConfig:
    """What happens while a warning stands for the same place is one alarm with it, and names both."""

    name: str
    kinds: tuple[str, ...]  # what happens
    with_kinds: tuple[str, ...]  # the warning
    points: tuple[str, ...] = ("*",)
    with_red: bool = True  # a red warning only
    area: str = "zone"
    kind: str = "waterlogging"
    alarm_class: str = "W"


@dataclass(frozen=True, slots=True)
class RaiseConfig:
    """What is graver while a fire is active near it."""

    name: str
    kinds: tuple[str, ...]
    points: tuple[str, ...] = ("*",)
    while_classes: tuple[str, ...] = ("F",)
    while_kinds: tuple[str, ...] = ("*",)
    within_m: float = 0.0  # on the plan; 0 = however far
    area: str = "site"  # and in the same one of these
