"""How far each camera's clock is from ours: every time burnt into a picture or a recorder's clip hangs on it.

Desk thread. A camera says its time in RTCP sender reports, or when it is asked by ONVIF; either may be missing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from console.clock import Clock
from console.model import AlarmClass, CameraId, Condition, ConditionChanged, point_id

LEAST, KEPT = 3, 6  # readings before anything is said, and those that are believed
KIND = "clock"


@dataclass(frozen=True, slots=True)
class Offset:
    """A camera's clock minus ours; `source` rtcp or onvif."""

    ms: int
    at_ms: int
    source: str


class Clocks:
    """`report` takes each clock that is wrong, and its end. `apart_ms` 0: nothing is said."""

    def __init__(self, clock: Clock, report: Callable[[ConditionChanged], None], apart_ms: int) -> None:
        self._clock = clock
        self._report = report
        self._apart_ms = apart_ms
        self._readings: dict[CameraId, deque[int]] = {}
        self._offsets: dict[CameraId, Offset] = {}
        self.wrong: set[CameraId] = set()

    def get(self, camera: CameraId) -> Offset | None:
        return self._offsets.get(camera)

    def told(self, camera: CameraId, offset_ms: int, source: str) -> None:
        """A reading, ms. What a busy network or machine delays looks like a clock that is slow: the least delayed of
        several is believed. It is over once it is less than half of what made it a trouble.
        """
        readings = self._readings.setdefault(camera, deque(maxlen=KEPT))
        readings.append(offset_ms)
        best = max(readings)
        self._offsets[camera] = Offset(best, self._clock.now_ms(), source)
        is_wrong = camera in self.wrong
        least = self._apart_ms // 2 if is_wrong else self._apart_ms
        if self._apart_ms and len(readings) >= LEAST and (abs(best) > least) != is_wrong:
            self._turn(camera, best, is_wrong=not is_wrong)

    def believe(self, camera: CameraId) -> None:
        """It was wrong in an earlier run."""
        self.wrong.add(camera)

    def forget(self, camera: CameraId) -> None:
        """The site has it no more."""
        self._offsets.pop(camera, None)
        self._readings.pop(camera, None)
        if camera in self.wrong:
            self._turn(camera, 0, is_wrong=False)

    def _turn(self, camera: CameraId, offset_ms: int, *, is_wrong: bool) -> None:
        (self.wrong.add if is_wrong else self.wrong.discard)(camera)
        now = self._clock.now_ms()
        self._report(
            ConditionChanged(
                point=point_id("camera", camera, KIND), alarm_class=AlarmClass.TROUBLE, kind=KIND,
                condition=Condition.ACTIVE if is_wrong else Condition.NORMAL, cause="clock_apart", source_ms=now,
                received_ms=now, value=f"{offset_ms / 1000:+.1f} s" if is_wrong else None,
            )
        )  # fmt: skip
