"""Who sits where, who was refused, who stands in for the supervisor."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSignedIn(Announcement):
    person: str
    position: str
    role: str
    how: str  # people.How


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSignedOut(Announcement):
    person: str
    position: str
    why: str  # people.Why


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLocked(Announcement):
    """Nobody can act here until a person shows who he is; alarms are shown and sound as before."""

    person: str
    position: str
    why: str  # people.Why


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatUnlocked(Announcement):
    person: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInRefused(Announcement):
    """`wait_s`: how long this position listens to nobody."""

    position: str
    wait_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingSupervisorNamed(Announcement):
    person: str
    until_ms: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingSupervisorEnded(Announcement):
    """`by` "": his time was over."""

    person: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsChanged(Announcement):
    """The file of the accounts says something else than before."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]
