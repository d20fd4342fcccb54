"""What arrives: counts, clocks, devices and dead letters of each source, and the trouble of one that is refused."""

from __future__ import annotations

import pytest

from console.arrivals import Arrivals, SourceRow, ledger
from console.arrivals.ledger import KEPT_BYTES, KEPT_READINGS, RING, Ledger
from console.clock import FakeClock
from console.config.schema import SourceConfig
from console.inbox import Inbox
from console.intake import Intake
from console.journal import Json
from console.model import Condition, ConditionChanged, Message, Point, PointId, Reading, Rejected, Site, State
from console.parse.decoder import Decoder
from console.parse.rejects import Reject
from console.points import Points
from console.rules import Conditions

Z2M = SourceConfig("z2m", "zigbee2mqtt")
SITE = SourceConfig("site", "site")
MINUTE_MS = 60_000


def point(id_: str) -> Point:
    return Point(PointId(id_), "点", "Point", id_.rpartition("#")[2], (0.0, 0.0))


class Room:
    """Feed's thread and desk thread in one: decoder, rules, points and the desk of arrivals."""

    def __init__(self, *points: str, kept: dict[str, Json] | None = None) -> None:
        self.clock = FakeClock()
        self.told: list[ConditionChanged] = []
        self.kept: list[object] = []
        listed = [point(id_) for id_ in points]
        self.points = Points(self.clock, listed, lambda _point: 3_600, self.told.append)
        self.arrivals = Arrivals(self.clock, (Z2M, SITE), self.told.append)
        self.arrivals.connect("Asia/Shanghai", kept, self.kept.append)
        self.inbox = Inbox()
        site = Site("测试", "Test", "Asia/Shanghai", (120.0, 30.0), points=tuple(listed))
        self.arrivals.ledger.take_site(site)
        self.intake = Intake(
            Decoder((Z2M, SITE), site.points), Conditions((Z2M, SITE), site.points), self.inbox, lambda _receipts: None,
            witness=self.arrivals.ledger.saw,
        )  # fmt: skip

    def hear(self, topic: str, payload: str, *, retained: bool = False, at_ms: int = 0) -> None:
        self.intake(Message(topic, payload.encode(), at_ms or self.clock.now_ms(), retained))
        self.inbox.drain(self._handle, self._failed, 1_000)

    def _handle(self, item: object) -> None:
        self.points.heard(item) if hasattr(item, "state") else None  # samples alone

    @staticmethod
    def _failed(_item: object, error: Exception) -> None:
        raise error

    def row(self, name: str) -> SourceRow:
        return next(row for row in self.arrivals.rows(self.points) if row.name == name)

    def troubles(self) -> list[tuple[str, Condition, object]]:
        return [(str(change.point), change.condition, change.value) for change in self.told if change.kind == "refused"]


# ---- counts ----


def test_every_source_of_the_configuration_has_a_row_before_it_says_anything() -> None:
    room = Room("site/h#water_pressure")
    assert [row.name for row in room.arrivals.rows(room.points)] == ["z2m", "site"]
    assert (room.row("site").messages, room.row("site").last_ms, room.row("site").devices.unheard) == (0, 0, 1)


def test_messages_are_counted_as_understood_or_refused_with_the_newest_example() -> None:
    room = Room()
    room.hear("site/h/smoke", '{"v": 0}')
    room.hear("site/h/smoke", "{")
    room.hear("site/g/smoke", "{]")
    row = room.row("site")
    assert (row.messages, row.refused) == (3, 2)
    (refusal,) = row.refusals
    assert (refusal.reason, refusal.count, refusal.topic) == ("bad_json", 2, "site/g/smoke")
    assert row.last_ms == room.clock.now_ms()


def test_what_holds_nothing_to_watch_is_no_dead_letter() -> None:
    room = Room()
    room.hear("zigbee2mqtt/lamp", '{"brightness": 3}')
    row = room.row("z2m")
    assert (row.refused, [each.reason for each in row.refusals]) == (0, ["no_signal"])


def test_messages_nobody_listens_to_have_a_row_without_a_name() -> None:
    room = Room()
    room.hear("elsewhere/x", "1")
    assert (room.row("").messages, room.row("").refusals[0].reason) == (1, "unknown_topic")


def test_the_rate_is_of_the_last_full_minute_and_falls_when_the_source_is_silent() -> None:
    room = Room()
    for _ in range(30):
        room.hear("site/h/smoke", '{"v": 0}')
        room.clock.advance(2_000)
    room.clock.advance(10_000)
    assert 25 <= room.row("site").per_minute <= 30
    room.clock.advance(2 * MINUTE_MS)
    assert room.row("site").per_minute == 0


def test_a_message_that_makes_the_program_raise_is_shown_as_set_aside() -> None:
    ledger = Ledger()
    ledger.saw("", Message("t", b"x", 1), None)
    tally = ledger.get("")
    assert tally is not None
    assert (tally.raised, ledger.last("")[0].result) == (1, None)


# ---- memory ----


def test_the_last_messages_are_kept_bounded_in_number_size_and_readings() -> None:
    ledger = Ledger()
    reading = Reading("s", "d", "smoke", False, None, State.NORMAL, 1, 1)
    for n in range(RING + 5):
        ledger.saw("s", Message(f"t/{n}", b"x" * 100_000, n + 1), [reading] * 500)
    last = ledger.last("s")
    assert (len(last), last[0].message.topic) == (RING, "t/5")
    assert (len(last[-1].message.payload), last[-1].size, last[-1].is_cut) == (KEPT_BYTES, 100_000, True)
    assert isinstance(last[-1].result, list)
    assert (len(last[-1].result), last[-1].readings) == (KEPT_READINGS, 500)


def test_what_was_refused_is_kept_longer_than_a_busy_source_lets_it() -> None:
    room = Room()
    room.hear("site/h/smoke", "{")
    room.hear("zigbee2mqtt/lamp", '{"brightness": 3}')
    for _ in range(RING + 5):
        room.hear("site/h/smoke", '{"v": 0}')
    assert [each.message.payload for each in room.arrivals.dead("site")] == [b"{"]
    assert room.arrivals.dead("z2m") == ()


# ---- clocks ----


def test_the_skew_of_a_source_is_the_median_of_device_time_minus_arrival() -> None:
    room = Room()
    now = room.clock.now_ms()
    for off_ms in (-3_000, -2_000, 3_600_000):  # the last one is no clock we believe: it counts all the same
        room.hear("site/h/water_pressure", f'{{"v": 0.3, "t": {now + off_ms}}}')
    assert room.row("site").skew_ms == -2_000
    assert room.row("site").clock_faults == 1


def test_retained_and_historical_messages_say_nothing_of_a_clock() -> None:
    room = Room()
    now = room.clock.now_ms()
    room.hear("site/h/water_pressure", f'{{"v": 0.3, "t": {now - 900_000}}}', retained=True)
    assert room.row("site").skew_ms is None


# ---- the trouble of a source ----


def test_a_source_most_of_whose_messages_are_refused_is_a_trouble_until_it_is_well_again() -> None:
    room = Room()
    for _ in range(12):
        room.hear("site/h/smoke", "{")
    room.clock.advance(MINUTE_MS)
    assert room.troubles() == [("link/sources/site#refused", Condition.ACTIVE, "bad_json")]
    for _ in range(30):  # 12 of 42 are still too many to end it
        room.hear("site/h/smoke", '{"v": 0}')
    room.clock.advance(MINUTE_MS)
    assert len(room.troubles()) == 1
    assert room.row("site").is_deaf
    for _ in range(6):
        room.hear("site/h/smoke", '{"v": 0}')
        room.clock.advance(MINUTE_MS)
    assert [condition for _, condition, _ in room.troubles()] == [Condition.ACTIVE, Condition.NORMAL]


def test_a_few_refused_messages_are_no_trouble() -> None:
    room = Room()
    for _ in range(5):
        room.hear("site/h/smoke", "{")
    room.clock.advance(MINUTE_MS)
    assert [condition for _, condition, _ in room.troubles()] in ([], [Condition.NORMAL])


def test_messages_with_nothing_to_watch_never_make_a_source_deaf() -> None:
    room = Room()
    for _ in range(50):
        room.hear("zigbee2mqtt/lamp", '{"brightness": 3}')
    room.clock.advance(MINUTE_MS)
    assert Condition.ACTIVE not in [condition for _, condition, _ in room.troubles()]


# ---- dead letters outlive a run ----


def test_the_dead_letters_of_today_are_kept_over_a_restart_and_begin_anew_tomorrow() -> None:
    room = Room()
    room.hear("site/h/smoke", "{")
    room.clock.advance(MINUTE_MS)
    kept = room.kept[-1]
    assert isinstance(kept, dict)
    again = Room(kept=kept)
    again.hear("site/h/smoke", "{")
    assert again.row("site").refusals[0].count == 2
    again.clock.advance(24 * 60 * MINUTE_MS)
    assert again.row("site").refusals == ()


def test_a_kept_file_that_is_none_of_ours_is_passed_over() -> None:
    today = Room().arrivals.day
    room = Room(
        kept={"day": today, "refused": [["site", "bad_json", -3], "x", [1, 2, 3], ["site", "empty_payload", 4]]}
    )
    assert [(each.reason, each.count) for each in room.row("site").refusals] == [("empty_payload", 4)]


# ---- two levels ----


def test_the_devices_behind_a_lost_bridge_are_lost_whatever_they_say_of_themselves() -> None:
    room = Room("z2m/0x01#smoke", "z2m/0x02#smoke", "z2m/0x03#smoke")
    room.hear("zigbee2mqtt/bridge/state", '{"state": "online"}')
    room.hear("zigbee2mqtt/0x01", '{"smoke": false}')
    room.hear("zigbee2mqtt/0x02", '{"smoke": false}')
    assert room.row("z2m").devices.heard == 2
    assert room.row("z2m").devices.unheard == 1
    room.hear("zigbee2mqtt/bridge/state", '{"state": "offline"}')
    room.hear("zigbee2mqtt/0x01/availability", '{"state": "online"}')
    row = room.row("z2m")
    assert (row.devices.heard, row.devices.lost, [bridge.is_there for bridge in row.bridges]) == (0, 3, [False])


def test_a_device_that_is_heard_although_its_bridge_is_said_to_be_gone_is_heard() -> None:
    room = Room("z2m/0x01#smoke", "z2m/0x02#smoke")
    room.hear("zigbee2mqtt/bridge/state", '{"state": "offline"}')
    room.clock.advance(1_000)
    room.hear("zigbee2mqtt/0x01", '{"smoke": false}')
    assert (room.row("z2m").devices.heard, room.row("z2m").devices.lost) == (1, 1)
    assert room.points.lost() == (PointId("z2m/0x02#smoke"),)


def test_a_device_counts_again_when_it_is_heard_itself_and_not_when_its_bridge_is_back() -> None:
    room = Room("z2m/0x01#smoke", "z2m/0x02#smoke")
    for name in ("0x01", "0x02"):
        room.hear(f"zigbee2mqtt/{name}", '{"smoke": false}')
    room.hear("zigbee2mqtt/bridge/state", '{"state": "offline"}')
    room.hear("zigbee2mqtt/bridge/state", '{"state": "online"}')
    assert (room.row("z2m").devices.heard, room.row("z2m").devices.lost) == (0, 2)
    room.hear("zigbee2mqtt/0x01", '{"smoke": false, "linkquality": 9}')
    assert (room.row("z2m").devices.heard, room.row("z2m").devices.lost) == (1, 1)


def test_a_device_that_is_offline_by_itself_is_gone_and_one_past_its_time_is_silent() -> None:
    room = Room("z2m/0x01#smoke", "z2m/0x02#smoke")
    for name in ("0x01", "0x02"):
        room.hear(f"zigbee2mqtt/{name}", '{"smoke": false}')
    room.hear("zigbee2mqtt/0x01/availability", '{"state": "offline"}')
    room.clock.advance(3_700_000)
    devices = room.row("z2m").devices
    assert (devices.heard, devices.gone, devices.silent, devices.lost) == (0, 1, 1, 0)


def test_the_sites_own_devices_and_their_bridge_are_counted_however_many_are_invented(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ledger, "MOST_DEVICES", 20)
    room = Room("z2m/0x01#smoke")
    room.arrivals.forgotten = lambda source: 1_000 if source == "z2m" else 0
    room.hear("zigbee2mqtt/bridge/state", "online")
    for n in range(50):
        room.hear(f"zigbee2mqtt/invented-{n}", '{"smoke": false}')
        room.hear(f"zigbee2mqtt/invented-{n}/availability", "online")
    assert room.row("z2m").devices.unheard == 1  # ours
    room.hear("zigbee2mqtt/0x01", '{"smoke": false}')
    for n in range(50, 100):
        room.hear(f"zigbee2mqtt/invented-{n}", '{"smoke": false}')
        room.hear(f"zigbee2mqtt/invented-{n}/availability", "offline")
    row = room.row("z2m")
    assert (row.devices.heard, row.devices.unheard, row.devices.gone) == (1, 0, 20)
    assert [bridge.device for bridge in row.bridges] == ["zigbee2mqtt/bridge"]
    assert row.forgotten == 1_000 + 80


def test_what_units_say_is_listed_under_their_own_name() -> None:
    ledger = Ledger()
    ledger.saw("units", Message("t", b"{}", 1), Rejected(Reject.UNKNOWN_UNIT, "t", "units", 1))
    assert ledger.names() == ("units",)
