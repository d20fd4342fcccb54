"""What one window has painted, told to the console: an alarm's picture once for each window, what somebody opened."""

from __future__ import annotations

from console.app import Console
from console.cameras import Choice
from console.model import AlarmId, CameraId
from console.ports import Painted
from console.wall import OnTile
from widgets.canvas import Canvas
from widgets.screens.displayed import is_displayed
from widgets.tile import Shot

Key = tuple[AlarmId, int, CameraId]  # alarm, when its newest occurrence was raised, camera


class Reports:
    """Of one window; only what could be seen counts. An occurrence is told once for each camera that showed it."""

    def __init__(self, console: Console, window: str, canvas: Canvas) -> None:
        self._console = console
        self._window = window
        self._canvas = canvas
        self._told: set[Key] = set()

    def painted(self, tile: str, shot: Shot, cell: OnTile[Choice] | None) -> None:
        """The first frame of a camera was painted on a tile; `cell` is what an alarm wants there, None at rest."""
        if not is_displayed(self._canvas, self._canvas.place(tile).rect):
            return
        if cell is None:
            self._console.seeing.opened(shot.camera, self._window, tile, _source(shot), self._age_ms(shot))
        elif cell.choice is not None and shot.camera == cell.choice.camera.id:
            self._tell(tile, shot, cell)

    def _tell(self, tile: str, shot: Shot, cell: OnTile[Choice]) -> None:
        for alarm in self._untold(cell):
            self._console.seeing.painted(
                Painted(
                    alarm=alarm, camera=shot.camera, window=self._window, tile=tile,
                    painted_ms=self._console.clock.now_ms(), source=_source(shot), frame_age_ms=self._age_ms(shot),
                )
            )  # fmt: skip

    def is_due(self, cell: OnTile[Choice]) -> bool:
        """An alarm of the cell has not been reported with the camera that is shown."""
        return cell.choice is not None and any(key not in self._told for key in self._keys(cell))

    def _untold(self, cell: OnTile[Choice]) -> list[AlarmId]:
        keys = [key for key in self._keys(cell) if key not in self._told]
        self._told = {key for key in self._told if self._console.alarms.get(key[0]) is not None} | set(keys)
        return [alarm for alarm, _, _ in keys]

    def _keys(self, cell: OnTile[Choice]) -> list[Key]:
        alarms = (self._console.alarms.get(alarm) for alarm in cell.alarms)
        camera = cell.choice.camera.id if cell.choice is not None else CameraId("")
        return [(alarm.id, alarm.last.raised_ms, camera) for alarm in alarms if alarm is not None]

    def _age_ms(self, shot: Shot) -> int:
        return shot.age_ns(self._console.clock.monotonic_ns()) // 1_000_000


def _source(shot: Shot) -> str:
    return "memory" if shot.from_memory else "live"
