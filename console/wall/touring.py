"""Running tours: one per surface; each waits while somebody has a hand on what it would change. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.clock import Clock, Deadline
from console.wall.arrangement import TileId
from console.wall.salvos import Step, Tour
from console.wall.surfaces import SurfaceId

LOOK_MS = 1_000


@dataclass(slots=True)
class Run:
    """A tour on a surface, or on one of its tiles. `at` is the step that is shown, `stood_s` for how long already.

    `paused` by a hand, a zoom, a full screen or an alarm on what it would change.
    """

    tour: Tour
    surface: SurfaceId
    tile: TileId | None
    at: int = 0
    stood_s: int = 0
    paused: bool = False

    @property
    def step(self) -> Step:
        return self.tour.steps[self.at]


class Touring:
    """`is_busy` says whether a run waits; `show` puts its step on the screen, False when nothing is left of it."""

    def __init__(self, clock: Clock, is_busy: Callable[[Run], bool], show: Callable[[Run], bool]) -> None:
        self._clock = clock
        self._is_busy = is_busy
        self._show = show
        self._runs: dict[SurfaceId, Run] = {}
        self._due: Deadline | None = None

    def on(self, surface: SurfaceId) -> Run | None:
        """The tour that runs on this surface."""
        return self._runs.get(surface)

    def runs(self) -> tuple[Run, ...]:
        return tuple(self._runs.values())

    def start(self, run: Run) -> bool:
        """Show its step, as soon as nobody has a hand there, and go on; False when none of its steps can be shown."""
        run.paused = self._is_busy(run)
        if not run.paused and not self._show_step(run, run.at):
            return False
        self._runs[run.surface] = run
        if self._due is None:
            self._due = self._clock.after(LOOK_MS, self._look)
        return True

    def stop(self, surface: SurfaceId) -> Run | None:
        """What is shown stays; returns the run that ended."""
        return self._runs.pop(surface, None)

    def _look(self) -> None:
        """Once a second: a run that is disturbed stands still, and then stands its full time again."""
        self._due = None
        for run in self.runs():
            run.paused = self._is_busy(run)
            run.stood_s = 0 if run.paused else run.stood_s + 1
            if run.stood_s >= run.tour.dwell_s and not self._show_step(run, run.at + 1):
                self.stop(run.surface)
        if self._runs:
            self._due = self._clock.after(LOOK_MS, self._look)

    def _show_step(self, run: Run, at: int) -> bool:
        """The first step from `at` on that can be shown."""
        steps = len(run.tour.steps)
        for further in range(steps):
            run.at, run.stood_s = (at + further) % steps, 0
            if self._show(run):
                return True
        return False
