"""What the sheet of a change of shift says, in the operator's language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.alarms import Shown
from console.app import Console
from console.drill import Phase as DrillPhase
from console.handover import OWED, TRIAL, Handover, Line, Phase, Section
from console.incidents import Incident
from console.model import AlarmId, IncidentId, PointId, ScenarioId, UnitId, UnitStatus
from widgets.dispatch.unit_words import UnitWords
from widgets.drill.drill_words import DrillWords
from widgets.placing import Placing, joined, span
from widgets.words import Words


class HandoverWords(QObject):
    """Looked up at paint time, so a language switch needs no rebuilding."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, drill: DrillWords, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._drill = drill
        self._units = UnitWords(self)

    def section(self, section: Section) -> str:
        return {
            Section.ALARMS: self.tr("Open alarms"),
            Section.UNOWNED: self.tr("Acknowledged, and nobody's"),
            Section.INCIDENTS: self.tr("Open incidents"),
            Section.UNITS: self.tr("Units that are out"),
            Section.SHELVED: self.tr("Shelved"),
            Section.SUPPRESSED: self.tr("Suppressed by a rule"),
            Section.OUT_OF_SERVICE: self.tr("Out of service"),
            Section.ON_TEST: self.tr("On test"),
            Section.TROUBLES: self.tr("Troubles"),
            Section.DRILL: self.tr("Drill"),
            Section.PROOFS: self.tr("Detectors not proven"),
            Section.NOTES: self.tr("Notes"),
        }[section]

    # ---- one line ----

    def name(self, line: Line) -> str:
        """What it is about."""
        named: dict[Section, Callable[[str], str]] = {
            Section.INCIDENTS: self._incident,
            Section.UNITS: self._unit,
            Section.OUT_OF_SERVICE: self._point,
            Section.ON_TEST: self._point,
            Section.DRILL: lambda scenario: self._drill.name(ScenarioId(scenario)),
        }
        if line.section is Section.PROOFS:
            return self._proofs(line)
        return line.text if line.section is Section.NOTES else named.get(line.section, self._alarm)(line.subject)

    def _alarm(self, id_: str) -> str:
        alarm = self._placing.alarm(AlarmId(id_))
        return f"{alarm.alarm_class.value}  {self._placing.title(alarm)}" if alarm is not None else id_

    def _unit(self, id_: str) -> str:
        crew = next((each for each in self._console.site.units if each.id == UnitId(id_)), None)
        return f"{crew.kind.value}  {self._units.name(crew)}" if crew is not None else id_

    def _point(self, id_: str) -> str:
        point = self._console.points.get(PointId(id_))
        return self._placing.pick(point.name, point.name_en) if point is not None else id_

    def _incident(self, id_: str) -> str:
        found = self._console.shifts.handovers.incident(IncidentId(id_))
        return joined(id_, self._scene(found)) if found is not None else id_

    def _scene(self, incident: Incident) -> str:
        return self._placing.pick(incident.scene.name, incident.scene.name_en)

    def _proofs(self, line: Line) -> str:
        texts = {
            OWED: self.tr("%1 detectors failed or are overdue"),
            TRIAL: self.tr("A test is on: %1 detectors are still to come"),
        }
        return texts.get(line.code, line.code).replace("%1", str(line.count))

    def more(self, line: Line) -> str:
        """Who has it, until when, and what was written down."""
        parts = [line.who] if line.section is not Section.DRILL else [self.tr("controller %1").replace("%1", line.who)]
        if line.until_ms:
            parts.append(self.tr("until %1").replace("%1", self._placing.local(line.until_ms).strftime("%m-%d %H:%M")))
        if line.text and line.section is not Section.NOTES:
            parts.append(line.text)
        return " · ".join(filter(None, parts))

    def state(self, line: Line) -> str:
        """One word, "" where the section says it."""
        match line.section:
            case Section.ALARMS | Section.TROUBLES | Section.UNOWNED:
                return self._words.row_state(Shown(line.code)) if line.code else ""
            case Section.UNITS:
                return self._units.status(UnitStatus(line.code))
            case Section.INCIDENTS:
                return self.tr("clock overrun") if line.code else ""
            case Section.DRILL:
                is_running = line.code == DrillPhase.RUNNING.value
                return self.tr("running") if is_running else self.tr("paused")
            case _:
                return ""

    def since(self, line: Line) -> str:
        """When it began and how long ago."""
        if not line.since_ms:
            return ""
        ago_ms = self._console.clock.now_ms() - line.since_ms
        return f"{self._placing.clock(line.since_ms)[:5]} · {span(ago_ms)}"

    # ---- the change of shift ----

    def heading(self, handover: Handover | None) -> str:
        """Who hands over to whom, and what comes next."""
        seat = self._console.seat
        if handover is None:
            text = self.tr("%1 sits at %2. This is what the next shift has to know.")
            return text.replace("%1", seat.person).replace("%2", seat.position)
        if handover.phase is Phase.BEGUN:
            return self._begun(handover)
        taker = handover.taker.person if handover.taker is not None else ""
        text = self.tr("%1 took over from %2 at %3: %4 lines accepted.")
        text = text.replace("%1", taker).replace("%2", handover.leaver.person)
        return text.replace("%3", self._placing.clock(handover.taken_ms)).replace("%4", str(len(handover.accepted)))

    def _begun(self, handover: Handover) -> str:
        signed = self.tr("%1 signed at %2 and hands over.").replace("%1", handover.leaver.person)
        signed = signed.replace("%2", self._placing.clock(handover.begun_ms))
        if handover.comer and not self._console.shifts.handovers.has_accounts:
            text = self.tr("%1 reads and accepts each line (Space), then signs.").replace("%1", handover.comer)
        elif self._console.seat.person == handover.leaver.person:
            text = self.tr("Whoever takes over signs in at this position (Ctrl+U).")
        else:
            text = self.tr("%1 accepts each line (Space), then signs.").replace("%1", self._console.seat.person)
        return f"{signed}\n{text}"

    def signatures(self, handover: Handover) -> tuple[str, ...]:
        """The two signatures, as they stand below the sheet."""
        told = [(self.tr("Handed over by %1"), handover.leaver, handover.begun_ms)]
        if handover.taker is not None:
            told.append((self.tr("Taken over by %1"), handover.taker, handover.taken_ms))
        return tuple(
            f"{text.replace('%1', by.person)}, {by.position}, {self.moment(at_ms)}" for text, by, at_ms in told
        )

    def moment(self, epoch_ms: int) -> str:
        return self._placing.local(epoch_ms).strftime("%Y-%m-%d %H:%M:%S")

    def refusal(self, code: str, about: str) -> str:
        """Why an act was refused."""
        texts = {
            "handover_is_on": self.tr("%1 has handed over already."),
            "no_handover": self.tr("Nobody hands over now."),
            "no_comer": self.tr("Name who takes over."),
            "own_handover": self.tr("Nobody takes over from himself: another person has to sign in."),
            "long_name": self.tr("This name is too long."),
            "no_line": self.tr("This line is not on the sheet any more."),
            "line_changed": self.tr("This line has just changed: read it again."),
            "lines_open": self.tr("%1 lines are not accepted yet."),
            "empty_note": self.tr("Write the note first."),
            "long_note": self.tr("A note has at most %1 characters."),
            "many_notes": self.tr("There are %1 notes already: strike some."),
            "no_note": self.tr("This note was struck already."),
        }
        return texts[code].replace("%1", about) if code in texts else self._words.refusal(code)
