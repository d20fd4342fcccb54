"""What the console makes of a Zigbee2MQTT bridge and its devices."""

from __future__ import annotations

import pytest

from console.model import State
from tests.unit.telling import NOW, Ear, point

IEEE = "0x00158d0001a2b3c4"
DEVICES = [
    {"ieee_address": "0x00124b0000000001", "type": "Coordinator", "friendly_name": "Coordinator", "definition": None},
    {
        "ieee_address": IEEE,
        "type": "EndDevice",
        "friendly_name": "3号楼/2F/走廊烟感",
        "definition": {
            "exposes": [
                {"type": "binary", "property": "smoke", "name": "smoke", "value_on": "FIRE", "value_off": "CLEAR"},
                {"type": "numeric", "property": "temperature", "name": "temperature", "unit": "°F"},
                {"type": "composite", "features": [{"property": "voltage", "name": "voltage", "unit": "V"}]},
            ]
        },
    },
]


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ({"smoke": True}, {"smoke": State.ALARM}),
        ({"smoke": False, "battery": 97}, {"smoke": State.NORMAL, "battery": State.READING}),
        ({"carbon_monoxide": True, "co": 180}, {"co": State.ALARM, "co_value": State.READING}),
        ({"water_leak": True}, {"water_leak": State.ALARM}),
        ({"heat": True, "temperature": 71.5}, {"heat": State.ALARM, "temperature": State.READING}),
        ({"action": "emergency"}, {"panic": State.ALARM}),
        ({"tamper": True, "smoke": False}, {"tamper": State.TROUBLE, "smoke": State.NORMAL}),
        ({"battery_low": True}, {"battery": State.TROUBLE}),
        ({"battery_low": False}, {"battery": State.NORMAL}),
        ({"battery": 10}, {"battery": State.TROUBLE}),
        ({"battery": 50, "battery_low": True}, {"battery": State.TROUBLE}),
        ({"battery": 255}, {"battery": State.TROUBLE}),
        ({"fault": True}, {"fault": State.TROUBLE}),
        ({"device_fault": "none"}, {"fault": State.NORMAL}),
        ({"temperature": -127.0}, {"temperature": State.TROUBLE}),
        ({"smoke": "maybe"}, {"smoke": State.TROUBLE}),
        ({"smoke": 2}, {"smoke": State.TROUBLE}),
        ({"smoke": []}, {"smoke": State.TROUBLE}),
        ({"smoke": None}, {"smoke": State.TROUBLE}),
        ({"temperature": None, "humidity": "41.5"}, {"humidity": State.READING}),
    ],
)
def test_a_device_says(ear: Ear, payload: dict[str, object], said: dict[str, State]) -> None:
    assert ear.states("zigbee2mqtt/烟感", payload | {"linkquality": 90}) == said


@pytest.mark.parametrize("test", [{"test": True}, {"self_test_result": "checking"}])
def test_a_test_is_not_a_fire(ear: Ear, test: dict[str, object]) -> None:
    said = ear.hear("zigbee2mqtt/a", {"smoke": True, "tamper": True, **test})
    assert {each.kind: each.state for each in said} == {"smoke": State.SUPERVISORY, "tamper": State.TROUBLE}
    assert said[0].value is True


def test_a_finished_test_does_not_hide_a_fire(ear: Ear) -> None:
    assert ear.states("zigbee2mqtt/a", {"smoke": True, "test": False, "self_test_result": "success"}) == {
        "smoke": State.ALARM
    }
    assert ear.states("zigbee2mqtt/a", {"smoke": True, "self_test_result": "failure"}) == {
        "smoke": State.ALARM,
        "fault": State.TROUBLE,
    }


def test_a_test_without_its_signal_belongs_to_what_the_site_says_the_device_is() -> None:
    ear = Ear(points=[point(f"z2m/{IEEE}#heat", "h")])
    assert ear.states("zigbee2mqtt/h", {"test": True}) == {"heat": State.SUPERVISORY}
    assert ear.states("zigbee2mqtt/unknown", {"test": True}) == {"test": State.SUPERVISORY}


@pytest.mark.parametrize("name", ["a/b/c", "3号楼/2F/走廊 烟感", "lobby smoke", "set/x", "get"])
def test_names_may_hold_slashes_spaces_and_chinese(ear: Ear, name: str) -> None:
    assert ear.one(f"zigbee2mqtt/{name}", {"smoke": True}).device == name
    assert ear.one(f"zigbee2mqtt/{name}/availability", '{"state":"offline"}').device == name


@pytest.mark.parametrize("topic", ["a b/set", "a/b/get", "烟感/set/state"])
def test_commands_to_a_device_are_known_and_without_effect(ear: Ear, topic: str) -> None:
    assert ear.one(f"zigbee2mqtt/{topic}", {"smoke": True}).state is State.IGNORE


@pytest.mark.parametrize(
    ("payload", "state"),
    [
        ('{"state":"online"}', State.NORMAL),
        ('{"state":"offline"}', State.OFFLINE),
        ("online", State.NORMAL),
        ("offline", State.OFFLINE),
        ("OFF", State.TROUBLE),
        ("{}", State.TROUBLE),
    ],
)
def test_availability_comes_as_json_or_as_text(ear: Ear, payload: str, state: State) -> None:
    for topic in ("zigbee2mqtt/a/availability", "zigbee2mqtt/bridge/state"):
        assert ear.one(topic, payload).state is state


def test_the_bridge_is_a_device_whose_loss_reaches_all(ear: Ear) -> None:
    said = ear.one("zigbee2mqtt/bridge/state", "offline")
    assert (said.device, said.kind, said.value, said.reach) == ("zigbee2mqtt/bridge", "availability", False, "*")


def test_the_discovery_gives_identity_units_and_words(ear: Ear) -> None:
    assert ear.one("zigbee2mqtt/bridge/devices", DEVICES).state is State.IGNORE
    said = ear.hear("zigbee2mqtt/3号楼/2F/走廊烟感", {"smoke": "FIRE", "temperature": 68, "voltage": 3.0})
    assert [(each.kind, each.value, each.unit) for each in said] == [
        ("smoke", True, None), ("temperature", 20.0, "°C"), ("voltage", 3.0, "V"),
    ]  # fmt: skip
    assert {each.device for each in said} == {IEEE}
    assert {each.label for each in said} == {"3号楼/2F/走廊烟感"}


def test_a_renamed_device_stays_itself(ear: Ear) -> None:
    ear.hear("zigbee2mqtt/bridge/devices", DEVICES)
    renamed = {"data": {"from": "3号楼/2F/走廊烟感", "to": "new name"}, "status": "ok"}
    ear.hear("zigbee2mqtt/bridge/response/device/rename", renamed)
    said = ear.one("zigbee2mqtt/new name", {"smoke": "FIRE"})
    assert (said.device, said.label) == (IEEE, "new name")


def test_the_message_itself_may_carry_the_address(ear: Ear) -> None:
    said = ear.one("zigbee2mqtt/any", {"smoke": True, "device": {"ieeeAddr": IEEE, "friendlyName": "any"}})
    assert said.device == IEEE
    assert ear.one("zigbee2mqtt/any/availability", "offline").device == IEEE


def test_an_alias_of_the_site_maps_before_any_discovery() -> None:
    ear = Ear(points=[point(f"z2m/{IEEE}#smoke", "东厂房/1F/走廊A烟感")])
    assert ear.one("zigbee2mqtt/东厂房/1F/走廊A烟感", {"smoke": True}).point == f"z2m/{IEEE}#smoke"


def test_a_site_that_names_its_points_by_friendly_names_keeps_them() -> None:
    ear = Ear(points=[point("z2m/3号楼/2F/走廊烟感#smoke")])
    ear.hear("zigbee2mqtt/bridge/devices", DEVICES)
    assert ear.one("zigbee2mqtt/3号楼/2F/走廊烟感", {"smoke": "FIRE"}).device == "3号楼/2F/走廊烟感"


def test_an_alarm_heard_before_the_discovery_goes_on_under_the_id(ear: Ear) -> None:
    ear.hear("zigbee2mqtt/3号楼/2F/走廊烟感", {"smoke": True, "temperature": 30})
    moved = [each for each in ear.hear("zigbee2mqtt/bridge/devices", DEVICES) if each.kind]
    assert [(each.device, each.kind, each.state) for each in moved] == [
        (IEEE, "smoke", State.ALARM),
        ("3号楼/2F/走廊烟感", "smoke", State.NORMAL),
    ]


def test_last_seen_is_the_time_of_what_the_device_said(ear: Ear) -> None:
    assert ear.one("zigbee2mqtt/a", {"smoke": True, "last_seen": "2026-11-20T16:29:50+08:00"}).ts_ms == NOW - 10_000
    assert ear.one("zigbee2mqtt/b", {"smoke": True, "last_seen": NOW - 10_000}).ts_ms == NOW - 10_000
    assert ear.one("zigbee2mqtt/c", {"smoke": True, "last_seen": str(NOW - 10_000)}).ts_ms == NOW - 10_000


def test_a_device_silent_for_weeks_has_no_wrong_clock(ear: Ear) -> None:
    said = ear.one("zigbee2mqtt/a", {"smoke": False, "last_seen": "2026-10-01T00:00:00Z"})
    assert (said.ts_ms, said.clock_fault, said.state) == (NOW, False, State.NORMAL)
    assert ear.one("zigbee2mqtt/b", {"smoke": False, "last_seen": NOW + 3_600_000}).clock_fault


def test_a_cached_repeat_is_no_news_until_the_device_was_lost(ear: Ear) -> None:
    cached = {"smoke": True, "last_seen": NOW - 5_000}
    assert ear.one("zigbee2mqtt/a", cached).state is State.ALARM
    repeat = ear.one("zigbee2mqtt/a", cached, NOW + 60_000)
    assert (repeat.state, repeat.reason, repeat.history) == (State.IGNORE, "duplicate", False)
    ear.hear("zigbee2mqtt/bridge/state", "offline")
    assert ear.one("zigbee2mqtt/a", cached, NOW + 90_000).state is State.ALARM


def test_a_device_that_left_the_network_is_offline(ear: Ear) -> None:
    event = {"type": "device_leave", "data": {"ieee_address": IEEE, "friendly_name": "a"}}
    said = ear.one("zigbee2mqtt/bridge/event", event)
    assert (said.device, said.state) == (IEEE, State.OFFLINE)


def test_groups_and_the_talk_of_the_bridge_are_known_and_without_effect(ear: Ear) -> None:
    ear.hear("zigbee2mqtt/bridge/groups", [{"id": 1, "friendly_name": "all lamps"}])
    assert ear.one("zigbee2mqtt/all lamps", {"smoke": True}).state is State.IGNORE
    for topic in ("logging", "info", "extensions", "request/permit_join", "converters"):
        assert ear.one(f"zigbee2mqtt/bridge/{topic}", "not even json").state is State.IGNORE


def test_a_long_list_of_devices_passes_although_it_is_large(ear: Ear) -> None:
    many = [{"ieee_address": f"0x{n:016x}", "friendly_name": f"d{n}", "pad": "x" * 4000} for n in range(200)]
    ear.hear("zigbee2mqtt/bridge/devices", many)
    assert ear.one("zigbee2mqtt/d7", {"smoke": True}).device == "0x0000000000000007"
    assert ear.refuse("zigbee2mqtt/d7", {"smoke": True, "pad": "x" * 70_000}) == "too_large"


@pytest.mark.parametrize(
    ("topic", "payload", "reason"),
    [
        ("zigbee2mqtt/a", "", "empty_payload"),
        ("zigbee2mqtt/a/availability", "", "empty_payload"),
        ("zigbee2mqtt/a", '{"smoke":tr', "bad_json"),
        ("zigbee2mqtt/a", "[1]", "wrong_type"),
        ("zigbee2mqtt/a", b'{"smoke":"\xff"}', "bad_charset"),
        ("zigbee2mqtt/a", '{"state":"ON"}', "no_signal"),
        ("zigbee2mqtt/bridge/devices", '{"a":1}', "wrong_type"),
        ("other/a", "{}", "unknown_topic"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(ear: Ear, topic: str, payload: object, reason: str) -> None:
    assert ear.refuse(topic, payload) == reason


def test_a_battery_devices_voltage_is_in_millivolts_and_a_sockets_in_volts(ear: Ear) -> None:
    battery = ear.hear("zigbee2mqtt/a", {"battery": 80, "voltage": 2900})
    assert [(each.kind, each.value, each.unit) for each in battery if each.kind == "voltage"] == [("voltage", 2.9, "V")]
    assert ear.one("zigbee2mqtt/b", {"voltage": 231.5}).value == 231.5
