"""The desk of what went wrong with the program itself: it was restarted, a part of it raised. Desk thread.

A person sees both as notices and dismisses them; that is journalled. The guardian and the hooks (`console.guardian`)
write the reports this desk points to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.journal import Json
from console.logbook import Logbook
from console.model import By, Seat

GUARDIAN = By(machine="guardian")


class Cause(StrEnum):
    """Why a console had to be started again."""

    HUNG = "hung"  # its heartbeat was silent
    START_HUNG = "start_hung"  # it never beat
    KILLED = "killed"  # ended by a signal
    ENDED = "ended"  # ended by itself, but not in order


@dataclass(frozen=True, slots=True)
class Restart:
    """What the guardian says about the console before this one."""

    cause: Cause
    figure: str  # seconds of silence, name of the signal, or exit status
    report: str  # crash report, relative to the data folder; "" when none could be written
    alive_ns: int  # its last beat, on the machine's monotonic clock


@dataclass(frozen=True, slots=True)
class Restarted:
    """The restart as this console knows it; `dark_ms`: without a working console."""

    cause: Cause
    figure: str
    report: str
    at_ms: int
    dark_ms: int


@dataclass(frozen=True, slots=True)
class Reported:
    """Posted by the hooks: an exception nobody caught, and its report ("" when it could not be written)."""

    error: str
    report: str


class Mishaps:
    """Says once that the console was restarted; `restart` stays until a person has dismissed it."""

    def __init__(self, clock: Clock, logbook: Logbook, seat: Seat, announce_it: Callable[[Announcement], None]) -> None:
        self._clock = clock
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self.restart: Restarted | None = None

    def restarted(self, restart: Restart) -> Restarted:
        """The guardian has started us in place of a console that failed."""
        dark_ms = max(0, self._clock.monotonic_ns() - restart.alive_ns) // 1_000_000
        told = Restarted(restart.cause, restart.figure, restart.report, self._clock.now_ms(), dark_ms)
        self.restart = told
        facts: Mapping[str, Json] = {
            "cause": told.cause.value, "figure": told.figure, "report": told.report, "dark_ms": told.dark_ms,
        }  # fmt: skip
        self._log.write("ConsoleRestarted", GUARDIAN, facts)
        self._announce(
            announce.ConsoleRestarted(
                cause=told.cause.value, figure=told.figure, report=told.report, dark_ms=told.dark_ms
            )
        )
        return told

    def reported(self, reported: Reported) -> None:
        self._announce(announce.CrashReported(error=reported.error, report=reported.report))

    def dismissed(self, code: str, about: Mapping[str, Json]) -> None:
        """The person at this position has read the notice with this code."""
        self._log.write("NoticeDismissed", self._seat.by, {"code": code, **about})
        self._announce(announce.NoticeDismissed(code=code, by=self._seat.person))
