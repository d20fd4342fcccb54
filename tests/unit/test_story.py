"""The story of the demo and the random day: readable, complete, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from console.errors import ConfigError
from console.model import Deed, Site
from console.sim.random_day import DAY_S, random_day
from console.sim.story import load
from console.site import load as load_site
from tests.sources import ROOT

DEMO = ROOT / "resources" / "demo"
TEXT = 'text = { en = "x", zh_CN = "x", zh_TW = "x" }\n'


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(DEMO)[0]


def test_the_story_of_the_demo_takes_five_minutes_and_leaves_nothing_in_alarm(site: Site) -> None:
    acts = load(DEMO / "story.toml", site)
    assert [act.at_s for act in acts if act.at_s <= 600][-1] == 300
    kinds = {point.id: point.kind for point in site.points}
    told = [(kinds[act.point], act.at_s) for act in acts if act.point and (act.deed is Deed.ALARM or act.value)]
    assert told == [
        ("smoke", 20), ("smoke", 50), ("water_pressure", 85), ("fire_lane_occupied", 120), ("rain_warning", 180),
        ("water_level", 190), ("manual_call_point", 610), ("leakage_current", 660), ("leakage_current", 690),
        ("leakage_current", 705),
    ]  # fmt: skip
    last = {act.point: act for act in acts if act.point}
    assert all(act.deed is Deed.CLEAR or (act.deed is Deed.VALUE and act.value is None) for act in last.values())
    assert all(len(set(act.text.values())) == 3 for act in acts), "three languages, none a copy"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("at_s = 1\ndeed = 'explode'\ntarget = 'site/hyd-01#water_pressure'\n" + TEXT, "act 1.deed"),
        ("at_s = 1\ndeed = 'alarm'\ntarget = 'nobody'\n" + TEXT, "act 1.target"),
        ("at_s = 1\ndeed = 'alarm'\n" + TEXT, "act 1.target"),
        ("deed = 'say'\n" + TEXT, "act 1.at_s"),
        ("at_s = 'soon'\ndeed = 'say'\n" + TEXT, "act 1.at_s"),
        ("at_s = 1\ndeed = 'say'\ntext.en = 'x'\n", "act 1.text"),
    ],
)
def test_a_mistake_in_a_story_is_named(site: Site, tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "story.toml"
    path.write_text("[[act]]\n" + text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load(path, site)
    assert [problem.key for problem in raised.value.problems] == [key]


def test_a_story_that_is_no_toml_is_a_named_problem(site: Site, tmp_path: Path) -> None:
    (tmp_path / "story.toml").write_text("[[act", encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path / "story.toml", site)


def test_the_same_seed_gives_the_same_day_and_another_seed_another(site: Site) -> None:
    assert random_day(site, 7) == random_day(site, 7)
    assert random_day(site, 7) != random_day(site, 8)


def test_a_random_day_has_plausible_rates_and_every_alarm_clears(site: Site) -> None:
    kinds = {point.id: point.kind for point in site.points}
    acts = [act for seed in range(20) for act in random_day(site, seed)]
    raised = Counter(kinds[act.point] for act in acts if act.point and act.deed is Deed.ALARM)
    assert 40 <= raised["smoke"] <= 80
    assert 220 <= raised["ebike_in_elevator"] <= 340
    assert raised["gas"] >= 3
    assert all(act.at_s <= DAY_S for act in acts if act.deed is Deed.ALARM)
    for seed in range(20):
        on: set[str] = set()
        for act in random_day(site, seed):
            assert act.point is not None
            assert (act.point in on) is (act.deed is Deed.CLEAR)
            on ^= {act.point}
        assert on == set()
