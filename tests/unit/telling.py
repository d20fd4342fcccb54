"""Short words for the tests of decoding: a source, a message, and what was said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from console.config.schema import Limits, SignalConfig, SourceConfig
from console.model import Message, Point, PointId, Reading, Rejected, State
from console.parse import Decoder

NOW = 1_795_163_400_000  # 2026-11-20T08:30:00Z
Z2M = SourceConfig("z2m", "zigbee2mqtt")
SITE = SourceConfig(
    "site",
    "site",
    signals=(
        SignalConfig(),
        SignalConfig("water_pressure", limits=Limits(lolo=0.05, lo=0.14, hysteresis=0.01)),
        SignalConfig("leakage_current", limits=Limits(hi=300.0, hihi=1000.0, hysteresis=20.0, on_delay_s=5.0)),
    ),
)


def message(topic: str, payload: object, at: int = NOW, **more: Any) -> Message:
    """A message; what is neither bytes nor text is written as JSON."""
    if not isinstance(payload, bytes):
        payload = (payload if isinstance(payload, str) else json.dumps(payload)).encode()
    return Message(topic, payload, at, **more)


class Ear:
    """A decoder with the words a test needs."""

    def __init__(self, *sources: SourceConfig, points: Sequence[Point] = (), time_zone: str = "Asia/Shanghai") -> None:
        self.decoder = Decoder(sources or (Z2M, SITE), points, time_zone)

    def hear(self, topic: str, payload: object, at: int = NOW, **more: Any) -> list[Reading]:
        told = self.decoder.decode(message(topic, payload, at, **more))
        assert isinstance(told, list), told
        return told

    def refuse(self, topic: str, payload: object) -> str:
        told = self.decoder.decode(message(topic, payload))
        assert isinstance(told, Rejected), told
        return told.reason

    def states(self, topic: str, payload: object, at: int = NOW, **more: Any) -> dict[str, State]:
        """Kind to state, without the figures every Zigbee message has."""
        return {each.kind: each.state for each in self.hear(topic, payload, at, **more) if each.kind != "linkquality"}

    def one(self, topic: str, payload: object, at: int = NOW, **more: Any) -> Reading:
        (told,) = self.hear(topic, payload, at, **more)
        return told


def point(ident: str, alias: str = "") -> Point:
    return Point(PointId(ident), ident, ident, ident.rpartition("#")[2], alias=alias)
