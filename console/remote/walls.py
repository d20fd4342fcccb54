"""Which walls other positions have open, as each of them says it in the journal; and saying so ourselves. Desk thread.

Only what a sender has to know: the names and layouts of wall windows. What is on them is nobody else's to see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from console.clock import Clock, Deadline
from console.journal import Entry, Json
from console.model import LIVE, By
from console.remote.records import CLOSED, OPENED
from console.wall import SurfaceId
from console.wall.boards import WALL_NAME
from console.wall.kept import items, mapping, text

STREAM = "walls/"  # walls/<position>-<ms>: one for each run
MACHINE = By(machine="walls")
REST_MS = 1_000  # a layout somebody steps through is told when he has settled

Layouts = Mapping[SurfaceId, str]


@dataclass(frozen=True, slots=True)
class Target:
    """A wall of another position, and its layout."""

    position: str
    surface: SurfaceId
    layout: str


@dataclass(slots=True)
class _Run:
    """The walls of one run of a position."""

    stream: str
    version: int
    walls: Layouts


class Walls:
    """`ours` says which walls we have open now; `changed` is called when another position's are others."""

    def __init__(
        self, clock: Clock, position: str, ours: Callable[[], Layouts], append: Callable[[Sequence[Entry]], None],
        changed: Callable[[], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._position = position
        self._ours = ours
        self._append = append
        self._changed = changed
        self._runs: dict[str, _Run] = {}  # of other positions, the newest of each
        self._left: list[_Run] = []  # runs of ours that ended without a word
        self._own = _Run("", 0, {})
        self._resting: Deadline | None = None

    def targets(self) -> tuple[Target, ...]:
        """Every wall of the others, by position and number."""
        return tuple(
            Target(position, surface, layout)
            for position, run in sorted(self._runs.items())
            for surface, layout in sorted(run.walls.items(), key=lambda wall: int(wall[0].rpartition("-")[2]))
        )

    # ---- what others say ----

    def take(self, entry: Entry) -> bool:
        """An entry of another run or another console; whether it was about walls."""
        if entry.domain != LIVE or entry.kind not in (OPENED, CLOSED) or not entry.stream.startswith(STREAM):
            return False
        position = entry.stream.removeprefix(STREAM).rpartition("-")[0]
        run = _Run(entry.stream, entry.version, _layouts(entry.data.get("walls")) if entry.kind == OPENED else {})
        if position == self._position:
            self._left = [left for left in self._left if left.stream != run.stream]
            if entry.open:
                self._left.append(run)
            return True
        before = self._runs.get(position)
        if before is None or before.stream <= run.stream:
            self._runs[position] = run
            if before is None or before.walls != run.walls:
                self._changed()
        return True

    # ---- what we say ----

    def start(self) -> None:
        """Everything is loaded: what an earlier run left open is closed, what is open now is told."""
        for left in self._left:
            self._write(left, CLOSED)
        self._left = []
        self._own = _Run(f"{STREAM}{self._position}-{self._clock.now_ms()}", 0, {})
        self.look()

    def stop(self) -> None:
        if self._resting is not None:
            self._resting.cancel()
        if self._own.version:
            self._write(self._own, CLOSED)

    def look(self) -> None:
        """A window, or the layout of one, may have changed."""
        if self._own.stream and self._resting is None and self._ours() != self._own.walls:
            self._resting = self._clock.after(REST_MS, self._tell)

    def _tell(self) -> None:
        self._resting = None
        if (walls := self._ours()) != self._own.walls:
            self._own.walls = dict(walls)
            self._write(self._own, OPENED)

    def _write(self, run: _Run, kind: str) -> None:
        run.version += 1
        walls: list[Json] = [{"name": name, "layout": layout} for name, layout in run.walls.items()]
        data: dict[str, Json] = {"walls": walls} if kind == OPENED else {}
        now = self._clock.now_ms()
        self._append((Entry(LIVE, run.stream, run.version, kind, now, MACHINE, data, open=kind == OPENED),))


def _layouts(said: object) -> Layouts:
    """Without what is no name of a wall."""
    told = (mapping(one) for one in items(said))
    named = ((text(one.get("name")), text(one.get("layout"))) for one in told)
    return {SurfaceId(name): layout for name, layout in named if WALL_NAME.fullmatch(name)}
