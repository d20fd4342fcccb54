"""Troubles of our own parts: links lost and back, messages refused or set aside, a clock that was stepped. Desk thread.

Each is told to the windows and becomes a trouble alarm, so that somebody answers for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from console import announce
from console.alarms import Alarms
from console.announce import Announcement
from console.clock import Clock
from console.intake import Refused
from console.links import Links
from console.model import AlarmClass, CameraId, Condition, ConditionChanged, LinkDown, LinkUp, PointId
from console.pictures import Pictures
from console.points import Points
from console.ports import SetAside
from console.screens import Role, Screens

CLOCK_LOOK_MS = 1_000


class Troubles:
    """`condition` takes each as a change of a point of our own."""

    def __init__(
        self, clock: Clock, position: str, announce_it: Callable[[Announcement], None],
        condition: Callable[[ConditionChanged], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._announce = announce_it
        self._condition = condition
        self.links = Links(position)
        self.refused: Counter[tuple[str, str]] = Counter()  # messages refused, by source and reason

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
        if step := self._clock.stepped_ms():
            self._announce(announce.ClockStepped(step_ms=step))
            self.flash("clock", f"{step} ms")
        self._clock.after(CLOCK_LOOK_MS, self.watch_clock)


def take_up(alarms: Alarms, points: Points, pictures: Pictures, screens: Screens) -> None:
    """Open troubles of an earlier run that only these desks can end."""
    active = [alarm.point for alarm in alarms.rows() if alarm.is_active]
    points.known_silent(PointId(p.removesuffix(".silent")) for p in active if p.endswith(".silent"))
    cameras = (p.removeprefix("camera/").removesuffix("#picture") for p in active if p.startswith("camera/"))
    pictures.known_dark(CameraId(camera) for camera in cameras)
    lost = (p.partition("#")[0].rpartition("/")[2] for p in active if p.endswith("#screen"))
    screens.known_lost(Role(role) for role in lost)
