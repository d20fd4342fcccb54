"""What the feed's thread makes of a new site: taken before the next message, and what was learnt stays."""

from __future__ import annotations

import json

import pytest

from console.config.schema import SourceConfig
from console.inbox import Inbox
from console.intake import Intake
from console.model import AlarmClass, Condition, ConditionChanged, Heard, Message, Point, PointId, Rejected, Site
from console.parse.decoder import Decoder
from console.rules import Conditions

Z2M = (SourceConfig(name="z2m", ecosystem="zigbee2mqtt", topic="zigbee2mqtt"),)
NOON_MS = 1_795_000_000_000
SMOKE = Point(PointId("z2m/0x01#smoke"), "烟感", "Smoke", "smoke", alias="hall")


def site(*points: Point, time_zone: str = "UTC") -> Site:
    return Site("", "", time_zone, (0, 0), points=points)


class Ear:
    """Intake with real decoder and rules; what it posts is handed out message by message."""

    def __init__(self) -> None:
        self.inbox = Inbox()
        decoder, rules = Decoder(Z2M), Conditions(Z2M)
        self.intake = Intake(decoder, rules, self.inbox, lambda receipts: None)

    def hear(self, name: str, **payload: object) -> list[ConditionChanged]:
        self.intake(Message(f"zigbee2mqtt/{name}", json.dumps(payload).encode(), NOON_MS))
        posted: list[object] = []
        self.inbox.drain(posted.append, lambda item, error: None, 1000)
        return [change for item in posted if isinstance(item, Heard) for change in item.changes]


@pytest.fixture
def ear() -> Ear:
    return Ear()


def test_the_next_message_is_read_with_the_new_site(ear: Ear) -> None:
    ear.intake.take_site(site())
    ear.intake.take_site(site(SMOKE))
    (change,) = ear.hear("hall", smoke=True)
    assert change.point == SMOKE.id


def test_what_stands_under_a_name_goes_on_under_the_id_the_site_gives_it(ear: Ear) -> None:
    assert [change.point for change in ear.hear("hall", smoke=True)] == ["z2m/hall#smoke"]
    ear.intake.take_site(site(SMOKE))
    told = {(change.point, change.condition) for change in ear.hear("hall", smoke=True)}
    assert told == {("z2m/hall#smoke", Condition.NORMAL), (SMOKE.id, Condition.ACTIVE)}


def test_a_name_that_was_taken_out_of_the_site_still_finds_its_device(ear: Ear) -> None:
    ear.intake.take_site(site(SMOKE))
    ear.hear("hall", smoke=False)
    ear.intake.take_site(site())
    assert [change.point for change in ear.hear("hall", smoke=True)] == [SMOKE.id]


def test_a_class_given_by_the_site_counts_from_the_next_change_on(ear: Ear) -> None:
    (before,) = ear.hear("0x01", smoke=True)
    ear.hear("0x01", smoke=False)
    ear.intake.take_site(site(Point(SMOKE.id, "", "", "smoke", alarm_class=AlarmClass.PRE)))
    (after,) = ear.hear("0x01", smoke=True)
    assert (before.alarm_class, after.alarm_class) == (AlarmClass.FIRE, AlarmClass.PRE)


def test_what_stands_active_is_not_told_again_by_a_new_site(ear: Ear) -> None:
    assert len(ear.hear("0x01", smoke=True)) == 1
    ear.intake.take_site(site(SMOKE))
    assert ear.hear("0x01", smoke=True) == []


def test_times_without_a_zone_are_read_in_the_zone_of_the_new_site() -> None:
    decoder = Decoder(Z2M)
    message = Message("zigbee2mqtt/0x01", b'{"smoke": true, "last_seen": "2026-11-18T10:00:00"}', NOON_MS)

    def told_ms() -> int:
        readings = decoder.decode(message)
        assert not isinstance(readings, Rejected)
        return readings[0].ts_ms

    in_utc = told_ms()
    decoder.take_site(site(time_zone="Asia/Shanghai"))
    assert in_utc - told_ms() == 8 * 3_600_000
