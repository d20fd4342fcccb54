"""That a supervisor is called: nobody acknowledges a fire, or nobody said in time whether an alarm is real.

Said under the banner of every position, to the supervisor as his own, until the alarm has got its answer.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from console import announce
from console.alarms import Alarm
from console.app import Console
from console.model import AlarmId, Role
from console.people import Seating, Session
from widgets.notice import Notices
from widgets.placing import Placing

CALLED = "supervisor_called"
UNACKNOWLEDGED = "unacknowledged"


class SupervisorCall(QObject):
    """One notice for all the alarms a supervisor is called for, the one called first named."""

    def __init__(self, console: Console, placing: Placing, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._notices = notices
        self._why: dict[AlarmId, str] = {}  # what he is called for, in the order of the calls
        subscribe = console.announcer.subscribe
        subscribe(announce.SupervisorCalled, self.on_called)
        for kind in (announce.AlarmAcknowledged, announce.AlarmVerified, announce.AlarmReset, announce.AlarmChanged):
            subscribe(kind, self.on_answered)

    def on_called(self, called: announce.SupervisorCalled) -> None:
        self._why.pop(called.alarm, None)
        self._why[called.alarm] = called.reason
        self._notices.say(CALLED, self.wording, {"alarms": list(self._why)})

    def on_answered(self, _announced: announce.Announcement) -> None:
        """Perhaps one of them has its answer."""
        if not self._why:
            return
        self._why = {alarm: why for alarm, why in self._why.items() if self._is_owed(alarm, why)}
        if not self._why:
            self._notices.withdraw(CALLED)

    def _is_owed(self, id_: AlarmId, why: str) -> bool:
        alarm = self._console.alarm(id_)
        if alarm is None:
            return False
        return alarm.acknowledged is None if why == UNACKNOWLEDGED else alarm.verify.by is None

    # ---- words ----

    def wording(self) -> str:
        alarm = next(filter(None, map(self._console.alarm, self._why)), None)
        if alarm is None:
            return ""
        more = len(self._why) - 1
        rest = " · " + self.tr("%1 more").replace("%1", str(more)) if more else ""
        return self.tr("%1 %2").replace("%1", self._who()).replace("%2", self._what(alarm) + rest)

    def _who(self) -> str:
        people, here = self._console.people, self._console.seat.position
        if people.seating is Seating.FREE:
            return self.tr("A supervisor is called.")
        present = [session for session in people.present() if self._is_supervisor(session)]
        if any(session.position == here for session in present):
            return self.tr("You are called as supervisor.")
        if not present:
            return self.tr("A supervisor is called, and none is signed in: fetch one.")
        named = f"{present[0].person}, {present[0].position}"
        return self.tr("The supervisor is called (%1).").replace("%1", named)

    def _is_supervisor(self, session: Session) -> bool:
        acting = {one.person for one in self._console.people.acting()}
        return session.role is Role.SUPERVISOR or session.person in acting

    def _what(self, alarm: Alarm) -> str:
        if self._why[alarm.id] == UNACKNOWLEDGED:
            text = self.tr("Nobody acknowledges: %1")
        else:
            text = self.tr("Nobody said in time whether it is real: %1")
        return text.replace("%1", f"{self._placing.what(alarm)}, {self._placing.where(alarm)}")
