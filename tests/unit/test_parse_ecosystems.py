"""The other ecosystems: the traps of each, beyond the messages of the case file."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from console.backends.store.rows import prepare
from console.config.schema import ECOSYSTEMS, Option, SourceConfig
from console.explain.cases import Case
from console.journal import Entry
from console.model import LIVE, By, Rejected, State
from console.parse import Decoder
from console.parse.strangers import Strangers
from tests.fuzz import oracle
from tests.unit.telling import NOW, Ear, message

SECONDS = NOW / 1000
CASES = Path(__file__).parent / "cases"


def ear(ecosystem: str, **options: Option) -> Ear:
    return Ear(SourceConfig(ecosystem, ecosystem, options=options))


def said(ear: Ear, topic: str, payload: object, at: int = NOW) -> list[tuple[str, str, object, str]]:
    return [(each.device, each.kind, each.value, each.state) for each in ear.hear(topic, payload, at)]


# ---- Home Assistant ----------------------------------------------------------------------------------------------

HA_SENSOR = {
    "device_class": "temperature", "state_topic": "some/where", "unit_of_measurement": "°F", "unique_id": "u1",
    "value_template": "{{ value_json['probe'].t | float }}",
    "availability": [{"topic": "some/lwt", "payload_available": "up", "payload_not_available": "down"}],
}  # fmt: skip


def test_home_assistant_names_topics_units_and_liveness() -> None:
    home = ear("homeassistant")
    home.hear("homeassistant/sensor/x/config", HA_SENSOR)
    assert said(home, "some/where", {"probe": {"t": "68"}}) == [("u1", "temperature", 20.0, "reading")]
    assert said(home, "some/lwt", "down") == [("u1", "availability", False, "offline")]
    assert home.refuse("some/where", {"probe": {}}) == "no_value"
    assert "some/where" in home.decoder.subscriptions()
    home.hear("homeassistant/sensor/x/config", "")
    assert home.refuse("some/where", {"probe": {"t": 1}}) in ("unknown_topic", "no_rule")


def test_home_assistant_devices_come_whole_and_battery_on_means_low() -> None:
    home = ear("homeassistant")
    parts = {
        "a": {"p": "binary_sensor", "dev_cla": "battery", "stat_t": "~/b"},
        "b": {"p": "binary_sensor", "dev_cla": "problem", "stat_t": "~/p", "val_tpl": "{{ value_json.x }}"},
        "c": {"p": "light", "stat_t": "~/l"},
    }
    home.hear("homeassistant/device/d/config", {"~": "base", "dev": {"ids": "serial-1"}, "cmps": parts})
    assert said(home, "base/b", "ON") == [("serial-1", "battery", True, "trouble")]
    assert said(home, "base/p", {"x": "OFF"}) == [("serial-1", "fault", False, "normal")]


def test_a_device_of_nothing_that_is_watched_is_refused_and_what_it_was_before_is_forgotten() -> None:
    home = ear("homeassistant")
    smoke = {"p": "binary_sensor", "dev_cla": "smoke", "stat_t": "d/s"}
    home.hear("homeassistant/device/d/config", {"dev": {"ids": "d1"}, "cmps": {"a": smoke}})
    assert said(home, "d/s", "ON")[0][:2] == ("d1", "smoke")
    assert home.refuse("homeassistant/device/d/config", {"dev": {"ids": "d1"}, "cmps": {"l": {"p": "light"}}}) == (
        "no_signal"
    )
    assert home.refuse("homeassistant/device/e/config", {"dev": {"ids": "e"}, "cmps": {}}) == "no_signal"
    assert home.refuse("d/s", "ON") in ("no_rule", "unknown_topic")


def test_a_template_that_is_a_program_is_refused_by_name() -> None:
    home = ear("homeassistant")
    home.hear("homeassistant/sensor/x/config", HA_SENSOR | {"value_template": "{% if 1 %}2{% endif %}"})
    assert home.refuse("some/where", "{}") == "no_rule"


# ---- Tasmota, ESPHome, Shelly ------------------------------------------------------------------------------------


def test_tasmota_times_are_the_sites_and_units_its_own() -> None:
    (reading,) = ear("tasmota").hear(
        "tele/p/SENSOR", {"Time": "2026-11-20T16:29:30", "AM2301": {"Temperature": 68}, "TempUnit": "F"}
    )
    assert (reading.value, reading.ts_ms) == (20.0, NOW - 30_000)


def test_tasmota_liveness_and_topic_order() -> None:
    assert said(ear("tasmota"), "roof/p/tele/LWT", "Offline") == [("roof/p", "availability", False, "offline")]
    assert said(ear("tasmota"), "tele/p/LWT", "online") == [("p", "availability", None, "trouble")]
    assert said(ear("tasmota"), "tele/p/STATE", {"Wifi": {}}) == [("p", "", None, "ignore")]


def test_two_probes_on_one_tasmota_are_two_devices() -> None:
    payload = {"DS18B20-1": {"Temperature": 21.5}, "DS18B20-2": {"Temperature": 85.0}}
    assert said(ear("tasmota"), "tele/p/SENSOR", payload) == [
        ("p/DS18B20-1", "temperature", 21.5, "reading"),
        ("p/DS18B20-2", "temperature", None, "trouble"),
    ]


def test_esphome_speaks_plain_text() -> None:
    home = ear("esphome")
    assert said(home, "h/binary_sensor/kitchen_smoke/state", "ON") == [("h", "smoke", True, "alarm")]
    assert said(home, "h/sensor/water_pressure/state", "0.31") == [("h", "water_pressure", 0.31, "reading")]
    assert said(home, "h/status", "offline") == [("h", "availability", False, "offline")]
    assert home.refuse("h/sensor/mystery/state", "1") == "no_rule"


def test_shelly_says_only_what_changed() -> None:
    shelly = ear("shelly")

    def notify(params: dict[str, object], method: str = "NotifyStatus") -> list[tuple[str, str, object, str]]:
        return said(shelly, "shellyplussmoke-1/events/rpc", {"method": method, "params": {"ts": SECONDS, **params}})

    assert notify({"smoke:0": {"alarm": True, "mute": True}}) == [
        ("shellyplussmoke-1", "smoke", True, "alarm"),
        ("shellyplussmoke-1", "silence", True, "supervisory"),
    ]
    assert notify({"smoke:0": {"mute": False}}) == [("shellyplussmoke-1", "silence", False, "normal")]
    assert notify({"temperature:0": {"tC": 21.5, "tF": 70.7}}) == [
        ("shellyplussmoke-1", "temperature", 21.5, "reading")
    ]
    test = {"events": [{"component": "smoke:0", "event": "alarm_test"}]}
    assert notify(test, "NotifyEvent") == [("shellyplussmoke-1", "smoke", None, "supervisory")]
    assert said(shelly, "shellyplussmoke-1/online", "false") == [
        ("shellyplussmoke-1", "availability", False, "offline")
    ]
    assert said(shelly, "shellies/g/sensor/gas", "heavy") == [("g", "gas", True, "alarm")]


# ---- cameras -----------------------------------------------------------------------------------------------------


def frigate(kind: str, zones: list[str], at: float = SECONDS, **more: object) -> dict[str, object]:
    after = {"id": "1-a", "camera": "gate", "label": "car", "frame_time": at, "start_time": SECONDS - 5,
             "end_time": None, "current_zones": zones, "entered_zones": ["lane"], "false_positive": False}  # fmt: skip
    return {"type": kind, "before": {}, "after": after | more}


def test_frigate_raises_once_while_the_object_is_in_the_zone_and_ends_when_it_left() -> None:
    camera = ear("frigate", zone="lane", labels=("car", "truck"))
    raised = ("gate", "fire_lane_occupied", True, "alarm")
    gone = ("gate", "fire_lane_occupied", False, "normal")
    assert said(camera, "frigate/events", frigate("new", ["lane"])) == [raised]
    assert said(camera, "frigate/events", frigate("update", ["lane"], SECONDS + 1), NOW + 1000)[0][3] == "ignore"
    assert said(camera, "frigate/events", frigate("new", ["lane"], SECONDS + 2, id="2-b"), NOW + 2000) == [raised]
    assert said(camera, "frigate/events", frigate("update", [], SECONDS + 3), NOW + 3000) == [raised]
    left = frigate("end", [], SECONDS + 4, id="2-b", end_time=SECONDS + 4)
    assert said(camera, "frigate/events", left, NOW + 4000) == [gone]
    assert said(camera, "frigate/events", frigate("new", ["lane"], label="person"))[0][3] == "ignore"
    assert said(camera, "frigate/events", frigate("new", ["lane"], false_positive=True))[0][3] == "ignore"


def test_frigate_waits_for_the_dwell_time() -> None:
    camera = ear("frigate", zone="lane", dwell_s=60)
    assert said(camera, "frigate/events", frigate("new", ["lane"]))[0][2] is False
    assert said(camera, "frigate/events", frigate("update", ["lane"], SECONDS + 56), NOW + 56_000)[0][2] is True


def test_frigates_pictures_and_counts_are_not_events() -> None:
    camera = ear("frigate")
    assert said(camera, "frigate/gate/car/snapshot", b"\xff\xd8\xff\xe0")[0][3] == "ignore"
    assert said(camera, "frigate/available", "offline") == [("frigate", "availability", False, "offline")]


def test_onvif_may_say_it_by_the_topic_alone() -> None:
    topic = "cam/onvif-ej/RuleEngine/LineDetector/Crossed/&1/fire-lane"
    assert said(ear("onvif", empty_payload="alarm"), topic, "") == [("cam", "fire_lane_occupied", True, "alarm")]
    assert ear("onvif").refuse(topic, "") == "empty_payload"
    assert said(ear("onvif"), "cam/onvif-ej/VideoSource/MotionAlarm/&1", {"Data": {"State": True}})[0][3] == "ignore"
    assert said(ear("onvif"), topic, {"Data": {"IsInside": "perhaps"}}) == [
        ("cam", "fire_lane_occupied", None, "trouble")
    ]


def alert(event: str, state: str, before: str = "") -> str:
    return f"""{before}<EventNotificationAlert xmlns="http://www.hikvision.com/ver20/XMLSchema"><channelID>1</channelID>
    <dateTime>2026-11-20T16:29:55+08:00</dateTime><eventType>{event}</eventType><eventState>{state}</eventState>
    </EventNotificationAlert>"""


def test_hikvision_alerts() -> None:
    recorder = ear("hikvision")
    topic = "cctv/nvr1/ch1/isapi"
    assert said(recorder, topic, alert("smokeDetection", "active")) == [("nvr1/ch1", "video_smoke", True, "alarm")]
    assert said(recorder, topic, alert("videoloss", "active")) == [("nvr1/ch1", "video_loss", True, "trouble")]
    assert said(recorder, topic, alert("VMD", "active"))[0][3] == "ignore"
    assert recorder.refuse(topic, "<a") == "bad_xml"
    assert recorder.refuse(topic, "<a>" * 40 + "</a>" * 40) == "too_deep"
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert recorder.refuse(topic, alert("&b;", "active", bomb)) == "bad_xml"


def test_dahua_events() -> None:
    recorder = ear("dahua")
    line = "Code=SmokeDetection;action={};index=0"
    assert said(recorder, "amcrest2mqtt/A1/event", line.format("Start")) == [("A1", "video_smoke", True, "alarm")]
    assert said(recorder, "amcrest2mqtt/A1/event", line.format("Stop"))[0][3] == "normal"


# ---- gateways and platforms --------------------------------------------------------------------------------------


def test_a_name_no_database_could_hold_keeps_no_fire_from_being_raised() -> None:
    tells = {"hall\0": [{"ts": NOW, "values": {"smoke": True, "not\0e": "a\0b"}}]}
    topic, payload = "v1/gateway/telemetry", json.dumps(tells)
    heard = ear("thingsboard").hear(topic, payload)
    assert [(each.device, each.kind, each.state) for each in heard if each.kind == "smoke"] == [
        ("hall\ufffd", "smoke", State.ALARM)
    ]
    for each in heard:
        prepare(Entry(LIVE, f"alarm/{each.point}/1", 1, "AlarmRaised", NOW, By(machine="x"), {"value": each.value}))


def test_a_newcomer_is_called_by_what_can_be_written_down() -> None:
    strangers = Strangers(frozenset())
    strangers.introduce("ha", "u\0", name="Ha\ud800ll", maker="\0", kinds=("smoke",))
    (told,) = strangers.take(NOW)
    assert (told.device, told.name, told.maker) == ("u\ufffd", "Ha\ufffdll", "\ufffd")


def test_thingsboard_gateways_send_what_they_kept_in_any_order() -> None:
    samples = [{"ts": NOW - 1000, "values": {"leakage_ma": "312"}}, {"ts": NOW - 9000, "values": {"leakage_ma": 100}}]
    told = ear("thingsboard").hear("v1/gateway/telemetry", {"panel 3": samples})
    assert [(each.device, each.kind, each.value, each.unit, each.ts_ms) for each in told] == [
        ("panel 3", "leakage_current", 100, "mA", NOW - 9000),
        ("panel 3", "leakage_current", 312, "mA", NOW - 1000),
    ]
    assert said(ear("thingsboard"), "v1/gateway/disconnect", {"device": "x"})[0][3] == "offline"


def varint(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def blob(number: int, data: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(data)) + data


def metric(name: str, number: int, value: int, more: bytes = b"") -> bytes:
    return blob(2, (blob(1, name.encode()) if name else b"") + more + varint(number << 3) + varint(value))


def test_sparkplug_needs_the_birth_and_the_right_death() -> None:
    plant = ear("sparkplug")
    alias = varint(2 << 3) + varint(7)
    assert plant.refuse("spBv1.0/g/DDATA/n/d", metric("", 14, 1, alias)) == "no_birth"
    plant.hear("spBv1.0/g/NBIRTH/n", metric("bdSeq", 11, 3))
    plant.hear("spBv1.0/g/DBIRTH/n/d", metric("Hall/Smoke", 14, 0, alias))
    assert said(plant, "spBv1.0/g/DDATA/n/d", metric("", 14, 1, alias)) == [("g/n/d", "smoke", True, "alarm")]
    null = alias + varint(7 << 3) + varint(1)
    assert said(plant, "spBv1.0/g/DDATA/n/d", metric("", 14, 0, null)) == [("g/n/d", "smoke", None, "trouble")]
    assert said(plant, "spBv1.0/g/NDEATH/n", metric("bdSeq", 11, 2))[0][3] == "ignore"
    (death,) = plant.hear("spBv1.0/g/NDEATH/n", metric("bdSeq", 11, 3))
    assert (death.state, death.reach) == (State.OFFLINE, "g/n/")
    assert plant.refuse("spBv1.0/g/DDATA/n/d", b"\x12\xff") == "bad_frame"


def uplink(frame: bytes) -> dict[str, object]:
    return {
        "end_device_ids": {"device_id": "gs", "dev_eui": "24E1"},
        "uplink_message": {"frm_payload": base64.b64encode(frame).decode(), "received_at": "2026-11-20T08:29:43Z"},
    }


@pytest.mark.parametrize(
    ("number", "kind", "state"),
    [(1, "smoke", "alarm"), (7, "smoke", "normal"), (2, "smoke", "supervisory"), (5, "fault", "trouble"),
     (10, "smoke", "supervisory"), (14, "smoke", "supervisory"), (9, "smoke", "trouble")],
)  # fmt: skip
def test_the_frame_of_a_smoke_detector_is_read_without_a_codec(number: int, kind: str, state: str) -> None:
    frame = bytes([0x22, 0x10 | number, 8, 0, 0xF6])
    whole = frame + bytes([-sum(frame) % 256])
    told = ear("thethingsstack").hear("v3/a@t/devices/gs/up", uplink(whole))
    assert (told[0].device, told[0].kind, told[0].state) == ("24e1", kind, state)
    assert [(each.kind, each.value, each.state) for each in told][1:] == [
        ("battery", 8, "trouble"), ("smoke_value", 0, "reading"), ("temperature", -10, "reading"),
    ]  # fmt: skip
    assert ear("thethingsstack").refuse("v3/a@t/devices/gs/up", uplink(frame + b"\0")) == "bad_checksum"


def test_platform_bodies() -> None:
    status = {"resource": "device.status", "event_time": "20261120T082955Z",
              "notify_data": {"header": {"node_id": "86"}, "body": {"status": "OFFLINE"}}}  # fmt: skip
    assert said(ear("huawei-iotda"), "nb/iotda/push", status) == [("86", "availability", False, "offline")]
    online = {"messageType": "deviceOnlineOfflineReport", "IMEI": "86", "eventType": 1, "timestamp": NOW}
    assert said(ear("ctwing"), "nb/ctwing/push", online) == [("86", "availability", True, "normal")]
    assert ear("onenet").refuse("nb/onenet/push", {"msg": "{"}) == "bad_json"
    assert ear("onenet").refuse("nb/onenet/push", {"msg": "[" * 90}) == "too_deep"


def gb_frame(kind: int, objects: list[bytes], command: int = 2) -> bytes:
    body = bytes([kind, len(objects)]) + b"".join(objects)
    unit = b"\1\0\1\0" + bytes([0, 30, 16, 20, 11, 26]) + b"\x21\x43\x65\x87\x09\x01" + bytes(6)
    unit += len(body).to_bytes(2, "little") + bytes([command]) + body
    return b"@@" + unit + bytes([sum(unit) % 256]) + b"##"


def gb_part(bits: int) -> bytes:
    text = "3号楼2层烟感".encode("gb18030").ljust(31, b"\0")
    return b"\1\1\x28\xd9\0\6\0" + bits.to_bytes(2, "little") + text + bytes([46, 29, 16, 20, 11, 26])


def test_gb26875_part_states_and_sticky_frames() -> None:
    panel = ear("gbt26875.3")
    topic = "gb26875/up/010987654321"
    told = panel.hear(topic, gb_frame(2, [gb_part(3)]) + gb_frame(2, [gb_part(1 | 4)]))
    assert [(each.kind, each.state) for each in told if each.state in (State.ALARM, State.TROUBLE)] == [
        ("smoke", "alarm"), ("fault", "trouble"),
    ]  # fmt: skip
    assert told[0].device == "010987654321/1/1/000600d9"
    assert told[0].label == "3号楼2层烟感"
    assert said(panel, topic, gb_frame(2, [gb_part(2)]))[0][3] == "supervisory"
    assert said(panel, topic, gb_frame(2, [gb_part(3)], command=3))[0][3] == "ignore"
    assert panel.refuse(topic, gb_frame(2, [gb_part(3)[:-9]])) == "bad_frame"
    assert panel.refuse(topic, gb_frame(2, [gb_part(3)])[:-1]) == "bad_frame"


def test_a_gb26875_gateway_that_is_gone_takes_its_devices_along_and_a_device_its_parts() -> None:
    panel = ear("gbt26875.3")
    (gone,) = panel.hear("gb26875/gateway", b"offline")
    assert (gone.device, gone.kind, gone.state, gone.reach) == ("gb26875", "availability", "offline", "*")
    (away,) = panel.hear("gb26875/link/010987654321", b"offline")
    assert (away.device, away.state, away.reach) == ("010987654321", "offline", "010987654321/")
    assert said(panel, "gb26875/link/010987654321", b"online")[0][3] == "normal"
    assert said(panel, "gb26875/link/010987654321", b"perhaps")[0][3] == "trouble"


def cap(**changes: str) -> str:
    parts = {
        "status": "Actual",
        "msgType": "Alert",
        "expires": "2026-11-20T19:20:00+08:00",
        "event": "大风蓝色预警",
    } | changes
    return f"""<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier>
    <sender>met</sender><sent>2026-11-20T16:20:00+08:00</sent><status>{parts["status"]}</status>
    <msgType>{parts["msgType"]}</msgType><info><event>大风蓝色预警</event><severity>Minor</severity>
    <expires>{parts["expires"]}</expires></info></alert>"""


def test_warnings_that_are_exercises_or_expired_raise_nothing() -> None:
    assert said(ear("cap"), "cap/in", cap()) == [("met", "wind_warning", "Minor", "alarm")]
    assert said(ear("cap"), "cap/in", cap(status="Exercise"))[0][3] == "ignore"
    assert said(ear("cap"), "cap/in", cap(expires="2026-11-20T16:25:00+08:00"))[0][3] == "normal"
    assert said(ear("cap"), "cap/in", cap(msgType="Cancel"))[0][3] == "normal"


# ---- nothing raises ----------------------------------------------------------------------------------------------

MESSAGES = {
    name: [
        (case.message.topic, case.message.payload)
        for case in (Case.of(line, NOW) for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines())
    ]
    for name in ECOSYSTEMS
}
TOPICS = {
    "homeassistant": ("homeassistant/sensor/x/config", "homeassistant/binary_sensor/x/config", "some/where"),
    "tasmota": ("tele/a/SENSOR", "tele/a/LWT", "stat/a/RESULT"),
    "esphome": ("a/sensor/temperature/state", "a/status"),
    "shelly": ("shelly1/events/rpc", "shelly1/status/smoke:0", "shellies/a/sensor/gas"),
    "frigate": ("frigate/events", "frigate/reviews", "frigate/available"),
    "onvif": ("a/onvif-ej/RuleEngine/FieldDetector/ObjectsInside/&1/fire-lane",),
    "axis": ("axis/A/event/tns:axis/CameraApplicationPlatform/ObjectAnalytics/x",),
    "hikvision": ("cctv/a/b/isapi",),
    "dahua": ("amcrest2mqtt/a/event",),
    "thingsboard": ("v1/gateway/telemetry", "v1/gateway/connect"),
    "sparkplug": ("spBv1.0/g/DDATA/n/d", "spBv1.0/g/NBIRTH/n", "spBv1.0/g/NDEATH/n", "spBv1.0/STATE/h"),
    "chirpstack": ("application/a/device/b/event/up", "application/a/device/b/event/status"),
    "thethingsstack": ("v3/a@t/devices/b/up",),
    "huawei-iotda": ("nb/iotda/push",),
    "ctwing": ("nb/ctwing/push",),
    "onenet": ("nb/onenet/push",),
    "gbt26875.3": ("gb26875/up/1",),
    "cap": ("cap/in",),
}
WORDS = [
    "Time", "params", "ts", "smoke:0", "alarm", "battery", "devicepower:0", "after", "camera", "label", "sub_label",
    "current_zones", "type", "id", "Source", "Data", "SimpleItem", "Name", "Value", "message", "data", "active",
    "payload",
    "values", "deviceInfo", "devEui", "object", "event", "time", "end_device_ids", "uplink_message", "decoded_payload",
    "notify_data", "header", "node_id", "body", "services", "properties", "IMEI", "messageType", "msg", "deviceName",
    "temperature", "smoke", "device_class", "state_topic", "dev", "ids", "cmps", "val_tpl", "stat_t", "dev_cla", "~",
    "avty",
    "RfReceived", "events", "component", "frm_payload", "battery_voltage", "device", "online", "timestamp", "method",
]  # fmt: skip
TEXTS = ["dataReport", "a", "some/where", "smoke", "{{ value_json.x }}", "NotifyEvent", "new", "end", "car", "lane",
         "~/x",
         "AAAA", "temperature", "1", "online", "smoke:0", "alarm", ""]  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**53) | st.floats() | st.sampled_from(TEXTS) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=3), inner, max_size=6)
    ),
    max_leaves=24,
)


@given(
    where=st.sampled_from([(name, topic) for name, topics in TOPICS.items() for topic in topics]),
    payloads=st.lists(st.binary(max_size=90) | VALUES, min_size=1, max_size=3),
)
def test_no_message_makes_any_decoder_raise(where: tuple[str, str], payloads: list[object]) -> None:
    ecosystem, topic = where
    oracle.feed(ecosystem, [(topic, message(topic, payload).payload) for payload in payloads])


@given(
    ecosystem=st.sampled_from(sorted(ECOSYSTEMS)), number=st.integers(0, 400), at=st.integers(0, 2_000),
    cut=st.integers(0, 8), put=st.binary(max_size=8),
)  # fmt: skip
def test_no_damage_to_a_message_makes_its_decoder_raise(
    ecosystem: str, number: int, at: int, cut: int, put: bytes
) -> None:
    cases = MESSAGES[ecosystem]
    topic, payload = cases[number % len(cases)]
    at %= len(payload) + 1
    oracle.feed(ecosystem, [*cases[:1], (topic, payload[:at] + put + payload[at + cut :]), (topic, payload)])


@given(data=st.binary(max_size=120))
def test_no_frame_makes_the_panel_decoder_raise(data: bytes) -> None:
    frame = bytearray(gb_frame(2, [gb_part(3)]))
    frame[2 : 2 + len(data)] = data[: len(frame) - 5]
    unit = bytes(frame[2:-3])
    told = ear("gbt26875.3").decoder.decode(message("gb26875/up/1", b"@@" + unit + bytes([sum(unit) % 256]) + b"##"))
    assert isinstance(told, list | Rejected)


def test_every_ecosystem_of_the_configuration_has_a_decoder_that_is_tried_here() -> None:
    assert set(TOPICS) | {"site", "zigbee2mqtt"} == set(ECOSYSTEMS)


def test_a_source_keeps_what_it_learnt_under_another_configuration() -> None:
    source = SourceConfig("frigate", "frigate")
    decoder = Decoder((source,))
    other = replace(source, options={"zone": "lane"})
    told = decoder.decode_as(other, message("frigate/events", json.dumps(frigate("new", []))))
    assert isinstance(told, list)
    assert told[0].value is False


# ---- Axis ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("connected", [[], {}, [True], "yes", None])
def test_an_axis_camera_that_garbles_whether_it_is_connected_is_a_trouble(connected: object) -> None:
    heard = said(ear("axis"), "axis/A/event/connection", {"serial": "A", "connected": connected})
    assert heard == [("A", "availability", None, State.TROUBLE)]


# ---- what ends by itself, ciphers, bounds -----------------------------------------------------------------------


def sealed(plain: str, key: bytes) -> str:
    body = b"r" * 16 + len(plain.encode()).to_bytes(4, "big") + plain.encode()
    body += b"\0" * (-len(body) % 16)
    cipher = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return base64.b64encode(cipher.update(body) + cipher.finalize()).decode()


def test_onenets_encrypted_messages_are_read_with_its_key_and_only_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    key = bytes(range(32))
    told = json.dumps({"deviceName": "86", "notifyType": "property", "data": {"params": {"smoke": {"value": True}}}})
    monkeypatch.setenv("ONENET_KEY", base64.b64encode(key).decode().rstrip("="))
    opened = ear("onenet", aes_key="env:ONENET_KEY")
    assert said(opened, "nb/onenet/push", {"enc_msg": sealed(told, key)}) == [("86", "smoke", True, "alarm")]
    assert said(opened, "nb/onenet/push", {"msg": sealed(told, key)})[0][:2] == ("86", "smoke")
    assert opened.refuse("nb/onenet/push", {"enc_msg": sealed(told, key[::-1])}) == "no_key"
    assert opened.refuse("nb/onenet/push", {"enc_msg": "AAAA"}) == "no_key"
    assert ear("onenet", aes_key="env:NOT_THERE").refuse("nb/onenet/push", {"enc_msg": sealed(told, key)}) == "no_key"


def test_a_refusal_and_a_label_are_no_longer_than_a_person_reads() -> None:
    told = ear("site").decoder.decode(message(f"site/a/{'x' * 5_000}", "{}"))
    assert isinstance(told, Rejected) and len(told.detail) <= 300
    assert ear("tasmota").refuse(f"tele/{'x' * 5_000}/LWT", "Online") == "no_identity"
    labelled = uplink(b"") | {"end_device_ids": {"device_id": "n" * 5_000, "dev_eui": "1"}}
    labelled["uplink_message"] = {"decoded_payload": {"smoke": True}}
    (reading,) = ear("thethingsstack").hear("v3/a@t/devices/gs/up", labelled)
    assert len(reading.label) == 200


def test_a_node_whose_devices_are_unknown_is_asked_for_its_rebirth_once_a_minute() -> None:
    plant = ear("sparkplug")
    alias = varint(2 << 3) + varint(7)
    lost = metric("", 14, 1, alias)

    def asked(at: int) -> list[str]:
        plant.decoder.decode(message("spBv1.0/g/DDATA/n/d", lost, at))
        return [word.topic for word in plant.decoder.errands.take_words()]

    assert asked(NOW) == ["spBv1.0/g/NCMD/n"]
    assert asked(NOW + 59_000) == []
    assert asked(NOW + 60_000) == ["spBv1.0/g/NCMD/n"]


def test_a_death_after_an_unseen_birth_counts() -> None:
    plant = ear("sparkplug")
    plant.hear("spBv1.0/g/NBIRTH/n", metric("bdSeq", 11, 255))
    assert said(plant, "spBv1.0/g/NDEATH/n", metric("bdSeq", 11, 254))[0][3] == "ignore"
    assert said(plant, "spBv1.0/g/NDEATH/n", metric("bdSeq", 11, 0)) == [("g/n", "availability", False, "offline")]


def test_discovered_topics_are_wanted_as_long_as_a_configuration_names_them() -> None:
    home = ear("homeassistant")
    home.hear("homeassistant/sensor/x/config", HA_SENSOR)
    assert home.decoder.errands.topics == ("some/where", "some/lwt")
    home.hear("homeassistant/sensor/x/config", "")
    assert home.decoder.errands.topics == ()


def test_no_configuration_makes_the_console_listen_to_everything() -> None:
    home = ear("homeassistant")
    for topic in ("#", "+/x", "$SYS/broker", "a/#"):
        home.hear("homeassistant/sensor/x/config", HA_SENSOR | {"state_topic": topic, "availability": []})
        assert home.decoder.errands.topics == ()
