"""What lost against another console and counts all the same: a person's act, a source's word. Desk thread.

A detector that clears, a clock that escalates: neither takes anything away from whoever acknowledged in that moment,
and is done once more. Against another person's act, or an alarm that came again, it stays lost, and he is told. What
a detector said is true whoever was first: it is judged again on what really happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from console.alarms import Alarms, Change, alarm_of, from_entry
from console.alarms.facts import (
    FACTS,
    STREAM,
    Acknowledged,
    Cleared,
    Raised,
    Reset,
    Shelved,
    SourceLost,
    SourceReturned,
    Taken,
    Verified,
)
from console.alarms.fold import apply
from console.errors import CommandRefused
from console.journal import Conflict, Entry
from console.model import Condition, ConditionChanged

SAID = {
    Raised: Condition.ACTIVE,
    SourceReturned: Condition.ACTIVE,
    Cleared: Condition.NORMAL,
    SourceLost: Condition.UNKNOWN,
}
WORSE = "limit_worse"
RENEWS = frozenset({"AlarmRaised", "AlarmUnacknowledged", "AlarmPromoted"})  # whoever acts has not seen this


def may_be_done_again(conflict: Conflict) -> bool:
    """Whether it is a person's act about an alarm, and nothing that was first speaks against it."""
    lost = conflict.entry
    winners = [record.entry for record in conflict.stream if record.entry.version >= lost.version]
    is_act = lost.by.is_person and is_of_alarm(lost) and bool(conflict.stream)
    return is_act and not any(each.by.is_person or each.kind in RENEWS for each in winners)


def is_done_again(alarms: Alarms, conflict: Conflict) -> bool:
    """Whether the act is in force after all; `alarms` has folded what really happened."""
    lost = conflict.entry
    if not may_be_done_again(conflict):
        return False
    alarm, by, fact = alarm_of(lost), lost.by, from_entry(lost)
    try:
        match fact:
            case Acknowledged():
                alarms.acknowledge(alarm, by)
            case Verified():
                alarms.verify(alarm, by, fact.outcome)
            case Reset():
                alarms.reset(alarm, by, fact.outcome, fact.cause_code, fact.note)
            case Shelved():
                minutes = max(1, round((fact.until_ms - lost.t_ms) / 60_000))
                alarms.shelve(alarm, by, minutes, fact.reason)
            case Taken():
                alarms.take(alarm, by)
            case _:
                return False
    except CommandRefused:
        return False
    return True


def is_of_alarm(entry: Entry) -> bool:
    """Whether it is about an alarm, and not about a point or anything else."""
    return entry.stream.startswith(STREAM) and entry.kind in FACTS


def news_of(conflict: Conflict) -> Iterator[tuple[int, Change]]:
    """What others had done to the alarm before our lost entry, with its version; not what ours had said, too."""
    lost, alarm = conflict.entry, None
    facts = [(record.entry, from_entry(record.entry)) for record in conflict.stream]
    for entry, fact in facts:
        alarm = apply(alarm, alarm_of(entry), fact, entry)
    if alarm is None:
        return
    alarm = replace(alarm, unsaved=False)
    for entry, fact in facts:
        if entry.version >= lost.version and entry.kind != lost.kind:
            yield entry.version, Change(alarm, fact, entry.by, is_ours=False)


def heard_again(conflict: Conflict, newest: ConditionChanged | None = None) -> ConditionChanged | None:
    """What a source had said and a lost entry of ours recorded, to be judged on what really happened.

    `newest`: what we have heard of its point last, where it says something else by now. None when nobody's source said
    anything, when the winner has written down the same, or knows something newer.
    """
    said = _said_in(conflict)
    if said is not None and newest is not None and newest.condition is not said.condition:
        said = replace(newest, cause="alarm") if newest.cause == WORSE else newest  # worse than what is told already
    return said if said is not None and not _is_older(said, conflict) else None


def _is_older(said: ConditionChanged, conflict: Conflict) -> bool:
    """Than what the journal has of the source."""
    facts = (from_entry(record.entry) for record in reversed(conflict.stream))
    latest = next((fact for fact in facts if type(fact) in SAID), None)
    if isinstance(latest, Raised | Cleared) and said.condition is not Condition.UNKNOWN:
        return said.source_ms < latest.source_ms
    if isinstance(latest, Raised | Cleared | SourceLost | SourceReturned):
        return said.received_ms < latest.received_ms
    return False


def _said_in(conflict: Conflict) -> ConditionChanged | None:
    lost = conflict.entry
    if lost.by.is_person:
        return None
    winners = {record.entry.kind for record in conflict.stream if record.entry.version >= lost.version}
    fact = from_entry(lost)
    condition = SAID.get(type(fact))
    if condition is None or not conflict.stream:
        return None
    if lost.kind in winners and not _is_over(conflict):
        return None
    first = from_entry(conflict.stream[0].entry)
    known = fact if isinstance(fact, Raised) else first
    if not isinstance(known, Raised):
        return None
    said = fact if isinstance(fact, Raised | Cleared) else None
    received_ms = getattr(fact, "received_ms", lost.t_ms)
    return ConditionChanged(
        point=known.point, alarm_class=known.alarm_class, kind=known.kind, condition=condition, cause=known.cause,
        source_ms=said.source_ms if said is not None else received_ms, received_ms=received_ms, value=known.value,
        unit=known.unit, limit=known.limit, label=known.label, retained=known.retained,
        severity=known.severity, red=known.red,
    )  # fmt: skip


def _is_over(conflict: Conflict) -> bool:
    """The episode of that number had ended before ours began: who starts while the journal is away counts anew."""
    last = conflict.stream[-1].entry
    return not last.open and last.t_ms < conflict.entry.t_ms
