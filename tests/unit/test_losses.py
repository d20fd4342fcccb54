"""Liveness in two levels: what is lost with a device or a bridge, how it comes back, and what nobody is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.clock import FakeClock
from console.config.schema import ECOSYSTEMS, SourceConfig
from console.losses import Losses
from console.model import Condition, ConditionChanged, Message, Point, PointId, Reading, Sample, State
from console.parse.decoder import Decoder
from console.points import Points
from console.rules import Conditions
from console.supervision import SUPERVISION_S

Z2M = SourceConfig("z2m", "zigbee2mqtt")
ROOT = Path(__file__).resolve().parents[2]
NOW = 1_795_000_000_000
BRIDGE = "z2m/zigbee2mqtt/bridge#availability"
SMOKE, OTHER = PointId("z2m/0x01#smoke"), PointId("z2m/0x02#smoke")


class Desk:
    """The desk of the points, told samples by name."""

    def __init__(self, *points: PointId, stale_s: int = 3_600) -> None:
        self.clock = FakeClock(NOW)
        self.told: list[tuple[str, Condition]] = []
        listed = [Point(id_, "点", "Point", "smoke", (0.0, 0.0)) for id_ in points]
        self.points = Points(self.clock, listed, lambda _point: stale_s, self._report)

    def _report(self, change: ConditionChanged) -> None:
        self.told.append((str(change.point), change.condition))

    def says(self, point: str, state: State, reach: str = "") -> None:
        now = self.clock.now_ms()
        self.points.heard(Sample(PointId(point), None, None, state, now, now, reach))


def test_a_lost_bridge_takes_every_point_behind_it_along_and_no_others() -> None:
    desk = Desk(SMOKE, OTHER, PointId("site/0x01#smoke"))
    for point in (SMOKE, OTHER, "site/0x01#smoke"):
        desk.says(point, State.NORMAL)
    desk.says(BRIDGE, State.OFFLINE, reach="*")
    assert desk.points.lost() == (SMOKE, OTHER)
    assert (desk.points.count().heard, desk.points.count().lost) == (1, 2)


def test_a_bridge_whose_reach_is_a_branch_takes_only_that_branch() -> None:
    one, two = PointId("spb/plant/pump1#fault"), PointId("spb/hall/pump1#fault")
    desk = Desk(one, two)
    desk.says("spb/plant#availability", State.OFFLINE, reach="plant/*")
    assert desk.points.lost() == (one,)


def test_a_device_that_is_offline_takes_its_own_points_and_not_those_of_a_longer_name() -> None:
    longer = PointId("z2m/0x010#smoke")
    desk = Desk(SMOKE, longer)
    desk.says("z2m/0x01#availability", State.OFFLINE)
    assert desk.points.lost() == (SMOKE,)


def remembered(losses: Losses) -> int:
    """How many devices and bridges are known of."""
    return len(losses._taken.keys() | losses._away)


def test_bridges_that_anybody_invents_are_not_remembered_and_the_real_one_is() -> None:
    losses, now = Losses(), NOW

    def away(teller: str, reach: str) -> None:
        losses.told(Sample(PointId(teller), False, None, State.OFFLINE, now, now, reach), (SMOKE, OTHER))

    away(BRIDGE, "*")
    for n in range(1_000):
        away(f"spb/invented/{n}#availability", f"invented/{n}/")
        away(f"z2m/invented-{n}#availability", "")
    assert remembered(losses) == 1 and set(losses.behind()) == {SMOKE, OTHER}
    for point in (SMOKE, OTHER):
        losses.heard(point)
    assert remembered(losses) == 0 and losses.taken(PointId(BRIDGE)) == 0


def test_a_bridge_that_says_twice_that_it_is_away_is_away_still() -> None:
    desk = Desk(SMOKE, stale_s=60)
    desk.says(SMOKE, State.NORMAL)
    desk.says(BRIDGE, State.OFFLINE, reach="*")
    desk.says(BRIDGE, State.OFFLINE, reach="*")
    desk.clock.advance(120_000)
    assert desk.told == [] and desk.points.lost_with(PointId(BRIDGE)) == 1


def test_a_point_is_back_when_it_is_heard_itself() -> None:
    desk = Desk(SMOKE, OTHER)
    desk.says(BRIDGE, State.OFFLINE, reach="*")
    desk.says(BRIDGE, State.NORMAL, reach="*")
    desk.says(SMOKE, State.NORMAL)
    assert not desk.points.is_lost(SMOKE)
    assert desk.points.is_lost(OTHER)


def test_it_is_known_how_many_points_a_bridge_took_along_and_how_many_are_not_back() -> None:
    desk = Desk(SMOKE, OTHER)
    bridge = PointId(BRIDGE)
    desk.says(BRIDGE, State.OFFLINE, reach="*")
    desk.says(BRIDGE, State.OFFLINE, reach="*")
    assert desk.points.lost_with(bridge) == 2
    desk.says(SMOKE, State.NORMAL)
    assert desk.points.lost_with(bridge) == 1
    desk.points.take_site(())
    assert desk.points.lost_with(bridge) == 0


def test_greetings_do_not_bring_a_lost_point_back() -> None:
    desk = Desk(SMOKE)
    desk.says(BRIDGE, State.OFFLINE, reach="*")
    desk.says(SMOKE, State.IGNORE)
    assert desk.points.is_lost(SMOKE)


def test_nobody_waits_for_points_behind_a_bridge_that_is_away_but_for_all_of_them_once_it_is_back() -> None:
    desk = Desk(SMOKE, stale_s=600)
    desk.says(SMOKE, State.NORMAL)
    desk.says(BRIDGE, State.OFFLINE, reach="*")
    desk.clock.advance(3_600_000)
    assert desk.told == []
    desk.says(BRIDGE, State.NORMAL, reach="*")
    desk.clock.advance(620_000)
    assert desk.told == [(f"{SMOKE}.silent", Condition.ACTIVE)]


def test_when_a_point_was_heard_last_is_known() -> None:
    desk = Desk(SMOKE)
    assert desk.points.heard_ms(SMOKE) == 0
    desk.says(SMOKE, State.NORMAL)
    at_ms = desk.clock.now_ms()
    desk.clock.advance(5_000)
    assert desk.points.heard_ms(SMOKE) == at_ms


# ---- what a broker kept is no word of a device behind a lost bridge ----


class Ear:
    """Decoder and rules as the feed has them."""

    def __init__(self) -> None:
        self.decoder = Decoder((Z2M,))
        self.conditions = Conditions((Z2M,))
        self.at_ms = NOW

    def hear(self, topic: str, payload: str, *, retained: bool = False) -> list[tuple[str, str]]:
        """The conditions that changed."""
        self.at_ms += 1_000
        read = self.decoder.decode(Message(f"zigbee2mqtt/{topic}", payload.encode(), self.at_ms, retained))
        assert isinstance(read, list)
        self.read: list[Reading] = read
        return [(str(c.point), c.condition.value) for reading in read for c in self.conditions.apply(reading)]


def test_behind_a_lost_bridge_neither_a_kept_normal_nor_a_devices_own_online_makes_it_well() -> None:
    ear = Ear()
    ear.hear("0x01", '{"smoke": true}')
    assert ("z2m/0x01#smoke", "unknown") in ear.hear("bridge/state", '{"state": "offline"}')
    assert ear.hear("0x01/availability", '{"state": "online"}') == []
    assert ear.hear("0x01", '{"smoke": false}', retained=True) == []
    assert [(each.state, each.reason) for each in ear.read] == [(State.IGNORE, "bridge_lost")]


def test_an_alarm_is_believed_from_behind_a_lost_bridge() -> None:
    ear = Ear()
    ear.hear("bridge/state", '{"state": "offline"}')
    assert ear.hear("0x01", '{"smoke": true}', retained=True) == [("z2m/0x01#smoke", "active")]


def test_the_same_words_count_once_the_bridge_is_back() -> None:
    ear = Ear()
    ear.hear("0x01", '{"smoke": true}')
    ear.hear("bridge/state", '{"state": "offline"}')
    ear.hear("0x01", '{"smoke": false}', retained=True)
    ear.hear("bridge/state", '{"state": "online"}')
    assert ear.hear("0x01", '{"smoke": false}', retained=True) == [("z2m/0x01#smoke", "normal")]


# ---- supervision ----


def test_every_ecosystem_has_a_supervision_time() -> None:
    assert SUPERVISION_S.keys() == ECOSYSTEMS.keys()


@pytest.mark.parametrize("name", ["zigbee2mqtt", "chirpstack", "thethingsstack"])
def test_battery_detectors_that_check_in_once_a_day_have_an_hour_to_spare(name: str) -> None:
    assert SUPERVISION_S[name] == 25 * 3_600


@pytest.mark.parametrize("name", ["huawei-iotda", "ctwing", "onenet"])
def test_narrow_band_devices_have_two_days(name: str) -> None:
    assert 25 * 3_600 <= SUPERVISION_S[name] <= 49 * 3_600


def test_the_manual_says_how_long_the_points_of_each_ecosystem_may_be_silent() -> None:
    text = (ROOT / "docs" / "connecting.md").read_text(encoding="utf-8").partition("<!-- supervision -->")[2]
    rows = [line.split("|") for line in text.partition("\n\n")[0].splitlines() if line.startswith("| `")]
    said = {name.strip("`"): int(row[2].partition(":")[0]) for row in rows for name in row[1].split()}
    assert said == SUPERVISION_S
