"""One session of one person at one position, and what can happen to it: a stream of the journal each. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from console.facts import Facts
from console.journal import Entry
from console.model import LIVE, Role

STREAM = "seat/"  # seat/<writer>/<n>: a run of a position never meets another one's sessions


class How(StrEnum):
    """How somebody came to sit there."""

    PASSWORD = "password"
    RESTART = "restart"  # he sat there when the program went away
    DEMO = "demo"  # the demo seats its own people


class Why(StrEnum):
    """Why a position was locked or left."""

    HAND = "hand"  # the person said so
    IDLE = "idle"  # nobody touched anything for so long
    RELIEVED = "relieved"  # somebody else signed in
    DISABLED = "disabled"  # the account is gone
    RESTART = "restart"  # the program went away
    ENDED = "ended"  # the program was ended


@dataclass(frozen=True, slots=True)
class SignedIn:
    """`locked`: he has to show who he is before he can act."""

    person: str
    role: Role
    position: str
    how: How
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Locked:
    why: Why


@dataclass(frozen=True, slots=True)
class Unlocked:
    how: How


@dataclass(frozen=True, slots=True)
class SignedOut:
    """`by_whom`: who sits there instead."""

    why: Why
    by_whom: str = ""


Fact = SignedIn | Locked | Unlocked | SignedOut
FACTS: Facts[Fact] = Facts(
    {"PersonSignedIn": SignedIn, "SeatLocked": Locked, "SeatUnlocked": Unlocked, "PersonSignedOut": SignedOut}
)


@dataclass(frozen=True, slots=True)
class Session:
    stream: str
    version: int
    person: str
    position: str
    role: Role
    since_ms: int
    is_locked: bool = False
    is_over: bool = False


def is_session(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in FACTS


def to_entry(fact: Fact, session: Session, entry: Entry) -> Entry:
    """Complete an entry (who, when) with the fact it records; `session` is the state after it."""
    return replace(
        entry, stream=session.stream, version=session.version, kind=FACTS.name(fact), data=FACTS.data(fact),
        open=not session.is_over,
    )  # fmt: skip


def apply(session: Session | None, fact: Fact, entry: Entry) -> Session:
    """Fold one fact into the session; the entry gives stream and time."""
    if isinstance(fact, SignedIn):
        return Session(entry.stream, 1, fact.person, fact.position, fact.role, entry.t_ms, fact.locked)
    assert session is not None, f"{entry.kind} before PersonSignedIn in {entry.stream}"
    session = replace(session, version=session.version + 1)
    match fact:
        case Locked():
            return replace(session, is_locked=True)
        case Unlocked():
            return replace(session, is_locked=False)
        case SignedOut():
            return replace(session, is_over=True)
