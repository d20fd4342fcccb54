"""Own cases of each decoder: normal, alarm, clear, trouble, offline, odd units, text booleans, wrong times, repeats."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from console.config.read import load
from console.config.schema import ECOSYSTEMS
from console.explain import Explainer, explain, to_json
from console.parse.rejects import Reject

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "unit" / "cases"
NOW = 1_795_163_400_000
CASES = {
    name: [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    for name in sorted(ECOSYSTEMS)
}
EVERY = [(name, number) for name, cases in CASES.items() for number in range(len(cases))]


@pytest.fixture(scope="module")
def sources() -> Any:
    return load(ROOT / "config.toml").sources


def told(cases: list[dict[str, Any]], sources: Any) -> dict[str, Any]:
    """What a console that has heard exactly these makes of the last one."""
    lines = [json.dumps(case) for case in cases]
    answers = explain(lines, NOW, lambda: Explainer(sources, (), "Asia/Shanghai"))
    answer: dict[str, Any] = json.loads(to_json(list(answers)[-1]))
    return answer


def is_said(reading: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    asked = [key for key in ("device", "kind", "value", "unit", "state", "ts_ms") if key in expected]
    return all(
        reading[key] == expected[key] and isinstance(reading[key], bool) == isinstance(expected[key], bool)
        for key in asked
    )


@pytest.mark.parametrize(("name", "number"), EVERY, ids=[CASES[name][number]["name"] for name, number in EVERY])
def test_a_message_of_this_ecosystem_means(name: str, number: int, sources: Any) -> None:
    case = CASES[name][number]
    before = [each for prior in case.get("prior", ()) for each in CASES[name] if each["name"] == prior]
    answer = told([*before, {**case, "prior": []}], sources)
    expected = case["expect"]
    assert answer["rejected"] == expected.get("rejected"), answer
    if "state" in expected:
        assert is_said(answer["readings"][0], expected), answer["readings"]
    for further in expected.get("also", ()):
        assert any(is_said(reading, further) for reading in answer["readings"]), (further, answer["readings"])


@pytest.mark.parametrize("name", sorted(ECOSYSTEMS))
def test_the_cases_of_an_ecosystem_show_an_alarm_its_end_a_trouble_and_a_refusal(name: str) -> None:
    states = {case["expect"].get("state") for case in CASES[name]}
    reasons = {case["expect"]["rejected"] for case in CASES[name] if "rejected" in case["expect"]}
    assert {"alarm", "normal"} <= states
    assert "trouble" in states or name in {"cap", "frigate"}  # warnings and what is seen have no faults
    assert reasons or name == "esphome"
    assert reasons <= set(Reject)
    assert len({case["name"] for case in CASES[name]}) == len(CASES[name])
