"""The alarm state machine, pure: old alarm + what is given + rule + now → what follows. No clock, no journal."""

from __future__ import annotations

from dataclasses import dataclass

from console.alarms.acts import Asked, answer
from console.alarms.alarm import Alarm, graver
from console.alarms.classes import Rule
from console.alarms.due import passed
from console.alarms.facts import Cleared, Eased, Fact, Raised, SourceLost, SourceReturned
from console.alarms.marks import Aside
from console.errors import CommandRefused
from console.model import COUNTED, Condition, ConditionChanged

NOT_RELIED_ON = (Aside.OUT_OF_SERVICE, Aside.ON_TEST)  # nobody is sent to look


@dataclass(frozen=True, slots=True)
class ConditionSeen:
    """The source said something about its condition. `aside`: why an alarm of the point would not be in the list."""

    change: ConditionChanged
    aside: str = ""


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Something may be due. `is_minded`: an incident somebody owns is about it, so it does not decay."""

    is_minded: bool = False


Given = ConditionSeen | TimePassed | Asked


def step(alarm: Alarm | None, given: Given, rule: Rule, now_ms: int) -> tuple[Fact, ...]:
    """What follows from `given`, in order; () when nothing changes.

    `alarm` is the open episode of the point, None when it is fully normal; `rule` is the one of its class, or of the
    graver one that its source's word is of. Raises CommandRefused when a person asks for what must not be: the codes
    stand at each act of `acts.py`.
    """
    match given:
        case ConditionSeen(change, aside):
            return _condition(alarm, change, aside, rule, now_ms)
        case TimePassed(is_minded):
            return passed(alarm, rule, now_ms, is_minded) if alarm is not None else ()
        case _:
            if alarm is None:
                raise CommandRefused("no_alarm")
            return answer(alarm, given, rule, now_ms)


def _condition(alarm: Alarm | None, change: ConditionChanged, aside: str, rule: Rule, now_ms: int) -> tuple[Fact, ...]:
    match change.condition:
        case Condition.ACTIVE:
            return _active(alarm, change, aside, rule, now_ms)
        case Condition.NORMAL:
            if alarm is None or alarm.is_quiet:
                return ()
            return (Cleared(change.source_ms, change.received_ms),)
        case Condition.UNKNOWN:
            if alarm is None or alarm.lost:
                return ()
            return (SourceLost(change.received_ms),)


def _active(alarm: Alarm | None, change: ConditionChanged, aside: str, rule: Rule, now_ms: int) -> tuple[Fact, ...]:
    if alarm is None or not alarm.is_active:
        return (_raised(alarm, change, aside, rule, now_ms),)
    returned: tuple[Fact, ...] = (SourceReturned(change.received_ms),) if alarm.lost else ()
    is_worse = change.cause == "limit_worse" or change.severity > alarm.live
    if is_worse:  # the same condition got worse: the acknowledgement no longer covers it
        return (*returned, _raised(alarm, change, aside, rule, now_ms))
    if change.severity < alarm.live:
        return (*returned, Eased(change.severity, change.value, change.limit, change.red))
    return returned


def _raised(alarm: Alarm | None, change: ConditionChanged, aside: str, rule: Rule, now_ms: int) -> Raised:
    occurrence = len(alarm.occurrences) + 1 if alarm is not None else 1
    is_graver = alarm is not None and graver(alarm.alarm_class, change.alarm_class) is not alarm.alarm_class
    is_worse = alarm is not None and alarm.is_active and not is_graver  # what is known about it stays known
    clock_runs = alarm is not None and alarm.verify.is_running
    verify_ms = 0 if is_worse or clock_runs or aside in NOT_RELIED_ON else rule.verify_ms
    is_count = change.cause == COUNTED
    return Raised(
        point=change.point, alarm_class=change.alarm_class, kind=change.kind, cause=change.cause,
        occurrence=occurrence, source_ms=change.source_ms, received_ms=change.received_ms, latches=rule.latches,
        value=change.value, unit=change.unit, limit=change.limit, label=change.label, retained=change.retained,
        red=change.red, severity=change.severity, verify_until_ms=now_ms + verify_ms if verify_ms else 0, aside=aside,
        rule=change.rule, because=change.because, count=change.count if is_count else None,
        within_ms=change.within_ms if is_count else None,
    )  # fmt: skip
