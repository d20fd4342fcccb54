"""How long from the message of an alarm to its picture: the last one, and the 95th percentile of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from console import announce
from console.app import Console
from widgets.placing import Placing

MOST = 5_000  # of one day; older ones of the day make room


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds; None before the first alarm with a picture."""

    last: float | None = None
    p95: float | None = None


class Latency(QObject):
    """Counts since this console was started; begins anew with the site's day."""

    changed = Signal()

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._since_ms = console.clock.now_ms()
        self._day: date | None = None
        self._seconds: list[float] = []
        self._told: dict[str, int] = {}  # alarm → the paint that was counted: F4 shows more cameras of the same alarm
        console.announcer.subscribe(announce.CameraShown, self.on_camera_shown)

    def on_camera_shown(self, shown: announce.CameraShown) -> None:
        alarm = self._console.alarms.get(shown.alarm)
        if alarm is None:
            return
        times = self._console.seeing.ledger(alarm)
        if times.received_ms < self._since_ms:
            return  # it waited for the restart, not for its picture
        if not times.painted_ms or self._told.get(alarm.id) == times.painted_ms:
            return
        self._begin(self._placing.local(times.painted_ms).date())
        self._told[alarm.id] = times.painted_ms
        self._seconds = [*self._seconds[1 - MOST :], max(0, times.painted_ms - times.received_ms) / 1000]
        self.changed.emit()

    def _begin(self, day: date) -> None:
        if day != self._day:
            self._day, self._seconds, self._told = day, [], {}

    def delay(self) -> Delay:
        """Of the site's today; yesterday's are over."""
        today = self._placing.local(self._console.clock.now_ms()).date()
        if not self._seconds or today != self._day:
            return Delay()
        ranked = sorted(self._seconds)
        return Delay(self._seconds[-1], ranked[min(len(ranked) - 1, round(0.95 * (len(ranked) - 1)))])
