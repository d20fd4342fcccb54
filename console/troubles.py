"""Troubles of our own parts: links lost and back, messages refused or set aside, a clock that was stepped. Desk thread.

Each is told to the windows and becomes a trouble alarm, so that somebody answers for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from console import announce
from console.alarms import Alarms, alarm_of
from console.announce import Announcement
from console.arrivals import Arrivals
from console.clock import Clock
from console.config.schema import SourceConfig
from console.intake import Refused
from console.journal import Recorded
from console.links import Links
from console.model import AlarmClass, CameraId, Condition, ConditionChanged, LinkDown, LinkUp, PointId
from console.pictures import Pictures
from console.points import Points
from console.ports import SetAside
from console.screens import Role, Screens
from console.truth.desk import Truth

CLOCK_LOOK_MS = 1_000
RAISED = "AlarmRaised"


class Troubles:
    """`condition` takes each as a change of a point of our own."""

    def __init__(
        self, clock: Clock, position: str, announce_it: Callable[[Announcement], None],
        condition: Callable[[ConditionChanged], None], sources: Sequence[SourceConfig] = (),
    ) -> None:  # fmt: skip
        self._clock = clock
        self._position = position
        self._announce = announce_it
        self._condition = condition
        self.links = Links(position)
        self.arrivals = Arrivals(clock, sources, condition)
        self.saw = self.arrivals.ledger.saw  # the feed's thread says what became of each message
        self.refused: Counter[tuple[str, str]] = Counter()  # messages refused, by source and reason

    def take_up(
        self, alarms: Alarms, points: Points, pictures: Pictures, truth: Truth, screens: Screens,
        recorded: Iterable[Recorded] = (),
    ) -> None:  # fmt: skip
        """Open troubles of an earlier run that only these desks can end; of screens and sources only this position's.

        `recorded` are the entries of the open streams: they say which position told of a source.
        """
        active = [alarm.point for alarm in alarms if alarm.is_active]  # in the list or aside
        points.known_silent(PointId(p.removesuffix(".silent")) for p in active if p.endswith(".silent"))
        self.arrivals.stands = lambda point: (alarm := alarms.of(point)) is not None and alarm.is_active
        self.arrivals.known_deaf(self._told_here(active, recorded))
        cameras = [p for p in active if p.startswith("camera/")]
        dark = (p.removeprefix("camera/").removesuffix("#picture") for p in cameras if p.endswith("#picture"))
        pictures.known_dark(CameraId(camera) for camera in dark)
        truth.take_up(cameras)
        of_ours = (p for p in active if p.startswith(f"link/{self._position}/") and p.endswith("#screen"))
        screens.known_lost(Role(p.partition("#")[0].rpartition("/")[2]) for p in of_ours)

    def _told_here(self, active: Collection[PointId], recorded: Iterable[Recorded]) -> Iterable[PointId]:
        """Those of them whose newest raise an earlier run of this position wrote."""
        told = {alarm_of(each.entry): each.writer for each in recorded if each.entry.kind == RAISED}
        tellers = {alarm.rpartition("/")[0]: writer.rpartition("/")[0] for alarm, writer in told.items()}
        return (point for point in active if tellers.get(point) == self._position)

    def down(self, down: LinkDown) -> None:
        """A link is lost."""
        if (change := self.links.lost(down)) is not None:
            self._announce(announce.LinkLost(kind=down.kind, name=down.name, reason=down.reason))
            self._condition(change)

    def up(self, up: LinkUp) -> None:
        """A link is back."""
        if (change := self.links.back(up)) is not None:
            self._announce(announce.LinkBack(kind=up.kind, name=up.name))
            self._condition(change)

    def refuse(self, refused: Refused) -> None:
        """A source sent what nobody understands."""
        self.refused[refused.source, refused.reason] = refused.count
        self._announce(
            announce.MessageRejected(
                reason=refused.reason, topic=refused.last.topic, source=refused.source, count=refused.count
            )
        )

    def set_aside(self, aside: SetAside) -> None:
        """A message made the program raise; it is kept with the error."""
        self._announce(announce.MessageSetAside(receipt=aside.receipt, error=aside.error))
        self.flash("message", aside.error)

    def flash(self, kind: str, detail: str) -> None:
        """A trouble that is over as soon as it happened: it stays on the list until somebody has seen it."""
        now = self._clock.now_ms()
        for condition in (Condition.ACTIVE, Condition.NORMAL):
            self._condition(
                ConditionChanged(
                    point=self.links.point(kind, ""), alarm_class=AlarmClass.TROUBLE, kind=kind, condition=condition,
                    cause=kind, source_ms=now, received_ms=now, value=detail[:200],
                )
            )  # fmt: skip

    def watch_clock(self) -> None:
        """Look for steps of the wall clock, now and every second."""
        self._clock.after(CLOCK_LOOK_MS, self.watch_clock)
        if step := self._clock.stepped_ms():
            self._announce(announce.ClockStepped(step_ms=step))
            self.flash("clock", f"{step} ms")
