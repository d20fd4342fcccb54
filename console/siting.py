"""Joins what the site says with the devices that it does not know yet. Desk thread.

Belongs to the console like a hand to an arm: it decides nothing its desks decide.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from console.announce import Announcement
from console.clock import Clock
from console.errors import CommandRefused
from console.journal import Conflict, Entry, Recorded
from console.model import ConditionChanged, Introduced, Seat
from console.newcomers import Newcomers, PlacementRefused, PlacementWritten, is_newcomer
from console.revising import FolderRead, FolderRefused, Revising

SIGNED = "NewcomerSigned"  # by another console: its folder says something else now, and ours may be the same


class Siting:
    """Its desk is an attribute; the windows ask it."""

    def __init__(
        self, clock: Clock, seat: Seat, revising: Revising, append: Callable[[Sequence[Entry]], None],
        report: Callable[[ConditionChanged], None], announce_it: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._revising = revising
        self.newcomers = Newcomers(
            clock, seat, lambda: revising.site.points, revising.add, append, report, announce_it
        )  # fmt: skip
        self.newcomers.when_written = self._written
        revising.when_applied = self.newcomers.take_site

    def _written(self) -> None:
        """The folder says something else now: what, is shown, and a person applies it."""
        try:
            self._revising.ask()
        except CommandRefused:  # nobody reads it: whoever wrote it does not read it either
            return

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {
            FolderRead: self._revising.take,
            FolderRefused: self._revising.refuse,
            Introduced: self.newcomers.introduced,
            PlacementWritten: self.newcomers.written,
            PlacementRefused: self.newcomers.refused,
        }

    def load(self, recorded: Sequence[Recorded]) -> None:
        """Rebuild from the entries of the open streams, in order."""
        self.newcomers.load(recorded)

    def start(self) -> None:
        self.newcomers.start()

    def learn(self, record: Recorded) -> bool:
        """What another console wrote; nothing of it has to wait."""
        self.newcomers.learn(record)
        if is_newcomer(record.entry) and record.entry.kind == SIGNED:
            self._written()
        return True

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with something of ours."""
        return self.newcomers.overruled(conflict)
