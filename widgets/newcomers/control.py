"""What can be done with the list of new devices: which are listed, place one, reject it, bring it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from console.newcomers import Newcomer, Stage
from console.newcomers.desk import MOST_LETTERS
from widgets.dispatch.button_rows import ButtonRows
from widgets.left_side import LeftForm

ALL, WAITING, REJECTED = "all", "waiting", "rejected"


class NewcomerControl(LeftForm):
    """Fields and buttons only; the page knows what they do. `chosen` when the list is to be another one."""

    chosen = Signal()
    place_asked = Signal()
    reject_asked = Signal()
    recall_asked = Signal()
    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts, self.about = self.paragraph(), self.paragraph()
        self.which, self.words, self.why = QComboBox(self), QLineEdit(self), QLineEdit(self)
        for key in (ALL, WAITING, REJECTED):
            self.which.addItem("", key)
        self.why.setMaxLength(MOST_LETTERS)
        self.place, self.reject, self.recall, self.csv = (QPushButton(self) for _ in range(4))
        self.place.setProperty("main", True)
        buttons = ButtonRows((self.place, self.reject, self.recall, self.csv), self)
        self.lay_out((self.facts,), (self.which, self.words, self.why), (buttons, self.said, self.about))
        self.which.currentIndexChanged.connect(self.chosen)
        self.words.textChanged.connect(self.chosen)
        for button, signal in (
            (self.place, self.place_asked), (self.reject, self.reject_asked), (self.recall, self.recall_asked),
            (self.csv, self.file_asked),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def show_state(self, facts: str, one: Newcomer | None, about: str) -> None:
        """Only what can be done to the chosen device is there."""
        self.facts.setText(facts)
        self.about.setText(about)
        is_waiting = one is not None and one.stage is Stage.WAITING
        self.place.setVisible(one is not None and one.stage is not Stage.REJECTED and bool(one.kinds))
        self.reject.setVisible(is_waiting)
        self.recall.setVisible(one is not None and one.stage is Stage.REJECTED)
        self.show_field(self.why, is_there=is_waiting)

    def retranslate(self) -> None:
        self.name_fields(self.tr("List"), self.tr("Name or kind"), self.tr("Reason"))
        for index, text in enumerate((self.tr("all"), self.tr("not placed"), self.tr("rejected"))):
            self.which.setItemText(index, text)
        self.why.setPlaceholderText(self.tr("why it is not wanted"))
        self.place.setText(self.tr("Place …"))
        self.reject.setText(self.tr("Reject"))
        self.recall.setText(self.tr("Bring back"))
        self.csv.setText(self.tr("CSV"))
        self.csv.setAccessibleName(self.tr("New devices as CSV"))
        super().retranslate()
