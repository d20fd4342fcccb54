"""The desk of the points: when each was last heard, what it said, and the trouble of one that fell silent.

Desk thread. A point that is not heard for longer than its supervision time is a trouble of its own
(`<point>.silent`), whatever its availability topic says: dead devices look alive through retained messages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from console.clock import Clock
from console.model import AlarmClass, Condition, ConditionChanged, Point, PointId, Sample, State

LOOK_MS = 5_000  # how often silence is looked for


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the site is heard: `heard` since the start and not overdue, `silent` overdue."""

    heard: int
    silent: int
    total: int


class Points:
    """Every point of the site and its newest reading; `report` is given each silence that begins or ends."""

    def __init__(
        self,
        clock: Clock,
        points: Iterable[Point],
        stale_after_s: Callable[[Point], int],
        report: Callable[[ConditionChanged], None],
    ) -> None:
        self._clock = clock
        self._report = report
        self._points: Mapping[PointId, Point] = {point.id: point for point in points}
        now = clock.now_ms()
        self._due_ms = {id_: stale_after_s(point) * 1000 for id_, point in self._points.items()}
        self._heard_at = {id_: clock.monotonic_ns() for id_ in self._points}
        self._since_ms = dict.fromkeys(self._points, now)
        self._newest: dict[PointId, Sample] = {}
        self._silent: set[PointId] = set()
        clock.after(LOOK_MS, self._look)

    def get(self, point: PointId) -> Point | None:
        return self._points.get(point)

    def find(self, text: str) -> Point | None:
        """The point with this id, when the site knows it."""
        return self._points.get(PointId(text))

    def newest(self, point: PointId) -> Sample | None:
        return self._newest.get(point)

    def count(self) -> Coverage:
        heard = sum(id_ in self._newest and id_ not in self._silent for id_ in self._points)
        return Coverage(heard, len(self._silent), len(self._points))

    def known_silent(self, points: Iterable[PointId]) -> None:
        """These have an open silence from an earlier run: being heard clears it."""
        self._silent.update(p for p in points if p in self._points)

    def heard(self, sample: Sample) -> None:
        if sample.state is not State.IGNORE:  # repeats and greetings count as heard and say nothing new
            self._newest[sample.point] = sample
        if sample.point not in self._points:
            return
        self._heard_at[sample.point] = self._clock.monotonic_ns()
        self._since_ms[sample.point] = sample.received_ms
        if sample.point in self._silent:
            self._silent.discard(sample.point)
            self._tell(sample.point, Condition.NORMAL)

    def _look(self) -> None:
        now = self._clock.monotonic_ns()
        for id_, due_ms in self._due_ms.items():
            if due_ms and id_ not in self._silent and now - self._heard_at[id_] > due_ms * 1_000_000:
                self._silent.add(id_)
                self._tell(id_, Condition.ACTIVE)
        self._clock.after(LOOK_MS, self._look)

    def _tell(self, id_: PointId, condition: Condition) -> None:
        point = self._points[id_]
        now = self._clock.now_ms()
        self._report(
            ConditionChanged(
                point=PointId(f"{id_}.silent"), alarm_class=AlarmClass.TROUBLE, kind=f"{point.kind}.silent",
                condition=condition, cause="silent", source_ms=self._since_ms[id_], received_ms=now,
            )
        )  # fmt: skip
