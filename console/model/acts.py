"""What is made to happen: the acts of the demo's story and of a drill's scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from console.model.ids import PointId

ScenarioId = NewType("ScenarioId", str)  # the name of its file

LANGUAGES = ("en", "zh_CN", "zh_TW")


class Deed(StrEnum):
    ALARM = "alarm"  # a flag is set, a number goes beyond any limit
    CLEAR = "clear"
    VALUE = "value"  # a number is held at a value
    SILENCE = "silence"  # the device is dead: it says nothing any more
    SPEAK = "speak"
    CALL = "call"  # somebody rings up: only words, and who says them
    SAY = "say"  # only words


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happens `at_s` seconds after the start; `text` tells it in each language."""

    at_s: float
    deed: Deed
    point: PointId | None = None
    value: float | None = None
    text: Mapping[str, str] = field(default_factory=dict)
    caller: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """How a unit behaves in a drill, seconds from its order; None: that never happens."""

    unit: str  # its id, "*" every other unit
    accept_s: float | None = None
    en_route_s: float | None = None
    on_scene_s: float | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A drill as its file describes it: what is injected when, and how the units behave."""

    id: ScenarioId
    name: Mapping[str, str]
    minutes: int  # how long it is meant to take
    acts: tuple[Act, ...]
    replies: tuple[Reply, ...] = ()

    def reply_of(self, unit: str) -> Reply | None:
        """How this unit behaves; None: the controller answers for it."""
        named = {reply.unit: reply for reply in self.replies}
        return named.get(unit) or named.get("*")
