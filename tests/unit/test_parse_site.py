"""Site rules, the limits before parsing, and what is done about times and repeats."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from console.config.schema import SignalConfig, SourceConfig
from console.model import Reading, Rejected, State
from console.parse import Decoder
from console.topics import Pattern, subscription
from tests.unit.telling import NOW, SITE, Z2M, Ear, message, point

HYDRANTS = SourceConfig(
    "hydrants",
    "site",
    "yard/+/{device}/up",
    time="meta.at",
    time_format="iso",
    signals=(
        SignalConfig("water_pressure", "data.p", unit="kPa", range=(0.0, 2.5)),
        SignalConfig("valve_shut", "flags[?name=='valve'].value | [0]", on=("shut",), off=("open",)),
        SignalConfig("vibration", "data.vib", unit="mm/s"),
    ),
)
FAR_AHEAD, LATE = NOW + 3 * 86_400_000, NOW - 7_200_000


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.mark.parametrize(
    "word", [True, "true", "TRUE", 1, "1", 1.0, "ON", "on", "alarm", "火警", " on "]
)  # fmt: skip
def test_a_yes_is_an_alarm(ear: Ear, word: object) -> None:
    said = ear.one("site/a/smoke", {"v": word})
    assert (said.value, said.state) == (True, State.ALARM)


@pytest.mark.parametrize("word", [False, "false", 0, "0", "OFF", "off", "normal", "正常"])
def test_a_no_is_normal(ear: Ear, word: object) -> None:
    assert ear.one("site/a/smoke", {"v": word}).state is State.NORMAL


@pytest.mark.parametrize("word", ["fire!", "", 2, -1, 0.5, None, [], {}, "truee", "null"])
def test_anything_else_is_bad_quality_never_normal(ear: Ear, word: object) -> None:
    said = ear.one("site/a/smoke", {"v": word})
    assert (said.value, said.state, said.reason) == (None, State.TROUBLE, "bad_value")


@pytest.mark.parametrize(
    ("kind", "payload", "value", "unit"),
    [
        ("water_pressure", '{"v":0.31}', 0.31, "MPa"),
        ("water_pressure", '{"v":" 0.45 "}', 0.45, "MPa"),
        ("temperature", '{"v":-40}', -40, "°C"),
        ("leakage_current", '{"v":312}', 312, "mA"),
        ("gas", '{"v":12.5}', 12.5, "%LEL"),
    ],
)
def test_a_number_is_a_reading(ear: Ear, kind: str, payload: str, value: float, unit: str) -> None:
    said = ear.one(f"site/a/{kind}", payload)
    assert (said.value, said.unit, said.state) == (value, unit, State.READING)


@pytest.mark.parametrize(
    "payload",
    [
        '{"v":NaN}', '{"v":Infinity}', '{"v":-Infinity}', '{"v":"nan"}', '{"v":null}', '{"v":true}', '{"v":"0x1f"}',
        '{"v":-127}', '{"v":123456789012345678901234567890}', '{"v":"1e999"}', '{"v":[1]}', '{"v":20,"v":90}',
    ],
)  # fmt: skip
def test_what_is_no_number_is_a_trouble_and_never_plotted(ear: Ear, payload: str) -> None:
    said = ear.one("site/a/temperature", payload)
    assert (said.value, said.unit, said.state) == (None, "°C", State.TROUBLE)


def test_nan_beside_the_value_and_in_a_text_does_no_harm(ear: Ear) -> None:
    assert ear.one("site/a/temperature", '{"v":21.5,"x":NaN,"note":"NaN \\" Infinity"}').value == 21.5


def test_the_same_key_twice_with_one_meaning_is_one_value(ear: Ear) -> None:
    assert ear.one("site/a/smoke", '{"v" : true, "v":true, "note":"a\\":b"}').state is State.ALARM


def test_a_probe_that_just_woke_up_reads_85_degrees_and_is_not_believed(ear: Ear) -> None:
    assert ear.one("site/a/temperature", '{"v":85.0}').state is State.TROUBLE
    assert ear.one("site/a/temperature", '{"v":22}').state is State.READING
    assert ear.one("site/a/temperature", '{"v":85}').state is State.TROUBLE
    assert ear.one("site/a/temperature", '{"v":81}').state is State.READING
    assert ear.one("site/a/temperature", '{"v":85}').state is State.READING


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ("", "empty_payload"), ("  \n", "empty_payload"), ('{"v":1', "bad_json"), ("ON", "bad_json"),
        ('{"x":1}', "no_value"), ("[]", "no_value"), ("0.31", "wrong_type"), ('"on"', "wrong_type"),
        ("true", "wrong_type"), ("null", "wrong_type"), ('{"v":"\\ud800"}', "bad_json"),
        (b'{"v":"\xb0"}', "bad_charset"), (b"\xff\xfe{", "bad_charset"), ("[" * 60_000, "too_deep"),
        ('{"a":' * 33 + "1" + "}" * 33, "too_deep"), ('{"v":0.31,"pad":"' + "A" * 4_194_304 + '"}', "too_large"),
    ],
)  # fmt: skip
def test_a_bad_message_is_refused_with_its_reason(ear: Ear, payload: str | bytes, reason: str) -> None:
    assert ear.refuse("site/h-09/water_pressure", payload) == reason


def test_brackets_in_texts_are_not_depth(ear: Ear) -> None:
    assert ear.one("site/a/smoke", {"v": True, "note": "[[{{" * 50 + '\\"'}).state is State.ALARM


def test_a_kind_nobody_described_is_refused(ear: Ear) -> None:
    assert ear.refuse("site/a/mood", {"v": 1}) == "no_rule"
    assert ear.refuse("site/a/b/c", {"v": 1}) == "unknown_topic"


def test_another_charset_is_strict_too() -> None:
    ear = Ear(replace(SITE, charset="gb18030", signals=(SignalConfig(value="state"),)))
    assert ear.one("site/c-77/smoke", '{"state":"火警"}'.encode("gb18030")).state is State.ALARM
    assert ear.refuse("site/c-77/smoke", b'{"state":"\xff\xff"}') == "bad_charset"


def test_one_message_may_hold_many_signals_in_foreign_units() -> None:
    ear = Ear(HYDRANTS)
    body = {
        "meta": {"at": "2026-11-20T16:29:00"},
        "data": {"p": 310, "vib": "1.5"},
        "flags": [{"name": "valve", "value": "open"}],
    }
    said = ear.hear("yard/7/h-1/up", body)
    assert [(each.kind, each.value, each.unit, each.state) for each in said] == [
        ("water_pressure", 0.31, "MPa", State.READING),
        ("valve_shut", False, None, State.NORMAL),
        ("vibration", 1.5, "mm/s", State.READING),
    ]
    assert said[0].ts_ms == NOW - 60_000


def test_a_missing_signal_is_unchanged_and_an_impossible_one_a_trouble() -> None:
    ear = Ear(HYDRANTS)
    said = ear.one("yard/7/h-1/up", {"data": {"p": 99_000}})
    assert (said.state, said.reason) == (State.TROUBLE, "out_of_range")
    assert ear.one("yard/7/h-1/up", {"flags": [{"name": "valve", "value": "half"}]}).state is State.TROUBLE


def test_a_function_on_the_wrong_type_finds_nothing() -> None:
    ear = Ear(SourceConfig("s", "site", "s/{device}", signals=(SignalConfig("smoke", "max(list)"),)))
    assert ear.one("s/a", {"list": [0, 1]}).state is State.ALARM
    assert ear.refuse("s/a", {"list": "text"}) == "no_value"


@pytest.mark.parametrize(
    ("raw", "unit", "kind", "value"),
    [
        (310, "kPa", "water_pressure", 0.31), (3.1, "bar", "water_pressure", 0.31),
        (45, "psi", "water_pressure", 0.310264078), (0.45, "A", "leakage_current", 450.0),
        (450_000, "µA", "leakage_current", 450.0), (68, "°F", "temperature", 20.0), (300, "K", "temperature", 26.85),
        (1500, "W", "power", 1.5), (1500, "mV", "voltage", 1.5), (120, "cm", "water_level", 1.2),
    ],
)  # fmt: skip
def test_units_become_canonical(raw: float, unit: str, kind: str, value: float) -> None:
    ear = Ear(SourceConfig("s", "site", "s/{device}/{kind}", signals=(SignalConfig(kind, unit=unit),)))
    assert ear.one(f"s/a/{kind}", {"v": raw}).value == pytest.approx(value, abs=1e-8)


def test_scale_comes_before_the_unit() -> None:
    signal = SignalConfig("water_pressure", unit="bar", scale=(0.01, -1.0))
    ear = Ear(SourceConfig("s", "site", "s/{device}/{kind}", signals=(signal,)))
    assert ear.one("s/a/water_pressure", {"v": 410}).value == pytest.approx(0.31)


def test_the_whole_payload_may_be_the_value() -> None:
    ear = Ear(SourceConfig("s", "site", "s/{device}/{kind}", signals=(SignalConfig(value=""),)))
    assert ear.one("s/a/smoke", "ON\n").state is State.ALARM
    assert ear.one("s/a/temperature", "21.5").value == 21.5
    assert ear.one("s/a/temperature", "nan").state is State.TROUBLE


def test_the_device_may_be_named_in_the_payload() -> None:
    ear = Ear(SourceConfig("s", "site", "s/#", device="id", signals=(SignalConfig("smoke"),)))
    assert ear.one("s", {"id": 17, "v": True}).device == "17"
    assert ear.one("s/x/y", {"id": "d-1", "v": True}).device == "d-1"
    assert ear.refuse("s/x", {"v": True}) == "no_identity"
    assert ear.refuse("s/x", {"id": None, "v": True}) == "no_identity"


def test_an_empty_message_may_be_the_signal() -> None:
    ear = Ear(SourceConfig("s", "site", "s/{device}/{kind}", options={"empty_payload": "on"}))
    assert ear.one("s/button/manual_call_point", "").state is State.ALARM


def test_the_colour_of_a_warning_is_its_value() -> None:
    signal = SignalConfig("rain_warning", on=("red", "orange"), off=("none",))
    ear = Ear(SourceConfig("s", "site", "s/{device}/{kind}", signals=(signal,)))
    assert ear.one("s/met/rain_warning", {"v": "red"}).value == "red"
    assert ear.one("s/met/rain_warning", {"v": "none"}).state is State.NORMAL


def test_an_alias_of_a_site_device_is_a_label() -> None:
    ear = Ear(points=[point("site/860000000000017#smoke", "lobby")])
    said = ear.one("site/lobby/smoke", {"v": 1})
    assert (said.device, said.label) == ("860000000000017", "lobby")


# ---- times and repeats -------------------------------------------------------------------------------------------


def test_a_clock_far_ahead_is_not_believed_and_does_not_hide_what_follows(ear: Ear) -> None:
    said = ear.one("site/h/water_pressure", {"v": 0.33, "t": FAR_AHEAD})
    assert (said.ts_ms, said.clock_fault, said.state) == (NOW, True, State.READING)
    after = ear.one("site/h/water_pressure", {"v": 0.32, "t": NOW + 500}, NOW + 1000)
    assert (after.ts_ms, after.clock_fault, after.history) == (NOW + 500, False, False)


def test_a_clock_a_little_ahead_that_is_set_right_loses_nothing(ear: Ear) -> None:
    assert ear.one("site/h/smoke", {"v": 0, "t": NOW + 240_000}).ts_ms == NOW + 240_000
    assert ear.one("site/h/smoke", {"v": 1, "t": NOW + 1000}, NOW + 1000).state is State.ALARM


@pytest.mark.parametrize("time", ["soon", "", True, [], {}, "2026-13-40T00:00:00Z", 12])
def test_a_time_that_cannot_be_read_is_a_clock_fault(ear: Ear, time: object) -> None:
    said = ear.one("site/h/smoke", {"v": 1, "t": time})
    assert (said.ts_ms, said.clock_fault, said.state) == (NOW, True, State.ALARM)


def test_what_is_older_than_the_live_sample_belongs_to_history_only(ear: Ear) -> None:
    ear.one("site/h/water_pressure", {"v": 0.32, "t": NOW - 60_000})
    late = ear.one("site/h/water_pressure", {"v": 0.05, "t": LATE})
    assert (late.state, late.history, late.ts_ms, late.value) == (State.IGNORE, True, LATE, 0.05)
    assert ear.one("site/h/water_pressure", {"v": 0.31, "t": NOW - 30_000}).state is State.READING


def test_an_alarm_that_was_queued_is_live_when_nothing_newer_is_known(ear: Ear) -> None:
    said = ear.one("site/h/smoke", {"v": 1, "t": LATE})
    assert (said.state, said.late_ms) == (State.ALARM, 7_200_000)


def test_the_same_sample_again_is_a_duplicate(ear: Ear) -> None:
    sample = {"v": 1, "t": NOW - 1000}
    ear.one("site/h/smoke", sample)
    assert ear.one("site/h/smoke", sample, NOW + 9, dup=True).reason == "duplicate"
    assert ear.one("site/h/smoke", {"v": 0, "t": NOW - 1000}).state is State.NORMAL


def test_the_delivery_flag_alone_makes_no_duplicate_of_something_new(ear: Ear) -> None:
    ear.one("site/h/smoke", {"v": 0})
    assert ear.one("site/h/smoke", {"v": 1}, dup=True).state is State.ALARM
    assert ear.one("site/h/smoke", {"v": 1}, dup=True).state is State.IGNORE
    assert ear.one("site/h/smoke", {"v": 1}).state is State.ALARM


# ---- topics --------------------------------------------------------------------------------------------------------


def test_patterns_say_what_to_subscribe_and_what_to_take() -> None:
    assert subscription("site/{device}/{kind}/x-{device}/#") == "site/+/+/+/#"
    assert Pattern.of("a/#").match("a") == {}
    assert Pattern.of("a/+/{device}").match("a/b.c/楼 1") == {"device": "楼 1"}
    assert Pattern.of("a.b/{device}").match("axb/1") is None
    assert Ear().decoder.subscriptions() == ("zigbee2mqtt/#", "site/+/+")


@given(
    topic=st.sampled_from(["zigbee2mqtt/a", "zigbee2mqtt/a/availability", "zigbee2mqtt/bridge/devices", "site/a/smoke",
                           "zigbee2mqtt/bridge/event", "zigbee2mqtt/bridge/groups", "yard/1/2/up", "site/a/gas"]),
    payload=st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["v", "t", "smoke", "battery", "data", "type", "device", "ieee_address", "friendly_name",
                             "p", "meta", "at", "flags", "definition", "exposes", "features", "last_seen", "action",
                             "voltage", "fault", "test", "self_test_result"]) | st.text(max_size=4),
            inner, max_size=5),
        max_leaves=20),
    received=st.integers(0, 2**43),
)  # fmt: skip
@example(topic="zigbee2mqtt/a", payload={"device": {"ieeeAddr": ""}, "smoke": 1e308}, received=0)
def test_no_message_makes_the_decoder_raise(topic: str, payload: object, received: int) -> None:
    decoder = Decoder((Z2M, SITE, HYDRANTS))
    told = decoder.decode(message(topic, payload, received))
    assert isinstance(told, Rejected) or all(isinstance(each, Reading) for each in told)
    if not isinstance(told, Rejected):
        assert told, "an understood message says something, if only that it is without effect"
