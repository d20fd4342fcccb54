"""README and docs stay true: links lead somewhere, lines hold what is quoted, commands and options exist."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator

import pytest

import main
from tests.links import Link, anchors, is_at, links, pages, place_of
from tests.sources import ROOT, name

LAUNCHER = {"demo": {"--headless", "--xvfb"}, "run": {"--headless", "--xvfb"}, "test": {"--all"}}  # what only it knows
CALL = re.compile(r"(?:\./watchroom|main\.py) (?=\S)([^`|>&]*)")
PICTURE_BYTES = 250_000


def all_links() -> list[Link]:
    return [link for page in pages() for link in links(page)]


def test_the_readme_follows_an_alarm_by_lines_of_code() -> None:
    followed = [link for link in links(ROOT / "README.md") if link.line]
    assert len(followed) >= 15


def test_every_link_leads_to_a_file_of_the_project() -> None:
    assert [str(link) for link in all_links() if not link.path.exists() or ROOT not in link.path.parents] == []


def test_every_link_to_a_heading_finds_it() -> None:
    headed = [link for link in all_links() if link.fragment and not link.line]
    assert [str(link) for link in headed if link.fragment not in anchors(link.path)] == []


def test_every_line_linked_to_holds_the_name_that_is_quoted() -> None:
    """Cure: python -m tests.links"""
    moved = [f"{link} is now at line {place_of(link)}" for link in all_links() if link.line and not is_at(link)]
    assert moved == [], "python -m tests.links moves them"


def test_every_picture_is_used_and_small() -> None:
    pictures = set((ROOT / "docs" / "pictures").iterdir())
    assert pictures == {link.path for link in all_links() if link.path.parent.name == "pictures"}
    assert {path.name: path.stat().st_size for path in pictures if path.stat().st_size > PICTURE_BYTES} == {}


def told() -> Iterator[tuple[str, list[str]]]:
    """Every command line of ours in the pages: where, and its words."""
    for page in pages():
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            for words in CALL.findall(line):
                yield name(page, number), shlex.split(words.partition(" #")[0].rstrip("\\ …:.,;)"))


def options(command: str) -> set[str]:
    """Every option of a subcommand, those of its own subcommands included."""
    found: set[str] = set()
    waiting: list[argparse.ArgumentParser] = [main.build_parser([command])]
    while waiting:
        for action in waiting.pop()._actions:
            found |= set(action.option_strings)
            if isinstance(action, argparse._SubParsersAction):
                waiting += action.choices.values()
    return found | LAUNCHER.get(command, set())


def test_every_command_and_option_in_the_pages_exists() -> None:
    commands = {each[0] for each in main.COMMANDS} | {"test"}
    calls = [(where, words) for where, words in told() if words and not words[0].startswith(("-", "…"))]
    assert len(calls) >= 20
    assert [(where, words) for where, words in calls if words[0] not in commands] == []
    known = {command: options(command) if command != "test" else LAUNCHER["test"] for command in commands}
    unknown = [
        (where, word)
        for where, words in calls
        for word in words[1:]
        if word.startswith("--") and word not in known[words[0]] and words[0] != "test"
    ]
    assert unknown == []


@pytest.mark.parametrize("command", [each[0] for each in main.COMMANDS])
def test_every_command_is_explained_somewhere(command: str) -> None:
    assert any(words and words[0] == command for _, words in told())
