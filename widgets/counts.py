"""The counts of the header: what is owed, what is not known, what was refused. They cannot be hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from console.alarms import Alarm, Shown
from console.app import Console
from console.incidents import Incident

UNSEEN = frozenset({Shown.UNACKNOWLEDGED, Shown.CLEARED})


@dataclass(frozen=True, slots=True)
class Count:
    """`worst` is the priority whose symbol stands beside the count; `first` the first alarm that is counted."""

    label: str
    count: int
    worst: int | None = None
    first: Alarm | None = None
    is_incidents: bool = False  # a press shows the incidents


class Counts(QObject):
    """Asked at paint time; always the same counts in the same order."""

    def __init__(self, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console

    def all(self) -> list[Count]:
        rows = self._console.alarms.rows()
        unseen = self._of(self.tr("unack"), rows, lambda alarm: alarm.shown in UNSEEN)
        worst = unseen.first.priority if unseen.first is not None else None
        return [
            Count(unseen.label, unseen.count, worst, unseen.first),
            self._of(self.tr("active"), rows, lambda alarm: alarm.is_active),
            Count(self.tr("incidents"), len(self._open_incidents()), is_incidents=True),
            self._of(self.tr("to reset"), rows, lambda alarm: alarm.shown is Shown.LATCHED),
            self._of(self.tr("unknown"), rows, lambda alarm: alarm.lost),
            Count(self.tr("refused"), sum(self._console.troubles.refused.values())),
        ]

    def _open_incidents(self) -> list[Incident]:
        return [incident for incident in self._console.dispatching.incidents() if not incident.is_closed]

    def _of(self, label: str, rows: list[Alarm], is_one: Callable[[Alarm], bool]) -> Count:
        found = [alarm for alarm in rows if is_one(alarm)]
        return Count(label, len(found), first=found[0] if found else None)
