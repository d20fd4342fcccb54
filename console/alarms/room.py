"""What the desk of the alarms has to know of the site and of the other desks, and whom it tells. Values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from console.alarms.alarm import Alarm
from console.alarms.classes import RULES, Rules
from console.alarms.duty import DutyChange
from console.alarms.facts import Fact
from console.config.patterns import CountConfig, JoinConfig, RaiseConfig
from console.config.schema import ConsequenceConfig
from console.model import AlarmId, By, Domain, Point, PointId


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that has been applied, with the alarm as it is now; several applied together share that alarm.

    `is_ours`: this console decided it; else it was read from the journal.
    """

    alarm: Alarm
    fact: Fact
    by: By
    is_ours: bool = True


def _nowhere(_point: PointId) -> Point | None:
    return None


def _nobody(_told: object) -> None:
    return None


def _no_flood(_on: bool, _since_ms: int) -> None:
    return None


def _no_end(_domain: Domain, _aside: str, _about: str, _until_ms: int) -> None:
    return None


def _is_not_minded(_alarm: AlarmId) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Room:
    """`changed`: every fact. `stirred`: an alarm that looks different without one. `is_minded`: an incident that
    somebody owns is about this alarm. `ends_soon`: what is aside, about which alarm or point, until when.
    """

    changed: Callable[[Change], None] = _nobody
    stirred: Callable[[Alarm], None] = _nobody
    duty_changed: Callable[[DutyChange], None] = _nobody
    flood_changed: Callable[[bool, int], None] = _no_flood
    ends_soon: Callable[[Domain, str, str, int], None] = _no_end
    find: Callable[[PointId], Point | None] = _nowhere
    is_minded: Callable[[AlarmId], bool] = _is_not_minded
    rules: Rules = field(default_factory=lambda: RULES)
    consequences: tuple[ConsequenceConfig, ...] = ()
    counts: tuple[CountConfig, ...] = ()
    joins: tuple[JoinConfig, ...] = ()
    raises: tuple[RaiseConfig, ...] = ()


ROOM = Room()  # nobody listens, nothing is known
