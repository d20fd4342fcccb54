"""The counts of the header: what is owed, what is open, what is put aside and what is not known. Always all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from console.alarms import Shown
from console.app import Console
from console.model import AlarmClass
from widgets.alarms.listing import Listing

UNSEEN = frozenset({Shown.UNACKNOWLEDGED, Shown.CLEARED})
GRAVEST = {  # a priority for each class, in the order of the table
    AlarmClass.FIRE: 1, AlarmClass.PRE: 2, AlarmClass.SUPERVISORY: 3, AlarmClass.TROUBLE: 0, AlarmClass.WARNING: 4,
    AlarmClass.HAZARD: 3, AlarmClass.EVENT: 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """`worst` is the priority whose symbol stands beside the count; a press opens `listing`."""

    label: str
    count: int
    listing: Listing
    worst: int | None = None


class Counts(QObject):
    """Asked at paint time; always the same counts in the same order."""

    def __init__(self, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console

    def all(self) -> list[Count]:
        counted = self._console.alarms.counts()
        worst = next((GRAVEST[one] for one in GRAVEST if counted.unacknowledged[one]), None)
        return [
            Count(self.tr("unack"), counted.owed, Listing.UNSEEN, worst),
            Count(self.tr("open"), counted.listed, Listing.ALL),
            Count(self.tr("shelved"), counted.shelved, Listing.SHELVED),
            Count(self.tr("suppressed"), counted.suppressed, Listing.SUPPRESSED),
            Count(self.tr("out of svc"), counted.out_of_service, Listing.OUT_OF_SERVICE),
            Count(self.tr("on test"), counted.on_test, Listing.ON_TEST),
            Count(self.tr("unknown"), counted.unknown, Listing.UNKNOWN),
        ]
