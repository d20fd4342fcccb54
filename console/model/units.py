"""The people who can be sent: who they are, where they start from, and what a kind of alarm asks of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from console.model.guidance import Case, most_specific
from console.model.ids import XY, BuildingId, UnitId, ZoneId
from console.model.readings import AlarmClass


class UnitKind(StrEnum):
    """What a unit is; the letter stands in its square on the plan."""

    MICRO_STATION = "M"  # 微型消防站
    SQUAD = "S"  # 应急处置小分队
    GRID = "G"  # 网格员
    PROPERTY = "P"  # property management, guards
    EXPERT = "E"


class UnitStatus(StrEnum):
    """What a unit does; each says what the dispatcher may expect of it."""

    AVAILABLE = "available"  # at its station or on its round: send it
    ORDERED = "ordered"  # told to go, nothing heard yet
    NO_ANSWER = "no_answer"  # told to go and silent for too long: call it, or send another
    DECLINED = "declined"  # it said it cannot go: send another
    ACCEPTED = "accepted"  # it has read the order and will go
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    RETURNING = "returning"  # on its way back: may be sent again
    OUT_OF_SERVICE = "out_of_service"  # not to be sent


@dataclass(frozen=True, slots=True)
class Crew:
    """A unit as the site describes it; what it does at the moment is known to the desk of the units."""

    id: UnitId
    kind: UnitKind
    name: str
    name_en: str
    station: XY | None = None  # where it starts from; None: nowhere in particular
    skills: tuple[str, ...] = ()
    phone: str = ""
    people: int = 1
    group: str = ""  # its talk group
    building: BuildingId | None = None  # of its station


@dataclass(frozen=True, slots=True)
class Response:
    """What alarms of `kind` ask for: the skills, and how many units are proposed. None stands for every one."""

    kind: str
    skills: tuple[str, ...]
    units: int
    alarm_class: AlarmClass | None = None
    zone: ZoneId | None = None
    building: BuildingId | None = None


@dataclass(frozen=True, slots=True)
class UnitSaid:
    """Posted by the feed: a unit's own device reports its status. `said_ms`: the device's time, 0 when it gives none.

    Its receipt is handled when what follows is in the journal.
    """

    unit: UnitId
    status: UnitStatus
    order: str  # the id of the order it answers, "" for none
    said_ms: int
    received_ms: int
    reason: str = ""
    receipt: int = 0


@dataclass(frozen=True, slots=True)
class UnitMoved:
    """Posted by the feed: where a unit's device is, longitude and latitude WGS-84. Only the newest counts."""

    unit: UnitId
    lon: float
    lat: float
    said_ms: int
    received_ms: int


def response_for(rows: Iterable[Response], case: Case) -> Response | None:
    """The most specific row that fits, as for guidance."""
    return most_specific(rows, case)
