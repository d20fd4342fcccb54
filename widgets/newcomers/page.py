"""The page of the devices that came by themselves: the list with what can be done, or the plan while one is placed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.excerpts import NEWCOMERS
from console.finding import fits
from console.newcomers import Newcomer, Stage
from widgets.checklist import Item
from widgets.checklist_page import ChecklistPage
from widgets.left_side import LeftSide
from widgets.newcomers.control import ALL, REJECTED, NewcomerControl
from widgets.newcomers.newcomer_words import NewcomerWords
from widgets.newcomers.placing_side import PlacingSide
from widgets.paper import spreadsheet
from widgets.placing import Placing
from widgets.saving import Saving
from widgets.words import Words


class NewcomerPage(ChecklistPage[NewcomerControl]):
    """Follows the desk while it is seen. The plan is made when the first device is placed."""

    def __init__(self, console: Console, placing: Placing, names: Words, parent: QWidget | None = None) -> None:
        super().__init__(console, NewcomerControl(), parent)
        self._placing = placing
        self._names = names
        self._desk = console.siting.newcomers
        self.words = NewcomerWords(console, placing, names, self)
        self._by_key: dict[str, Newcomer] = {}
        self.side: PlacingSide | None = None
        self._form: LeftSide | None = None
        self.saving = Saving(console, placing, NEWCOMERS, self)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        control = self.control
        control.chosen.connect(self.look)
        control.place_asked.connect(self.on_place)
        control.reject_asked.connect(self.on_reject)
        control.recall_asked.connect(self.on_recall)
        control.file_asked.connect(self.on_file)
        self.list.moved.connect(self.on_moved)
        self.saving.told.connect(self.say)
        self._console.announcer.subscribe(announce.NewcomerTold, self.on_told)

    # ---- what is shown ----

    @property
    def is_placing(self) -> bool:
        """The form and the plan stand in place of the list."""
        return self.side is not None and self.side.device is not None

    def look(self) -> None:
        """The list as it is now."""
        rows = self._listed(self._desk.rows())
        self._by_key = {"/".join(row.key): row for row in rows}
        self.list.show_items(list(self._by_key), self._describe)
        self._empty = "" if rows or self.is_placing else self._nothing()
        self.list.setVisible(bool(rows) and not self.is_placing)
        self._show_state()
        self.update()

    def _listed(self, rows: Sequence[Newcomer]) -> list[Newcomer]:
        which, sought = self.control.which.currentData(), self.control.words.text()
        wanted = [row for row in rows if which == ALL or (row.stage is Stage.REJECTED) == (which == REJECTED)]
        return [row for row in wanted if fits(self.words.item(row).words.casefold(), sought)]

    def _describe(self, key: str) -> Item:
        row = self._by_key.get(key)
        return self.words.item(row) if row is not None else Item(key, key)

    def _show_state(self) -> None:
        one = self.chosen()
        facts = self.words.summary(self._desk.waiting(), self._desk.left_out)
        self.control.show_state(facts, one, self.words.facts(one) if one is not None else "")

    def chosen(self) -> Newcomer | None:
        """The device the keys are on."""
        return self._by_key.get(self.list.current())

    def _nothing(self) -> str:
        if self._desk.rows():
            return self.tr("No device of this list is called so.")
        return self.tr("Every device that was heard has its place at the site.")

    def on_moved(self) -> None:
        self.say("")
        self._show_state()

    def on_told(self, told: announce.NewcomerTold) -> None:
        """Something became of a device: of the one that is being placed it is said, or the list comes back."""
        side = self.side
        if side is not None and side.device is not None and side.device.key == (told.source, told.device):
            if told.what == "refused":
                side.tell_problems()
            elif told.what in ("signed", "placed", "rejected", "merged"):
                self.leave()
                self.say(self._done(told.what))
        self.refresh()

    def _done(self, what: str) -> str:
        if what == "signed":
            return self.tr("Signed and written. It counts when the change of the site is applied: Ctrl+R.")
        return self.tr("Somebody has decided about it already")

    # ---- what a person does ----

    def on_place(self) -> None:
        """The form and the plan, for the chosen device."""
        one = self.chosen()
        if one is None or one.stage is Stage.REJECTED or not one.kinds:
            return
        if self.side is None:
            self._make_side()
        assert self.side is not None and self._form is not None
        self.say("")
        self.side.begin(one)
        self.arrange()
        self.side.form.name.setFocus()

    def _make_side(self) -> None:
        self.side = PlacingSide(self._console, self._placing, self._names, self.words, self)
        self._form = LeftSide(self.side.form, self.side.form.retranslate, self)
        self.side.left.connect(self.leave)
        self.side.form.retranslate()

    def leave(self) -> None:
        """Back to the list; what was not signed is forgotten."""
        if self.side is not None:
            self.side.end()
        self.arrange()
        self.look()
        self.list.setFocus()

    def on_reject(self) -> None:
        one, why = self.chosen(), self.control.why.text()
        if one is not None and self.attempt(lambda: self._desk.reject(one.key, why)):
            self.control.why.clear()

    def on_recall(self) -> None:
        if (one := self.chosen()) is not None:
            self.attempt(lambda: self._desk.recall(one.key))

    def refusal(self, refused: CommandRefused) -> str:
        return self.words.refusal(refused.code)

    def on_file(self) -> None:
        """The list as it stands."""
        self.saving.ask(self.tr("Keep the list of new devices"), "new_devices", "csv", self._order)

    def _order(self, path: Path) -> None:
        table = self.table()
        self.saving.order(path, lambda: spreadsheet(table))

    def table(self) -> list[Sequence[str]]:
        """The list in words."""
        heads = (self.tr("device"), self.tr("name"), self.tr("maker"), self.tr("model"), self.tr("kinds"),
                 self.tr("said last"), self.tr("heard"), self.tr("state"), self.tr("reason"))  # fmt: skip
        rows: list[Sequence[str]] = [
            ("/".join(one.key), one.name, one.maker, one.model, self.words.kinds(one.kinds), self.words.said(one),
             self.words.heard(one), self.words.stage(one), one.reason)
            for one in self._by_key.values()
        ]  # fmt: skip
        return [heads, *rows]

    # ---- places, looks ----

    def arrange(self) -> None:
        super().arrange()
        placing = self.is_placing
        self.left.setVisible(not placing)
        self.list.setVisible(not placing and bool(self._by_key))
        if self.side is not None and self._form is not None:
            self._form.place_in(self, self.side.plan)
            self._form.setVisible(placing)
            self.side.plan.setVisible(placing)

    def retranslate(self) -> None:
        self.bar.title = self.tr("Devices without a place")
        if self.side is not None:
            self.side.form.retranslate()
        super().retranslate()
