"""`main.py check`: everything wrong with the configuration and the site folder at once, before a console starts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import orjson

from console import site
from console.clock import Clock
from console.config.read import load as load_config
from console.config.schema import Config
from console.errors import ConfigError, Problem
from console.explain.recorded import Trial, to_json, to_text
from console.site.ruled import idle_rules

ROOT = Path(__file__).resolve().parents[2]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--config", type=Path, default=ROOT / "config.toml", help="config.toml; its site is checked too")
    what.add_argument("--site", type=Path, help="check this site folder alone")
    parser.add_argument(
        "--recorded", type=Path, metavar="FILE.jsonl", help="run recorded messages through the configuration's rules"
    )
    parser.add_argument("--json", action="store_true", help="what became of the recorded messages, as JSON")


def run(args: argparse.Namespace) -> int:
    """Print every problem, sorted by file and line; 1 when one of them is an error, else 0.

    With recorded messages: their table, or JSON alone; 1 also when one of them is refused.
    """
    problems: list[Problem] = []
    folder = args.site or _site_of(args.config, problems)
    if folder is not None:
        problems += site.check(folder)
    if args.site is None and folder is not None and not any(not problem.warning for problem in problems):
        problems += idle_rules(load_config(args.config), site.load(folder)[0])
    errors = sum(not problem.warning for problem in problems)
    said = sys.stderr if args.json else sys.stdout
    for problem in sorted(problems, key=lambda problem: (problem.file, problem.line, problem.key)):
        print(problem, file=said)
    print(_summary(folder, errors, problems), file=said)
    if errors or args.recorded is None:
        return 1 if errors else 0
    if args.site is not None:
        raise ConfigError([Problem("--site", 0, "", "has no rules to try messages on", "give --config instead")])
    return _try_out(load_config(args.config), args.recorded, as_json=args.json)


def _try_out(config: Config, recorded: Path, *, as_json: bool) -> int:
    """What the site's rules make of a recording; 0 when nothing of it is refused."""
    trial = Trial(config.sources, site.load(config.site)[0])
    try:
        with recorded.open(encoding="utf-8-sig", errors="replace") as lines:
            trial.feed(lines, Clock().now_ms())
    except OSError as error:
        problem = Problem(str(recorded), 0, "", f"cannot be read: {error.strerror}", "give a file of `main.py record`")
        raise ConfigError([problem]) from None
    if as_json:
        print(orjson.dumps(to_json(trial.outcomes), option=orjson.OPT_INDENT_2).decode())
    else:
        print("\n".join(to_text(trial.outcomes)))
    return 0 if trial.outcomes.is_clean else 1


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
