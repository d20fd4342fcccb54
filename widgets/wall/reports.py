"""What one window has painted, told to the console once: which alarm's picture, where, and how old it was."""

from __future__ import annotations

from console.app import Console
from console.cameras import Choice
from console.model import AlarmId, CameraId
from console.ports import Painted
from console.wall import OnTile
from widgets.tile import Shot


class Reports:
    """Of one window; an occurrence is reported once for each camera that showed it."""

    def __init__(self, console: Console, window: str) -> None:
        self._console = console
        self._window = window
        self._told: set[tuple[AlarmId, int, CameraId]] = set()

    def painted(self, tile: str, shot: Shot, cell: OnTile[Choice] | None) -> None:
        """The first frame of a camera was painted on a tile that belongs to this alarm."""
        if cell is None or cell.choice is None or shot.camera != cell.choice.camera.id:
            return
        clock = self._console.clock
        age_ms = shot.age_ns(clock.monotonic_ns()) // 1_000_000
        for alarm in self._untold(cell):
            self._console.seeing.painted(
                Painted(
                    alarm=alarm, camera=shot.camera, window=self._window, tile=tile, painted_ms=clock.now_ms(),
                    source="memory" if shot.from_memory else "live", frame_age_ms=age_ms,
                )
            )  # fmt: skip

    def is_due(self, cell: OnTile[Choice]) -> bool:
        """An alarm of the cell has not been reported with the camera that is shown."""
        return cell.choice is not None and any(key not in self._told for key in self._keys(cell))

    def _untold(self, cell: OnTile[Choice]) -> list[AlarmId]:
        keys = [key for key in self._keys(cell) if key not in self._told]
        self._told = {key for key in self._told if self._console.alarms.get(key[0]) is not None} | set(keys)
        return [alarm for alarm, _, _ in keys]

    def _keys(self, cell: OnTile[Choice]) -> list[tuple[AlarmId, int, CameraId]]:
        alarms = (self._console.alarms.get(alarm) for alarm in cell.alarms)
        camera = cell.choice.camera.id if cell.choice is not None else CameraId("")
        return [(alarm.id, alarm.last.raised_ms, camera) for alarm in alarms if alarm is not None]
