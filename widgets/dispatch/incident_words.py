"""Incidents in the operator's language: how they end, and why an act on one or on a unit was refused."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.incidents import Disposition


class IncidentWords(QObject):
    """Looked up at paint time."""

    def disposition(self, disposition: Disposition) -> str:
        return {
            Disposition.RESOLVED: self.tr("Resolved"),
            Disposition.NOTHING_FOUND: self.tr("Nothing found"),
            Disposition.FALSE_ALARM: self.tr("False alarm"),
            Disposition.TEST: self.tr("Test"),
            Disposition.DUPLICATE: self.tr("Duplicate"),
            Disposition.HANDED_TO_BRIGADE: self.tr("Handed to 119"),
        }[disposition]

    def refusal(self, code: str) -> str:
        """Why an act was refused, "" for a code of something else."""
        return {
            "no_incident": self.tr("This incident is not known here any more"),
            "incident_closed": self.tr("This incident is closed"),
            "already_linked": self.tr("This alarm belongs to another incident"),
            "no_position": self.tr("Name the position that takes over"),
            "no_place": self.tr("Say where it is"),
            "empty_note": self.tr("The note is empty"),
            "long_note": self.tr("The note is too long"),
            "clock_stopped": self.tr("This clock has stopped already"),
            "no_subject": self.tr("Choose an alarm or an incident first"),
        }.get(code) or self._of_units(code)

    def _of_units(self, code: str) -> str:
        return {
            "no_unit": self.tr("There is no such unit"),
            "nobody_free": self.tr("Nobody else can be sent"),
            "unit_out_of_service": self.tr("This unit is out of service"),
            "already_ordered": self.tr("This unit has the order already"),
            "unit_busy": self.tr("This unit is at another incident"),
            "no_order": self.tr("This unit has no order"),
            "already_so": self.tr("The unit is so already"),
            "unknown_status": self.tr("No unit can say that of itself"),
        }.get(code, "")
