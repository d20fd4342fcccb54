"""What the windows and the event log are told of one fact about an alarm or a point. Pure."""

from __future__ import annotations

from console import announce
from console.alarms.alarm import Alarm
from console.alarms.duty import DutyChange, PointBack, PointOnTest, PointOutOfService
from console.alarms.facts import (
    Acknowledged,
    Cleared,
    Displayed,
    Escalated,
    Heightened,
    Lowered,
    Promoted,
    Raised,
    Reset,
    Shelved,
    SourceLost,
    Suppressed,
    Taken,
    Unacknowledged,
    Unowned,
    Unshelved,
    Unsuppressed,
    Verified,
    VerifyExpired,
)
from console.alarms.room import Change
from console.announce import Announcement
from console.model.ids import domain_of


def told(change: Change) -> Announcement:
    """The announcement of a change that has been applied."""
    alarm, domain = change.alarm.id, domain_of(change.alarm.id)
    match change.fact:
        case Raised() as raised:
            return _raised(change.alarm, raised)
        case Acknowledged() | Verified() | Reset() | Taken() | Shelved() | Unshelved():
            return _of_person(change.fact, change)
        case Promoted() | Escalated() | Displayed() | Unacknowledged() | Suppressed() | Heightened():
            return _of_machine(change.fact, change)
        case Cleared() | SourceLost() | VerifyExpired() | Unowned() | Unsuppressed() | Lowered():
            return PLAIN[type(change.fact)](domain=domain, alarm=alarm)
        case _:
            return announce.AlarmChanged(domain=domain, alarm=alarm)


PLAIN = {
    Cleared: announce.AlarmCleared,
    SourceLost: announce.AlarmUnknown,
    VerifyExpired: announce.AlarmVerifyExpired,
    Unowned: announce.AlarmUnowned,
    Unsuppressed: announce.AlarmUnsuppressed,
    Lowered: announce.AlarmLowered,
}


def _raised(alarm: Alarm, raised: Raised) -> Announcement:
    return announce.AlarmRaised(
        domain=domain_of(alarm.id), alarm=alarm.id, point=alarm.point, alarm_class=alarm.alarm_class,
        occurrence=raised.occurrence, source_ms=raised.source_ms, received_ms=raised.received_ms,
        late_ms=alarm.late_ms,
    )  # fmt: skip


def _of_person(fact: Acknowledged | Verified | Reset | Taken | Shelved | Unshelved, change: Change) -> Announcement:
    alarm, domain = change.alarm.id, domain_of(change.alarm.id)
    by, position = change.by.person, change.by.position
    match fact:
        case Acknowledged():
            return announce.AlarmAcknowledged(domain=domain, alarm=alarm, by=by, position=position)
        case Verified(outcome):
            return announce.AlarmVerified(domain=domain, alarm=alarm, outcome=outcome, by=by, position=position)
        case Reset():
            return announce.AlarmReset(domain=domain, alarm=alarm, by=by, outcome=fact.outcome)
        case Taken():
            return announce.AlarmTaken(domain=domain, alarm=alarm, by=by, position=position)
        case Shelved(until_ms, reason):
            return announce.AlarmShelved(
                domain=domain, alarm=alarm, until_ms=until_ms, reason=reason, by=by, position=position
            )
        case Unshelved(how):
            return announce.AlarmUnshelved(domain=domain, alarm=alarm, how=how, by=by)


def _of_machine(
    fact: Promoted | Escalated | Displayed | Unacknowledged | Suppressed | Heightened, change: Change
) -> Announcement:
    alarm, domain = change.alarm.id, domain_of(change.alarm.id)
    match fact:
        case Promoted(by):
            return announce.AlarmPromoted(domain=domain, alarm=alarm, cause=by)
        case Escalated(level, unseen):
            return announce.AlarmEscalated(domain=domain, alarm=alarm, level=level, unseen=unseen)
        case Displayed(position):
            return announce.AlarmDisplayed(domain=domain, alarm=alarm, position=position)
        case Unacknowledged(reason):
            return announce.AlarmUnacknowledged(domain=domain, alarm=alarm, reason=reason)
        case Suppressed(rule, cause):
            return announce.AlarmSuppressed(domain=domain, alarm=alarm, rule=rule, cause=cause)
        case Heightened(rule, cause):
            return announce.AlarmHeightened(domain=domain, alarm=alarm, rule=rule, cause=cause)


def told_of_point(change: DutyChange) -> Announcement:
    """The same of a point that is not relied on any more, or again."""
    point, by, domain = change.duty.point, change.by.person, domain_of(change.duty.point)
    match change.fact:
        case PointOutOfService() as out:
            return announce.PointOutOfService(domain=domain, point=point, until_ms=out.until_ms, by=by)
        case PointBack():
            return announce.PointBack(domain=domain, point=point, by=by)
        case PointOnTest(until_ms):
            return announce.PointOnTest(domain=domain, point=point, until_ms=until_ms, by=by)
        case _:
            return announce.PointTestEnded(domain=domain, point=point, by=by)
