"""What every announcement has."""

from __future__ import annotations

from dataclasses import dataclass

from console.model import LIVE, Domain


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Something happened. The class name is the event's name in the log."""

    domain: Domain = LIVE
