"""The page for integrators: every source on it passes the check, every message on it means what the page says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.config.read import load
from console.config.schema import ECOSYSTEMS, Config
from console.errors import ConfigError
from console.explain import Explainer, explain, to_json
from tests.sources import ROOT

PAGE = (ROOT / "docs" / "integrators.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = r"```{}\n(.*?)^```"
MEANS = re.compile(r"^`([^`]+)` · `(\w+)` · `(\w+)`$", re.MULTILINE)
RECEIVED = "2026-05-06T07:08:09Z"


@dataclass(frozen=True)
class Recipe:
    """One section: a source, messages, and what the last of them means."""

    title: str
    source: str
    messages: list[str]
    means: tuple[str, str, str]


def recipes() -> list[Recipe]:
    found = []
    for title, body in SECTION.findall(PAGE):
        source = re.search(BLOCK.format("toml"), body, re.MULTILINE | re.DOTALL)
        lines = re.search(BLOCK.format("json"), body, re.MULTILINE | re.DOTALL)
        means = MEANS.findall(body)
        if source and lines and means:
            found.append(Recipe(title, source[1], lines[1].splitlines(), means[-1]))
    return found


RECIPES = recipes()


def configured(folder: Path, source: str) -> Config:
    """The configuration of the example site with this source alone, read and checked."""
    path = folder / "config.toml"
    path.write_text(f'site = "{ROOT / "resources" / "demo"}"\n\n{source}', encoding="utf-8")
    return load(path)


@pytest.mark.parametrize("recipe", RECIPES, ids=[recipe.title for recipe in RECIPES])
def test_what_the_page_says_to_configure_makes_the_message_mean_what_it_says(recipe: Recipe, tmp_path: Path) -> None:
    config = configured(tmp_path, recipe.source)
    lines = [json.dumps({**json.loads(line), "received_at": RECEIVED}) for line in recipe.messages]
    answers = list(explain(lines, 0, lambda: Explainer(config.sources, (), "Asia/Shanghai")))
    told = json.loads(to_json(answers[-1]))
    assert told["rejected"] is None, told
    assert recipe.means in [(each["device"], each["kind"], each["state"]) for each in told["readings"]], told


def test_every_ecosystem_has_its_section(tmp_path: Path) -> None:
    written = [configured(tmp_path, recipe.source).sources[0].ecosystem for recipe in RECIPES]
    assert sorted(written) == sorted(ECOSYSTEMS)


@pytest.mark.parametrize(
    ("options", "problem"),
    [('aes_key = "abcdefg"', "aes_key"), ("ends_after_s = 3", "ends_after_s")],
)
def test_a_key_written_into_the_configuration_is_a_mistake_and_is_not_quoted(
    options: str, problem: str, tmp_path: Path
) -> None:
    source = f'[[source]]\nname = "o"\necosystem = "onenet"\n[source.options]\n{options}\n'
    with pytest.raises(ConfigError) as raised:
        configured(tmp_path, source)
    assert problem in str(raised.value) and "abcdefg" not in str(raised.value)


def test_seconds_of_an_option_are_a_number(tmp_path: Path) -> None:
    source = '[[source]]\nname = "o"\necosystem = "hikvision"\n[source.options]\nends_after_s = "long"\n'
    with pytest.raises(ConfigError, match="no number of seconds"):
        configured(tmp_path, source)
