"""What can be done on the page of the proofs: choose detectors, begin a test, say that one does not answer, end it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from console.proving.desk import MOST_MINUTES, NOTE_MOST
from widgets.dispatch.button_rows import ButtonRows
from widgets.left_side import LeftForm

FIELD = 28  # px
MINUTES = 60
OWED, ALL, PROVEN = "owed", "all", "proven"  # which detectors are listed


class ProofControl(LeftForm):
    """Fields and buttons only; the page knows what they do. `chosen` when the list is to be another one."""

    chosen = Signal()
    begin_asked = Signal()
    tick_asked = Signal()  # all that are listed, or none
    fail_asked = Signal()
    end_asked = Signal()
    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = self.paragraph()
        self.which, self.words = QComboBox(self), QLineEdit(self)
        for key in (ALL, OWED, PROVEN):
            self.which.addItem("", key)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setValue(MINUTES)
        self.minutes.setMinimumHeight(FIELD)
        self.why = QLineEdit(self)
        self.why.setMaxLength(NOTE_MOST)
        self.begin, self.tick, self.fail, self.end, self.csv = (QPushButton(self) for _ in range(5))
        self.begin.setProperty("main", True)
        buttons = ButtonRows((self.begin, self.tick, self.fail, self.end, self.csv), self)
        self.lay_out((self.facts,), (self.which, self.words, self.minutes, self.why), (buttons, self.said))
        self.which.currentIndexChanged.connect(self.chosen)
        self.words.textChanged.connect(self.chosen)
        for button, signal in (
            (self.begin, self.begin_asked), (self.tick, self.tick_asked), (self.fail, self.fail_asked),
            (self.end, self.end_asked), (self.csv, self.file_asked),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def show_state(self, facts: str, ticked: int, listed: int, *, running: bool) -> None:
        """The plan, or the test that is on; only what can be done now is there."""
        self.facts.setText(facts)
        for field in (self.which, self.words, self.minutes):
            self.show_field(field, is_there=not running)
        self.show_field(self.why, is_there=running)
        self.begin.setVisible(not running)
        self.tick.setVisible(not running and listed + ticked > 0)
        for button in (self.fail, self.end):
            button.setVisible(running)
        self.begin.setEnabled(ticked > 0)
        self.begin.setText(self.tr("Test %1").replace("%1", str(ticked)))
        self.tick.setText(self.tr("Tick none") if ticked else self.tr("Tick all listed"))

    def retranslate(self) -> None:
        self.name_fields(self.tr("List"), self.tr("Name or place"), self.tr("Minutes"), self.tr("Remark"))
        for index, text in enumerate((self.tr("all"), self.tr("owed and due soon"), self.tr("proven"))):
            self.which.setItemText(index, text)
        self.fail.setText(self.tr("Does not answer"))
        self.end.setText(self.tr("End the test"))
        self.csv.setText(self.tr("CSV"))
        self.csv.setAccessibleName(self.tr("Proofs as CSV"))
        super().retranslate()
