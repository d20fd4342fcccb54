"""A wall clock that was set: what was waited for in its old time is waited for in its new one. Desk thread."""

from __future__ import annotations

from dataclasses import replace

from console.alarms.alarm import Alarm
from console.clock import STEP_MS, Clock


class Steps:
    """Compares wall time with monotonic time whenever it is asked."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._offset_ms = self._offset()

    def taken_ms(self) -> int:
        """How far the wall clock was set since the last time this was asked, 0: it was not."""
        step = self._offset() - self._offset_ms
        if abs(step) < STEP_MS:
            return 0
        self._offset_ms += step
        return step

    def _offset(self) -> int:
        return self._clock.now_ms() - self._clock.monotonic_ns() // 1_000_000


def shifted(alarm: Alarm, step_ms: int) -> Alarm:
    """The alarm with everything that is counted from a moment, or to one, in the new time."""
    verify = alarm.verify
    if verify.is_running:
        verify = replace(verify, until_ms=verify.until_ms + step_ms)
    shelf = alarm.shelved
    if shelf is not None:
        shelf = replace(shelf, until_ms=shelf.until_ms + step_ms)
    return replace(
        alarm, owed_ms=alarm.owed_ms + step_ms, minded_ms=alarm.minded_ms + step_ms, verify=verify, shelved=shelf
    )
