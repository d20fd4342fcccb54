"""Rules about several alarms in the real program: through a real broker, past a kill, told once and ended once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.clock import iso_ms
from tests.servers.mosquitto import Broker
from tests.system.journal import entries
from tests.system.process import Running
from tests.system.small_site import now_ms, smoke, write_config
from tests.waiting import wait_until

OFFICE = "office@weather.example"
LANE, GAUGE = "site/lane#fire_lane_occupied/1", "site/gauge#water_level.rising/1"
FLOOD, TRIPS = "rule/waterlogging@site/gauge#water_level#waterlogging/1", "rule/trips@#repeated/1"
SEEN_S = 20.0


@pytest.fixture
def console(tmp_path: Path, mosquitto: Broker) -> Iterator[Running]:
    config = write_config(tmp_path / "site", mosquitto.url)
    text = config.read_text(encoding="utf-8").replace('area = "building"', 'area = "site"')
    config.write_text(text, encoding="utf-8")
    with Running(tmp_path / "console", "--headless", "--config", str(config)) as running:
        running.start("run")
        running.wait_for("LinkUp", SEEN_S, kind="broker")
        yield running


def meter(device: str, kind: str, value: object, at_ms: int) -> tuple[str, str]:
    return f"site/{device}/{kind}", json.dumps({"v": value, "t": at_ms})


def warning(kind: str, identifier: str, refers: str = "") -> tuple[str, str]:
    told = f"<references>{OFFICE},{refers},x</references>" if refers else ""
    return "cap/office", (
        f'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{identifier}</identifier>'
        f"<sender>{OFFICE}</sender><sent>{iso_ms(now_ms())}</sent><status>Actual</status><msgType>{kind}</msgType>"
        f"<scope>Public</scope>{told}<info><category>Met</category><event>暴雨</event><urgency>Immediate</urgency>"
        "<severity>Extreme</severity><certainty>Observed</certainty><headline>暴雨红色预警</headline></info></alert>"
    )


def written(console: Running) -> set[str]:
    """The alarms whose rise is in the journal, once the graver one is there too."""
    told = entries(console.data)
    is_whole = any(entry.kind == "AlarmHeightened" for entry in told)
    return {entry.stream.partition("/")[2] for entry in told if is_whole and entry.kind == "AlarmRaised"}


def test_what_rules_say_goes_on_after_a_kill_is_told_once_and_ends_by_itself(
    mosquitto: Broker, console: Running
) -> None:
    now = now_ms()
    for told in (
        meter("lane", "fire_lane_occupied", True, now), smoke("hall"), warning("Alert", "a-1"),
        *(meter("gauge", "water_level", 2 + step / 20, now - 60_000 + step * 9_000) for step in range(7)),
        *(meter(f"leak-{number}", "leakage_current", 520, now + number) for number in range(3)),
    ):  # fmt: skip
        mosquitto.publish(*told)
    console.wait_for("AlarmHeightened", SEEN_S, alarm=LANE, rule="lane")
    for alarm in (GAUGE, FLOOD, TRIPS):
        console.wait_for("AlarmRaised", SEEN_S, alarm=alarm)
    told_before = {event["alarm"] for event in console.named("AlarmRaised")}
    wait_until(lambda: told_before <= written(console), SEEN_S, "all of it in the journal")  # else a kill takes it
    console.kill()
    before = len(console.events())
    console.start("run")
    mosquitto.publish(*meter("hall", "smoke", False, now_ms()))
    mosquitto.publish(*warning("Cancel", "a-2", refers="a-1"))
    console.wait_for("AlarmLowered", SEEN_S, after=before, alarm=LANE)
    console.wait_for("AlarmCleared", SEEN_S, after=before, alarm=FLOOD)
    assert console.named("AlarmRaised", after=before) == [] == console.named("AlarmHeightened", after=before)
