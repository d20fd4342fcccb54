"""`main.py check --recorded`: a recording through the site's rules, source by source, with examples and cures."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from console.arrivals import as_case
from console.commands import check
from console.config.schema import SourceConfig
from console.errors import ConfigError
from console.explain.cures import CURES
from console.explain.recorded import Outcomes, Trial, to_json, to_text
from console.model import Message, Point, PointId, Site
from console.parse.rejects import Reject
from tests.unit.site_folder import write

SOURCES = (SourceConfig("z2m", "zigbee2mqtt"), SourceConfig("plant", "site", topic="plant/{device}/{kind}"))
SITE = Site(
    "测试", "Test", "Asia/Shanghai", (120.0, 30.0),
    points=(Point(PointId("plant/p1#smoke"), "烟感", "Smoke", "smoke", (0.0, 0.0)),),
)  # fmt: skip
NOW = 1_795_000_000_000


def trial(*messages: tuple[str, str], at_ms: int = NOW) -> Outcomes:
    made = Trial(SOURCES, SITE)
    made.feed([as_case(Message(topic, text.encode(), at_ms)) for topic, text in messages], NOW)
    return made.outcomes


def test_each_source_says_how_much_of_it_was_understood_ignored_and_refused() -> None:
    outcomes = trial(
        ("plant/p1/smoke", '{"v": 0}'),
        ("plant/p1/smoke", "{"),
        ("plant/p2/smoke", "{"),
        ("zigbee2mqtt/lamp/set", '{"state": "ON"}'),
        ("zigbee2mqtt/lamp", '{"brightness": 1}'),
        ("nobody/knows", "1"),
    )
    plant, z2m, none = outcomes.sources["plant"], outcomes.sources["z2m"], outcomes.sources[""]
    assert (plant.messages, plant.understood, plant.refused) == (3, 1, 2)
    assert (z2m.messages, z2m.ignored, z2m.refused) == (2, 1, 0)
    assert none.refused == 1
    assert not outcomes.is_clean


def test_a_refusal_names_its_first_example_and_what_to_do() -> None:
    outcomes = trial(("plant/p1/smoke", '{"v": 0}'), ("plant/p7/smoke", "{"), ("plant/p8/smoke", "{"))
    refusal = outcomes.sources["plant"].refusals[Reject.BAD_JSON]
    assert (refusal.line, refusal.topic, refusal.count) == (2, "plant/p7/smoke", 2)
    text = "\n".join(to_text(outcomes))
    assert "first in line 2, plant/p7/smoke" in text
    assert f"cure: {CURES[Reject.BAD_JSON]}" in text


def test_what_holds_nothing_to_watch_spoils_nothing() -> None:
    outcomes = trial(("plant/p1/smoke", '{"v": 0}'), ("zigbee2mqtt/lamp", '{"brightness": 1}'))
    assert outcomes.is_clean
    assert to_json(outcomes)["sources"][0]["reasons"][0]["harmless"] is True


def test_devices_that_are_not_in_the_site_and_clocks_that_are_off_are_said() -> None:
    outcomes = trial(("plant/p1/smoke", '{"v": 0}'), ("plant/p9/smoke", f'{{"v": 0, "t": {NOW - 4_000}}}'))
    plant = outcomes.sources["plant"]
    assert list(plant.strangers) == ["p9"]
    assert plant.skew_ms == -4_000
    assert any("devices not in points.csv: 1 (p9)" in line for line in to_text(outcomes))


def test_lines_that_are_no_messages_are_counted_and_the_first_is_named() -> None:
    made = Trial(SOURCES, SITE)
    made.feed(["", "{", '{"payload": "x"}', as_case(Message("plant/p1/smoke", b'{"v": 0}', NOW))], NOW)
    assert (made.outcomes.bad_lines, made.outcomes.bad_line[0], made.outcomes.messages) == (2, 2, 1)
    assert not made.outcomes.is_clean


def test_every_reason_has_a_cure() -> None:
    assert set(Reject) <= set(CURES)


def test_a_long_recording_keeps_a_bounded_number_of_names() -> None:
    made = Trial(SOURCES, SITE)
    made.feed((as_case(Message(f"plant/d{n}/smoke", b'{"v": 0}', NOW)) for n in range(1_500)), NOW)
    assert len(made.outcomes.sources["plant"].devices) == 1_000
    assert made.outcomes.messages == 1_500


# ---- the command ----


def _run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    return check.run(parser.parse_args(arguments))


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    write(tmp_path / "place")
    path = tmp_path / "config.toml"
    path.write_text(
        'site = "place"\n[[source]]\nname = "s"\necosystem = "site"\n[[source.signal]]\nvalue = "v"\n', encoding="utf-8"
    )
    return path


def test_the_command_ends_with_0_when_all_is_understood_and_with_1_when_something_is_refused(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded = tmp_path / "r.jsonl"
    recorded.write_text(as_case(Message("site/d/smoke", b'{"v": 0}', NOW)) + "\n", encoding="utf-8")
    assert _run("--config", str(config), "--recorded", str(recorded)) == 0
    assert "1 messages, 0 refused" in capsys.readouterr().out
    with recorded.open("a", encoding="utf-8") as more:
        more.write(as_case(Message("site/d/smoke", b"{", NOW)) + "\n")
    assert _run("--config", str(config), "--recorded", str(recorded), "--json") == 1
    assert json.loads(capsys.readouterr().out)["refused"] == 1


def test_a_recording_that_is_not_there_is_named(config: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        _run("--config", str(config), "--recorded", str(tmp_path / "none.jsonl"))
    assert "none.jsonl" in str(error.value.problems[0])


def test_a_broken_configuration_is_told_before_any_message_is_tried(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("site = 3\n", encoding="utf-8")
    assert _run("--config", str(config), "--recorded", str(tmp_path / "none.jsonl")) == 1
    assert "config.toml" in capsys.readouterr().out
