"""Who may sit down in this room, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model.ids import BuildingId, ZoneId
from console.model.readings import AlarmClass


class Role(StrEnum):
    """What somebody is here for; `console.people` says which rights that gives."""

    DISPATCHER = "dispatcher"
    WALL = "wall"  # steers pictures, decides nothing
    SUPERVISOR = "supervisor"
    ENGINEER = "engineer"  # keeps detectors and the site folder in order
    ADMIN = "admin"  # accounts and settings


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in. Empty `classes`: all of them; empty `areas` (buildings or zones): the whole site."""

    person: str  # what is typed and written down
    name: str  # what is shown beside it
    role: Role
    classes: frozenset[AlarmClass] = frozenset()
    areas: frozenset[BuildingId | ZoneId] = frozenset()
    is_disabled: bool = False
