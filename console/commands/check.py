"""`main.py check`: everything wrong with the configuration and the site folder at once, before a console starts."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from console import site
from console.config.read import load as load_config
from console.errors import ConfigError, Problem

ROOT = Path(__file__).resolve().parents[2]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--config", type=Path, default=ROOT / "config.toml", help="config.toml; its site is checked too")
    what.add_argument("--site", type=Path, help="check this site folder alone")


def run(args: argparse.Namespace) -> int:
    """Print every problem, sorted by file and line; 1 when one of them is an error, else 0."""
    problems: list[Problem] = []
    folder = args.site or _site_of(args.config, problems)
    if folder is not None:
        problems += site.check(folder)
    for problem in sorted(problems, key=lambda problem: (problem.file, problem.line, problem.key)):
        print(problem)
    errors = sum(not problem.warning for problem in problems)
    print(_summary(folder, errors, problems))
    return 1 if errors else 0


def _site_of(config: Path, problems: list[Problem]) -> Path | None:
    """The site folder a configuration names, None when the configuration itself cannot be used."""
    try:
        return load_config(config).site
    except ConfigError as error:
        problems += error.problems
        return None


def _summary(folder: Path | None, errors: int, problems: Sequence[Problem]) -> str:
    counted = f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}"
    if errors or folder is None:
        return counted
    found, _warnings = site.load(folder)
    things = f"{_count(len(found.cameras), 'camera')}, {_count(len(found.points), 'point')}"
    return f"{found.name} ({found.name_en}): {things}, {_count(len(found.buildings), 'building')}; {counted}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
