"""The record as it is kept: only what changed from one second to the next, in spans of at most an hour. Values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.eye.glimpse import Box, View
from console.journal import Json
from console.model import By, Domain


@dataclass(frozen=True, slots=True)
class Place:
    """A tile where it stood on its window: in another layout it is another place."""

    window: str
    tile: str
    box: Box


@dataclass(frozen=True, slots=True)
class Change:
    """From this second on the place shows this; None: it is not there any more.

    `frame_ms`: when a picture that is not live was taken in, epoch ms; 0 for all others.
    """

    place: Place
    view: View | None
    frame_ms: int = 0


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody changed what is shown: the act of a `WallAct`, or `remote` for what another position put there."""

    at_ms: int
    by: By
    act: str
    data: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Second:
    """What is new in this second. `begins`: a new span, whose changes are everything that is shown."""

    t_s: int  # epoch
    domain: Domain
    begins: bool
    changes: tuple[Change, ...]
    acts: tuple[Act, ...] = ()
