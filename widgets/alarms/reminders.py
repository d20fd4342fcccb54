"""What an alarm asks of the room besides being seen: an incident where it is real, a hand before an aside ends.

Both are said under the banner of every position until they are done, over, or read.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from console import announce
from console.alarms import Aside, OnTest, OutOfService, Shelf
from console.announce import Announcement
from console.app import Console
from console.model import AlarmId, PointId
from console.model.ids import domain_of
from widgets.notice import Notices
from widgets.pace import Steady
from widgets.placing import Placing

PROPOSED, ENDS = "incident_proposed", "aside_ends"
LOOK_MS = 1_000
ANSWERS = (
    announce.IncidentOpened, announce.IncidentChanged, announce.AlarmReset, announce.AlarmVerified,
    announce.AlarmChanged, announce.AlarmUnshelved, announce.AlarmShelved, announce.PointBack,
    announce.PointOutOfService, announce.PointOnTest, announce.PointTestEnded, announce.DrillChanged,
)  # fmt: skip


class Reminders(QObject):
    """One notice for all the alarms that want an incident, one for everything that comes back into the list soon."""

    def __init__(self, console: Console, placing: Placing, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._notices = notices
        self._proposed: dict[AlarmId, None] = {}
        self._ends: dict[tuple[str, str], int] = {}  # how it is aside, and what: until when, epoch ms
        console.announcer.subscribe(announce.IncidentProposed, self.on_proposed)
        console.announcer.subscribe(announce.AsideEndsSoon, self.on_ends_soon)
        for kind in ANSWERS:
            console.announcer.subscribe(kind, self.on_answered)
        self._timer = Steady(LOOK_MS, self.on_look, self)

    def on_proposed(self, proposed: announce.IncidentProposed) -> None:
        if self._is_wanted(proposed.alarm):
            self._proposed[proposed.alarm] = None
            self._notices.say(PROPOSED, self.proposal, {"alarms": list(self._proposed)})

    def on_ends_soon(self, ends: announce.AsideEndsSoon) -> None:
        if ends.domain == self._console.alarms.domain:
            self._ends[ends.aside, ends.about] = ends.until_ms
            self._notices.say(ENDS, self.ending, {"about": [about for _, about in self._ends]})
            self._timer.begin()

    def on_answered(self, _announced: Announcement) -> None:
        """Perhaps there is an incident now, or what was to end has ended or was prolonged."""
        if self._proposed:
            self._keep_proposed()
        if self._ends:
            self.on_look()

    @Slot()
    def on_look(self) -> None:
        self._ends = {key: until_ms for key, until_ms in self._ends.items() if self._until(*key) == until_ms}
        if not self._ends:
            self._timer.stop()
            self._notices.withdraw(ENDS)

    def _keep_proposed(self) -> None:
        self._proposed = {alarm: None for alarm in self._proposed if self._is_wanted(alarm)}
        if not self._proposed:
            self._notices.withdraw(PROPOSED)

    def _is_wanted(self, id_: AlarmId) -> bool:
        """It is real or counts as real, nobody has opened an incident, and the room sees it."""
        alarm = self._console.alarm(id_)
        if alarm is None or alarm.is_closed or domain_of(id_) != self._console.alarms.domain:
            return False
        counts_as_real = alarm.verify.is_real or (alarm.verify.is_expired and alarm.verify.by is None)
        return counts_as_real and self._console.dispatching.incident_of(id_) is None

    def _until(self, aside: str, about: str) -> int | None:
        """When it ends as things are now; None: it is over, or was ended."""
        held = self._held(aside, about)
        if held is None or held.until_ms <= self._console.clock.now_ms():
            return None
        return held.until_ms

    def _held(self, aside: str, about: str) -> Shelf | OnTest | OutOfService | None:
        if aside == Aside.SHELVED:
            alarm = self._console.alarms.get(AlarmId(about))
            return alarm.shelved if alarm is not None else None
        duty = self._console.alarms.service.of(PointId(about))
        if duty is None:
            return None
        return duty.on_test if aside == Aside.ON_TEST else duty.out_of_service

    # ---- words ----

    def proposal(self) -> str:
        named = [alarm for alarm in map(self._console.alarm, self._proposed) if alarm is not None]
        if not named:
            return ""
        text = self.tr("It is real, or counts as real, and has no incident: %1. F5 opens it and orders units.")
        where = f"{self._placing.what(named[0])}, {self._placing.where(named[0])}"
        return text.replace("%1", where + self._more(len(named) - 1))

    def ending(self) -> str:
        if not self._ends:
            return ""
        (aside, about), until_ms = min(self._ends.items(), key=lambda item: item[1])
        words: dict[str, Callable[[], str]] = {
            Aside.SHELVED: lambda: self.tr("The shelf ends at %1: %2"),
            Aside.ON_TEST: lambda: self.tr("The test ends at %1: %2"),
        }
        text = words.get(aside, lambda: self.tr("Back in service at %1: %2"))()
        return text.replace("%1", self._placing.clock(until_ms)).replace(
            "%2", self._name(about) + self._more(len(self._ends) - 1)
        )

    def _name(self, about: str) -> str:
        alarm = self._console.alarms.get(AlarmId(about))
        if alarm is not None:
            return self._placing.title(alarm)
        point = self._console.points.get(PointId(about))
        return self._placing.pick(point.name, point.name_en) if point is not None else about

    def _more(self, count: int) -> str:
        return " · " + self.tr("%1 more").replace("%1", str(count)) if count else ""
