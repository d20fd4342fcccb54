"""The desk of the points: when each was last heard, what it said, and the trouble of one that fell silent.

Desk thread. A point that is not heard for longer than its supervision time is a trouble of its own
(`<point>.silent`), whatever its availability topic says: dead devices look alive through retained messages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from console.clock import Clock
from console.model import AlarmClass, Condition, ConditionChanged, Point, PointId, Sample, State
from console.model.ids import of_site

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
        self._stale_after_s = stale_after_s
        self._points: Mapping[PointId, Point] = {}
        self._former: dict[PointId, Point] = {}  # no longer of the site; their open alarms still need name and place
        self._due_ms: dict[PointId, int] = {}
        self._heard_at: dict[PointId, int] = {}
        self._since_ms: dict[PointId, int] = {}
        self._newest: dict[PointId, Sample] = {}
        self._silent: set[PointId] = set()
        self.take_site(points)
        clock.after(LOOK_MS, self._look)

    def take_site(self, points: Iterable[Point]) -> None:
        """These are the points from now on: new ones are supervised from this moment, others no more.

        The silence of a point that is gone ends with it: nobody waits for it any longer.
        """
        before, self._points = self._points, {point.id: point for point in points}
        self._due_ms = {id_: self._stale_after_s(point) * 1000 for id_, point in self._points.items()}
        now_ns, now_ms = self._clock.monotonic_ns(), self._clock.now_ms()
        self._heard_at = {id_: self._heard_at.get(id_, now_ns) for id_ in self._points}
        self._since_ms = {id_: self._since_ms.get(id_, now_ms) for id_ in self._points}
        gone = {id_: point for id_, point in before.items() if id_ not in self._points}
        self._former = {id_: p for id_, p in {**self._former, **gone}.items() if id_ not in self._points}
        for id_ in self._silent & gone.keys():
            self._silent.discard(id_)
            self._tell(id_, Condition.NORMAL)

    def get(self, point: PointId) -> Point | None:
        """The point as the site describes it, or did before it was taken out while we run; also for a drill's."""
        known = of_site(point)
        return self._points.get(known) or self._former.get(known)

    def find(self, text: str) -> Point | None:
        """The same for a text that may be a point's id."""
        return self.get(PointId(text))

    def newest(self, point: PointId) -> Sample | None:
        return self._newest.get(point)

    def count(self) -> Coverage:
        heard = sum(id_ in self._newest and id_ not in self._silent for id_ in self._points)
        return Coverage(heard, len(self._silent), len(self._points))

    def overdue(self) -> tuple[PointId, ...]:
        """Points that are silent now, in the order of the site."""
        return tuple(id_ for id_ in self._points if id_ in self._silent)

    def known_silent(self, points: Iterable[PointId]) -> None:
        """These have an open silence from an earlier run: being heard clears it.

        Where the site has lost the point meanwhile nobody waits any longer: the silence ends as soon as we run.
        """
        for id_ in points:
            if id_ in self._points:
                self._silent.add(id_)
            else:
                self._clock.after(0, partial(self._tell, id_, Condition.NORMAL))

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
        now = self._clock.now_ms()
        self._report(
            ConditionChanged(
                point=PointId(f"{id_}.silent"), alarm_class=AlarmClass.TROUBLE, kind=f"{id_.rpartition('#')[2]}.silent",
                condition=condition, cause="silent", source_ms=self._since_ms.get(id_, now), received_ms=now,
            )
        )  # fmt: skip
