"""How one fact moves an alarm: `apply`, pure. Replaying the entries of a stream gives the alarm again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from console.alarms.alarm import Alarm, graver
from console.alarms.facts import (
    Acknowledged,
    Cleared,
    Displayed,
    Eased,
    Escalated,
    Fact,
    Heightened,
    Lowered,
    Promoted,
    Raised,
    Reset,
    Shelved,
    SourceLost,
    SourceReturned,
    Suppressed,
    Taken,
    Unacknowledged,
    Unowned,
    Unshelved,
    UnshelvedBy,
    Unsuppressed,
    Verified,
    VerifyExpired,
    Withdrawn,
)
from console.alarms.marks import (
    NO_VERIFY,
    Acknowledgement,
    Grounds,
    Heightening,
    Occurrence,
    Reopened,
    Reopening,
    Shelf,
    Suppression,
    Verify,
    VerifyState,
)
from console.journal import Entry
from console.model import AlarmClass, AlarmId, By, Condition

Changes = Mapping[str, Any]  # fields of the alarm


def apply(alarm: Alarm | None, alarm_id: AlarmId, fact: Fact, entry: Entry) -> Alarm:
    """Fold one fact into the alarm; the entry gives time and person."""
    if alarm is None:
        assert isinstance(fact, Raised), f"{entry.kind} before AlarmRaised in {entry.stream}"
        return _first(alarm_id, fact, entry)
    changes = {"version": alarm.version + 1, "unsaved": True, **_changes(alarm, fact, entry)}
    if entry.by.is_person:
        changes["minded_ms"] = entry.t_ms
    return replace(alarm, **changes)


def _changes(alarm: Alarm, fact: Fact, entry: Entry) -> Changes:
    match fact:
        case Raised() | Eased() | Cleared() | SourceLost() | SourceReturned():
            return _source(alarm, fact, entry)
        case Verified() | VerifyExpired() | Reset() | Promoted():
            return _verdict(fact, entry)
        case Shelved() | Unshelved() | Suppressed() | Unsuppressed():
            return _put_aside(alarm, fact, entry)
        case Displayed() | Escalated() | Unowned() | Heightened() | Lowered():
            return _noted(alarm, fact, entry)
        case Unacknowledged():
            return _reopened(fact.reason, entry, fact.verify_until_ms)
        case Acknowledged() | Taken() | Withdrawn():
            seen = _seen(entry) if alarm.acknowledged is None or isinstance(fact, Taken) else {}
            return {**seen, **(GONE if isinstance(fact, Withdrawn) else {})}


def _noted(alarm: Alarm, fact: Displayed | Escalated | Unowned | Heightened | Lowered, entry: Entry) -> Changes:
    match fact:
        case Heightened() | Lowered():
            return _graver(alarm, fact, entry)
        case Displayed():
            return {"displayed_ms": entry.t_ms}
        case Escalated():
            return {"escalation": fact.level}
        case Unowned():
            return {"unowned_ms": entry.t_ms}


def _graver(alarm: Alarm, fact: Heightened | Lowered, entry: Entry) -> Changes:
    """Nobody has seen that it is graver; that another cause has it now, or none, is no news."""
    if isinstance(fact, Lowered):
        return {"heightened": None}
    risen: Changes = {"heightened": Heightening(fact.rule, fact.cause, entry.t_ms)}
    if alarm.heightened is not None:
        return risen
    again = _reopened(Reopening.HEIGHTENED, entry) if alarm.acknowledged is not None else {}
    return {**again, **risen, "shelved": None, "suppressed": None, "displayed_ms": 0}


GONE: Changes = {"condition": Condition.NORMAL, "lost": False, "latched": False, "shelved": None, "suppressed": None}


def _seen(entry: Entry) -> Changes:
    return {"acknowledged": Acknowledgement(entry.by, entry.t_ms), "unowned_ms": 0, "escalation": 0}


def _reopened(reason: Reopening, entry: Entry, verify_until_ms: int = 0) -> Changes:
    again: Changes = {
        "acknowledged": None, "unowned_ms": 0, "escalation": 0, "owed_ms": entry.t_ms,
        "reopened": Reopened(reason, entry.t_ms),
    }  # fmt: skip
    return {**again, "verify": _running(verify_until_ms)} if verify_until_ms else again


def _running(until_ms: int) -> Verify:
    return Verify(VerifyState.RUNNING, until_ms) if until_ms else NO_VERIFY


def _source(alarm: Alarm, fact: Raised | Eased | Cleared | SourceLost | SourceReturned, entry: Entry) -> Changes:
    match fact:
        case Raised():
            return _again(alarm, fact, entry)
        case Eased():
            return {"live": fact.severity, "limit": fact.limit, "red": fact.red}
        case Cleared():
            return {"condition": Condition.NORMAL, "cleared_ms": entry.t_ms, "lost": False, "live": 0}
        case SourceLost():
            return {"lost": True, "lost_ms": entry.t_ms}
        case SourceReturned():
            return {"lost": False}


def _verdict(fact: Verified | VerifyExpired | Reset | Promoted, entry: Entry) -> Changes:
    match fact:
        case Verified():
            return {"verify": _found(fact.outcome.value, entry.by, entry.t_ms)}
        case VerifyExpired():
            return {"verify": Verify(VerifyState.REAL, 0, is_expired=True, at_ms=entry.t_ms)}
        case Reset():
            verify = _found(fact.outcome.value, entry.by, entry.t_ms)
            return {"latched": False, "outcome": fact.outcome, "verify": verify}
        case Promoted():
            risen: Changes = {
                "alarm_class": AlarmClass.FIRE, "latched": True, "promoted_by": fact.by, "shelved": None,
                "suppressed": None, "displayed_ms": 0,
            }  # fmt: skip
            return {**_reopened(Reopening.PROMOTED, entry, fact.verify_until_ms), **risen}


def _found(outcome: str, by: By, at_ms: int) -> Verify:
    return Verify(VerifyState(outcome), by=by, at_ms=at_ms)


def _put_aside(alarm: Alarm, fact: Shelved | Unshelved | Suppressed | Unsuppressed, entry: Entry) -> Changes:
    still: Changes = {"verify": NO_VERIFY} if alarm.verify.is_running else {}  # nobody is sent to look meanwhile
    match fact:
        case Shelved():
            return {**still, "shelved": Shelf(fact.until_ms, entry.by, fact.reason, entry.t_ms)}
        case Unshelved():
            seen = _seen(entry) if fact.how is UnshelvedBy.PERSON and alarm.acknowledged is None else {}
            return {"shelved": None, **seen}
        case Suppressed():
            return {**still, "suppressed": Suppression(fact.rule, fact.cause, entry.t_ms)}
        case Unsuppressed():
            return {"suppressed": None}


def _occurrence(fact: Raised, entry: Entry) -> Occurrence:
    return Occurrence(fact.source_ms, fact.received_ms, entry.t_ms, fact.value, fact.retained, fact.aside)


def _grounds(fact: Raised) -> Grounds:
    return Grounds(fact.rule, tuple(map(AlarmId, fact.because)), fact.count or 0, fact.within_ms or 0)


def _first(alarm_id: AlarmId, fact: Raised, entry: Entry) -> Alarm:
    return Alarm(
        id=alarm_id, point=fact.point, alarm_class=fact.alarm_class, kind=fact.kind, cause=fact.cause, version=1,
        condition=Condition.ACTIVE, occurrences=(_occurrence(fact, entry),), latched=fact.latches, unit=fact.unit,
        limit=fact.limit, label=fact.label, red=fact.red, peak=fact.severity, live=fact.severity,
        verify=_running(fact.verify_until_ms), owed_ms=entry.t_ms, grounds=_grounds(fact),
    )  # fmt: skip


def _again(alarm: Alarm, fact: Raised, entry: Entry) -> Changes:
    """A new occurrence, or the same one got worse. Nobody has seen that yet; who owed a look before owes it still.

    Where the site has given its point a graver class meanwhile it is of that one, and nothing keeps it aside.
    """
    reason = Reopening.WORSE if alarm.is_active else Reopening.RERAISED
    alarm_class = graver(alarm.alarm_class, fact.alarm_class)
    is_graver = alarm_class is not alarm.alarm_class
    is_new = is_graver or alarm.acknowledged is not None
    again = _reopened(reason, entry, fact.verify_until_ms) if is_new else {}
    risen: Changes = {"alarm_class": alarm_class, "shelved": None, "suppressed": None} if is_graver else {}
    verify = {"verify": _running(fact.verify_until_ms)} if fact.verify_until_ms else {}
    return {
        **again, **verify, **risen, "condition": Condition.ACTIVE, "lost": False, "outcome": None, "cause": fact.cause,
        "occurrences": (*alarm.occurrences, _occurrence(fact, entry)), "latched": alarm.latched or fact.latches,
        "unit": fact.unit, "limit": fact.limit, "red": fact.red, "peak": max(alarm.peak, fact.severity),
        "live": fact.severity, "displayed_ms": 0, "grounds": _grounds(fact),
    }  # fmt: skip
