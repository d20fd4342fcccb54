"""Whom to send, pure: free units first, then by skill, then by straight-line distance; each place has its reasons.

Distances are straight lines, never roads, and say so. Reasons are codes with figures; the windows put them into words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from console.incidents import Incident
from console.model import XY, IncidentId, UnitStatus
from console.units import Unit

FIX_OLD_MS = 300_000  # a device that has not said for so long where it is, is looked for at its station


class ReasonCode(StrEnum):
    """Why a unit stands where it stands."""

    NEAREST = "nearest"  # the nearest of those that are free and able
    FROM_POSITION = "from_position"  # straight line from where its device is; figure: age of that, s
    FROM_STATION = "from_station"  # straight line from its station
    SKILL = "skill"  # it has what is asked for; word: the skill
    LACKS_SKILL = "lacks_skill"  # word: the skill
    BUSY = "busy"  # word: the incident it would leave
    NO_ANSWER = "no_answer"  # it has not answered its order; figure: for so long, s
    DECLINED = "declined"  # it has said it cannot come
    RETURNING = "returning"  # on its way back


class LeftOut(StrEnum):
    """Why a unit is not offered."""

    NONE = ""
    OUT_OF_SERVICE = "out_of_service"
    NO_POSITION = "no_position"  # neither a station nor a device says where it is
    NO_SKILL = "no_skill"  # it has nothing of what is asked for
    ON_THIS_INCIDENT = "on_this_incident"


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with its figure (seconds) or word, where it has one."""

    code: ReasonCode
    word: str = ""
    figure: int = 0


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One unit for one incident, best first. `distance_m` is a straight line; `is_proposed`: chosen beforehand."""

    unit: Unit
    reasons: tuple[Reason, ...]
    distance_m: float | None
    is_free: bool
    left_out: LeftOut = LeftOut.NONE
    is_proposed: bool = False

    @property
    def leaves(self) -> IncidentId | None:
        """The incident it would be taken away from."""
        return self.unit.incident if self.unit.is_busy else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an incident asks for."""

    skills: tuple[str, ...] = ()
    units: int = 1


def recommend(incident: Incident, units: Iterable[Unit], wanted: Wanted, now_ms: int) -> tuple[Recommendation, ...]:
    """Every unit, best first, those that cannot be offered last."""
    judged = [_judge(incident, unit, wanted, now_ms) for unit in units]
    ranked = sorted(judged, key=lambda one: _rank(one, wanted))
    proposed = _propose(ranked, wanted)
    return tuple(_with_place(one, one is (proposed[0] if proposed else None), one in proposed) for one in ranked)


def _rank(one: Recommendation, wanted: Wanted) -> tuple[bool, bool, int, float, str]:
    lacking = len(set(wanted.skills) - set(one.unit.crew.skills))
    distance_m = math.inf if one.distance_m is None else one.distance_m
    return bool(one.left_out), not one.is_free, lacking, distance_m, one.unit.id


def _judge(incident: Incident, unit: Unit, wanted: Wanted, now_ms: int) -> Recommendation:
    place, whence = _whereabouts(unit, now_ms)
    to = incident.scene.at
    distance_m = math.dist(place, to) if place is not None and to is not None else None
    reasons = [*_state(unit, incident, now_ms), *([whence] if distance_m is not None and whence else [])]
    has = [skill for skill in wanted.skills if skill in unit.crew.skills]
    reasons += [Reason(ReasonCode.SKILL, skill) for skill in has]
    reasons += [Reason(ReasonCode.LACKS_SKILL, skill) for skill in wanted.skills if skill not in has]
    is_free = unit.is_free and unit.incident != incident.id
    out = _left_out(incident, unit, wanted, has, is_lost=place is None)
    return Recommendation(unit, tuple(reasons), distance_m, is_free, out)


def _whereabouts(unit: Unit, now_ms: int) -> tuple[XY | None, Reason | None]:
    """Where it is taken to be, and how that is known."""
    if unit.fix is not None and now_ms - unit.fix.at_ms <= FIX_OLD_MS:
        return unit.fix.at, Reason(ReasonCode.FROM_POSITION, figure=max(0, now_ms - unit.fix.at_ms) // 1000)
    return unit.crew.station, Reason(ReasonCode.FROM_STATION) if unit.crew.station is not None else None


def _state(unit: Unit, incident: Incident, now_ms: int) -> list[Reason]:
    found: list[Reason] = []
    if unit.is_busy and unit.incident not in {None, incident.id}:
        found.append(Reason(ReasonCode.BUSY, str(unit.incident)))
    if unit.status is UnitStatus.NO_ANSWER:
        found.append(Reason(ReasonCode.NO_ANSWER, figure=unit.age_ms(now_ms) // 1000))
    if unit.status is UnitStatus.DECLINED and unit.incident == incident.id:
        found.append(Reason(ReasonCode.DECLINED))
    if unit.status is UnitStatus.RETURNING:
        found.append(Reason(ReasonCode.RETURNING))
    return found


def _left_out(incident: Incident, unit: Unit, wanted: Wanted, has: Sequence[str], *, is_lost: bool) -> LeftOut:
    if unit.status is UnitStatus.OUT_OF_SERVICE:
        return LeftOut.OUT_OF_SERVICE
    if unit.is_busy and unit.incident == incident.id and unit.status is not UnitStatus.NO_ANSWER:
        return LeftOut.ON_THIS_INCIDENT
    if is_lost:
        return LeftOut.NO_POSITION
    return LeftOut.NO_SKILL if wanted.skills and not has else LeftOut.NONE


def _propose(ranked: Sequence[Recommendation], wanted: Wanted) -> list[Recommendation]:
    """So many as are wanted: first those that bring a skill nobody before them brings, then the best of the rest."""
    able = [one for one in ranked if one.is_free and not one.left_out and one.distance_m is not None]
    missing = set(wanted.skills)
    chosen: list[Recommendation] = []
    for one in able:
        if len(chosen) < wanted.units and (not wanted.skills or missing & set(one.unit.crew.skills)):
            chosen.append(one)
            missing -= set(one.unit.crew.skills)
    spare = [one for one in able if one not in chosen]
    return chosen + spare[: wanted.units - len(chosen)]


def _with_place(one: Recommendation, is_nearest: bool, is_proposed: bool) -> Recommendation:
    first = (Reason(ReasonCode.NEAREST),) if is_nearest else ()
    return replace(one, reasons=first + one.reasons, is_proposed=is_proposed)
