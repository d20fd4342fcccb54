"""Readings become changes of condition: class by kind, limits with hysteresis, companions, sources lost.

Feed's thread. Only what changes is told, and every change is told; delays are marked on the change and waited for by
the desk. A point whose source is lost is UNKNOWN until it is heard again, never normal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from console.config.schema import Limits, SignalConfig, SourceConfig
from console.kinds import SUPERVISORY_KINDS, kind_of
from console.limits import Level, is_set, level_of, limit_of
from console.model import (
    AlarmClass,
    Condition,
    ConditionChanged,
    Point,
    PointId,
    Reading,
    Site,
    State,
    point_id,
)
from console.model.ids import MOVEMENTS
from console.parse.directory import split
from console.parse.register import Register
from console.rates import RISING, Movement, Trace, is_rated, movements
from console.strangers import MOST_STRANGERS, Crowd
from console.supervision import HOUR_S, SUPERVISION_S

TROUBLE, SUPERVISORY = ".trouble", ".supervisory"  # companions of a point: what is wrong with it, what watches it
RED = frozenset({"extreme", "red", "红", "紅"})
RED_WORDS = ("红色", "紅色", "red warning", "red alert")
NO_SIGNAL = SignalConfig()


@dataclass(slots=True)
class Standing:
    """What a point says now."""

    kind: str
    condition: Condition = Condition.NORMAL
    level: Level = Level.NONE
    is_red: bool = False  # a red warning stands


def supervision_s(point: Point, sources: Iterable[SourceConfig]) -> int:
    """Seconds a point may be silent: its own, its source's, or what is usual for its ecosystem; 0 = for ever."""
    if point.stale_after_s is not None:
        return point.stale_after_s
    name = point.id.partition("/")[0]
    source = next((each for each in sources if each.name == name), None)
    if source is None:
        return HOUR_S
    return source.stale_after_s or SUPERVISION_S[source.ecosystem]


class Conditions:
    """The condition of every point heard. `points` override the class of their kind; `sources` bring the limits."""

    def __init__(self, sources: Iterable[SourceConfig] = (), points: Iterable[Point] = ()) -> None:
        self._signals = {(source.name, signal.kind): signal for source in sources for signal in source.signals}
        self._known: dict[PointId, Standing] = {}
        self._of_device: dict[tuple[str, str], list[PointId]] = {}
        self._crowd = Crowd(MOST_STRANGERS, self._is_wanted)
        # of points whose rate has a limit
        self._traces: Register[PointId, Trace] = Register(MOST_STRANGERS, self._is_ours)
        self._take(tuple(points))

    def take_site(self, site: Site) -> None:
        """The classes the site gives its points from now on; what stands active keeps the class it was raised with."""
        self._take(site.points)

    def _take(self, points: Sequence[Point]) -> None:
        self._classes = _classes(points)
        self._devices = frozenset(split(point.id)[:2] for point in points)
        self._crowd.begin_again(point for point in self._known if not self._is_ours(point))

    def restore(self, conditions: Mapping[PointId, Condition]) -> None:
        """What the journal knows at start: a retained alarm already known is no news."""
        for point, condition in conditions.items():
            self._standing(point, *split(point)).condition = condition

    def known(self) -> dict[PointId, Condition]:
        return {point: standing.condition for point, standing in self._known.items()}

    def apply(self, reading: Reading) -> list[ConditionChanged]:
        """The changes one reading means, in order; none for what is late, repeated or without effect."""
        if reading.history or reading.state is State.IGNORE or not reading.kind:
            return []
        changes = self._clock(reading)
        match reading.state:
            case State.ALARM:
                changes += [*self._own(reading, Condition.ACTIVE, "alarm"), *self._well(reading)]
            case State.NORMAL:
                changes += [*self._own(reading, Condition.NORMAL, "alarm"), *self._well(reading)]
            case State.READING:
                changes += [*self._measured(reading), *self._moved(reading), *self._well(reading)]
            case State.TROUBLE:
                changes += self._beside(reading, TROUBLE)
            case State.SUPERVISORY:
                changes += self._beside(reading, SUPERVISORY)
            case State.OFFLINE:
                changes += [*self._own(reading, Condition.ACTIVE, "offline"), *self._lost(reading)]
        return changes

    # ---- one point -------------------------------------------------------------------------------------------

    def _standing(self, point: PointId, source: str, device: str, kind: str) -> Standing:
        standing = self._known.get(point)
        if standing is None:
            standing = self._known[point] = Standing(kind)
            self._of_device.setdefault((source, device), []).append(point)
            if not self._is_ours(point):
                for gone in self._crowd.meet(point):
                    self._forget(gone)
        return standing

    def _is_ours(self, point: PointId) -> bool:
        """Whether it is of a device of the site."""
        return split(point)[:2] in self._devices

    def _is_wanted(self, point: PointId) -> bool:
        """Whether something stands there that has to end, or the site knows its device."""
        return self._known[point].condition is not Condition.NORMAL or self._is_ours(point)

    def _forget(self, point: PointId) -> None:
        """Of a stranger that is normal nothing is lost: it is so again when it is heard."""
        del self._known[point]
        device = split(point)[:2]
        self._of_device[device].remove(point)
        if not self._of_device[device]:
            del self._of_device[device]

    def _class(self, source: str, point: PointId, kind: str) -> AlarmClass:
        """The class of a kind: what the point says, else the site's signal, else the table of kinds."""
        if kind.endswith((TROUBLE, SUPERVISORY)):
            return AlarmClass.TROUBLE if kind.endswith(TROUBLE) else AlarmClass.SUPERVISORY
        if kind.endswith(MOVEMENTS):
            return self._class_of_movement(source, point, kind)
        given = self._classes.get(point)
        if given is not None:
            return given
        signal = self._signal(source, kind)
        return AlarmClass(signal.alarm_class) if signal.alarm_class else kind_of(kind).alarm_class

    def _class_of_movement(self, source: str, point: PointId, kind: str) -> AlarmClass:
        """What moves towards a fire is a pre-alarm, whatever else is of the class of its point."""
        measured = kind.rpartition(".")[0]
        if told := self._signal(source, measured).limits.rate_class:
            return AlarmClass(told)
        own = self._class(source, PointId(point.rpartition(".")[0]), measured)
        return AlarmClass.PRE if own is AlarmClass.FIRE else own

    def _signal(self, source: str, kind: str) -> SignalConfig:
        return self._signals.get((source, kind)) or self._signals.get((source, ""), NO_SIGNAL)

    def _turn(self, reading: Reading, kind: str, condition: Condition, cause: str) -> list[ConditionChanged]:
        """The change of one point, or none when it stood like that already."""
        point = point_id(reading.source, reading.device, kind)
        standing = self._standing(point, reading.source, reading.device, kind)
        is_red = condition is Condition.ACTIVE and _is_red(reading, self._class(reading.source, point, kind))
        if standing.condition is condition and standing.is_red == is_red:
            return []
        standing.condition, standing.is_red = condition, is_red
        change = self._change(reading, point, kind, condition, cause)
        return [replace(change, red=True, severity=2) if is_red else change]

    def _own(self, reading: Reading, condition: Condition, cause: str) -> list[ConditionChanged]:
        changes = self._turn(reading, reading.kind, condition, cause)
        return [self._delayed(reading, change) for change in changes]

    def _delayed(self, reading: Reading, change: ConditionChanged) -> ConditionChanged:
        """Fire waits for nothing; everything else as its signal says."""
        if change.alarm_class is AlarmClass.FIRE:
            return change
        limits = self._signal(reading.source, reading.kind).limits
        seconds = limits.on_delay_s if change.condition is Condition.ACTIVE else limits.off_delay_s
        return replace(
            change, delay_ms=round(seconds * 1000), count=limits.count, within_ms=round(limits.count_s * 1000)
        )

    def _change(
        self, reading: Reading, point: PointId, kind: str, condition: Condition, cause: str
    ) -> ConditionChanged:
        return ConditionChanged(
            point=point, alarm_class=self._class(reading.source, point, kind), kind=kind, condition=condition,
            cause=cause, source_ms=reading.ts_ms, received_ms=reading.received_ms, value=reading.value,
            unit=reading.unit, retained=reading.retained, label=reading.label, receipt=reading.receipt,
        )  # fmt: skip

    # ---- companions: what is wrong with a point is not its own condition ----------------------------------------

    def _beside(self, reading: Reading, suffix: str) -> list[ConditionChanged]:
        """Trouble and supervision stand on a point of their own, unless the kind is nothing else."""
        cause = suffix.removeprefix(".")
        if _is_nothing_else(reading.kind, suffix):
            return self._turn(reading, reading.kind, Condition.ACTIVE, cause)
        changes = self._turn(reading, reading.kind + suffix, Condition.ACTIVE, cause)
        return changes if suffix == TROUBLE else [*changes, *self._well(reading, (TROUBLE,))]

    def _well(self, reading: Reading, suffixes: Iterable[str] = (TROUBLE, SUPERVISORY)) -> list[ConditionChanged]:
        """The kind reads well: its companions end."""
        changes: list[ConditionChanged] = []
        for suffix in suffixes:
            if PointId(reading.point + suffix) in self._known:
                changes += self._turn(reading, reading.kind + suffix, Condition.NORMAL, suffix.removeprefix("."))
        return changes

    def _clock(self, reading: Reading) -> list[ConditionChanged]:
        """A wrong clock is a trouble of the device; a device time that was believed ends it."""
        if reading.clock_fault:
            return self._turn(reading, "clock", Condition.ACTIVE, "trouble")
        if reading.ts_ms != reading.received_ms and point_id(reading.source, reading.device, "clock") in self._known:
            return self._turn(reading, "clock", Condition.NORMAL, "trouble")
        return []

    # ---- numbers ---------------------------------------------------------------------------------------------------

    def _measured(self, reading: Reading) -> list[ConditionChanged]:
        limits = self._signal(reading.source, reading.kind).limits
        if not is_set(limits) or not isinstance(reading.value, int | float):
            return self._own(reading, Condition.NORMAL, "trouble") if reading.point in self._known else []
        standing = self._standing(reading.point, reading.source, reading.device, reading.kind)
        before = standing.level
        level = _level_after(standing, limits, float(reading.value))
        standing.level = level
        if level is Level.NONE:
            return self._own(reading, Condition.NORMAL, "limit_high" if before > 0 else "limit_low")
        cause = "limit_low" if level < 0 else "limit_high"
        changes: list[ConditionChanged] = []
        if before * level < 0:  # from too low to too high: it was normal in between
            changes += self._own(reading, Condition.NORMAL, "limit_low" if before < 0 else "limit_high")
        if standing.condition is Condition.ACTIVE and before not in (level, Level.NONE):
            cause = "limit_worse" if abs(level) > abs(before) else cause
            changes.append(self._change(reading, reading.point, reading.kind, Condition.ACTIVE, cause))
        else:
            changes += self._own(reading, Condition.ACTIVE, cause)
        return [replace(change, limit=limit_of(limits, level), severity=max(1, abs(level))) for change in changes]

    def _moved(self, reading: Reading) -> list[ConditionChanged]:
        """What the last samples together say: it rises, or falls, faster than it may."""
        limits = self._signal(reading.source, reading.kind).limits
        if not is_rated(limits) or not isinstance(reading.value, int | float):
            return []
        trace = self._traces.get(reading.point)
        if trace is None:
            trace = Trace(limits)
        self._traces.keep(reading.point, trace)
        per_min = trace.add(reading.ts_ms, float(reading.value))
        if per_min is None:
            return []
        return [change for moved in movements(limits, per_min) for change in self._pace(reading, moved)]

    def _pace(self, reading: Reading, moved: Movement) -> list[ConditionChanged]:
        kind = reading.kind + moved.suffix
        known = self._known.get(point_id(reading.source, reading.device, kind))
        is_fast = moved.is_too_fast(known is not None and known.condition is Condition.ACTIVE)
        cause = "rate_high" if moved.suffix == RISING else "rate_low"
        changes = self._turn(reading, kind, Condition.ACTIVE if is_fast else Condition.NORMAL, cause)
        unit = f"{reading.unit or ''}/min"
        return [replace(change, value=moved.per_min, unit=unit, limit=moved.limit) for change in changes]

    # ---- sources ---------------------------------------------------------------------------------------------------

    def _lost(self, reading: Reading) -> list[ConditionChanged]:
        """Everything known of the lost device, or of all its loss reaches, is unknown from now on."""
        changes: list[ConditionChanged] = []
        for source, device in self._reached(reading):
            for point in self._of_device.get((source, device), ()):
                standing = self._known[point]
                if not _can_be_lost(standing):
                    continue
                standing.condition = Condition.UNKNOWN
                changes.append(self._change(reading, point, standing.kind, Condition.UNKNOWN, "offline"))
        return changes

    def _reached(self, reading: Reading) -> list[tuple[str, str]]:
        if not reading.reach:
            return [(reading.source, reading.device)]
        prefix = reading.reach.removesuffix("*")
        return [
            (source, device)
            for source, device in self._of_device
            if source == reading.source and (device == reading.device or device.startswith(prefix))
        ]


def _classes(points: Iterable[Point]) -> dict[PointId, AlarmClass]:
    return {point.id: point.alarm_class for point in points if point.alarm_class is not None}


def _can_be_lost(standing: Standing) -> bool:
    """What is already unknown stays so; the loss itself, and troubles that do not stand, have nothing to lose."""
    if standing.condition is Condition.UNKNOWN or standing.kind in ("availability", "clock"):
        return False
    is_alarm = kind_of(standing.kind).alarm_class is not AlarmClass.TROUBLE and "." not in standing.kind
    return is_alarm or standing.condition is Condition.ACTIVE


def _is_red(reading: Reading, alarm_class: AlarmClass) -> bool:
    """A warning of the gravest of the four colours, or of CAP's gravest severity."""
    if alarm_class is not AlarmClass.WARNING:
        return False
    said = (str(reading.value or "").lower(), reading.label.lower())
    return any(word in RED for word in said) or any(word in said[1] for word in RED_WORDS)


def _level_after(standing: Standing, limits: Limits, value: float) -> Level:
    """The new level; a point restored as active is given the benefit of the hysteresis on either side."""
    if standing.condition is Condition.ACTIVE and standing.level is Level.NONE:
        return min(level_of(limits, value, Level.LO), Level.NONE) or max(level_of(limits, value, Level.HI), Level.NONE)
    return level_of(limits, value, standing.level)


def _is_nothing_else(kind: str, suffix: str) -> bool:
    """Whether a kind is a trouble, or a supervision, by itself."""
    return kind in SUPERVISORY_KINDS if suffix == SUPERVISORY else kind_of(kind).alarm_class is AlarmClass.TROUBLE
