"""What the windows and the event log are told of one fact about an alarm. Pure."""

from __future__ import annotations

from console import announce
from console.alarms.desk import Change
from console.alarms.facts import Acknowledged, Cleared, Raised, Reset, SourceLost
from console.announce import Announcement
from console.model.ids import domain_of


def told(change: Change) -> Announcement:
    """The announcement of a change that has been applied."""
    alarm, by, domain = change.alarm, change.by, domain_of(change.alarm.id)
    match change.fact:
        case Raised() as raised:
            return announce.AlarmRaised(
                domain=domain, alarm=alarm.id, point=alarm.point, alarm_class=alarm.alarm_class,
                occurrence=raised.occurrence, source_ms=raised.source_ms, received_ms=raised.received_ms,
                late_ms=alarm.late_ms,
            )  # fmt: skip
        case Acknowledged():
            return announce.AlarmAcknowledged(domain=domain, alarm=alarm.id, by=by.person, position=by.position)
        case Cleared():
            return announce.AlarmCleared(domain=domain, alarm=alarm.id)
        case Reset() as reset:
            return announce.AlarmReset(domain=domain, alarm=alarm.id, by=by.person, outcome=reset.outcome)
        case SourceLost():
            return announce.AlarmUnknown(domain=domain, alarm=alarm.id)
        case _:
            return announce.AlarmChanged(domain=domain, alarm=alarm.id)
