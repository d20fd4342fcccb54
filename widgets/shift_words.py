"""What the journal panel says of proofs and changes of shift, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console import announce
from console.announce import Announcement

EVENTS = (
    announce.TrialBegun, announce.TrialEnded, announce.PathProven, announce.ProofMissed, announce.HandoverBegun,
    announce.HandoverTaken, announce.HandoverCancelled, announce.AlarmsDisowned,
)  # fmt: skip


class ShiftWords(QObject):
    """One sentence for each event."""

    def happened(self, what: Announcement, title: str) -> str:
        """`what` is one of `EVENTS`, `title` the detector it is about."""
        text, first, second = self._of_a_test(what, title) or self._of_the_shift(what)
        return text.replace("%1", first).replace("%2", second).strip()

    def _of_a_test(self, what: Announcement, title: str) -> tuple[str, str, str] | None:
        match what:
            case announce.TrialBegun():
                return self.tr("%1 tests %2 detectors"), what.by, str(what.points)
            case announce.TrialEnded():
                return self.tr("Test of detectors ended %1"), what.by, ""
            case announce.PathProven():
                return self.tr("Alarm path proven: %1"), title, ""
            case announce.ProofMissed():
                return self.tr("Alarm path NOT proven: %1"), title, ""
            case _:
                return None

    def _of_the_shift(self, what: Announcement) -> tuple[str, str, str]:
        match what:
            case announce.HandoverBegun():
                return self.tr("%1 hands over %2"), what.leaver, what.position
            case announce.HandoverTaken():
                return self.tr("%1 took over from %2"), what.comer, what.leaver
            case announce.HandoverCancelled():
                return self.tr("%1 put the change of shift off"), what.by, ""
            case announce.AlarmsDisowned():
                return self.tr("%1 is gone: %2 alarms are nobody's"), what.person, str(what.alarms)
            case _:
                return type(what).__name__, "", ""
