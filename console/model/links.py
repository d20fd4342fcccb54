"""The links to the peers outside: lost and back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkDown:
    """A peer is lost: broker, store, video process, camera. `reason` is a code, `detail` may be shown as is."""

    kind: str
    name: str
    reason: str
    at_ms: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LinkUp:
    kind: str
    name: str
    at_ms: int
