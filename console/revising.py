"""Changing the site while the console runs: what was read is shown, and applied when a person says so. Desk thread.

Like `seeing` a hand of the console: it joins the desks that take a new site and decides nothing they decide. Whoever
reads the folder does it in a process of its own and posts `FolderRead` or `FolderRefused`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from console import announce
from console.announce import Announcement
from console.cameras import Index
from console.clock import Clock
from console.errors import CommandRefused, Problem
from console.journal import Json
from console.logbook import Logbook
from console.model import Camera, CameraId, Placement, Right, Seat, Site
from console.seeing import Desks, Seeing
from console.site import SiteDifference
from console.steering import Steering

SEEN_MS = 1_000  # a key pressed again so soon was not pressed by somebody who has read what would change
HERE = "here"  # asked by the person at this position
PROBLEMS_TOLD = 50  # in the event log; the window and `main.py check` know them all

TakeSite = Callable[[Site], None]


@dataclass(frozen=True, slots=True)
class FolderRead:
    """The site folder as it is now, ready to be taken."""

    site: Site
    index: Index
    difference: SiteDifference
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FolderRefused:
    """The site folder cannot be used; every problem, warnings too."""

    problems: tuple[Problem, ...]


class SiteFolder(Protocol):
    """Reads the site folder without holding anybody up."""

    def read(self, known: Site) -> None:
        """Post one `FolderRead` (compared with `known`) or one `FolderRefused`. Not called again before that."""

    def add(self, placement: Placement) -> None:
        """Write a device into the folder; posts `newcomers.PlacementWritten` or `PlacementRefused` once."""


class Revising:
    """At most one change waits for a decision: `pending`; or the last reading failed: `problems`."""

    def __init__(
        self, site: Site, clock: Clock, desks: Desks, hands: tuple[Seeing, Steering], logbook: Logbook, seat: Seat,
        announce_it: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self.site, self.cameras = site, _by_id(site)
        self.pending: FolderRead | None = None
        self.problems: tuple[Problem, ...] = ()
        self.reading = False
        self._again = False  # asked while it was being read: the answer may be older than the question
        self._pending_since_ns = 0
        self._clock = clock
        self._desks = desks
        self._seeing, self._steering = hands
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._folder: SiteFolder | None = None
        self._takers: Sequence[TakeSite] = ()
        self.when_applied: Callable[[], None] = lambda: None

    def connect(self, folder: SiteFolder, takers: Sequence[TakeSite]) -> None:
        """Who reads the folder, and who beside the desks has to know a new site (feed, video)."""
        self._folder, self._takers = folder, tuple(takers)

    def add(self, placement: Placement) -> None:
        """Have a device written into the folder. Raises CommandRefused."""
        if self._folder is None:
            raise CommandRefused("no_site_folder")
        self._folder.add(placement)

    # ---- reading ----

    def ask(self) -> None:
        """Read the folder again; what was pending is forgotten. Raises CommandRefused."""
        if self._folder is None:
            raise CommandRefused("no_site_folder")
        if self.reading:
            self._again = True
            return
        self.pending, self.problems, self.reading = None, (), True
        self._announce(announce.SiteReading())
        self._folder.read(self.site)

    def take(self, read: FolderRead) -> None:
        """The folder was read: show what would change."""
        if self._is_outdated():
            return
        if not read.difference:
            self._announce(announce.SiteUnchanged())
            return
        self.pending, self._pending_since_ns = read, self._clock.monotonic_ns()
        added, removed, changed = totals(read.difference)
        self._announce(
            announce.SiteChangePending(
                added=added, removed=removed, changed=changed, kinds=read.difference.counts,
                settings=read.difference.settings, warnings=len(read.warnings),
            )
        )  # fmt: skip

    def refuse(self, refused: FolderRefused) -> None:
        """The folder cannot be used: say why; the site stays as it is."""
        if self._is_outdated():
            return
        self.problems = refused.problems
        told = tuple(str(problem) for problem in refused.problems[:PROBLEMS_TOLD])
        self._announce(announce.SiteRefused(problems=told))

    def _is_outdated(self) -> bool:
        self.reading, again, self._again = False, self._again, False
        if again:
            self.ask()
        return again

    # ---- deciding ----

    def press(self) -> None:
        """The one key: read; pressed again when the change has been seen, apply it. Raises CommandRefused."""
        if self.pending is None:
            if not self.reading:
                self.ask()
        elif self._clock.monotonic_ns() - self._pending_since_ns >= SEEN_MS * 1_000_000:
            self.apply()

    def discard(self) -> None:
        """Forget the change, or the problems, that are shown; the folder is not touched."""
        if self.pending is not None or self.problems:
            self.pending, self.problems = None, ()
            self._announce(announce.SiteChangeDiscarded(by=self._seat.person))

    def apply(self, asked: str = HERE) -> None:
        """The site that was shown is the site. `asked`: here, at the position, or by a `command` of the machine.

        Raises CommandRefused: no_site_change, no_right …
        """
        if asked == HERE:
            self._seat.check(Right.SITE)
        read, self.pending = self.pending, None
        if read is None:
            raise CommandRefused("no_site_change")
        self._log.write("SiteApplied", self._seat.by, _entry(read, asked))
        self.site, self.cameras = read.site, _by_id(read.site)
        for take_site in self._takers:
            take_site(read.site)
        self._desks.points.take_site(read.site.points)
        self._desks.pictures.take_site(read.site.cameras)
        self._seeing.take_site(read.site, read.index)
        self._steering.take_site(read.site)
        self.when_applied()
        added, removed, changed = totals(read.difference)
        self._announce(announce.SiteApplied(by=self._seat.person, added=added, removed=removed, changed=changed))


def _by_id(site: Site) -> Mapping[CameraId, Camera]:
    return {camera.id: camera for camera in site.cameras}


def totals(difference: SiteDifference) -> tuple[int, int, int]:
    """Added, removed and changed things of all kinds; a changed setting of the site counts as changed."""
    counts = difference.counts.values()
    added, removed, changed = (sum(count[i] for count in counts) for i in range(3))
    return added, removed, changed + len(difference.settings)


def _entry(read: FolderRead, asked: str) -> dict[str, Json]:
    """What the journal keeps: how much changed, and who exactly came and went among cameras and points."""
    difference = read.difference
    return {
        "site": read.site.name,
        "asked": asked,
        "settings": list(difference.settings),
        "counts": {kind: list(count) for kind, count in difference.counts.items()},
        "cameras": {
            "added": [camera.id for camera in difference.cameras.added],
            "removed": [camera.id for camera in difference.cameras.removed],
        },
        "points": {
            "added": [point.id for point in difference.points.added],
            "removed": [point.id for point in difference.points.removed],
        },
    }
