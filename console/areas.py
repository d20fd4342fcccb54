"""What lies together for a rule of the site, and the points a rule makes to speak for such an area. Pure.

The alarm of a rule that counts or joins belongs to `rule/<rule>@<area>#<kind>`: an area is a point, a zone, a floor, a
building, or the whole site (empty). It lies where the points lie that the rule is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Protocol, TypeVar

from console.config.patterns import Area, CountConfig, JoinConfig
from console.config.schema import AlarmsConfig
from console.model import AlarmClass, Point, PointId
from console.model.ids import of_site, principal

RULE = "rule/"
WHOLE_SITE = ""
REMEMBERED = 4_096  # answers of `matches`, which is asked of every alarm

Find = Callable[[PointId], Point | None]

T = TypeVar("T")


class About(Protocol):
    """What every rule says of the alarms it is about."""

    @property
    def name(self) -> str: ...
    @property
    def kinds(self) -> tuple[str, ...]: ...
    @property
    def points(self) -> tuple[str, ...]: ...
    @property
    def area(self) -> str: ...


def is_made(point: PointId) -> bool:
    """Whether a rule speaks here, and no device."""
    return of_site(point).startswith(RULE)


def is_about(rule: About, point: PointId, kind: str) -> bool:
    """Whether a rule is about alarms of this point; never about what a rule said."""
    return matches(rule.kinds, kind) and matches(rule.points, of_site(point)) and not is_made(point)


@lru_cache(maxsize=REMEMBERED)
def matches(patterns: tuple[str, ...], text: str) -> bool:
    """Whether one of the patterns, as of file names, is this text."""
    return any(pattern == "*" or fnmatchcase(text, pattern) for pattern in patterns)


def key_of(area: str, point: PointId, known: Point | None) -> str | None:
    """The area a point lies in; None where the site does not say so, and nothing is taken together with it."""
    if area == Area.SITE:
        return WHOLE_SITE
    if area == Area.POINT:
        return str(principal(of_site(point)))
    if known is None:
        return None
    if area == Area.ZONE:
        return known.zone
    if known.building is None or area == Area.BUILDING:
        return known.building
    return f"{known.building}/{known.floor}" if known.floor is not None else None


def made_by(rule: CountConfig | JoinConfig, key: str) -> PointId:
    """The point that speaks for an area."""
    return PointId(f"{RULE}{rule.name}@{key}#{rule.kind}")


class Areas:
    """Where the points of rules lie. `take` is told the points of the site whenever they change."""

    def __init__(self, alarms: AlarmsConfig, points: Iterable[Point] = ()) -> None:
        rules: tuple[CountConfig | JoinConfig, ...] = (*alarms.counts, *alarms.joins)
        self._rules = {rule.name: rule for rule in rules}
        self.take(points)

    def take(self, points: Iterable[Point]) -> None:
        self._points = tuple(points)
        self._made: dict[PointId, Point | None] = {}

    def point(self, id_: PointId) -> Point | None:
        """A point of a rule, without a place of its own unless there is but one it is about; None: no rule's."""
        if not id_.startswith(RULE):
            return None
        if id_ not in self._made:
            self._made[id_] = self._make(id_)
        return self._made[id_]

    def _make(self, id_: PointId) -> Point | None:
        name, _, rest = id_.removeprefix(RULE).partition("@")
        key, _, kind = rest.rpartition("#")
        rule = self._rules.get(name)
        if rule is None or kind != rule.kind:
            return None
        inside = [point for point in self._points if _speaks_for(rule, key, point)]
        alone = inside[0] if len(inside) == 1 else None
        return Point(
            id_, alone.name if alone else key, alone.name_en if alone else key, kind,
            at=alone.at if alone else None, building=_common(point.building for point in inside),
            floor=_common(point.floor for point in inside), zone=_common(point.zone for point in inside),
            alarm_class=AlarmClass(rule.alarm_class),
        )  # fmt: skip


def _speaks_for(rule: CountConfig | JoinConfig, key: str, point: Point) -> bool:
    """Whether a point of the site is one of those the rule is about there; `.rising` is of the point itself."""
    kinds = tuple(kind.partition(".")[0] for kind in rule.kinds)
    is_one = matches(kinds, point.kind) and matches(rule.points, point.id)
    return is_one and key_of(rule.area, point.id, point) == key


def _common(values: Iterable[T]) -> T | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None
