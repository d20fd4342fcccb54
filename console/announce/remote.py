"""What happened to pictures that one position sends to another one's wall."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteSent(Announcement):
    """A person here wants it on that wall; `what` is a `remote.What`."""

    sending: str
    to: str
    surface: str
    what: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteAnswered(Announcement):
    """What became of what was sent from here; `outcome` is a `remote.Outcome`."""

    sending: str
    to: str
    surface: str
    what: str
    outcome: str
    code: str
    after_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteTaken(Announcement):
    """Somebody at another position put this on a wall of ours, or, with a `code`, was refused."""

    sending: str
    surface: str
    tile: str
    what: str
    by: str
    position: str
    code: str
    after_ms: int
