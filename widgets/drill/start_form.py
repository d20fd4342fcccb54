"""What is asked before a drill begins: which scenario, who controls it, how long it may take."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from console.app import Console
from console.drill.desk import LONGEST_NAME, MOST_MINUTES
from console.model import Scenario
from widgets import theme
from widgets.dispatch.hold_button import HoldButton
from widgets.drill.drill_words import DrillWords

FIELD = 28  # px


class StartForm(QWidget):
    """`start_asked` after the button was held; `chosen` when another scenario is looked at."""

    start_asked = Signal()
    chosen = Signal()

    def __init__(self, console: Console, words: DrillWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self.scenario = QComboBox(self)
        self.scenario.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scenario.setMinimumContentsLength(8)
        self.controller = QLineEdit(console.seat.person, self)
        self.controller.setMaxLength(LONGEST_NAME)
        self.length = QSpinBox(self)
        self.length.setRange(1, MOST_MINUTES)
        self.length.setMinimumHeight(FIELD)
        self.start = HoldButton(console.clock, self)
        self.start.setProperty("main", True)
        self.start.held.connect(self.start_asked)
        self._labels = [QLabel(self) for _ in range(3)]
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.scenario.currentIndexChanged.connect(self.on_scenario)
        self._lay_out()
        self.look()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        for label, field in zip(self._labels, (self.scenario, self.controller, self.length), strict=True):
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SIDE, theme.SIDE, theme.SIDE, theme.SIDE)
        column.setSpacing(theme.SIDE)
        column.addLayout(form)
        column.addWidget(self.start)
        column.addWidget(self.note)
        column.addStretch(1)

    def look(self) -> None:
        """The scenarios of the site, in the language of the moment; the one that was chosen stays chosen."""
        chosen = self.scenario.currentData()
        self.scenario.blockSignals(True)
        self.scenario.clear()
        for scenario in self._console.drilling.scenarios():
            self.scenario.addItem(self._words.title(scenario), scenario.id)
        self.scenario.setCurrentIndex(max(0, self.scenario.findData(chosen)))
        self.scenario.blockSignals(False)
        self.start.setEnabled(self.scenario.count() > 0)
        if chosen is None:
            self.on_scenario()

    def current(self) -> Scenario | None:
        """The scenario that is looked at."""
        id_ = self.scenario.currentData()
        return self._console.drilling.scenario(id_) if id_ is not None else None

    def on_scenario(self) -> None:
        if (scenario := self.current()) is not None:
            self.length.setValue(min(MOST_MINUTES, scenario.minutes + 5))
        self.chosen.emit()

    def say(self, text: str) -> None:
        """Why it did not begin, "" for nothing."""
        self.note.setText(text)

    def retranslate(self) -> None:
        texts = (self.tr("Scenario"), self.tr("Controller"), self.tr("Minutes"))
        for label, text, field in zip(self._labels, texts, (self.scenario, self.controller, self.length), strict=True):
            label.setText(text)
            label.setFont(theme.font("body"))
            field.setFont(theme.font("body"))
            field.setAccessibleName(text)
        self.length.lineEdit().setFont(theme.font("body"))
        self.start.setText(self.tr("Start the drill (hold 1 s)"))
        self.start.setFont(theme.font("body.strong"))
        self.note.setFont(theme.font("body"))
        self.look()
