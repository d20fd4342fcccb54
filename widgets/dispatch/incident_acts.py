"""The acts on an incident, pinned to the foot of the column: send units, note, take, hand over, close; open one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from console.clock import Clock
from widgets import theme
from widgets.dispatch.ask_line import AskLine
from widgets.dispatch.button_rows import ButtonRows
from widgets.dispatch.closing import Closing

MAIN = 48


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done now. `ticked` units would be sent; `is_mine`: its owner sits here."""

    has_subject: bool = False  # an alarm or an incident is chosen
    incident: str = ""  # the open one that is shown
    is_mine: bool = False
    joins: str = ""  # the open incident the chosen alarm could join, "…" when there are several
    waits_for_word: bool = False  # a clock that only a person can stop
    ticked: int = 0


class IncidentActs(QWidget):
    """Only what can be done is there. Every text is asked for in its own line, nothing in a dialog.

    An answer goes with the incident it was asked about, last in its signal, whatever is shown by then.
    """

    dispatch_asked = Signal()
    take_asked = Signal()
    brigade_asked = Signal()
    join_asked = Signal()
    note_given = Signal(str, str)
    hand_over_given = Signal(str, str)
    place_given = Signal(str)
    close_given = Signal(str, str, str)
    left = Signal()  # a question was answered or left: the keys have nowhere to be

    def __init__(self, clock: Clock, dispositions: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = Offer()
        self._closes = ""  # the incident that is to be closed
        self.closing = Closing(clock, dispositions, self)
        self.ask = AskLine(self)
        self.main, self.note, self.take, self.hand_over = (QPushButton(self) for _ in range(4))
        self.brigade, self.close_it, self.new, self.join = (QPushButton(self) for _ in range(4))
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self._rows = ButtonRows(self._buttons()[1:], self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for widget in (self.closing, self.ask, self.main, self._rows):
            column.addWidget(widget)
        self._connect()
        self.offer(self._offer)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.main, self.note, self.take, self.hand_over, self.brigade, self.close_it, self.new, self.join

    def _connect(self) -> None:
        self.main.clicked.connect(self.dispatch_asked)
        self.take.clicked.connect(self.take_asked)
        self.brigade.clicked.connect(self.brigade_asked)
        self.join.clicked.connect(self.join_asked)
        self.note.clicked.connect(self.ask_note)
        self.hand_over.clicked.connect(self.ask_position)
        self.new.clicked.connect(self.ask_place)
        self.close_it.clicked.connect(self.begin_closing)
        self.closing.given.connect(lambda key, note: self.close_given.emit(key, note, self._closes))
        for part in (self.closing, self.ask):
            part.done.connect(self.on_done)

    def offer(self, offer: Offer) -> None:
        """This can be done from now on."""
        self._offer = offer
        has = bool(offer.incident)
        shown = {
            self.main: offer.has_subject, self.note: has, self.hand_over: has, self.close_it: has,
            self.take: has and not offer.is_mine, self.brigade: has and offer.waits_for_word,
            self.new: not offer.has_subject, self.join: bool(offer.joins),
        }  # fmt: skip
        for button, wanted in shown.items():
            is_shown = wanted and not self.closing.is_open
            if is_shown == button.isHidden():  # a button that is shown anew before it has its place forgets its font
                button.setVisible(is_shown)
        white = bool(offer.ticked) or not has
        if self.main.property("main") != white:
            self.main.setProperty("main", white)
            self._repolish()
        self.join.setText(self.tr("Join %1").replace("%1", offer.joins))
        self._word_main()
        self._rows.arrange()

    def _repolish(self) -> None:
        """White or not: the style sheet is asked again, which costs the button its font and its height."""
        if self.main.isVisible():
            self.main.style().unpolish(self.main)
            self.main.style().polish(self.main)
            self.main.setFont(theme.font("body.strong"))
        self.main.setMinimumHeight(MAIN)

    # ---- questions ----

    def ask_note(self) -> None:
        self._ask(self.tr("Note"), partial(self._give, self.note_given, self._offer.incident))

    def ask_position(self) -> None:
        self._ask(self.tr("To position"), partial(self._give, self.hand_over_given, self._offer.incident))

    def ask_place(self) -> None:
        self._ask(self.tr("Where is it?"), self.place_given.emit)

    def _give(self, given: SignalInstance, incident: str, text: str) -> None:
        given.emit(text, incident)

    def _ask(self, question: str, answer: Callable[[str], None]) -> None:
        self.closing.leave()
        self.ask.ask(question, answer)

    def begin_closing(self) -> None:
        self.ask.leave()
        self._closes = self._offer.incident
        self.closing.begin()
        self.offer(self._offer)

    def leave(self) -> bool:
        """Esc: whatever is asked is taken back. Whether anything was."""
        was_asking = self.closing.is_open or self.ask.is_asking
        self.closing.leave()
        self.ask.leave()
        return was_asking

    def on_done(self) -> None:
        self.offer(self._offer)
        self.left.emit()

    # ---- words ----

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.main.setMinimumHeight(MAIN)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def retranslate(self, dispositions: dict[str, str]) -> None:
        """`dispositions`: each in the operator's language."""
        self.closing.retranslate(dispositions)
        self._word()

    def _word(self) -> None:
        self.note.setText(self.tr("Note"))
        self.take.setText(self.tr("Take"))
        self.hand_over.setText(self.tr("Hand over"))
        self.brigade.setText(self.tr("119 is there"))
        self.close_it.setText(self.tr("Close …"))
        self.new.setText(self.tr("New incident  Ctrl+N"))
        for button in self._buttons():
            button.setFont(theme.font("body.strong"))
        self._word_main()
        self._rows.arrange()

    def _word_main(self) -> None:
        ticked, has = self._offer.ticked, bool(self._offer.incident)
        if ticked:
            text = self.tr("Dispatch %n unit(s)", "", ticked)
        else:
            text = self.tr("Add units") if has else self.tr("Open an incident")
        self.main.setText(f"{text}  F5")
