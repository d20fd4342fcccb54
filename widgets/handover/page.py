"""The page of the change of shift in the lower panel: at its left what can be done, beside it the sheet."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.excerpts import HANDOVER
from console.handover import Handover, Line, Section
from widgets.checklist import Box, Item
from widgets.checklist_page import ChecklistPage
from widgets.drill.drill_words import DrillWords
from widgets.handover.control import HandoverControl
from widgets.handover.handover_words import HandoverWords
from widgets.paper import Paper, Signatures, Table
from widgets.placing import Placing
from widgets.saving import Saving
from widgets.words import Words

SHARES = (0, 0.31, 0.30, 0.15, 0.14, 0.10)  # of the paper's width; sections are headings there
URGENT = frozenset({Section.ALARMS, Section.UNOWNED, Section.INCIDENTS})


class HandoverPage(ChecklistPage[HandoverControl]):
    """Follows the room by itself while it is seen. `done`: the keys belong to the alarms again."""

    done = Signal()

    def __init__(
        self, console: Console, placing: Placing, words: Words, drill: DrillWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(console, HandoverControl(console.clock), parent, advances=True)
        self._handovers = console.shifts.handovers
        self._words = HandoverWords(console, placing, words, drill, self)
        self._lines: tuple[Line, ...] = ()
        self._by_key: dict[str, Line] = {}
        self._counts: dict[str, int] = {}  # lines below each head
        self.saving = Saving(console, placing, HANDOVER, self)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        control = self.control
        control.note_asked.connect(self.on_note)
        control.strike_asked.connect(self.on_strike)
        control.begin_asked.connect(self.on_begin)
        control.take_asked.connect(self.on_take)
        control.cancel_asked.connect(lambda: self.attempt(self._handovers.cancel))
        control.file_asked.connect(self.on_file)
        control.signed_asked.connect(self.on_signed)
        for button in (control.begin, control.take):
            button.let_go.connect(lambda: control.say(self.tr("Let go too early: hold the button for a second.")))
        self.list.acted.connect(self.on_acted)
        self.list.moved.connect(self._show_state)
        self.saving.told.connect(self.say)
        self.follow(
            announce.HandoverBegun, announce.HandoverTaken, announce.HandoverCancelled, announce.HandoverStirred,
            announce.SiteApplied,
        )  # fmt: skip

    # ---- what is shown ----

    def look(self) -> None:
        """The sheet as things stand now, each line with whether it is accepted."""
        self._lines = self._handovers.sheet()
        self._list()
        self.list.setVisible(bool(self._lines))
        self._empty = "" if self._lines else self._nothing()
        self._show_state()
        self.update()

    def _nothing(self) -> str:
        return self.tr("Nothing is open, nothing is out of service, and nobody left a note.")

    def _show_state(self) -> None:
        handovers = self._handovers
        handover = handovers.current
        waiting = sum(not handover.covers(line) for line in self._lines) if handover is not None else 0
        on_note = self.list.current().startswith("note:")
        self.control.show_state(
            self._words.heading(handover or handovers.last_taken), begun=handover is not None, waiting=waiting,
            on_note=on_note, named=not handovers.has_accounts, signed=handovers.last_taken is not None,
        )  # fmt: skip

    def _list(self) -> None:
        """Each section under its head."""
        self._by_key = {line.key: line for line in self._lines}
        keys: list[str] = []
        self._counts = {}
        for section, group in groupby(self._lines, key=lambda line: line.section):
            lines = [line.key for line in group]
            self._counts[f"head:{section}"] = len(lines)
            keys += [f"head:{section}", *lines]
        self.list.show_items(keys, self._describe, frozenset(self._counts))

    def _describe(self, key: str) -> Item:
        if key in self._counts:
            name = self._words.section(Section(key.removeprefix("head:")))
            return Item(key, name, value=str(self._counts[key]), is_head=True)
        return self._item(self._by_key[key], self._handovers.current)

    def _item(self, line: Line, handover: Handover | None) -> Item:
        box = Box.NONE
        if handover is not None:
            box = Box.TICKED if handover.covers(line) else Box.EMPTY
        ink = "text.hi" if line.section in URGENT else "text.dim"
        return Item(
            line.key, self._words.name(line), self._words.more(line), self._words.since(line), self._words.state(line),
            box, ink,
        )  # fmt: skip

    # ---- what a person does ----

    def refusal(self, refused: CommandRefused) -> str:
        return self._words.refusal(refused.code, refused.about)

    def on_acted(self, key: str) -> None:
        """The comer accepts a line; before the leaver has signed lines are only chosen."""
        if self._handovers.current is not None:
            read = self._by_key.get(key)
            self.attempt(lambda: self._handovers.accept(key, read.mark if read is not None else None))

    def on_note(self) -> None:
        text = self.control.text.text()
        if self.attempt(lambda: self._handovers.note(text)):
            self.control.text.clear()

    def on_strike(self) -> None:
        note = self.list.current().removeprefix("note:")
        self.attempt(lambda: self._handovers.strike(note))

    def on_begin(self) -> None:
        comer = self.control.comer.text()
        if self.attempt(lambda: self._handovers.begin(comer)):
            self.control.comer.clear()
            self.list.setFocus()

    def on_take(self) -> None:
        if self.attempt(self._handovers.take):
            self.done.emit()

    # ---- files ----

    def on_file(self, ending: str) -> None:
        """The sheet that is shown."""
        self._ask(self._handovers.current, ending)

    def on_signed(self) -> None:
        """The one both have signed."""
        self._ask(self._handovers.last_taken, "pdf")

    def _ask(self, handover: Handover | None, ending: str) -> None:
        paper = self.paper(handover)
        self.saving.ask_paper(self.tr("Export the sheet"), "handover", ending, paper)

    def paper(self, signed: Handover | None) -> Paper:
        """The sheet as it is shown, or that of a change of shift both have signed."""
        lines = signed.lines if signed is not None and signed.taken_ms else self._lines
        rows = [
            (
                self._words.section(line.section), self._words.name(line), self._words.more(line),
                self._words.state(line), self._words.moment(line.since_ms) if line.since_ms else "",
                self.tr("accepted") if signed is not None and signed.covers(line) else "",
            )
            for line in lines
        ]  # fmt: skip
        heads = ("", self.tr("What"), self.tr("Details"), self.tr("State"), self.tr("Since"), self.tr("Accepted"))
        title = self.tr("Change of shift, %1").replace("%1", self._console.seat.position)
        now = self.tr("As of %1").replace("%1", self._words.moment(self._console.clock.now_ms()))
        signatures = Signatures(self._words.signatures(signed) if signed is not None else ())
        parts = (Table(heads, rows, SHARES, is_grouped=True), signatures)
        return self.saving.paper(title, (now,) if rows else (now, self._nothing()), parts)

    def retranslate(self) -> None:
        self.bar.title = self.tr("Change of shift")
        super().retranslate()
