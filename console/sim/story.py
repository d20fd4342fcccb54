"""What happens to a simulated site: acts in time, read from a file that a visitor can follow.

Owns no thread: `tell` hands the acts to the sensors' thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from console.errors import ConfigError, Problem
from console.model import Act, Deed, PointId, Site
from console.sim.sensors import SensorSim
from console.site.acts import ActReader, read_toml

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
        case Deed.SAY | Deed.CALL:
            pass
