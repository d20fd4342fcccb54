"""Which detectors owe a proof of their alarm path, how often, and where each of them stands. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from console.config.schema import ProvingConfig
from console.kinds import kind_of
from console.model import AlarmClass, Point
from console.proving.proofs import Record

DAY_MS = 86_400_000


class Standing(StrEnum):
    """Where a detector stands; in the order in which it wants attention."""

    MISSED = "missed"  # tested since it was proven last, and nothing arrived
    OVERDUE = "overdue"  # the interval is over
    SOON = "soon"  # it will be over within the days of warning
    PROVEN = "proven"
    PLANNED = "planned"  # never proven yet, and not due either


STANDINGS = {standing: rank for rank, standing in enumerate(Standing)}
CLASSES = {alarm_class: rank for rank, alarm_class in enumerate(AlarmClass)}


@dataclass(frozen=True, slots=True)
class Obligation:
    """One detector of the plan. `due_ms`: proven again by then; `record` is what is known of its proofs.

    `urgency` sorts: what wants attention first, by the day; of one day the graver class.
    """

    point: Point
    alarm_class: AlarmClass
    due_ms: int
    standing: Standing
    record: Record
    urgency: tuple[int, int, int, str]

    @property
    def is_owed(self) -> bool:
        """Nobody may rely on it: it failed, or its time is over."""
        return self.standing in (Standing.MISSED, Standing.OVERDUE)


class Plan:
    """What the configuration asks of each class."""

    def __init__(self, config: ProvingConfig) -> None:
        self._remind_ms = config.remind_days * DAY_MS
        self._every_ms: Mapping[AlarmClass, int] = {
            AlarmClass.FIRE: config.fire_days * DAY_MS,
            AlarmClass.PRE: config.pre_alarm_days * DAY_MS,
            AlarmClass.SUPERVISORY: config.supervisory_days * DAY_MS,
            AlarmClass.HAZARD: config.hazard_days * DAY_MS,
        }

    def asks(self, point: Point) -> bool:
        """Whether this point has to be proven at all."""
        return self._every_ms.get(class_of(point), 0) > 0

    def obligation(self, point: Point, record: Record, now_ms: int) -> Obligation:
        """Where the point stands now; it must be one the plan asks for."""
        alarm_class = class_of(point)
        since_ms = record.proof.displayed_ms if record.proof is not None else record.planned_ms
        due_ms = since_ms + self._every_ms[alarm_class]
        standing = self._standing(record, due_ms, now_ms)
        urgency = STANDINGS[standing], due_ms // DAY_MS, CLASSES[alarm_class], point.id
        return Obligation(point, alarm_class, due_ms, standing, record, urgency)

    def _standing(self, record: Record, due_ms: int, now_ms: int) -> Standing:
        if record.miss is not None:
            return Standing.MISSED
        if due_ms <= now_ms:
            return Standing.OVERDUE
        if due_ms - self._remind_ms <= now_ms:
            return Standing.SOON
        return Standing.PROVEN if record.proof is not None else Standing.PLANNED


def class_of(point: Point) -> AlarmClass:
    """The class of its alarms."""
    return point.alarm_class or kind_of(point.kind).alarm_class
