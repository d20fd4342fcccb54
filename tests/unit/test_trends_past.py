"""Alarms of before the start are marked on a trend: when they came, and when somebody saw them."""

from __future__ import annotations

from console.journal import Entry
from console.model import AlarmClass, AlarmId, By, PointId
from console.trends.past import PastAlarm, past_alarms

POINT = PointId("site/panel-1#leakage_current")


def entry(kind: str, t_ms: int, number: int = 1, **data: str) -> Entry:
    told = {"point": POINT, "alarm_class": "H"} if kind == "AlarmRaised" else {}
    return Entry(
        domain="live", stream=f"alarm/{POINT}/{number}", version=1, kind=kind, t_ms=t_ms, by=By(machine="console"),
        data={**told, **data},
    )  # type: ignore[arg-type]  # fmt: skip


def test_an_acknowledgement_belongs_to_the_last_time_the_alarm_came() -> None:
    told = [
        entry("AlarmRaised", 10), entry("AlarmRaised", 20), entry("AlarmAcknowledged", 25),
        entry("AlarmRaised", 40, number=2),
    ]  # fmt: skip
    first, second = AlarmId(f"{POINT}/1"), AlarmId(f"{POINT}/2")
    assert past_alarms(told)[POINT] == (
        PastAlarm(first, AlarmClass.HAZARD, 10), PastAlarm(first, AlarmClass.HAZARD, 20, 25),
        PastAlarm(second, AlarmClass.HAZARD, 40),
    )  # fmt: skip


def test_an_acknowledgement_whose_raise_is_too_long_ago_marks_nothing() -> None:
    assert past_alarms([entry("AlarmAcknowledged", 25)]) == {}
