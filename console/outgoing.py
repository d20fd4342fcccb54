"""What leaves the room through a Feed, and what became of it: the seam between desks and the broker's client. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to be delivered at least once. `id` names it: the same message again has the same id.

    `expiry_s`: how long the broker may keep it for a receiver that is away.
    """

    id: str
    topic: str
    payload: bytes
    expiry_s: int


@dataclass(frozen=True, slots=True)
class Published:
    """Posted by a Feed: the broker has confirmed it. `heard`: and somebody subscribes to it, there or away for now."""

    id: str
    heard: bool


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Posted by a Feed: the broker refuses it, for the `reason` it gives; tried again with the next connection."""

    id: str
    reason: str
