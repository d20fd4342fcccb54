"""The response clocks in numbers and words: what is left, what for, who answers for it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from console.app import Console
from console.dispatching import ClockName, Party, ResponseClock, StopEvent
from console.model import AlarmId, IncidentId, UnitId
from widgets.dispatch.entries import ClockFace
from widgets.dispatch.unit_words import UnitWords


class ClockFaces(QObject):
    """Asked at every refresh."""

    def __init__(self, console: Console, units: UnitWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._units = units

    def of(self, incident: IncidentId) -> tuple[ClockFace, ...]:
        """The clocks of an incident, the shortest first; none for what is not a fire."""
        found = self._console.dispatching.incident(incident)
        return self._faces(self._console.dispatching.clocks(incident), found.closed_ms if found is not None else 0)

    def of_alarm(self, alarm: AlarmId) -> tuple[ClockFace, ...]:
        """Those of its incident; without one those that run already because it was raised."""
        return self._faces(self._of_alarm(alarm))

    def next_of(self, incident: IncidentId) -> ClockFace | None:
        """The one that matters next: the last that has run out, else the one that runs out first."""
        return self._next(self._console.dispatching.clocks(incident))

    def next_of_alarm(self, alarm: AlarmId) -> ClockFace | None:
        """The same for an alarm, with an incident or without."""
        return self._next(self._of_alarm(alarm))

    def _of_alarm(self, alarm: AlarmId) -> tuple[ResponseClock, ...]:
        """None for an alarm without an incident that is over, or whose incident was closed."""
        desk, found = self._console.dispatching, self._console.alarms.get(alarm)
        if found is None:
            return ()
        if desk.incident_of(alarm) is None:
            dealt_with = any(alarm in one.alarms and one.closed_ms > found.last.raised_ms for one in desk.incidents())
            if dealt_with or (found.acknowledged is not None and not found.is_active and not found.lost):
                return ()
        return desk.clocks_of_alarm(alarm)

    def by_word(self, incident: IncidentId) -> ClockName | None:
        """A running clock that only a person can stop, by saying that it has happened."""
        clocks = self._console.dispatching.clocks(incident)
        said = (clock.name for clock in clocks if clock.stop is StopEvent.SAID and clock.stopped_ms is None)
        return next(said, None)

    def _next(self, clocks: Iterable[ResponseClock]) -> ClockFace | None:
        now = self._console.clock.now_ms()
        running = [clock for clock in clocks if clock.stopped_ms is None]
        late = [clock for clock in running if clock.is_late(now)]
        ahead = [clock for clock in running if not clock.is_late(now)]
        chosen = max(late, key=lambda c: c.due_ms) if late else min(ahead, key=lambda c: c.due_ms, default=None)
        return self._face(chosen) if chosen is not None else None

    def _faces(self, clocks: Iterable[ResponseClock], closed_ms: int = 0) -> tuple[ClockFace, ...]:
        return tuple(self._face(clock, closed_ms) for clock in sorted(clocks, key=lambda clock: clock.limit_ms))

    def _face(self, clock: ResponseClock, closed_ms: int = 0) -> ClockFace:
        """`closed_ms`: when the incident was closed and with it every clock stood still, 0 = it runs."""
        now = closed_ms or self._console.clock.now_ms()
        end_ms = clock.stopped_ms if clock.stopped_ms is not None else now
        run_ms, stopped = end_ms - clock.start_ms, clock.stopped_ms is not None
        late = clock.is_late(end_ms)
        if late:
            number = f"+{minutes(run_ms - clock.limit_ms)}"
        else:
            number = minutes(run_ms) if stopped else minutes(clock.limit_ms - run_ms, begun=True)
        return ClockFace(
            number, minutes(clock.limit_ms), self.name(clock.name), self._who(clock), run_ms / max(1, clock.limit_ms),
            is_breached=late, is_stopped=stopped or closed_ms > 0,
        )  # fmt: skip

    def _who(self, clock: ResponseClock) -> str:
        """Who has stopped it, or is to."""
        if clock.stopped_ms is not None:
            by = self._unit(clock.stopped_by)
            return self.tr("done · %1").replace("%1", by) if by else self.tr("done")
        return self._unit(clock.responsible) or self._party(clock.party)

    def _unit(self, unit: UnitId | None) -> str:
        found = (one for one in self._console.dispatching.units() if one.id == unit)
        return next((self._units.name(one.crew) for one in found), "")

    def name(self, name: ClockName) -> str:
        """What has to have happened before it runs out."""
        return {
            ClockName.RESPONSE_STARTED: self.tr("accepted"),
            ClockName.ON_SCENE: self.tr("on scene"),
            ClockName.JOINT_OPERATION: self.tr("two on scene"),
            ClockName.OWN_STATION: self.tr("own station"),
            ClockName.AREA_TEAMS: self.tr("area teams"),
            ClockName.FIRE_BRIGADE: self.tr("fire brigade"),
        }[name]

    def _party(self, party: Party) -> str:
        return {
            Party.DESK: self.tr("this desk"),
            Party.SENT_UNITS: self.tr("units sent"),
            Party.OWN_STATION: self.tr("micro station"),
            Party.AREA_TEAMS: self.tr("nobody sent"),
            Party.FIRE_BRIGADE: self.tr("119"),
        }[party]


def minutes(ms: int, *, begun: bool = False) -> str:
    """m:ss; `begun`: a second that has begun counts, so that 0:00 means over."""
    seconds = max(0, (ms + 999 if begun else ms) // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"
