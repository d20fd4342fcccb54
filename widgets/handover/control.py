"""What can be done on the page of the change of shift: write a note, hand over, take over, print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from console.clock import Clock
from console.handover import LONGEST_NAME, TEXT_MOST
from widgets.dispatch.button_rows import ButtonRows
from widgets.dispatch.hold_button import HoldButton
from widgets.left_side import LeftForm


class HandoverControl(LeftForm):
    """Fields and buttons only; the page knows what they do. `file_asked` carries pdf or csv."""

    note_asked = Signal()
    strike_asked = Signal()
    begin_asked = Signal()
    take_asked = Signal()
    cancel_asked = Signal()
    file_asked = Signal(str)
    signed_asked = Signal()  # the sheet both have signed

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = self.paragraph()
        self.text, self.comer = QLineEdit(self), QLineEdit(self)
        self.text.setMaxLength(TEXT_MOST)
        self.comer.setMaxLength(LONGEST_NAME)
        self.note, self.strike, self.cancel, self.pdf, self.csv, self.signed = (QPushButton(self) for _ in range(6))
        self.begin, self.take = HoldButton(clock, self), HoldButton(clock, self)
        for main in (self.begin, self.take):
            main.setProperty("main", True)
        buttons = ButtonRows((self.note, self.strike, self.cancel, self.pdf, self.csv, self.signed), self)
        self.lay_out((self.facts,), (self.text, self.comer), (self.begin, self.take, buttons, self.said))
        self.text.returnPressed.connect(self.note_asked)
        self.begin.held.connect(self.begin_asked)
        self.take.held.connect(self.take_asked)
        for button, signal in (
            (self.note, self.note_asked), (self.strike, self.strike_asked), (self.cancel, self.cancel_asked),
            (self.signed, self.signed_asked),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self.pdf.clicked.connect(lambda: self.file_asked.emit("pdf"))
        self.csv.clicked.connect(lambda: self.file_asked.emit("csv"))

    def show_state(self, facts: str, *, begun: bool, waiting: int, on_note: bool, named: bool, signed: bool) -> None:
        """Only what can be done now is there. `waiting` lines are not accepted; `named`: nobody signs in here.

        `signed`: there is a sheet both have signed.
        """
        self.facts.setText(facts)
        self.show_field(self.comer, is_there=named and not begun)
        self.begin.setVisible(not begun)
        self.take.setVisible(begun)
        self.cancel.setVisible(begun)
        self.strike.setVisible(on_note)
        self.signed.setVisible(signed)
        self.take.setEnabled(waiting == 0)
        text = self.tr("Sign and take over (hold 1 s)")
        self.take.setText(self.tr("%1 lines to accept").replace("%1", str(waiting)) if waiting else text)

    def retranslate(self) -> None:
        self.name_fields(self.tr("Note"), self.tr("Takes over"))
        self.begin.setText(self.tr("Sign and hand over (hold 1 s)"))
        self.note.setText(self.tr("Add the note"))
        self.strike.setText(self.tr("Strike the note"))
        self.cancel.setText(self.tr("Not now"))
        self.pdf.setText(self.tr("PDF"))
        self.csv.setText(self.tr("CSV"))
        self.pdf.setAccessibleName(self.tr("Sheet as PDF"))
        self.csv.setAccessibleName(self.tr("Sheet as CSV"))
        self.signed.setText(self.tr("Signed sheet (PDF)"))
        super().retranslate()
