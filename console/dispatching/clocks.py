"""The response clocks 1-3-5, pure: which run for an incident, what starts and stops each, who answers for it.

Two presets, because the room and the standard mean different things by the same three numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from console.incidents import Incident
from console.model import AlarmClass, UnitId, UnitKind, UnitStatus
from console.units import GOING, Unit

MINUTE_MS = 60_000
EVERY = frozenset(UnitKind)


class ClockName(StrEnum):
    """What has to have happened before the clock runs out."""

    RESPONSE_STARTED = "response_started"
    ON_SCENE = "on_scene"
    JOINT_OPERATION = "joint_operation"
    OWN_STATION = "own_station"
    AREA_TEAMS = "area_teams"
    FIRE_BRIGADE = "fire_brigade"


class Start(StrEnum):
    """What sets it running."""

    ALARM_RAISED = "alarm_raised"
    INCIDENT_OPENED = "incident_opened"  # no alarm: somebody told us


class StopEvent(StrEnum):
    """What stops it."""

    FIRST_ACCEPTED = "first_accepted"  # the first unit says that it comes
    FIRST_ON_SCENE = "first_on_scene"  # the first unit of its kinds is there
    SECOND_ON_SCENE = "second_on_scene"  # two units are there together
    SAID = "said"  # a person says so: the brigade is no unit of ours


class Party(StrEnum):
    """Who answers for it while no unit does."""

    DESK = "desk"
    SENT_UNITS = "sent_units"
    OWN_STATION = "own_station"
    AREA_TEAMS = "area_teams"
    FIRE_BRIGADE = "fire_brigade"


@dataclass(frozen=True, slots=True)
class ClockRule:
    """One clock of a preset; `kinds` of units can stop it."""

    name: ClockName
    limit_ms: int
    stop: StopEvent
    party: Party
    kinds: frozenset[UnitKind] = EVERY


STATION = frozenset({UnitKind.MICRO_STATION})
PRESETS: dict[str, tuple[ClockRule, ...]] = {
    "a": (
        ClockRule(ClockName.RESPONSE_STARTED, MINUTE_MS, StopEvent.FIRST_ACCEPTED, Party.DESK),
        ClockRule(ClockName.ON_SCENE, 3 * MINUTE_MS, StopEvent.FIRST_ON_SCENE, Party.SENT_UNITS),
        ClockRule(ClockName.JOINT_OPERATION, 5 * MINUTE_MS, StopEvent.SECOND_ON_SCENE, Party.SENT_UNITS),
    ),
    "b": (
        ClockRule(ClockName.OWN_STATION, MINUTE_MS, StopEvent.FIRST_ON_SCENE, Party.OWN_STATION, STATION),
        ClockRule(ClockName.AREA_TEAMS, 3 * MINUTE_MS, StopEvent.FIRST_ON_SCENE, Party.AREA_TEAMS, EVERY - STATION),
        ClockRule(ClockName.FIRE_BRIGADE, 5 * MINUTE_MS, StopEvent.SAID, Party.FIRE_BRIGADE, frozenset()),
    ),
}


@dataclass(frozen=True, slots=True)
class ResponseClock:
    """One clock as it stands; times are epoch ms. `responsible`: the unit that was sent to stop it, else None.

    `breached` once the record says so; a breached clock stays breached when it is stopped late.
    """

    name: ClockName
    start: Start
    start_ms: int
    limit_ms: int
    stop: StopEvent
    party: Party
    responsible: UnitId | None = None
    stopped_ms: int | None = None
    stopped_by: UnitId | None = None
    breached: bool = False

    @property
    def due_ms(self) -> int:
        return self.start_ms + self.limit_ms

    def is_late(self, now_ms: int) -> bool:
        """It ran out: before it was stopped, or it still runs."""
        return (now_ms if self.stopped_ms is None else self.stopped_ms) >= self.due_ms


@dataclass(frozen=True, slots=True)
class Reached:
    """What a clock waited for: when it happened, and which unit did it."""

    at_ms: int
    unit: UnitId


def clocks_of(incident: Incident, units: Iterable[Unit], classes: Collection[AlarmClass]) -> tuple[ResponseClock, ...]:
    """The clocks of an incident; none when it is about alarms of other classes only. `units`: those bound to it."""
    counted = [link.raised_ms for link in incident.links if link.alarm_class in classes]
    if incident.links and not counted:
        return ()
    start = Start.ALARM_RAISED if counted else Start.INCIDENT_OPENED
    start_ms = min(counted, default=incident.opened_ms)
    bound = tuple(units)
    return tuple(_clock(incident, rule, start, start_ms, bound) for rule in PRESETS[incident.preset])


def clocks_before(preset: str, raised_ms: int) -> tuple[ResponseClock, ...]:
    """The clocks that run for an alarm nobody has opened an incident for yet."""
    return tuple(
        ResponseClock(rule.name, Start.ALARM_RAISED, raised_ms, rule.limit_ms, rule.stop, rule.party)
        for rule in PRESETS[preset]
    )


def _clock(incident: Incident, rule: ClockRule, start: Start, start_ms: int, units: tuple[Unit, ...]) -> ResponseClock:
    stopped = incident.stop_of(rule.name)
    return ResponseClock(
        rule.name, start, start_ms, rule.limit_ms, rule.stop, rule.party,
        responsible=_responsible(rule, units),
        stopped_ms=stopped.at_ms if stopped else None,
        stopped_by=stopped.unit if stopped and stopped.unit else None,
        breached=rule.name in incident.breaches,
    )  # fmt: skip


def _responsible(rule: ClockRule, units: tuple[Unit, ...]) -> UnitId | None:
    """The unit that has to do it: of those sent that have not declined, the first, for the second on scene the next."""
    fitting = [unit for unit in units if unit.is_busy and unit.kind in rule.kinds]
    place = 1 if rule.stop is StopEvent.SECOND_ON_SCENE else 0
    return fitting[place].id if len(fitting) > place else None


def rule_of(preset: str, name: str) -> ClockRule | None:
    return next((rule for rule in PRESETS[preset] if rule.name == name), None)


def reached(rule: ClockRule, units: Iterable[Unit]) -> Reached | None:
    """Whether the units bound to an incident have done what the clock waits for."""
    fitting = [unit for unit in units if unit.kind in rule.kinds]
    there = sorted((u.since_ms, u.id) for u in fitting if u.status is UnitStatus.ON_SCENE)
    match rule.stop:
        case StopEvent.FIRST_ACCEPTED:
            coming = sorted((u.since_ms, u.id) for u in fitting if u.status in GOING)
            return Reached(*coming[0]) if coming else None
        case StopEvent.FIRST_ON_SCENE:
            return Reached(*there[0]) if there else None
        case StopEvent.SECOND_ON_SCENE:
            return Reached(*there[1]) if len(there) > 1 else None
        case StopEvent.SAID:
            return None
