"""What the console would make of a message, or why not: the same decoder, rules and desks, asked aloud. No thread.

The desks come in as two callables, so that this module knows decoding and rules only; `commands/explain.py` joins them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from console.config.schema import ECOSYSTEMS, Option, SourceConfig
from console.model import (
    CameraId,
    Condition,
    ConditionChanged,
    Message,
    Point,
    PointId,
    Reading,
    Rejected,
    State,
    Value,
)
from console.parse.decoder import Decoder
from console.rules import Conditions


@dataclass(frozen=True, slots=True)
class Step:
    """What the alarm desk did: `step` is the code of the fact (raised, cleared, lost …).

    `rule`: the rule of the site that says it, by its name, or the limit of a rate; "" where the message says it itself.
    """

    id: str
    step: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One camera that sees the point, best first."""

    id: CameraId
    number: int
    tier: int
    reason: str
    distance_m: float | None


AlarmStep = Callable[[ConditionChanged], Sequence[Step]]
RankCameras = Callable[[PointId], Sequence[Ranked]]


@dataclass(frozen=True, slots=True)
class Told:
    """One reading as it is printed; None where the message says nothing."""

    device: str | None
    kind: str | None
    value: Value
    unit: str | None
    state: State
    ts_ms: int
    history: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    readings: tuple[Told, ...]
    rejected: str | None = None
    alarms: tuple[Step, ...] = ()
    cameras: tuple[Ranked, ...] = ()


@dataclass(frozen=True, slots=True)
class Prior:
    """A live sample that is taken as heard before the message."""

    value: Value
    ts_ms: int


WEIGHT = {state: index for index, state in enumerate(
    (State.ALARM, State.TROUBLE, State.OFFLINE, State.SUPERVISORY, State.NORMAL, State.READING, State.IGNORE)
)}  # fmt: skip


class Explainer:
    """One console state: messages are fed in order and each is explained."""

    def __init__(
        self,
        sources: Sequence[SourceConfig],
        points: Iterable[Point] = (),
        time_zone: str = "UTC",
        alarm_step: AlarmStep = lambda _change: (),
        rank_cameras: RankCameras = lambda _point: (),
    ) -> None:
        points = tuple(points)
        self._sources = {source.name: source for source in sources}
        self._decoder = Decoder(sources, points, time_zone)
        self._conditions = Conditions(sources, points)
        self._alarm_step = alarm_step
        self._rank_cameras = rank_cameras

    def explain(
        self,
        message: Message,
        ecosystem: str = "",
        overrides: Mapping[str, Option] | None = None,
        prior: Prior | None = None,
    ) -> Explanation:
        """Feed one message. `ecosystem` names the decoder ("": by topic), `overrides` change its source this once."""
        source = self._source(message.topic, ecosystem)
        if source is None:
            rejected = self._decoder.decode(message)
            return self._refused(rejected, message, None) if isinstance(rejected, Rejected) else Explanation(())
        if overrides:
            source = overridden(source, overrides)
        if prior is not None:
            place = self._decoder.place(message, source)
            self._decoder.recall(source.name, place.device or "", place.kind or "", prior.value, prior.ts_ms)
        result = self._decoder.decode_as(source, message)
        if isinstance(result, Rejected):
            return self._refused(result, message, source)
        return self._understood(result)

    def _source(self, topic: str, ecosystem: str) -> SourceConfig | None:
        """The source of an ecosystem, best the one that takes the topic; made up when the configuration has none."""
        taken = self._sources.get(self._decoder.source_for(topic))
        if not ecosystem or (taken and taken.ecosystem == ecosystem):
            return taken
        same = [source for source in self._sources.values() if source.ecosystem == ecosystem]
        if same:
            return same[0]
        if ecosystem not in ECOSYSTEMS:
            return None
        made = self._sources[ecosystem] = SourceConfig(name=ecosystem, ecosystem=ecosystem)
        return made

    def _refused(self, rejected: Rejected, message: Message, source: SourceConfig | None) -> Explanation:
        """Nothing is taken from a refused message; what its topic alone says is told with it."""
        place = self._decoder.place(message, source)
        told = Told(place.device, place.kind, None, place.unit, State.IGNORE, message.received_ms)
        return Explanation((told,), rejected.reason)

    def _understood(self, readings: Sequence[Reading]) -> Explanation:
        alarms: list[Step] = []
        points: dict[PointId, None] = {}
        for reading in readings:
            if reading.state is State.ALARM:
                points[reading.point] = None
            for change in self._conditions.apply(reading):
                alarms += self._alarm_step(change)
                if change.condition is Condition.ACTIVE and change.point == reading.point:
                    points[change.point] = None
        cameras = [camera for point in points for camera in self._rank_cameras(point)]
        told = sorted(map(_told, readings), key=lambda each: WEIGHT[each.state])
        return Explanation(tuple(told), None, tuple(alarms), tuple(cameras))


def _told(reading: Reading) -> Told:
    return Told(
        reading.device or None, reading.kind or None, reading.value, reading.unit, reading.state, reading.ts_ms,
        reading.history,
    )  # fmt: skip


SIGNAL_KEYS = ("value", "unit", "on", "off")
SOURCE_KEYS = ("charset", "time", "time_format", "device", "topic")


def overridden(source: SourceConfig, overrides: Mapping[str, Option]) -> SourceConfig:
    """The source with some keys changed: of a site rule in all its signals, else in the source or its options."""
    of_source = {key: str(value) for key, value in overrides.items() if key in SOURCE_KEYS}
    source = replace(source, **of_source)  # type: ignore[arg-type]  # a case may say what it likes
    rest = {key: value for key, value in overrides.items() if key not in of_source}
    if source.ecosystem == "site":
        of_signal = {key: rest.pop(key) for key in SIGNAL_KEYS if key in rest}
        signals = tuple(replace(signal, **of_signal) for signal in source.signals)  # type: ignore[arg-type]  # as above
        source = replace(source, signals=signals)
    return replace(source, options={**source.options, **rest})
