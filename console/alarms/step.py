"""The alarm state machine, pure: old alarm + what is given + rule → what follows. No clock, no journal, no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from console.alarms.alarm import Alarm, Outcome
from console.alarms.facts import Acknowledged, Cleared, Fact, Raised, Reset, SourceLost, SourceReturned
from console.errors import CommandRefused
from console.model import AlarmClass, By, Condition, ConditionChanged


@dataclass(frozen=True, slots=True)
class Rule:
    """How a class behaves. F: no delay on this side, latched, reset only after a look on site."""

    latches: bool = False


RULES = {kind: Rule(latches=kind is AlarmClass.FIRE) for kind in AlarmClass}


@dataclass(frozen=True, slots=True)
class ConditionSeen:
    """The source said something about its condition."""

    change: ConditionChanged


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """A person wants to say "I have seen it"."""

    by: By


@dataclass(frozen=True, slots=True)
class ResetAsked:
    """A person wants to release the latch, with what was found out."""

    by: By
    outcome: Outcome
    cause_code: str = ""
    note: str = ""


Given = ConditionSeen | Acknowledge | ResetAsked


def step(alarm: Alarm | None, given: Given, rule: Rule) -> tuple[Fact, ...]:
    """What follows from `given`, in order; () when nothing changes.

    `alarm` is the open episode of the point, None when it is fully normal. Raises CommandRefused when a person asks
    for what must not be: codes machine_acknowledge, already_acknowledged, not_acknowledged, still_active,
    source_lost, not_latched, no_alarm.
    """
    match given:
        case ConditionSeen(change):
            return _condition(alarm, change, rule)
        case Acknowledge(by):
            return _acknowledge(alarm, by)
        case ResetAsked():
            return _reset(alarm, given)


def _condition(alarm: Alarm | None, change: ConditionChanged, rule: Rule) -> tuple[Fact, ...]:
    match change.condition:
        case Condition.ACTIVE:
            return _active(alarm, change, rule)
        case Condition.NORMAL:
            if alarm is None or not (alarm.is_active or alarm.lost):
                return ()
            return (Cleared(change.source_ms, change.received_ms),)
        case Condition.UNKNOWN:
            if alarm is None or alarm.lost:
                return ()
            return (SourceLost(change.received_ms),)


def _active(alarm: Alarm | None, change: ConditionChanged, rule: Rule) -> tuple[Fact, ...]:
    if alarm is None or not alarm.is_active:
        return (_raised(change, rule, len(alarm.occurrences) + 1 if alarm else 1),)
    returned: tuple[Fact, ...] = (SourceReturned(change.received_ms),) if alarm.lost else ()
    if change.cause == "limit_worse":  # the same condition got worse: the acknowledgement no longer covers it
        return (*returned, _raised(change, rule, len(alarm.occurrences) + 1))
    return returned


def _raised(change: ConditionChanged, rule: Rule, occurrence: int) -> Raised:
    return Raised(
        point=change.point, alarm_class=change.alarm_class, kind=change.kind, cause=change.cause,
        occurrence=occurrence, source_ms=change.source_ms, received_ms=change.received_ms, latches=rule.latches,
        value=change.value, unit=change.unit, limit=change.limit, label=change.label, retained=change.retained,
    )  # fmt: skip


def _acknowledge(alarm: Alarm | None, by: By) -> tuple[Fact, ...]:
    if alarm is None:
        raise CommandRefused("no_alarm")
    if not by.is_person:
        raise CommandRefused("machine_acknowledge", alarm.id)
    if alarm.acknowledged is not None:
        raise CommandRefused("already_acknowledged", alarm.acknowledged.by.person)
    return (Acknowledged(),)


def _reset(alarm: Alarm | None, asked: ResetAsked) -> tuple[Fact, ...]:
    if alarm is None:
        raise CommandRefused("no_alarm")
    refusals = (
        (not asked.by.is_person, "machine_reset"),
        (alarm.lost, "source_lost"),
        (alarm.is_active, "still_active"),
        (alarm.acknowledged is None, "not_acknowledged"),
        (not alarm.latched, "not_latched"),
    )
    for refused, code in refusals:
        if refused:
            raise CommandRefused(code, alarm.id)
    return (Reset(asked.outcome, asked.cause_code, asked.note),)
