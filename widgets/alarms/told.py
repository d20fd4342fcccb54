"""The alarm the room is told of: the worst nobody has seen, else the worst. Kept in order, however many there are."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console import announce
from console.alarms import Alarm
from console.announce import Announcement
from console.app import Console
from widgets.alarms.ranks import Ranks
from widgets.counts import UNSEEN


class Told(QObject):
    """Every trouble but a lost link stays in the table alone: without the link silence means nothing."""

    def __init__(self, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._alarms = console.alarms
        self._ranks: Ranks[Alarm] = Ranks()
        self._fill()
        for kind in (
            announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
            announce.AlarmUnknown, announce.AlarmChanged,
        ):  # fmt: skip
            console.announcer.subscribe(kind, self.on_alarm)

    def first(self) -> Alarm | None:
        """None while there is nothing to tell."""
        if self._console.alarms is not self._alarms:  # a drill is shown, or not any more
            self._alarms = self._console.alarms
            self._fill()
        return self._ranks.line(0)

    def on_alarm(self, announced: Announcement) -> None:
        alarm_id = announced.alarm  # type: ignore[attr-defined]  # every kind subscribed to carries one
        alarm = self._alarms.get(alarm_id)
        if alarm is not None and is_told(alarm):
            self._ranks.put(alarm_id, (alarm.shown not in UNSEEN, alarm.sort_key), alarm)
        elif self._ranks.get(alarm_id) is not None:
            self._ranks.drop(alarm_id)

    def _fill(self) -> None:
        told = (alarm for alarm in self._alarms.rows() if is_told(alarm))
        self._ranks.fill((alarm.id, (alarm.shown not in UNSEEN, alarm.sort_key), alarm) for alarm in told)


def is_told(alarm: Alarm) -> bool:
    """Whether it is told of at all."""
    is_link = alarm.is_active and alarm.point.startswith("link/")
    return alarm.aside is None and (alarm.priority > 0 or is_link)
