"""Rules of `config.toml` about several alarms, held against the site: those that are about nothing of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from console.config import ruling
from console.config.lines import Lines, Path
from console.config.schema import Config
from console.errors import Problem
from console.kinds import KINDS
from console.model import Site
from console.site.findings import nearest


def idle_rules(config: Config, site: Site) -> list[Problem]:
    """A warning for every pattern that no point of the site, and no kind there is, can ever match."""
    where = Lines(config.path.read_text(encoding="utf-8-sig"))
    found: list[Problem] = []
    points = {str(point.id) for point in site.points}
    kinds = {point.kind for point in site.points}

    def judge(path: Path, key: str, patterns: Iterable[str], known: set[str], what: str) -> None:
        for pattern in patterns:
            if not any(fnmatchcase(each, pattern) for each in known):
                named = ".".join(str(part) for part in (*path, key) if not isinstance(part, int))
                said = f"no {what} is called {pattern!r}"
                line, cure = where.of((*path, key)), nearest(pattern, known, "see points.csv")
                found.append(Problem(str(config.path), line, named, said, cure, warning=True))

    for path, rule in ruling.rules_of(config.alarms):
        judge(path, "kinds", dict.fromkeys(map(_measured, rule.kinds)), kinds, "kind of the site's points")
        judge(path, "points", rule.points, points, "point of the site")
        for key in ("with_kinds", "while_kinds"):
            judge(path, key, map(_measured, getattr(rule, key, ())), kinds | KINDS.keys(), "kind")
    return found


def _measured(kind: str) -> str:
    """The kind a companion (`.rising`, `.silent` …) stands beside."""
    return kind.partition(".")[0]
