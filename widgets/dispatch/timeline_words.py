"""The timeline of an incident in words: one line for each thing the journal has of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from console.app import Console
from console.dispatching import ClockName, Line
from console.incidents import Disposition, Incident
from console.model import AlarmId, PointId, UnitStatus
from console.units import Source
from widgets.alarms.story_words import StoryWords
from widgets.dispatch.board import Board, person
from widgets.dispatch.timeline import TimelineEntry
from widgets.performance.naming import Naming
from widgets.placing import Placing
from widgets.words import Words

LOUD = {"ClockBreached": "alarm.urgent", "OrderUnanswered": "alarm.high", "OrderLapsed": "alarm.high",
        "OrderUnheard": "alarm.high", "AlarmRaised": "text.hi", "IncidentOpened": "text.hi",
        "IncidentClosed": "text.hi"}  # fmt: skip
SPOKEN = frozenset({"TalkSent", "TalkHeard"})


class TimelineWords(QObject):
    """Asked when the timeline changes and when the language does."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._board = board
        self._story = StoryWords(console, placing, words, self)
        self._naming = Naming(console, placing, words, self)
        self._place = ""
        self._tellers: dict[str, Callable[[Line], str]] = {
            **dict.fromkeys(self._alarm_words(), self._of_alarm),
            **dict.fromkeys(self._order_words(), self._of_unit),
            **dict.fromkeys(self._incident_words(), self._of_incident),
            **dict.fromkeys(SPOKEN, self._of_speech),
            **dict.fromkeys(self._picture_words(), self._of_picture),
            "UnitReported": self._reported,
            "UnitReleased": self._released,
            "ClockStopped": self._of_clock,
            "ClockBreached": self._of_clock,
        }

    def entries(self, incident: Incident) -> list[TimelineEntry]:
        """Every line of an incident in words, the oldest first."""
        return self.told(incident, self._console.dispatching.timeline(incident.id))

    def told(self, incident: Incident, lines: Sequence[Line]) -> list[TimelineEntry]:
        """These lines of an incident in words."""
        self._place = self._placing.pick(incident.scene.name, incident.scene.name_en)
        return [self._entry(line) for line in lines]

    def _entry(self, line: Line) -> TimelineEntry:
        teller = self._tellers.get(line.kind)
        text = teller(line) if teller is not None else line.kind
        plays = line.path if line.kind in SPOKEN else ""
        time = self._placing.clock(line.t_ms)
        return TimelineEntry(time, text, self._who(line), LOUD.get(line.kind, "text"), plays)

    def _who(self, line: Line) -> str:
        if line.by.is_person:
            return person(line.by)
        if line.unit is not None and line.source == Source.DEVICE:
            return self._board.roster.name(line.unit)
        return self.tr("console") if line.by.machine else ""

    # ---- alarms and pictures ----

    def _of_alarm(self, line: Line) -> str:
        alarm = self._placing.alarm(line.alarm) if line.alarm is not None else None
        title = self._placing.title(alarm) if alarm is not None else self._once(line.alarm)
        text = self._alarm_words()[line.kind].replace("%1", title)
        return _with(text, self._story.code(line.kind, line.code), line.text)

    def _once(self, alarm: AlarmId | None) -> str:
        """What and where of an alarm that nobody holds any more: its id tells."""
        if alarm is None:
            return ""
        point = PointId(alarm.rpartition("/")[0])
        return self._naming.title(point, point.rpartition("#")[2])

    def _alarm_words(self) -> dict[str, str]:
        return {
            "AlarmRaised": self.tr("Alarm: %1"),
            "AlarmAcknowledged": self.tr("Acknowledged: %1"),
            "AlarmCleared": self.tr("Normal again: %1"),
            "AlarmReset": self.tr("Reset: %1"),
            "AlarmSourceLost": self.tr("Source lost: %1"),
            "AlarmSourceReturned": self.tr("Source back: %1"),
            **self._story.kinds(),
        }

    def _of_picture(self, line: Line) -> str:
        camera = self._console.cameras.get(line.camera) if line.camera is not None else None
        name = f"{camera.number} {self._placing.camera(camera)}" if camera is not None else str(line.camera or "")
        text = self._picture_words()[line.kind].replace("%2", line.who)
        return text.replace("%1", name or line.text or self.tr("all tiles"))

    def _picture_words(self) -> dict[str, str]:
        return {
            "CameraShown": self.tr("Picture shown: %1"),
            "RemoteSent": self.tr("Sent to the wall %2: %1"),
            "EvidenceSaved": self.tr("Clip kept: %1"),
            "EvidenceFailed": self.tr("No clip: %1"),
            "ClipOpened": self.tr("Clip played: %1"),
            "SnapshotTaken": self.tr("Snapshot taken: %1"),
        }

    # ---- units ----

    def _of_unit(self, line: Line) -> str:
        text = self._order_words()[line.kind].replace("%1", self._unit(line))
        leaves = self.tr("leaves %1").replace("%1", line.leaves) if line.leaves else ""
        return _with(text, leaves, line.text)

    def _order_words(self) -> dict[str, str]:
        return {
            "UnitOrdered": self.tr("Ordered to go: %1"),
            "UnitWithdrawn": self.tr("Order withdrawn: %1"),
            "OrderSent": self.tr("Order sent: %1"),
            "OrderUnheard": self.tr("Nobody received the order: %1"),
            "OrderLapsed": self.tr("Order never sent: %1"),
            "OrderUnanswered": self.tr("No answer: %1"),
        }

    def _reported(self, line: Line) -> str:
        voice = self.tr("by voice") if line.source == Source.VOICE else ""
        return _with(f"{self._unit(line)}: {self._status(line.code)}", voice, line.text)

    def _released(self, line: Line) -> str:
        return self.tr("Stood down: %1").replace("%1", self._unit(line))

    def _unit(self, line: Line) -> str:
        return self._board.roster.name(line.unit) if line.unit is not None else ""

    def _status(self, code: str) -> str:
        return self._board.roster.words.status(UnitStatus(code)) if code in set(UnitStatus) else code

    # ---- the incident ----

    def _of_incident(self, line: Line) -> str:
        text = self._incident_words()[line.kind]
        ended = ""
        if line.kind == "IncidentClosed" and line.code in set(Disposition):
            ended = self._board.incident_words.disposition(Disposition(line.code))
        about = self._place if line.kind == "IncidentOpened" else line.who or line.text
        return _with(text.replace("%1", about), ended, line.text if ended else "")

    def _incident_words(self) -> dict[str, str]:
        return {
            "IncidentOpened": self.tr("Incident opened: %1"),
            "IncidentAlarmLinked": self.tr("Alarm joined the incident"),
            "IncidentTaken": self.tr("Taken over"),
            "IncidentHandedOver": self.tr("Handed over to %1"),
            "IncidentNoted": self.tr("Note: %1"),
            "IncidentClosed": self.tr("Incident closed"),
        }

    def _of_clock(self, line: Line) -> str:
        name = self._board.clock_name(ClockName(line.code)) if line.code in set(ClockName) else line.code
        text = self.tr("Clock stopped: %1") if line.kind == "ClockStopped" else self.tr("Time is up: %1")
        return _with(text.replace("%1", name), self._unit(line))

    def _of_speech(self, line: Line) -> str:
        text = self.tr("Said to %1") if line.kind == "TalkSent" else self.tr("%2 on %1")
        text = text.replace("%1", line.text).replace("%2", line.who)
        return f"{text} · {line.length_ms / 1000:.1f} s"


def _with(text: str, *more: str) -> str:
    return " · ".join(filter(None, (text, *more)))
