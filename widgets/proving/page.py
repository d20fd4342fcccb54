"""The page of the proofs in the lower panel: at its left what can be done, beside it the detectors, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.excerpts import PROOFS
from console.finding import fits
from console.model import PointId
from console.proving import Course, Obligation, Standing, Step, Trial, as_csv
from widgets.checklist import Box, Item
from widgets.checklist_page import ChecklistPage
from widgets.placing import Placing
from widgets.proving.arrivals import Arrivals
from widgets.proving.control import ALL, OWED, PROVEN, ProofControl
from widgets.proving.proof_words import ProofWords
from widgets.saving import Saving
from widgets.words import Words

STEP_BOX = {Step.PROVEN: Box.TICKED, Step.MISSED: Box.CROSSED}
LISTED = {
    OWED: frozenset({Standing.MISSED, Standing.OVERDUE, Standing.SOON}),
    ALL: frozenset(Standing),
    PROVEN: frozenset({Standing.PROVEN}),
}


class ProofPage(ChecklistPage[ProofControl]):
    """Follows the desk of the proofs by itself while it is seen."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(console, ProofControl(), parent)
        self._proving = console.shifts.proving
        self._words = ProofWords(console, placing, words, self)
        self._ticked: set[PointId] = set()
        self._known: tuple[Obligation, ...] = ()
        self._by_key: dict[PointId, Obligation] = {}
        self._asked: tuple[object, ...] = ()  # what `_listed` is the answer to
        self._listed: tuple[PointId, ...] = ()
        self.arrivals = Arrivals(console, self.list)
        self.saving = Saving(console, placing, PROOFS, self)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.control.chosen.connect(self.look)
        self.control.begin_asked.connect(self.on_begin)
        self.control.tick_asked.connect(self.on_tick_all)
        self.control.fail_asked.connect(self.on_fail)
        self.control.end_asked.connect(lambda: self.attempt(self._proving.end))
        self.control.file_asked.connect(self.on_file)
        self.list.acted.connect(self.on_acted)
        self.saving.told.connect(self.say)
        self.follow(announce.ProofsStirred, announce.TrialBegun, announce.TrialEnded, announce.SiteApplied)

    # ---- what is shown ----

    def look(self) -> None:
        """The test that is on, else the plan."""
        trial, all_ = self._running(), self._proving.obligations()
        if all_ is not self._known:
            self._known, self._by_key = all_, {each.point.id: each for each in all_}
            self._ticked &= self._by_key.keys()
        if trial is not None:
            keys, facts = self._courses(trial), self._words.trial(trial)
        else:
            soon = sum(each.standing is Standing.SOON for each in all_)
            keys = self._plan(all_)
            facts = self._words.summary(len(all_), sum(each.is_owed for each in all_), soon)
        self.control.show_state(facts, len(self._ticked), len(keys), running=trial is not None)
        self.list.show_items(keys, self._describe)
        if trial is not None and trial.count(Step.ARRIVED):
            self.list.scrollToTop()
        self.list.setVisible(bool(keys))
        self._empty = "" if keys else self._nothing(all_)
        self.update()

    def _running(self) -> Trial | None:
        trial = self._proving.trial
        return trial if trial is not None and not trial.is_over else None

    def _plan(self, all_: Sequence[Obligation]) -> Sequence[PointId]:
        """Those that are listed; what is ticked stays ticked, whatever is sought."""
        asked = (id(all_), self.control.which.currentData(), self.control.words.text())
        if asked != self._asked:
            listed, sought = LISTED[self.control.which.currentData()], self.control.words.text()
            self._listed = tuple(e.point.id for e in all_ if e.standing in listed and fits(self._said(e), sought))
            self._asked = asked
        return self._listed

    def _describe(self, key: str) -> Item:
        point, trial = PointId(key), self._running()
        course, each = trial.courses.get(point) if trial is not None else None, self._by_key.get(point)
        if course is not None:
            return self._course(point, course, each)
        return self._item(each) if each is not None else Item(key, key)

    def _said(self, each: Obligation) -> str:
        point = each.point
        return f"{point.name} {point.name_en} {point.id} {self._words.where(point)}".casefold()

    def _item(self, each: Obligation) -> Item:
        state, ink = self._words.standing(each)
        line = " · ".join(filter(None, (self._words.where(each.point), self._words.history(each))))
        box = Box.TICKED if each.point.id in self._ticked else Box.EMPTY
        return Item(each.point.id, self._words.titled(each), line, self._words.due(each), state, box, ink)

    def _courses(self, trial: Trial) -> Sequence[PointId]:
        """The signal that came last stands first, so that it is seen; detectors that are still to come stand last."""
        came = {point: self._came_ms(course, self._by_key.get(point)) for point, course in trial.courses.items()}
        return sorted(came, key=lambda point: came[point], reverse=True)

    def _came_ms(self, course: Course, each: Obligation | None) -> int:
        """When its signal was raised; 0 for none, 1 for one that is not waited for any more."""
        if course.step is Step.PROVEN and each is not None and each.record.proof is not None:
            return each.record.proof.raised_ms
        alarm = self._console.alarming.alarm(course.alarm) if course.alarm is not None else None
        if alarm is not None:
            return alarm.last.raised_ms
        return 1 if course.step is Step.MISSED else 0

    def _course(self, point: PointId, course: Course, each: Obligation | None) -> Item:
        state, ink = self._words.step(course.step)
        box = STEP_BOX.get(course.step, Box.EMPTY)
        if each is None:  # the site has lost it meanwhile
            return Item(point, self._words.name_of(point), "", "", state, box, ink)
        proof = each.record.proof if course.step is Step.PROVEN else None
        took = self._words.took(proof.displayed_ms - proof.received_ms) if proof is not None else ""
        return Item(point, self._words.titled(each), self._words.where(each.point), took, state, box, ink)

    def _nothing(self, all_: Sequence[Obligation]) -> str:
        if not all_:
            return self.tr("No detector of this site has to be proven: see [proving] in the configuration.")
        if self.control.words.text().strip():
            return self.tr("No detector of this list is called so.")
        if self.control.which.currentData() == OWED:
            return self.tr("Every detector is proven or not yet due. The list “all” shows them.")
        return self.tr("No detector was proven yet.")

    # ---- what a person does ----

    def refusal(self, refused: CommandRefused) -> str:
        return self._words.refusal(refused.code, refused.about)

    def on_acted(self, key: str) -> None:
        """A row was ticked or unticked; while a test is on rows are only chosen."""
        if self._running() is None:
            self._ticked ^= {PointId(key)}
            self.look()

    def on_tick_all(self) -> None:
        """Every detector that is listed, or none when some are ticked."""
        self._ticked = set() if self._ticked else set(self._listed)
        self.look()

    def on_begin(self) -> None:
        order = [each.point.id for each in self._proving.obligations() if each.point.id in self._ticked]
        if self.attempt(lambda: self._proving.begin(order, self.control.minutes.value())):
            self._ticked.clear()
            self.look()
            self.list.setFocus()

    def on_fail(self) -> None:
        """The chosen detector does not answer."""
        point, why = PointId(self.list.current()), self.control.why.text()
        if self.attempt(lambda: self._proving.fail(point, why)):
            self.control.why.clear()

    def on_file(self) -> None:
        """Every detector, whatever is listed."""
        self.saving.ask(self.tr("Export the proofs"), "proofs", "csv", self._order)

    def _order(self, path: Path) -> None:
        all_ = self._proving.obligations()
        self.saving.order(path, lambda: as_csv(all_))

    def retranslate(self) -> None:
        self.bar.title = self.tr("Proof of the alarm paths")
        super().retranslate()
