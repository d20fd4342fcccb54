"""What has happened to alarms and detectors beyond coming and going, one sentence each, in the operator's language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from console import announce
from console.alarms import Outcome, Reopening
from console.alarms.classes import ESCALATION_MS
from console.announce import Announcement
from console.app import Console
from widgets.alarms.line_words import LineWords
from widgets.placing import Placing, span
from widgets.words import Words

EVENTS = (
    announce.AlarmUnacknowledged, announce.AlarmVerified, announce.AlarmVerifyExpired, announce.AlarmPromoted,
    announce.AlarmHeightened, announce.AlarmLowered, announce.AlarmEscalated, announce.AlarmShelved,
    announce.AlarmUnshelved, announce.AlarmTaken, announce.AlarmUnowned, announce.PointOutOfService,
    announce.PointBack, announce.PointOnTest, announce.PointTestEnded, announce.FloodBegan, announce.FloodEnded,
)  # fmt: skip


class StoryWords(QObject):
    """For the journal panel and for the timelines of incidents: both call things by the kinds of the journal."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines = LineWords(console, placing, self)

    def kinds(self) -> Mapping[str, str]:
        """The sentence of each kind of entry about an alarm; %1 stands for the alarm."""
        return {
            "AlarmDisplayed": self.tr("On a screen: %1"),
            "AlarmUnacknowledged": self.tr("To be seen again: %1"),
            "AlarmVerified": self.tr("Looked into: %1"),
            "AlarmVerifyExpired": self.tr("Not looked into in time, counts as real: %1"),
            "AlarmPromoted": self.tr("Pre-alarm became a fire alarm: %1"),
            "AlarmHeightened": self.tr("Graver, a fire near it: %1"),
            "AlarmLowered": self.tr("As grave as before: %1"),
            "AlarmEscalated": self.tr("Nobody acknowledges: %1"),
            "AlarmShelved": self.tr("Shelved: %1"),
            "AlarmUnshelved": self.tr("Off the shelf: %1"),
            "AlarmTaken": self.tr("Taken over: %1"),
            "AlarmUnowned": self.tr("Nobody owns it: %1"),
        }

    def code(self, kind: str, code: str) -> str:
        """What the code of such an entry means, "" when it has none."""
        match kind:
            case "AlarmVerified" | "AlarmReset" if code:
                return self._words.outcome(Outcome(code))
            case "AlarmUnacknowledged" if code:
                return self._lines.reopening(Reopening(code))
            case "AlarmEscalated" if code:
                return self.tr("%1 s").replace("%1", str(ESCALATION_MS[int(code) - 1] // 1000))
            case _:
                return ""

    def happened(self, what: Announcement, name: str) -> str:
        """One of `EVENTS` in a sentence; `name` is what the operator calls the alarm or the detector."""
        kind = type(what).__name__
        match what:
            case announce.FloodBegan():
                return self.tr("Alarm flood: more than 10 in 10 minutes")
            case announce.FloodEnded():
                return self.tr("Alarm flood over after %1").replace("%1", span(what.lasted_ms))
            case announce.AlarmVerified():
                told = self.code(kind, what.outcome)
            case announce.AlarmUnacknowledged():
                told = self.code(kind, what.reason)
            case announce.AlarmEscalated():
                told = self.code(kind, str(what.level))
            case _:
                told = ""
        sentence = {**self.kinds(), **self._points()}[kind].replace("%1", name)
        return " · ".join(part for part in (sentence, told, getattr(what, "by", "")) if part)

    def _points(self) -> Mapping[str, str]:
        return {
            "PointOutOfService": self.tr("Out of service: %1"),
            "PointBack": self.tr("Back in service: %1"),
            "PointOnTest": self.tr("On test: %1"),
            "PointTestEnded": self.tr("Test ended: %1"),
        }
