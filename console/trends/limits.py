"""The limits of a point as lines to draw: what the site's sources say, with the class their crossing raises. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.config.schema import SignalConfig, SourceConfig
from console.kinds import kind_of
from console.model import AlarmClass, Point, PointId

NAMES = ("lolo", "lo", "hi", "hihi")


@dataclass(frozen=True, slots=True)
class Limit:
    """One line, in the point's canonical unit; `name` is lolo, lo, hi or hihi."""

    name: str
    value: float
    alarm_class: AlarmClass


def limits_by_point(points: Iterable[Point], sources: Iterable[SourceConfig]) -> dict[PointId, tuple[Limit, ...]]:
    """From lowest to highest; points without limits are left out."""
    signals = {(source.name, signal.kind): signal for source in sources for signal in source.signals}
    found: dict[PointId, tuple[Limit, ...]] = {}
    for point in points:
        name = point.id.partition("/")[0]
        signal = signals.get((name, point.kind)) or signals.get((name, ""))
        if signal is not None and (lines := _lines(point, signal)):
            found[point.id] = lines
    return found


def _lines(point: Point, signal: SignalConfig) -> tuple[Limit, ...]:
    given = AlarmClass(signal.alarm_class) if signal.alarm_class else kind_of(point.kind).alarm_class
    alarm_class = point.alarm_class or given
    values = ((name, getattr(signal.limits, name)) for name in NAMES)
    return tuple(Limit(name, value, alarm_class) for name, value in values if value is not None)
