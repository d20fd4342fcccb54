"""Reads `config.toml` into the dataclasses of `schema`; finds everything that is wrong, not only the first."""

from __future__ import annotations

import logging
import re
import tomllib
from pathlib import Path
from typing import Any

from console.config import checks
from console.config.fill import BAD, Filler
from console.config.lines import Lines
from console.config.schema import Config
from console.errors import ConfigError, Problem

log = logging.getLogger(__name__)

_AT_LINE = re.compile(r"\(at line (\d+)")


def load(path: Path) -> Config:
    """The configuration of one file; paths in it are relative to its folder. Raises ConfigError with every Problem.

    What is only worth a warning is logged.
    """
    path = path.expanduser().absolute()
    text = _text(path)
    table = _table(path, text)
    filler = Filler(str(path), Lines(text), path.parent)
    config = filler.fill(Config, {**table, "path": str(path)}, ())
    if "path" in table:
        filler.problem(("path",), "is not a known key", "remove it; the file knows where it is")
    if config is not BAD:
        config = checks.check(config, filler)
    if any(not problem.warning for problem in filler.problems):
        raise ConfigError(sorted(filler.problems, key=lambda problem: problem.line))
    for warning in filler.problems:
        log.warning("%s", warning)
    assert isinstance(config, Config)
    return config


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fail(path, 0, f"is not UTF-8 (byte {error.start})", "save the file as UTF-8") from None
    except OSError as error:
        raise _fail(
            path, 0, f"cannot be read: {error.strerror}", "give the path of a config.toml with --config"
        ) from None


def _table(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # bad TOML is a ValueError; so is a number of five thousand digits
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise _fail(path, line, f"is not TOML: {error}", "correct the line; texts stand in quotes") from None


def _fail(path: Path, line: int, what: str, cure: str) -> ConfigError:
    return ConfigError([Problem(str(path), line, "", what, cure)])
