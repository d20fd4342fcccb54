"""What the desk has really shown: the first paint of an alarm's camera on the alarm tile, told to the console."""

from __future__ import annotations

from console.app import Console
from console.model import AlarmId, CameraId
from console.ports import Painted
from console.wall import ALARM_TILE
from widgets.canvas import Canvas
from widgets.screens.displayed import is_displayed
from widgets.tile import Shot


class DeskSight:
    """Of one desk window's canvas; asks it whether anybody could have seen the paint."""

    def __init__(self, console: Console, canvas: Canvas) -> None:
        self._console = console
        self._canvas = canvas
        self._reported: CameraId | None = None  # the camera last reported on the alarm tile

    def painted(self, name: str, shot: Shot) -> None:
        """The first picture of a newly asked camera was painted on this tile."""
        current = self._console.seeing.wall.current
        if name != ALARM_TILE or current is None or current.choice is None or not self._is_displayed():
            return
        if shot.camera != current.choice.camera.id:  # the alarm came between this paint and now
            return
        alarms = current.alarms if shot.camera != self._reported else self.unseen()
        self._reported = shot.camera
        for alarm in alarms:
            self._report(alarm, shot)

    def _report(self, alarm: AlarmId, shot: Shot) -> None:
        clock = self._console.clock
        self._console.seeing.painted(
            Painted(
                alarm=alarm, camera=shot.camera, window=self._console.seat.position, tile=ALARM_TILE,
                painted_ms=clock.now_ms(), source="memory" if shot.from_memory else "live",
                frame_age_ms=shot.age_ns(clock.monotonic_ns()) // 1_000_000,
            )
        )  # fmt: skip

    def unseen(self) -> tuple[AlarmId, ...]:
        """Alarms of the tile whose picture has not been reported yet: a second detector of a zone shares the tile."""
        current = self._console.seeing.wall.current
        alarms = [self._console.alarms.get(alarm) for alarm in current.alarms] if current is not None else []
        return tuple(a.id for a in alarms if a is not None and not self._console.seeing.ledger(a).painted_ms)

    def _is_displayed(self) -> bool:
        return is_displayed(self._canvas, self._canvas.place(ALARM_TILE).rect)
