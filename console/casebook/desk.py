"""The desk of the casebook: what was looked for last, what was found, and the story of the case that is open.

Desk thread. A child looks; what is asked while one looks takes its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from console import announce
from console.announce import Announcement
from console.casebook.quest import Quest
from console.dispatching import Line
from console.errors import CommandRefused
from console.incidents.search import Past
from console.logbook import Logbook
from console.model import IncidentId, Seat

MOST = 100  # the newest so many are shown


@dataclass(frozen=True, slots=True)
class Order:
    """One job: look, or with an `incident` tell its story."""

    number: int
    quest: Quest
    incident: IncidentId | None = None


@dataclass(frozen=True, slots=True)
class CasesFound:
    """Posted by the worker: the newest ones, and how many there are in all."""

    number: int
    cases: tuple[Past, ...]
    total: int


@dataclass(frozen=True, slots=True)
class StoryTold:
    """Posted by the worker: what happened, the oldest first."""

    number: int
    case: Past
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CasesFailed:
    """Posted by the worker: there is no answer. `reason`: "store" (no journal to read), "gone" or "broken"."""

    number: int
    reason: str


CASE_WORDS = (CasesFound, StoryTold, CasesFailed)


class Worker(Protocol):
    """Does one order at a time, without holding anybody up."""

    def begin(self, order: Order) -> None:
        """Post one of `CASE_WORDS` at the end."""

    def cancel(self) -> None:
        """Give up what is under way; it posts nothing more."""


class Casebook:
    """`cases` of `total` were found for `quest`; `story` is of the case that is open."""

    def __init__(self, log: Logbook, seat: Seat, publish: Callable[[Announcement], None]) -> None:
        self._log = log
        self._seat = seat
        self._announce = publish
        self._worker: Worker | None = None
        self._number = 0
        self.running: Order | None = None
        self.quest = Quest()
        self.cases: tuple[Past, ...] = ()
        self.total = 0
        self.is_known = False  # something was looked for and answered
        self.story: StoryTold | None = None
        self.trouble = ""  # why the last order has no answer

    def connect(self, worker: Worker) -> None:
        """Who looks; without one nothing can be asked."""
        self._worker = worker

    # ---- what a person asks ----

    def look(self, quest: Quest) -> None:
        """The closed incidents this fits. Raises CommandRefused("no_worker")."""
        self.quest = quest
        self._begin(None)

    def open(self, incident: IncidentId) -> None:
        """The story of one that was found. Raises CommandRefused("no_worker")."""
        self._begin(incident)

    def close(self) -> None:
        """Nobody looks any more."""
        if self.running is not None and self._worker is not None:
            self._worker.cancel()
        self.running = None

    def _begin(self, incident: IncidentId | None) -> None:
        if self._worker is None:
            raise CommandRefused("no_worker")
        if self.running is not None:
            self._worker.cancel()
        self._number += 1
        self.running, self.trouble = Order(self._number, self.quest, incident), ""
        self._worker.begin(self.running)
        self._announce(announce.CasebookStirred())

    # ---- what the worker says ----

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return dict.fromkeys(CASE_WORDS, self.heard)

    def heard(self, word: CasesFound | StoryTold | CasesFailed) -> None:
        """A word about an order that was given up means nothing any more."""
        if self.running is None or word.number != self.running.number:
            return
        self.running = None
        match word:
            case CasesFound():
                self.cases, self.total, self.is_known, self.story = word.cases, word.total, True, None
            case StoryTold():
                self._told(word)
            case CasesFailed(reason=reason):
                self.trouble = reason
        self._announce(announce.CasebookStirred())

    def _told(self, story: StoryTold) -> None:
        """Who looked into a closed case is in the record."""
        self.story = story
        incident = story.case.incident.id
        self._log.write("CaseRead", self._seat.by, {"incident": incident})
        self._announce(announce.CaseRead(incident=incident, lines=len(story.lines), by=self._seat.person))
