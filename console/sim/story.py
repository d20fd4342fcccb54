"""What happens to a simulated site: acts in time, read from a file that a visitor can follow.

Owns no thread: `tell` hands the acts to the sensors' thread.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from console.errors import ConfigError, Problem
from console.model import PointId, Site
from console.sim.sensors import SensorSim

LANGUAGES = ("en", "zh_CN", "zh_TW")


class Deed(StrEnum):
    ALARM = "alarm"  # a flag is set, a number goes beyond any limit
    CLEAR = "clear"
    VALUE = "value"  # a number is held at a value
    SILENCE = "silence"  # the device is dead: it says nothing any more
    SPEAK = "speak"
    SAY = "say"  # only words


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happens `at_s` seconds after the start; `text` tells it in each language."""

    at_s: float
    deed: Deed
    point: PointId | None = None
    value: float | None = None
    text: Mapping[str, str] = field(default_factory=dict)


def load(path: Path, site: Site) -> tuple[Act, ...]:
    """The acts of a story file in order of time. Raises ConfigError with every problem."""
    try:
        acts = tomllib.loads(path.read_text(encoding="utf-8")).get("act")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problem = Problem(path.name, 0, "", f"cannot be read: {error}", "see resources/demo/story.toml")
        raise ConfigError([problem]) from error
    reader = _Reader(path.name, site)
    found = [reader.act(number, table) for number, table in enumerate(acts if isinstance(acts, list) else [], start=1)]
    if reader.problems or not found:
        raise ConfigError(reader.problems or [Problem(path.name, 0, "act", "there are no acts", "add [[act]] tables")])
    return tuple(sorted(found, key=lambda act: act.at_s))


def tell(sim: SensorSim, acts: Iterable[Act], on_act: Callable[[Act], None] | None = None) -> None:
    """Let the acts happen, counted from now; `on_act` hears of each on the sensors' thread, after it happened."""
    for act in acts:
        sim.after(act.at_s, partial(_play, sim, act, on_act))


def _play(sim: SensorSim, act: Act, on_act: Callable[[Act], None] | None) -> None:
    if act.point is not None:
        _do(sim, act, act.point)
    if on_act is not None:
        on_act(act)


def _do(sim: SensorSim, act: Act, point: PointId) -> None:
    match act.deed:
        case Deed.ALARM | Deed.CLEAR:
            sim.publish_alarm(point, act.deed is Deed.ALARM)
        case Deed.VALUE:
            sim.set_value(point, act.value)
        case Deed.SILENCE | Deed.SPEAK:
            sim.silence(point, act.deed is Deed.SILENCE)
        case Deed.SAY:
            pass


class _Reader:
    """Turns tables into acts and collects what is wrong with them."""

    def __init__(self, file: str, site: Site) -> None:
        self._file = file
        self._points: dict[str, PointId] = {point.id: point.id for point in site.points}
        for point in site.points:
            self._points.setdefault(point.alias or point.id, point.id)  # the first kind of a device goes by its alias
        self.problems: list[Problem] = []

    def act(self, number: int, table: Mapping[str, object]) -> Act:
        return Act(
            at_s=self._number(number, table, "at_s") or 0.0,
            deed=self._deed(number, table),
            point=self._point(number, table),
            value=self._number(number, table, "value"),
            text=self._text(number, table),
        )

    def _deed(self, number: int, table: Mapping[str, object]) -> Deed:
        word = table.get("deed")
        if word not in set(Deed):
            self._wrong(number, "deed", f"'{word}' is not known", f"use one of {', '.join(Deed)}")
            return Deed.SAY
        return Deed(str(word))

    def _point(self, number: int, table: Mapping[str, object]) -> PointId | None:
        target = table.get("target")
        if target is None and table.get("deed") == Deed.SAY:
            return None
        point = self._points.get(str(target))
        if point is None:
            self._wrong(number, "target", f"'{target}' is no point of the site", "give the id or the alias of a point")
        return point

    def _number(self, number: int, table: Mapping[str, object], key: str) -> float | None:
        value = table.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            self._wrong(number, key, "is not a number", "write seconds or a value, such as 20 or 0.08")
            return None
        if value is None and key == "at_s":
            self._wrong(number, key, "is missing", "say how many seconds after the start it happens")
        return None if value is None else float(value)

    def _text(self, number: int, table: Mapping[str, object]) -> dict[str, str]:
        texts = table.get("text")
        found = {str(key): str(value) for key, value in texts.items()} if isinstance(texts, dict) else {}
        missing = [language for language in LANGUAGES if language not in found]
        if missing:
            self._wrong(number, "text", f"{', '.join(missing)} is missing", "tell the act in every language")
        return found

    def _wrong(self, number: int, key: str, what: str, cure: str) -> None:
        self.problems.append(Problem(self._file, 0, f"act {number}.{key}", what, cure))
