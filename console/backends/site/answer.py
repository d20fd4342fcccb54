"""What a `work site` child answers: the site with its index, or why there is none. Pure.

Pickled, because the index is arrays and search trees that would otherwise be built a second time in the window
process, at the expense of its pictures. The bytes come from a child of our own, over a pipe nobody else holds.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from pathlib import Path

from console import site
from console.cameras import Index
from console.errors import ConfigError, Problem
from console.model import Site


@dataclass(frozen=True, slots=True)
class Loaded:
    """The folder can be used; `warnings` do not stop it."""

    site: Site
    index: Index
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Unusable:
    """The folder cannot be used."""

    problems: tuple[Problem, ...]


Answer = Loaded | Unusable


class BadAnswer(ValueError):
    """The bytes are no answer: the child ended in the middle of it."""


def answer(folder: Path, video_base: str, onvif_base: str = "") -> Answer:
    """Read and check the folder; takes its time. Bases that are not "" stand in for those of site.toml."""
    try:
        found, warnings = site.load(folder)
    except ConfigError as error:
        return Unusable(error.problems)
    found = replace(found, video_base=video_base or found.video_base, onvif_base=onvif_base or found.onvif_base)
    return Loaded(found, Index(found), warnings)


def encode(given: Answer) -> bytes:
    return pickle.dumps(given, protocol=5)


def decode(data: bytes) -> Answer:
    """Raises BadAnswer."""
    try:
        given = pickle.loads(data)  # noqa: S301 - see above: our own child's words
    except (pickle.UnpicklingError, EOFError) as error:
        raise BadAnswer(str(error)) from error
    if not isinstance(given, Loaded | Unusable):
        raise BadAnswer(type(given).__name__)
    return given
