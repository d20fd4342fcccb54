"""Which rule of the configuration governs a point, and the same rules with one of them changed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from console.config.schema import Limits, SignalConfig, SourceConfig
from console.model import PointId
from console.model.ids import of_site

NO_RULE = SignalConfig()


@dataclass(frozen=True, slots=True, order=True)
class Signal:
    """What one rule governs: every point of this kind that one source tells of."""

    source: str
    kind: str

    def __str__(self) -> str:
        return f"{self.source}/{self.kind}"


@dataclass(frozen=True, slots=True, order=True)
class Setting:
    """The part of a rule that keeps it from calling too often; ordered by how much later a real alarm may come."""

    on_delay_s: float = 0.0
    off_delay_s: float = 0.0
    hysteresis: float = 0.0  # in the canonical unit of the kind


AS_IT_COMES = Setting()  # no deadband, no delay


def signal_of(point: PointId, sources: Sequence[SourceConfig]) -> Signal | None:
    """The rule that governs a point; None for links, cameras and companions, where none has a say."""
    source, _, rest = of_site(point).partition("/")
    kind = rest.rpartition("#")[2]
    known = any(each.name == source for each in sources)
    return Signal(source, kind) if known and kind and "." not in kind else None


def governs(signal: Signal, point: PointId) -> bool:
    source, _, rest = point.partition("/")
    return source == signal.source and rest.rpartition("#")[2] == signal.kind


def limits_of(signal: Signal, sources: Sequence[SourceConfig]) -> Limits:
    return _rule(signal, sources).limits


def setting_of(signal: Signal, sources: Sequence[SourceConfig]) -> Setting:
    limits = limits_of(signal, sources)
    return Setting(limits.on_delay_s, limits.off_delay_s, limits.hysteresis)


def changed(signal: Signal, setting: Setting, sources: Sequence[SourceConfig]) -> tuple[SourceConfig, ...]:
    """The sources with another setting for this signal, everything else as it is."""
    rule = _rule(signal, sources)
    limits = replace(
        rule.limits, hysteresis=setting.hysteresis, on_delay_s=setting.on_delay_s, off_delay_s=setting.off_delay_s
    )
    made = replace(rule, kind=signal.kind, limits=limits)
    return tuple(_with(source, made) if source.name == signal.source else source for source in sources)


def _with(source: SourceConfig, made: SignalConfig) -> SourceConfig:
    others = tuple(one for one in source.signals if one.kind != made.kind)
    return replace(source, signals=(*others, made))


def _rule(signal: Signal, sources: Sequence[SourceConfig]) -> SignalConfig:
    """Its own, or the one for every kind of the source."""
    rules = {(source.name, one.kind): one for source in sources for one in source.signals}
    return rules.get((signal.source, signal.kind)) or rules.get((signal.source, ""), NO_RULE)
