"""What had set a detector off, and why an act about an alarm was refused, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.alarms import CauseCode


class CauseWords(QObject):
    """Looked up when shown."""

    def word(self, code: CauseCode) -> str:
        return {
            CauseCode.FIRE: self.tr("fire"),
            CauseCode.SMOULDERING: self.tr("smouldering"),
            CauseCode.COOKING: self.tr("cooking"),
            CauseCode.STEAM: self.tr("steam"),
            CauseCode.DUST: self.tr("dust"),
            CauseCode.SMOKING: self.tr("cigarette smoke"),
            CauseCode.HOT_WORK: self.tr("hot work"),
            CauseCode.EXHAUST: self.tr("exhaust fumes"),
            CauseCode.INSECT: self.tr("insect"),
            CauseCode.WATER: self.tr("water"),
            CauseCode.WEATHER: self.tr("weather"),
            CauseCode.MISUSE: self.tr("mistake or mischief"),
            CauseCode.FAULT: self.tr("detector or wire at fault"),
            CauseCode.MAINTENANCE: self.tr("maintenance"),
            CauseCode.NOTHING_FOUND: self.tr("nothing found"),
            CauseCode.OTHER: self.tr("something else"),
        }[code]

    def refusal(self, code: str) -> str:
        """Why an act about an alarm was refused, "" for any other."""
        return {
            "one_at_a_time": self.tr("A fire is acknowledged by itself"),
            "already_verified": self.tr("This has been said already"),
            "not_verified_on_site": self.tr("Such an alarm is not verified"),
            "machine_verify": self.tr("Only a person can verify"),
            "machine_act": self.tr("Only a person can do this"),
            "unknown_cause": self.tr("This cause is not known"),
            "long_note": self.tr("The text is too long"),
            "never_shelved": self.tr("Such an alarm is never shelved"),
            "pair_active": self.tr("Another detector of this zone is active"),
            "verify_expired": self.tr("Nobody verified it in time: it counts as real"),
            "already_shelved": self.tr("It is shelved already"),
            "not_shelved": self.tr("It is not shelved"),
            "no_reason": self.tr("Say why"),
            "no_end": self.tr("Say until when"),
            "too_long": self.tr("So long it may not be put aside"),
            "already_owner": self.tr("It is yours already"),
            "no_point": self.tr("There is no such detector"),
            "several_points": self.tr("Several detectors have this name: choose the one with its id"),
            "alarm_open": self.tr("Its alarm comes first: acknowledge and verify it"),
            "no_permit": self.tr("Give the number of the permit"),
            "no_measure": self.tr("Say what is done instead"),
            "two_people": self.tr("For a fire detector a second person has to agree"),
            "already_out": self.tr("It is out of service already"),
            "not_out": self.tr("It is not out of service"),
            "not_on_test": self.tr("It is not on test"),
        }.get(code, "")
