"""Scenarios of drills: the demo's can be run, a mistake in one is named with its file and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.model import Deed, Site
from console.site import check
from console.site import load as load_site
from console.site.drills import read_scenarios
from console.site.findings import Findings
from tests.sources import ROOT
from tests.unit.site_folder import write

NAME = 'name = { en = "x", zh_CN = "x", zh_TW = "x" }\n'
TEXT = 'text = { en = "x", zh_CN = "x", zh_TW = "x" }\n'
ACT = f'[[act]]\nat_s = 1\ndeed = "say"\n{TEXT}'
HEAD = f"minutes = 5\n{NAME}"


@pytest.fixture(scope="module")
def demo() -> Site:
    return load_site(ROOT / "resources" / "demo")[0]


def test_every_scenario_of_the_demo_raises_something_and_leaves_nothing_in_alarm(demo: Site) -> None:
    assert len(demo.scenarios) >= 2
    for scenario in demo.scenarios:
        assert any(act.deed is Deed.ALARM for act in scenario.acts)
        last = {act.point: act for act in scenario.acts if act.point}
        assert all(act.deed is Deed.CLEAR or (act.deed is Deed.VALUE and act.value is None) for act in last.values())
        assert scenario.acts[-1].at_s < scenario.minutes * 60
        assert all(len(set(act.text.values())) == 3 for act in scenario.acts), "three languages, none a copy"


def test_a_unit_without_a_line_of_its_own_behaves_like_every_other_one(demo: Site) -> None:
    first = demo.scenarios[-1]
    assert (reply := first.reply_of("anybody")) is not None and reply.accept_s == 8


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (NAME + ACT, "drill.minutes"),
        ("minutes = 900\n" + NAME + ACT, "drill.minutes"),
        ("minutes = 5\n" + ACT, "drill.name"),
        (HEAD, "act"),
        (HEAD + f"[[act]]\nat_s = 1\ndeed = 'silence'\ntarget = 'x'\n{TEXT}", "act 1.deed"),
        (HEAD + f"[[act]]\nat_s = 1\ndeed = 'call'\n{TEXT}", "act 1.caller"),
        (HEAD + f"[[act]]\nat_s = 1\ndeed = 'alarm'\ntarget = 'nobody'\n{TEXT}", "act 1.target"),
        (HEAD + ACT + "[[reply]]\nunit = 'nobody'\n", "reply 1.unit"),
        (HEAD + ACT + "[[reply]]\nunit = '*'\naccept_s = 9\non_scene_s = 3\n", "reply 1"),
    ],
)
def test_a_mistake_in_a_scenario_is_named(tmp_path: Path, text: str, key: str) -> None:
    (tmp_path / "drills").mkdir()
    (tmp_path / "drills" / "smoke.toml").write_text(text, encoding="utf-8")
    findings = Findings()
    read_scenarios(tmp_path, Site("a", "a", "UTC", (0.0, 0.0)), findings)
    problems = [one for one in findings.problems if not one.warning]
    assert key in [problem.key for problem in problems]
    assert {problem.file for problem in problems} == {"drills/smoke.toml"}


def test_the_check_of_a_site_reads_its_scenarios(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "drills").mkdir()
    (folder / "drills" / "smoke.toml").write_text("[[act", encoding="utf-8")
    assert any("cannot be read" in problem.what and "smoke.toml" in problem.file for problem in check(folder))
