"""How each class of alarm behaves: what latches, which clocks run, what may be put aside for how long. Values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.config.schema import AlarmsConfig
from console.kinds import kind_of
from console.model import AlarmClass, Point, PointId, Right

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS

ESCALATION_MS = (15_000, 30_000, 60_000, 90_000)  # second tone, every position and the walls, supervisor, overdue
EVERYWHERE = 2  # the step that reaches every position
UNSEEN_MS = 10_000  # a fire no screen has shown for so long is told to every position at once
STALE_MS = 24 * HOUR_MS
AWAY_MOST_MS = 8 * HOUR_MS  # a life-fire point out of service, and every test
OUT_MOST_MS = 30 * 24 * HOUR_MS  # any other point out of service


@dataclass(frozen=True, slots=True)
class Rule:
    """`shelf_ms`: the longest it may be shelved, 0 never; `shelf_right`: who may. `decay_ms` 0: seen is seen."""

    latches: bool = False
    verify_ms: int = 0  # the check on site has to be done within; 0: none is asked for
    decay_ms: int = 0  # acknowledged, and then nothing done for so long: it has to be seen again
    shelf_ms: int = 0
    shelf_right: Right = Right.SHELVE
    escalates: bool = False
    may_be_suppressed: bool = True


Rules = Mapping[AlarmClass, Rule]


def rules(config: AlarmsConfig) -> Rules:
    """The rules of every class, with what the site may choose."""
    verify, decay_st = config.verify_s * 1000, config.decay_st_s * 1000
    shelf, long = 60 * MINUTE_MS, 8 * HOUR_MS
    supervised = Rule(decay_ms=decay_st, shelf_ms=long, shelf_right=Right.SHELVE_LONG)
    return {
        AlarmClass.FIRE: Rule(
            latches=True, verify_ms=verify, decay_ms=config.decay_f_s * 1000, escalates=True, may_be_suppressed=False
        ),
        AlarmClass.PRE: Rule(verify_ms=verify, decay_ms=config.decay_p_s * 1000, shelf_ms=shelf),
        AlarmClass.SUPERVISORY: supervised,
        AlarmClass.TROUBLE: supervised,
        AlarmClass.HAZARD: Rule(shelf_ms=shelf),
        AlarmClass.WARNING: Rule(),
        AlarmClass.EVENT: Rule(shelf_ms=shelf),
    }  # fmt: skip


def class_of(point: PointId, known: Point | None) -> AlarmClass:
    """The class of a point's alarms: what the site says of it, else what its kind means."""
    if known is not None and known.alarm_class is not None:
        return known.alarm_class
    return kind_of(point.rpartition("#")[2]).alarm_class


RULES = rules(AlarmsConfig())
