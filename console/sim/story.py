"""What happens to a simulated site: acts in time, read from a file that a visitor can follow.

Owns no thread: `tell` hands the acts to the sensors' thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Protocol

from console.errors import ConfigError, Problem
from console.model import Act, Deed, PointId, Site
from console.site.acts import ActReader, read_toml

Later = Callable[[float, Callable[[], None]], None]


class Actors(Protocol):
    """Whoever plays acts: sensors, a panel."""

    @property
    def after(self) -> Later:
        """Calls once, so many seconds from now."""

    def publish_alarm(self, point: PointId, on: bool) -> None: ...

    def set_value(self, point: PointId, value: float | None) -> None: ...

    def silence(self, point: PointId, silent: bool = True) -> None: ...


DEEDS = tuple(Deed)
EXAMPLE = "resources/demo/story.toml"


def load(path: Path, site: Site) -> tuple[Act, ...]:
    """The acts of a story file in order of time. Raises ConfigError with every problem."""
    problems: list[Problem] = []
    table = read_toml(path, problems, EXAMPLE)
    reader = ActReader(path.name, site, DEEDS)
    acts = reader.acts(table.get("act"))
    if problems or reader.problems:
        raise ConfigError(problems or reader.problems)
    return acts


def tell(sim: Actors, acts: Iterable[Act], on_act: Callable[[Act], None] | None = None) -> None:
    """Let the acts happen, counted from now; `on_act` hears of each on the sensors' thread, after it happened."""
    for act in acts:
        sim.after(act.at_s, partial(_play, sim, act, on_act))


def _play(sim: Actors, act: Act, on_act: Callable[[Act], None] | None) -> None:
    if act.point is not None:
        _do(sim, act, act.point)
    if on_act is not None:
        on_act(act)


def _do(sim: Actors, act: Act, point: PointId) -> None:
    match act.deed:
        case Deed.ALARM | Deed.CLEAR:
            sim.publish_alarm(point, act.deed is Deed.ALARM)
        case Deed.VALUE:
            sim.set_value(point, act.value)
        case Deed.SILENCE | Deed.SPEAK:
            sim.silence(point, act.deed is Deed.SILENCE)
        case Deed.SAY | Deed.CALL:
            pass
