"""`main.py explain`: one JSON line per message, fed in order to one console, as the contracts page shapes it."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from console import site
from console.clock import Clock
from console.config.read import load
from console.explain import Explainer, Ranked, Step, explain, to_json
from console.explain.desks import Desks
from console.model import CameraId, ConditionChanged, PointId

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "tests" / "unit" / "cases" / "payloads.jsonl"
LINES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line]
CASES = [json.loads(line) for line in LINES]
NOW = 1_795_163_400_000
SMOKE = {"topic": "zigbee2mqtt/a", "payload": '{"smoke":true}', "received_at": "2026-11-20T08:30:00Z"}


def explainer(**desks: Any) -> Explainer:
    return Explainer(load(ROOT / "config.toml").sources, (), "Asia/Shanghai", **desks)


def told(*cases: Mapping[str, object] | str, **desks: Any) -> list[dict[str, Any]]:
    lines = [case if isinstance(case, str) else json.dumps(case) for case in cases]
    return [json.loads(to_json(each)) for each in explain(lines, NOW, lambda: explainer(**desks))]


def matches(reading: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    asked = [key for key in ("device", "kind", "value", "unit", "state", "ts_ms") if key in expected]
    return all(same(reading[key], expected[key]) for key in asked)


def same(value: object, wanted: object) -> bool:
    return value == wanted and isinstance(value, bool) == isinstance(wanted, bool)


@pytest.fixture(scope="module")
def all_told() -> list[dict[str, Any]]:
    return told(*LINES)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_a_message_of_the_field_gives_the_reading_it_must(number: int, all_told: list[dict[str, Any]]) -> None:
    expected = CASES[number]["expect"]
    readings = all_told[number]["readings"]
    assert matches(readings[0], expected), readings
    for further in expected.get("also", ()):
        assert any(matches(reading, further) for reading in readings), (further, readings)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_a_message_of_the_field_gives_the_same_with_nothing_but_its_priors(number: int) -> None:
    priors = [case for case in CASES if case["name"] in CASES[number].get("prior", ())]
    alone = told(*priors, CASES[number])[-1]
    assert matches(alone["readings"][0], CASES[number]["expect"])


def test_only_what_belongs_to_history_says_so(all_told: list[dict[str, Any]]) -> None:
    marked = {case["name"] for case, line in zip(CASES, all_told, strict=True) if "history" in line["readings"][0]}
    assert marked == {"spb_ddata_historical", "gen_backfill_two_hours"}


def test_the_line_has_the_shape_of_the_contract() -> None:
    (line,) = told(SMOKE)
    assert line == {
        "readings": [
            {"device": "a", "kind": "smoke", "value": True, "unit": None, "state": "alarm", "ts_ms": NOW},
        ],
        "rejected": None,
        "alarms": [],
        "cameras": [],
    }  # fmt: skip


def test_lines_are_fed_in_order_to_one_console() -> None:
    discovery = [{"ieee_address": "0x1", "friendly_name": "a"}]
    lines = told({"topic": "zigbee2mqtt/bridge/devices", "payload": json.dumps(discovery)}, SMOKE)
    assert lines[1]["readings"][0]["device"] == "0x1"


def test_a_case_with_priors_has_heard_those_and_nothing_else() -> None:
    first = {"name": "first", "topic": "site/h/smoke", "payload": f'{{"v":0,"t":{NOW - 9000}}}'}
    newer = {"name": "newer", "topic": "site/h/smoke", "payload": f'{{"v":0,"t":{NOW - 1000}}}'}
    case = {"prior": ["first"], "topic": "site/h/smoke", "payload": f'{{"v":1,"t":{NOW - 5000}}}'}
    lines = told(*[each | {"received_at": "2026-11-20T08:30:00Z"} for each in (first, newer, case)])
    assert [line["readings"][0]["state"] for line in lines] == ["normal", "normal", "alarm"]


def test_priors_may_name_priors_and_even_themselves() -> None:
    case = SMOKE | {"name": "a", "prior": ["a", "b", "nobody"]}
    assert [line["rejected"] for line in told(case, SMOKE | {"name": "b", "prior": ["a"]})] == [None, None]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"payload":""}', '{"topic":"a","received_at":"soon"}',
     '{"topic":"a","encoding":"repeat","payload":"?"}',
     '{"topic":"a","encoding":"base64","payload":"?"}',
     '{"topic":"a","encoding":"repeat","payload":{"head":"","unit":"x","times":9999999999,"tail":""}}'],
)  # fmt: skip
def test_a_line_that_is_no_case_is_answered_too(line: str) -> None:
    bad, good = told(line, SMOKE)
    assert bad["rejected"] == "bad_line"
    assert good["rejected"] is None


def test_payloads_may_be_bytes_or_an_object() -> None:
    encoded = base64.b64encode(b'{"smoke":true}').decode()
    for payload in ({"encoding": "base64", "payload": encoded}, {"payload": {"smoke": True}}):
        assert told(SMOKE | payload)[0]["readings"][0]["state"] == "alarm"


def test_a_topic_nobody_takes_and_an_ecosystem_nobody_knows_are_refused() -> None:
    assert told(SMOKE | {"topic": "nowhere"})[0]["rejected"] == "unknown_topic"
    assert told(SMOKE | {"topic": "nowhere", "ecosystem": "carrier pigeon"})[0]["rejected"] == "unknown_topic"


def test_alarm_and_cameras_come_from_the_desks() -> None:
    def alarm_step(change: ConditionChanged) -> list[Step]:
        return [Step(f"{change.point}/1", f"{change.cause} {change.condition}")]

    def rank_cameras(point: PointId) -> list[Ranked]:
        return [Ranked(CameraId("c-1"), 7, 2, f"sees {point}", 4.5)]

    (line,) = told(SMOKE, alarm_step=alarm_step, rank_cameras=rank_cameras)
    assert line["alarms"] == [{"id": "z2m/a#smoke/1", "step": "alarm active"}]
    assert line["cameras"] == [
        {"id": "c-1", "number": 7, "tier": 2, "reason": "sees z2m/a#smoke", "distance_m": 4.5}
    ]  # fmt: skip


def test_a_limit_crossed_asks_for_cameras_and_a_normal_does_not() -> None:
    asked: list[PointId] = []

    def rank_cameras(point: PointId) -> list[Ranked]:
        asked.append(point)
        return []

    told(*[{"topic": "site/h/water_pressure", "payload": payload} for payload in ('{"v":0.3}', '{"v":0.1}')],
         rank_cameras=rank_cameras)  # fmt: skip
    assert asked == ["site/h#water_pressure"]


def run(*arguments: str, given: bytes = b"") -> list[dict[str, Any]]:
    command = [sys.executable, str(ROOT / "main.py"), "explain", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=60, cwd=ROOT)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_command_explains_one_message_from_its_arguments_or_standard_input() -> None:
    once = ["--topic", "site/hyd-01/water_pressure", "--received-at", "2026-11-20T08:30:00Z"]
    (line,) = run(*once, "--payload", '{"v":0.31}')
    assert line["readings"][0] == {
        "device": "hyd-01", "kind": "water_pressure", "value": 0.31, "unit": "MPa", "state": "reading", "ts_ms": NOW,
    }  # fmt: skip
    assert run(*once, given=b'{"v":0.31}') == [line]


def test_the_command_explains_a_file_line_by_line() -> None:
    assert len(run("--messages", str(FILE))) == len(LINES)


LANE = {"topic": "site/lane-02/fire_lane_occupied", "payload": {"v": True}}
FIRE = {"topic": "zigbee2mqtt/东厂房/3F/走廊C烟感", "payload": {"smoke": True}}


def leak(device: str, milliamperes: float, second: int) -> dict[str, object]:
    at = f"2026-11-20T08:30:{second:02d}Z"
    return {"topic": f"site/{device}/leakage_current", "payload": {"v": milliamperes}, "received_at": at}


def steps(*cases: Mapping[str, object]) -> list[list[dict[str, str]]]:
    config = load(ROOT / "config.toml")
    room = site.load(config.site)[0]
    desks = Desks(room, Clock(), config.alarms)

    def made() -> Explainer:
        return Explainer(config.sources, room.points, room.time_zone, desks.step, desks.rank)

    return [json.loads(to_json(each))["alarms"] for each in explain(map(json.dumps, cases), NOW, made)]


def test_each_step_says_which_rule_of_the_site_it_comes_from() -> None:
    lane, fire = steps(LANE, FIRE)
    assert lane == [{"id": "site/lane-02#fire_lane_occupied/1", "step": "AlarmRaised"}]
    assert fire[1] == {"id": "site/lane-02#fire_lane_occupied/1", "step": "AlarmHeightened", "rule": "lane"}


def test_a_count_goes_by_when_the_messages_came() -> None:
    first, second = leak("leak-01", 520, 0), leak("leak-02", 520, 10)
    *_, third = steps(first, second, leak("leak-01", 20, 20), leak("leak-01", 520, 30))
    assert third[1] == {"id": "rule/trips@W1#repeated/1", "step": "AlarmRaised", "rule": "trips"}


def test_a_rate_says_that_it_is_one() -> None:
    rising = [
        {**leak("gauge-01", 2 + second / 100, second), "topic": "site/gauge-01/water_level"}
        for second in range(0, 60, 10)
    ]
    told = [step for line in steps(*rising) for step in line]
    assert told == [{"id": "site/gauge-01#water_level.rising/1", "step": "AlarmRaised", "rule": "rise_per_min"}]
