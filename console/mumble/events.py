"""What a session says about itself and its channel. Values, from the session's thread."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.talk_words import TalkDetail


class Standing(StrEnum):
    """Where a session stands."""

    AWAY = "away"  # no connection; it tries again
    OPENING = "opening"  # on its way in
    READY = "ready"  # in its channel, and may speak
    REFUSED = "refused"  # the server, or its certificate, says no


@dataclass(frozen=True, slots=True)
class Stood:
    standing: Standing
    reason: TalkDetail = TalkDetail.NONE
    about: str = ""  # what the server or the system says, for the log
    session: int = 0  # ours at the server, 0 without one


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in our channel."""

    session: int
    name: str


@dataclass(frozen=True, slots=True)
class Present:
    """Who is in our channel, ourselves left out."""

    people: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """20 ms of somebody. `sequence` counts 10 ms; `is_last`: the end of what is said."""

    who: Named
    sequence: int
    opus: bytes
    is_last: bool


Event = Stood | Present | Voice
