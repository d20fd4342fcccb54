"""Questions to the record, and what it answers. Values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.eye.glimpse import Box, Picture, View
from console.journal import Json
from console.model import LIVE, Domain

AROUND_S = 30  # acts and changes so long before and after the second that is asked for are told


@dataclass(frozen=True, slots=True)
class Seen:
    """One place at that second. `age_ms`: how old its picture was, of a live one at most."""

    tile: str
    box: Box
    view: View
    age_ms: int = 0

    @property
    def is_live(self) -> bool:
        return self.view.picture is Picture.LIVE


@dataclass(frozen=True, slots=True)
class Happened:
    """A place showed something else from then on, or (`act`) a person did something; `who` at which position."""

    at_ms: int
    tile: str = ""
    view: View | None = None
    act: str = ""
    who: str = ""
    position: str = ""
    data: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """A window at one second. `is_kept` false: nothing was recorded then; `before_s`, `after_s`: the nearest second
    that was, 0 where there is none. `windows` are those that were on a screen then.
    """

    position: str
    window: str
    t_s: int
    is_kept: bool
    seen: tuple[Seen, ...] = ()
    happened: tuple[Happened, ...] = ()
    windows: tuple[str, ...] = ()
    domain: Domain = LIVE
    before_s: int = 0
    after_s: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a window of a position showed at that second; `number` comes back with the answer."""

    number: int
    position: str
    window: str
    t_s: int


@dataclass(frozen=True, slots=True)
class EyeAnswered:
    """Posted by the keeper: the answer; None: the record cannot be read. `positions` have a record here."""

    asked: Asked
    scene: Scene | None
    positions: tuple[str, ...] = ()
