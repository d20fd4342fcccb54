"""The page of drills in the lower panel: what can be drilled, the drill that is on, the result of the last one.

At its left what the controller can do, beside it what the scenario lets happen, and while a drill is on the phone wall.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from console import announce
from console.announce import Announcement
from console.app import Console
from console.errors import CommandRefused
from console.model import UnitStatus
from widgets import theme
from widgets.drill.control import Control
from widgets.drill.drill_words import DrillWords
from widgets.drill.export import ResultExport
from widgets.drill.outcome import Outcome
from widgets.drill.page_rows import PageRows
from widgets.drill.phone_list import PhoneList
from widgets.drill.start_form import StartForm
from widgets.left_side import LeftSide
from widgets.lower_page import LowerPage
from widgets.placing import Placing
from widgets.player.bar import PlayerBar
from widgets.sheet import Row, Sheet


class DrillPage(LowerPage[PlayerBar]):
    """Follows the drill by itself; `words` are shared with the strip. `done`: the keys belong to the alarms again."""

    done = Signal()

    def __init__(self, console: Console, words: DrillWords, placing: Placing, parent: QWidget | None = None) -> None:
        super().__init__(console, PlayerBar(), parent)
        self._words = words
        self._put_away = ""  # the drill whose result was read
        self.form, self.control = StartForm(console, words, self), Control(console, words, self)
        self.outcome = Outcome(words, self)
        self.export = ResultExport(console, words, placing, self)
        self._rows = PageRows(console, words, self)
        self.sheet = Sheet(self._told, self)
        self.phones = PhoneList(console, words, placing, self)
        self._sides = QStackedWidget(self)
        for side in (self.form, self.control, self.outcome):
            self._sides.addWidget(side)
        self._left = LeftSide(self._sides, self._name_sides, self)
        self.setFocusProxy(self.form.scenario)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.form.start_asked.connect(self.on_start)
        for button in (self.form.start, self.control.end):
            button.let_go.connect(self.on_let_go)
        self.form.chosen.connect(self.sheet.refresh)
        self.control.next_asked.connect(self.on_next)
        self.control.pause_asked.connect(self.on_pause)
        self.control.end_asked.connect(self.on_end)
        self.phones.answered.connect(self.on_answered)
        self.outcome.file_asked.connect(self.on_file)
        self.outcome.next_asked.connect(self.on_put_away)
        self.export.saving.told.connect(self.outcome.say)
        self.follow(announce.DrillChanged, announce.PhonesChanged, announce.SiteApplied)

    # ---- what is shown ----

    def on_announced(self, announced: Announcement) -> None:
        if isinstance(announced, announce.SiteApplied):
            self.form.look()
        if isinstance(announced, announce.DrillChanged):
            self.say("")
        super().on_announced(announced)

    def look(self) -> None:
        """The form, the drill that is on, or the result of the last one."""
        drill, result = self._console.drilling.drill, self._console.drilling.result
        if drill is not None:
            self._sides.setCurrentWidget(self.control)
            self.control.look()
            self.phones.look()
        elif result is not None and result.drill.id != self._put_away:
            self._sides.setCurrentWidget(self.outcome)
            self.outcome.look(result)
        else:
            self._sides.setCurrentWidget(self.form)
        self.phones.setVisible(drill is not None)
        self.arrange()
        self.sheet.refresh()
        self.bar.update()

    def _told(self) -> Sequence[Row]:
        """The rows of the middle."""
        drilling = self._console.drilling
        if drilling.drill is not None:
            return self._rows.drill()
        if drilling.result is not None and drilling.result.drill.id != self._put_away:
            return self._rows.result(drilling.result)
        return self._rows.scenario(self.form.current())

    # ---- what the controller does ----

    def refusal(self, refused: CommandRefused) -> str:
        return self._words.refusal(refused.code, refused.about)

    def say(self, text: str) -> None:
        """Beside the buttons, whichever are shown."""
        for side in (self.form, self.control, self.outcome):
            side.say(text)

    def on_start(self) -> None:
        scenario = self.form.current()
        if scenario is not None:
            controller, minutes = self.form.controller.text(), self.form.length.value()
            self.attempt(lambda: self._console.drilling.start(scenario.id, controller, minutes))
            self._leave(self.form)

    def on_let_go(self) -> None:
        """A hold that was too short did nothing, and says so."""
        self.say(self.tr("Let go too early: hold the button for a second."))

    def on_next(self) -> None:
        """The first act that has not happened yet, at once."""
        drilling = self._console.drilling
        waiting = [n for n in range(len(drilling.acts())) if drilling.drill and n not in drilling.drill.injected]
        if waiting:
            self.attempt(lambda: drilling.inject(min(waiting, key=lambda n: drilling.acts()[n].at_s)))

    def on_pause(self) -> None:
        drilling = self._console.drilling
        self.attempt(drilling.pause if drilling.is_shown else drilling.resume)

    def on_end(self) -> None:
        self.attempt(self._console.drilling.end)
        self._leave(self.control)

    def _leave(self, side: QWidget) -> None:
        """Its buttons are gone: Qt would give the keys to the next one, and Space would press that."""
        if self._sides.currentWidget() is not side:
            self.done.emit()

    def on_answered(self, message: int, status: str) -> None:
        self.attempt(lambda: self._console.drilling.answer(message, UnitStatus(status)))

    def on_file(self, ending: str) -> None:
        if (result := self._console.drilling.result) is not None:
            self.export.ask(result, ending)

    def on_put_away(self) -> None:
        """The result was read: the next drill can be planned."""
        if (result := self._console.drilling.result) is not None:
            self._put_away = result.drill.id
        self.look()

    # ---- places, looks ----

    def arrange(self) -> None:
        super().arrange()
        self._left.place_in(self, self.sheet)
        beside = self.sheet.geometry()
        if self.phones.isVisibleTo(self):
            first = (beside.width() - theme.GUTTER) // 2
            self.sheet.setGeometry(beside.x(), beside.y(), first, beside.height())
            self.phones.setGeometry(self.width() - first, beside.y(), first, beside.height())

    def retranslate(self) -> None:
        self.bar.title = self.tr("Drill")
        self._name_sides()
        self.phones.look(again=True)
        super().retranslate()

    def _name_sides(self) -> None:
        for side in (self.form, self.control, self.outcome):
            side.retranslate()
