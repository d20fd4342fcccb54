"""The desk of the points: when each was last heard, what it said, whether its device or its bridge is lost, and the
trouble of one that fell silent.

Desk thread. A point that is not heard for longer than its supervision time is a trouble of its own
(`<point>.silent`), whatever its availability topic says: dead devices look alive through retained messages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from console.areas import Areas
from console.clock import Clock
from console.config.schema import AlarmsConfig
from console.losses import AVAILABILITY, Losses
from console.model import AlarmClass, Condition, ConditionChanged, Point, PointId, Sample, State
from console.model.ids import MOVEMENTS, of_site, principal
from console.strangers import Strangers

LOOK_MS = 5_000  # how often silence is looked for


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the site is heard: `heard` since the start, not overdue and not lost, `silent` overdue."""

    heard: int
    silent: int
    total: int
    lost: int = 0  # heard once, and its device or the bridge before it has been lost since


class Points:
    """Every point of the site and its newest reading; `report` is given each silence that begins or ends."""

    def __init__(
        self,
        clock: Clock,
        points: Iterable[Point],
        stale_after_s: Callable[[Point], int],
        report: Callable[[ConditionChanged], None],
        alarms: AlarmsConfig = AlarmsConfig(),  # noqa: B008  # frozen
    ) -> None:
        self._clock = clock
        self._areas = Areas(alarms)
        self._report = report
        self._stale_after_s = stale_after_s
        self._points: Mapping[PointId, Point] = {}
        self._former: dict[PointId, Point] = {}  # no longer of the site; their open alarms still need name and place
        self._due_ms: dict[PointId, int] = {}
        self._heard_at: dict[PointId, int] = {}
        self._since_ms: dict[PointId, int] = {}
        self._newest: dict[PointId, Sample] = {}
        self._ever_heard: set[PointId] = set()  # of the site; counted many times a second
        self._silent: set[PointId] = set()
        self._losses = Losses()
        self.strangers = Strangers()
        self.is_covered: Callable[[], bool] = lambda: False  # our ears are shut, and another console's are not
        self.take_site(points)
        clock.after(LOOK_MS, self._look)

    def take_site(self, points: Iterable[Point]) -> None:
        """These are the points from now on: new ones are supervised from this moment, others no more.

        The silence of a point that is gone ends with it: nobody waits for it any longer.
        """
        before, self._points = self._points, {point.id: point for point in points}
        self._areas.take(self._points.values())
        self._due_ms = {id_: self._stale_after_s(point) * 1000 for id_, point in self._points.items()}
        now_ns, now_ms = self._clock.monotonic_ns(), self._clock.now_ms()
        self._heard_at = {id_: self._heard_at.get(id_, now_ns) for id_ in self._points}
        self._since_ms = {id_: self._since_ms.get(id_, now_ms) for id_ in self._points}
        gone = {id_: point for id_, point in before.items() if id_ not in self._points}
        self._former = {id_: p for id_, p in {**self._former, **gone}.items() if id_ not in self._points}
        self.strangers.begin_again(id_ for id_ in self._newest if id_ not in self._points)
        self._losses.forget(gone)
        self._ever_heard = self._points.keys() & self._newest.keys()
        for id_ in self._silent & gone.keys():
            self._silent.discard(id_)
            self._tell(id_, Condition.NORMAL)

    def get(self, point: PointId) -> Point | None:
        """The point as the site describes it, or did before it was taken out while we run; also for a drill's.

        How a point moves happens where the point is; what a rule says, where its points are.
        """
        known = of_site(point)
        if known.endswith(MOVEMENTS):
            known = principal(known)
        return self._points.get(known) or self._former.get(known) or self._areas.point(known)

    def find(self, text: str) -> Point | None:
        """The same for a text that may be a point's id."""
        return self.get(PointId(text))

    def newest(self, point: PointId) -> Sample | None:
        return self._newest.get(point)

    def heard_ms(self, point: PointId) -> int:
        """When the point was last heard, epoch ms; 0: not since the start."""
        newest = self._newest.get(of_site(point))
        return newest.received_ms if newest is not None else 0

    def is_silent(self, point: PointId) -> bool:
        """Whether it was not heard for longer than it may be."""
        return of_site(point) in self._silent

    def is_lost(self, point: PointId) -> bool:
        """Whether its device, or the bridge before it, was lost and it was not heard since."""
        return of_site(point) in self._losses

    def lost_with(self, availability: PointId) -> int:
        """How many points of the site are lost with this device or bridge."""
        return self._losses.taken(of_site(availability))

    def count(self) -> Coverage:
        """Costs no walk over all of them: the header asks many times a second while alarms pour in."""
        lost = {id_ for id_ in self._losses if id_ in self._points} - self._silent
        heard = len(self._ever_heard) - len(self._ever_heard & (lost | self._silent))
        return Coverage(heard, len(self._silent), len(self._points), len(lost))

    def ids(self) -> tuple[PointId, ...]:
        """Every point of the site, in its order."""
        return tuple(self._points)

    def lost(self) -> tuple[PointId, ...]:
        """Points that are lost with their device or their bridge, in the order of the site."""
        return tuple(id_ for id_ in self._points if id_ in self._losses)

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
        if sample.point.endswith(AVAILABILITY) and sample.state in (State.OFFLINE, State.NORMAL):
            self._losses.told(sample, (id_ for id_ in self._points if self.heard_ms(id_) <= sample.received_ms))
        if sample.state is not State.IGNORE:  # repeats and greetings count as heard and say nothing new
            self._newest[sample.point] = sample
            self._losses.heard(sample.point)
        if sample.point not in self._points:
            for forgotten in self.strangers.meet(sample.point):
                self._newest.pop(forgotten, None)
            return
        if sample.state is not State.IGNORE:
            self._ever_heard.add(sample.point)
        self._heard_at[sample.point] = self._clock.monotonic_ns()
        self._since_ms[sample.point] = sample.received_ms
        if sample.point in self._silent:
            self._silent.discard(sample.point)
            self._tell(sample.point, Condition.NORMAL)

    def _look(self) -> None:
        self._clock.after(LOOK_MS, self._look)  # first: whatever goes wrong with one point, the others are looked after
        now = self._clock.monotonic_ns()
        if self.is_covered():
            self._heard_at.update((id_, now) for id_ in self._heard_at if id_ not in self._silent)
        self._heard_at.update((id_, now) for id_ in self._losses.behind() if id_ not in self._silent)
        for id_, due_ms in self._due_ms.items():
            if due_ms and id_ not in self._silent and now - self._heard_at[id_] > due_ms * 1_000_000:
                self._silent.add(id_)
                self._tell(id_, Condition.ACTIVE)

    def _tell(self, id_: PointId, condition: Condition) -> None:
        now = self._clock.now_ms()
        self._report(
            ConditionChanged(
                point=PointId(f"{id_}.silent"), alarm_class=AlarmClass.TROUBLE, kind=f"{id_.rpartition('#')[2]}.silent",
                condition=condition, cause="silent", source_ms=self._since_ms.get(id_, now), received_ms=now,
            )
        )  # fmt: skip
