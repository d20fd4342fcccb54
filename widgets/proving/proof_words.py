"""What the page of the proofs says, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.model import Point, PointId
from console.proving import Missing, Obligation, Standing, Step, Trial
from widgets.placing import Placing, span
from widgets.words import Words

OWED_INK, DIM = "alarm.fault", "text.dim"


class ProofWords(QObject):
    """Looked up at paint time, so a language switch needs no rebuilding."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words

    # ---- one detector ----

    def name(self, point: Point) -> str:
        return self._placing.pick(point.name, point.name_en)

    def titled(self, each: Obligation) -> str:
        """Class and name."""
        return f"{each.alarm_class.value}  {self.name(each.point)}"

    def name_of(self, point: PointId) -> str:
        """The same by its id; the id where the site has lost it."""
        known = self._console.points.get(point)
        return self.name(known) if known is not None else point

    def where(self, point: Point) -> str:
        """Floor, kind and device."""
        parts = (
            self._placing.floor(point.building, point.floor), self._words.kind(point.kind),
            point.id.partition("/")[2].partition("#")[0],
        )  # fmt: skip
        return " · ".join(filter(None, parts))

    def standing(self, each: Obligation) -> tuple[str, str]:
        """One word for where it stands, and its colour."""
        return {
            Standing.MISSED: (self.tr("FAILED"), OWED_INK),
            Standing.OVERDUE: (self.tr("OVERDUE"), OWED_INK),
            Standing.SOON: (self.tr("due soon"), "text.hi"),
            Standing.PROVEN: (self.tr("proven"), DIM),
            Standing.PLANNED: (self.tr("not proven yet"), DIM),
        }[each.standing]

    def due(self, each: Obligation) -> str:
        """By which day, or since when it is too late."""
        day = self.day(each.due_ms)
        if each.standing is Standing.OVERDUE:
            return self.tr("since %1").replace("%1", day)
        return self.tr("by %1").replace("%1", day)

    def history(self, each: Obligation) -> str:
        """The newest proof, or why the last test proved nothing."""
        record = each.record
        if record.miss is not None:
            text = self.tr("%1: %2").replace("%1", self.day(record.miss.at_ms))
            return " · ".join(filter(None, (text.replace("%2", self.missing(record.miss.fact.reason)),
                                            record.miss.fact.note)))  # fmt: skip
        if record.proof is None:
            return ""
        text = self.tr("proven %1 by %2, in %3").replace("%1", self.day(record.proof.displayed_ms))
        took = self.took(record.proof.displayed_ms - record.proof.received_ms)
        return text.replace("%2", record.proof.tester).replace("%3", took)

    def day(self, epoch_ms: int) -> str:
        return self._placing.local(epoch_ms).strftime("%Y-%m-%d")

    def took(self, ms: int) -> str:
        """How long the path took from arrival to display."""
        return f"{max(0, ms) / 1000:.1f} s"

    def missing(self, reason: Missing) -> str:
        return {
            Missing.NO_SIGNAL: self.tr("no signal arrived"),
            Missing.NOT_DISPLAYED: self.tr("arrived, and nobody could see it"),
            Missing.SAID: self.tr("did not answer"),
        }[reason]

    # ---- the test ----

    def step(self, step: Step) -> tuple[str, str]:
        """One word for how far a detector has come, and its colour."""
        return {
            Step.WAITING: (self.tr("waiting"), DIM),
            Step.ARRIVED: (self.tr("ARRIVED"), "text.hi"),
            Step.PROVEN: (self.tr("PROVEN"), "text.hi"),
            Step.MISSED: (self.tr("FAILED"), OWED_INK),
        }[step]

    def trial(self, trial: Trial) -> str:
        """Who tests until when, and how far it has come."""
        left = span(trial.until_ms - self._console.clock.now_ms())
        text = self.tr("%1 tests %2 detectors; their signals count as tests for another %3.")
        text = text.replace("%1", trial.by.person).replace("%2", str(len(trial.courses))).replace("%3", left)
        counts = self.tr("%1 proven, %2 failed, %3 still to come")
        counts = counts.replace("%1", str(trial.count(Step.PROVEN))).replace("%2", str(trial.count(Step.MISSED)))
        return f"{text}\n{counts.replace('%3', str(len(trial.open())))}"

    def summary(self, total: int, owed: int, soon: int) -> str:
        """The plan in one sentence."""
        text = self.tr("%1 detectors to be proven: %2 owed, %3 due soon.")
        return text.replace("%1", str(total)).replace("%2", str(owed)).replace("%3", str(soon))

    def refusal(self, code: str, about: str) -> str:
        """Why an act was refused."""
        texts = {
            "trial_is_on": self.tr("%1 tests already: one test at a time."),
            "no_detector": self.tr("Tick the detectors first."),
            "many_detectors": self.tr("At most %1 detectors in one test."),
            "not_planned": self.tr("This detector need not be proven."),
            "trial_length": self.tr("A test takes from 1 to %1 minutes."),
            "no_trial": self.tr("No test is on."),
            "not_tested": self.tr("This detector is not under test."),
        }
        if code == "detector_in_alarm":
            return self.tr("%1 is in alarm: it cannot be tested now.").replace("%1", self.name_of(PointId(about)))
        return texts[code].replace("%1", about) if code in texts else self._words.refusal(code)
