"""Alarms of rules on the screen: what they are called, where they are, which rule says them, of which alarms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from console.config.patterns import CountConfig, JoinConfig, RaiseConfig
from console.config.schema import AlarmsConfig
from console.model import AlarmClass, Condition, ConditionChanged, Heard, PointId, point_id
from tests.widgets.desk import LEAKAGE, SMOKE, Desk, texts

OpenDesk = Callable[..., Desk]
H = AlarmClass.HAZARD
RAIN = point_id("cap", "county", "rain_warning")
RULES = AlarmsConfig(
    counts=(CountConfig("trips", ("leakage_current",), count=2, area="site"),),
    joins=(JoinConfig("flooding", ("water_leak",), ("rain_warning",), area="site"),),
    raises=(RaiseConfig("wiring", ("leakage_current",)),),
)


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    opened = open_desk(alarms=RULES)
    opened.hear_all()
    opened.settle()
    return opened


def details(desk: Desk, point: PointId) -> list[str]:
    alarm = desk.console.live.of(point)
    assert alarm is not None
    desk.window.details.show_alarm(alarm.id)
    return texts(desk.window.details)


def after(said: list[str], name: str) -> str:
    return said[said.index(name) + 1]


def test_what_a_rule_counted_names_the_rule_how_often_and_what(desk: Desk) -> None:
    desk.change(LEAKAGE, alarm_class=H)
    desk.change(LEAKAGE, Condition.NORMAL, H)
    desk.change(LEAKAGE, alarm_class=H)
    said = details(desk, PointId("rule/trips@#repeated"))
    assert after(said, "because of rule") == "trips · 2 times within 10:00 · Leakage current, Panel 1"
    titles = texts(desk.window.table)
    assert any(text.startswith("2 times within 10:00 · Leakage current") for text in titles)
    assert "Again and again, Panel 1" in titles


def test_a_warning_and_what_happens_under_it_are_one_row_that_names_both(desk: Desk) -> None:
    leak = point_id("site", "cellar", "water_leak")
    now = desk.clock.now_ms()
    warning = ConditionChanged(
        RAIN, AlarmClass.WARNING, "rain_warning", Condition.ACTIVE, "alarm", now, now, label="Red rain", red=True,
        severity=2,
    )  # fmt: skip
    desk.take(Heard((warning,)))
    desk.change(leak, alarm_class=H)
    said = details(desk, PointId("rule/flooding@#waterlogging"))
    assert after(said, "because of rule").startswith("flooding · Rain warning, Red rain · Water leak, cellar")
    assert any(text.startswith("Waterlogging threatens") for text in texts(desk.window.table))


def test_what_a_fire_makes_graver_says_so_in_its_row_its_details_and_the_journal(desk: Desk) -> None:
    desk.change(LEAKAGE, alarm_class=H)
    desk.change(SMOKE)
    said = details(desk, LEAKAGE)
    assert after(said, "graver by rule").startswith("wiring · Smoke, ")
    assert "fire near it" in after(said, "state")
    assert any("HIGH" in text.upper() for text in said)
    desk.settle()
    assert any(text.startswith("Graver, a fire near it: Leakage current") for text in texts(desk.window.journal))
    desk.clear(SMOKE)
    assert "graver by rule" not in details(desk, LEAKAGE)
    assert any(text.startswith("As grave as before: Leakage") for text in texts(desk.window.journal))
