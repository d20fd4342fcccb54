"""From alarm to unit and back: an incident opened with one call, orders, answers, clocks, a timeline of its own."""

from __future__ import annotations

from console.incidents import Disposition
from console.model import UnitStatus
from tests.unit.dispatch_room import M1, S1, Room


def test_from_alarm_to_closed_everything_is_on_the_timeline() -> None:
    room = Room()
    incident = room.sent(M1, S1)
    for status in (UnitStatus.ACCEPTED, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE):
        room.clock.advance(10_000)
        room.says(M1, status)
    room.console.acknowledge(room.console.alarms.rows()[0].id)
    room.desk.note(incident, "浓烟，二层已疏散")
    room.desk.close(incident, Disposition.RESOLVED, "done")
    assert room.told(incident) == [
        "AlarmRaised",
        "IncidentOpened",
        "IncidentAlarmLinked",
        "UnitOrdered M1",
        "UnitOrdered S1",
        "OrderSent M1",
        "OrderSent S1",
        "UnitReported M1 accepted",
        "ClockStopped M1 response_started",
        "UnitReported M1 en_route",
        "UnitReported M1 on_scene",
        "ClockStopped M1 on_scene",
        "AlarmAcknowledged",
        "IncidentNoted",
        "IncidentClosed resolved",
        "UnitReleased M1 returning",
        "UnitReleased S1 available",
    ]
