"""From readings to changes of condition: nothing twice, nothing lost, unknown is never normal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import rules
from console.config.schema import Limits, SignalConfig, SourceConfig
from console.limits import Level, level_of
from console.model import AlarmClass, Condition, ConditionChanged, PointId, Reading, Site, State
from console.rules import Conditions, supervision_s
from tests.unit.telling import NOW, SITE, Z2M, Ear, point


class Desk:
    """A decoder and rules in a row."""

    def __init__(self, *points: str) -> None:
        listed = [point(each) for each in points]
        self.ear = Ear(points=listed)
        self.conditions = Conditions((Z2M, SITE), listed)

    def changes(self, topic: str, payload: object, at: int = NOW, **more: bool) -> list[ConditionChanged]:
        return [
            each for reading in self.ear.hear(topic, payload, at, **more) for each in self.conditions.apply(reading)
        ]

    def told(self, topic: str, payload: object, at: int = NOW, **more: bool) -> list[tuple[str, str, str, str]]:
        return [
            (each.point, each.alarm_class, each.condition, each.cause)
            for each in self.changes(topic, payload, at, **more)
        ]


def test_smoke_is_fire_raised_once_and_cleared_once() -> None:
    desk = Desk()
    raised = ("z2m/a#smoke", "F", "active", "alarm")
    assert desk.told("zigbee2mqtt/a", {"smoke": True}) == [raised]
    assert desk.told("zigbee2mqtt/a", {"smoke": True, "battery": 80}) == []
    assert desk.told("zigbee2mqtt/a", {"smoke": False}) == [("z2m/a#smoke", "F", "normal", "alarm")]
    assert desk.told("zigbee2mqtt/a", {"smoke": False}) == []
    assert desk.told("zigbee2mqtt/a", {"smoke": True}) == [raised]


def test_a_first_normal_is_no_news_and_a_first_alarm_is() -> None:
    desk = Desk()
    assert desk.told("site/a/smoke", {"v": 0}) == []
    assert desk.told("site/b/smoke", {"v": 1}, retained=True) == [("site/b#smoke", "F", "active", "alarm")]


def test_troubles_of_a_device_are_points_of_their_own() -> None:
    desk = Desk()
    assert desk.told("zigbee2mqtt/a", {"smoke": False, "battery": 6, "tamper": True, "fault": True}) == [
        ("z2m/a#tamper", "T", "active", "trouble"),
        ("z2m/a#fault", "T", "active", "trouble"),
        ("z2m/a#battery", "T", "active", "trouble"),
    ]
    assert desk.told("zigbee2mqtt/a", {"smoke": False, "battery": 88, "tamper": False, "fault": False}) == [
        ("z2m/a#tamper", "T", "normal", "alarm"),
        ("z2m/a#fault", "T", "normal", "alarm"),
        ("z2m/a#battery", "T", "normal", "trouble"),
    ]


def test_a_bad_value_is_a_trouble_beside_the_fire_which_stays() -> None:
    desk = Desk()
    desk.told("site/a/smoke", {"v": 1})
    assert desk.told("site/a/smoke", {"v": "?"}) == [("site/a#smoke.trouble", "T", "active", "trouble")]
    assert desk.conditions.known()[PointId("site/a#smoke")] is Condition.ACTIVE
    assert desk.told("site/a/smoke", {"v": 1}) == [("site/a#smoke.trouble", "T", "normal", "trouble")]


def test_a_test_is_supervisory_and_clears_no_fire() -> None:
    desk = Desk()
    desk.told("zigbee2mqtt/a", {"smoke": True})
    assert desk.told("zigbee2mqtt/a", {"smoke": False, "test": True}) == [
        ("z2m/a#smoke.supervisory", "S", "active", "supervisory")
    ]
    assert desk.told("zigbee2mqtt/a", {"smoke": False, "test": False}) == [
        ("z2m/a#smoke", "F", "normal", "alarm"),
        ("z2m/a#smoke.supervisory", "S", "normal", "supervisory"),
    ]


def test_limits_raise_get_worse_and_clear_with_hysteresis() -> None:
    desk = Desk()

    def told(value: float) -> list[tuple[str, str, float | None]]:
        changes = desk.changes("site/h/water_pressure", {"v": value})
        return [(each.condition, each.cause, each.limit) for each in changes]

    assert told(0.30) == []
    assert told(0.13) == [("active", "limit_low", 0.14)]
    assert told(0.145) == []
    assert told(0.04) == [("active", "limit_worse", 0.05)]
    assert told(0.055) == []
    assert told(0.07) == [("active", "limit_low", 0.14)]
    assert told(0.15) == [("normal", "limit_low", None)]


def test_delays_are_marked_for_the_desk_and_never_for_fire() -> None:
    desk = Desk()
    (change,) = desk.changes("site/p/leakage_current", {"v": 350})
    assert (change.alarm_class, change.delay_ms, change.value, change.unit) == (AlarmClass.HAZARD, 5000, 350, "mA")
    fire = replace(SITE.signals[0], kind="smoke", limits=Limits(on_delay_s=60.0))
    conditions = Conditions([replace(SITE, signals=(fire,))])
    (change,) = conditions.apply(desk.ear.one("site/a/smoke", {"v": 1}))
    assert change.delay_ms == 0


def test_a_lost_device_makes_its_points_unknown_until_each_is_heard_again() -> None:
    desk = Desk()
    desk.told("zigbee2mqtt/a", {"smoke": True, "battery": 80})
    desk.told("zigbee2mqtt/b", {"smoke": False})
    assert desk.told("zigbee2mqtt/a/availability", "offline") == [
        ("z2m/a#availability", "T", "active", "offline"),
        ("z2m/a#smoke", "F", "unknown", "offline"),
    ]
    assert desk.told("zigbee2mqtt/a/availability", "offline") == []
    assert desk.told("zigbee2mqtt/a/availability", "online") == [("z2m/a#availability", "T", "normal", "alarm")]
    assert desk.told("zigbee2mqtt/a", {"smoke": True}) == [("z2m/a#smoke", "F", "active", "alarm")]


def test_a_lost_bridge_makes_every_child_unknown_whatever_its_own_availability_says() -> None:
    desk = Desk()
    desk.told("zigbee2mqtt/a", {"smoke": False})
    desk.told("zigbee2mqtt/b/c", {"gas": False})
    desk.told("site/x/smoke", {"v": 0})
    desk.told("zigbee2mqtt/a/availability", "online")
    lost = desk.told("zigbee2mqtt/bridge/state", "offline")
    assert [(point, condition) for point, _, condition, _ in lost] == [
        ("z2m/zigbee2mqtt/bridge#availability", "active"),
        ("z2m/a#smoke", "unknown"),
        ("z2m/b/c#gas", "unknown"),
    ]
    desk.told("zigbee2mqtt/bridge/state", "online")
    assert desk.told("zigbee2mqtt/a", {"smoke": False}) == [("z2m/a#smoke", "F", "normal", "alarm")]


def test_a_value_that_stays_beyond_its_limit_is_told_again_after_the_loss() -> None:
    desk = Desk()
    reading = desk.ear.one("site/h/water_pressure", {"v": 0.1})
    desk.conditions.apply(reading)
    desk.conditions.apply(replace(reading, kind="availability", state=State.OFFLINE, value=False))
    assert [(each.condition, each.cause) for each in desk.conditions.apply(reading)] == [("active", "limit_low")]


def test_what_the_journal_knows_is_no_news() -> None:
    desk = Desk()
    known = {"z2m/a#smoke": "active", "site/h#water_pressure": "active", "z2m/b#smoke.trouble": "active"}
    desk.conditions.restore({PointId(name): Condition(state) for name, state in known.items()})
    assert desk.told("zigbee2mqtt/a", {"smoke": True}, retained=True) == []
    assert desk.told("site/h/water_pressure", {"v": 0.145}) == []
    assert desk.told("site/h/water_pressure", {"v": 0.2}) == [("site/h#water_pressure", "S", "normal", "limit_low")]
    assert desk.told("zigbee2mqtt/b", {"smoke": False}) == [("z2m/b#smoke.trouble", "T", "normal", "trouble")]


def test_a_wrong_clock_is_a_trouble_of_the_device_until_it_is_right() -> None:
    desk = Desk()
    assert desk.told("site/h/smoke", {"v": 0, "t": 5}) == [("site/h#clock", "T", "active", "trouble")]
    assert desk.told("site/h/smoke", {"v": 0}) == []
    right = desk.told("site/h/smoke", {"v": 0, "t": NOW + 995}, NOW + 1000)
    assert right == [("site/h#clock", "T", "normal", "trouble")]


def test_the_class_of_a_point_wins_over_that_of_its_kind() -> None:
    listed = [replace(point("site/a#smoke"), alarm_class=AlarmClass.PRE)]
    conditions = Conditions((SITE,), listed)
    (change,) = conditions.apply(Ear().one("site/a/smoke", {"v": 1}))
    assert change.alarm_class is AlarmClass.PRE


def test_supervision_times_follow_point_source_and_ecosystem() -> None:
    assert supervision_s(point("z2m/a#smoke"), (Z2M, SITE)) == 90_000
    assert supervision_s(point("site/a#smoke"), (Z2M, replace(SITE, stale_after_s=60))) == 60
    assert supervision_s(replace(point("z2m/a#smoke"), stale_after_s=7), (Z2M,)) == 7


ANY_VALUE = st.floats(-0.2, 2)


@given(values=st.lists(ANY_VALUE, max_size=40))
def test_the_changes_of_a_number_always_add_up_to_where_it_stands(values: list[float]) -> None:
    desk = Desk()
    condition = Condition.NORMAL
    for value in values:
        for change in desk.changes("site/h/water_pressure", {"v": value}):
            assert change.condition is not condition or change.cause in ("limit_worse", "limit_low")
            condition = change.condition
        if value < 0.14:
            assert condition is Condition.ACTIVE
        if value > 0.15:
            assert condition is Condition.NORMAL


@given(value=ANY_VALUE, held=st.sampled_from(Level))
def test_hysteresis_only_ever_holds_a_level_that_was_held(value: float, held: Level) -> None:
    limits = Limits(lolo=0.05, lo=0.14, hi=0.8, hihi=1.2, hysteresis=0.02)
    plain = level_of(limits, value, Level.NONE)
    level = level_of(limits, value, held)
    assert level == plain or (level * held > 0 and abs(plain) < abs(level) <= abs(held))


def test_how_grave_a_crossing_is_goes_with_it() -> None:
    desk = Desk()

    def told(value: float) -> list[int]:
        return [each.severity for each in desk.changes("site/h/water_pressure", {"v": value})]

    assert [told(value) for value in (0.13, 0.04, 0.07, 0.30, 0.04)] == [[1], [2], [1], [1], [2]]


def test_a_warning_that_becomes_red_is_told_again() -> None:
    conditions = Conditions()

    def told(severity: str, label: str = "") -> list[tuple[str, bool, int]]:
        reading = Reading("cap", "weather", "rain_warning", severity, None, State.ALARM, 1, 1, label=label)
        return [(each.condition, each.red, each.severity) for each in conditions.apply(reading)]

    assert told("Severe") == [("active", False, 1)]
    assert told("Severe") == []
    assert told("Extreme") == [("active", True, 2)]
    assert told("Extreme") == []
    assert told("Severe", "暴雨红色预警信号") == []
    assert told("Moderate", "暴雨橙色预警信号") == [("active", False, 1)]


def test_a_signal_that_counts_says_so_and_a_fire_never_does() -> None:
    often = Limits(on_delay_s=10.0, count=3, count_s=60.0)
    signals = (
        replace(SITE.signals[0], kind="water_level", limits=often),
        replace(SITE.signals[0], kind="smoke", limits=often),
    )
    conditions = Conditions([replace(SITE, signals=signals)])
    for kind, counts in (("water_level", (3, 60_000, 10_000)), ("smoke", (0, 0, 0))):
        (change,) = conditions.apply(Reading("site", "x", kind, None, None, State.ALARM, 1, 1))
        assert (change.count, change.within_ms, change.delay_ms) == counts


# ---- names that anybody may invent ----


def test_invented_devices_push_out_one_another_and_nothing_that_stands_or_is_the_sites(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rules, "MOST_STRANGERS", 20)
    desk = Desk("site/ours#smoke")
    for device in ("ours", "burning", "well"):
        desk.told(f"site/{device}/smoke", {"v": device == "burning"})
    for number in range(200):
        assert desk.told(f"site/invented-{number}/smoke", {"v": 0}) == []
    known = desk.conditions.known()
    assert {"site/ours#smoke", "site/burning#smoke"} <= known.keys() and "site/well#smoke" not in known
    assert len(known) <= 23
    assert desk.told("site/burning/smoke", {"v": 0}) == [("site/burning#smoke", "F", "normal", "alarm")]
    assert desk.told("site/well/smoke", {"v": 1}) == [("site/well#smoke", "F", "active", "alarm")]


def test_a_device_the_site_takes_in_is_not_pushed_out_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_STRANGERS", 20)
    desk = Desk()
    desk.told("site/new/smoke", {"v": 0})
    desk.conditions.take_site(Site("测试", "Test", "Asia/Shanghai", (120.0, 30.0), points=(point("site/new#smoke"),)))
    for number in range(100):
        desk.told(f"site/invented-{number}/smoke", {"v": 0})
    assert "site/new#smoke" in desk.conditions.known()


def test_losses_of_devices_that_never_spoke_leave_nothing_behind() -> None:
    conditions = Conditions()
    for number in range(50):
        told = Reading("z2m", f"ghost-{number}", "smoke", None, None, State.OFFLINE, NOW, NOW)
        conditions.apply(told)
    said = [id_ for id_, condition in conditions.known().items() if condition is not Condition.NORMAL]
    assert len(conditions._of_device) == len({id_.rpartition("#")[0] for id_ in said})


def test_traces_of_invented_devices_push_out_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_STRANGERS", 20)
    signal = SignalConfig(kind="level", limits=Limits(rise_per_min=5.0))
    conditions = Conditions((SourceConfig("s", "site", signals=(signal,)),), (point("s/ours#level"),))
    for device in ("ours", *(f"invented-{number}" for number in range(200))):
        conditions.apply(Reading("s", device, "level", 1.0, "m", State.READING, NOW, NOW))
    assert "s/ours#level" in conditions._traces and len(conditions._traces) <= 21
