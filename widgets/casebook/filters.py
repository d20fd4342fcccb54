"""What is looked for among closed incidents: words, how long ago, how they ended, class, building, unit. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from console.casebook import Quest
from console.casebook.quest import SPANS_MS
from console.incidents import Disposition
from console.model import AlarmClass, BuildingId, UnitId
from widgets import theme
from widgets.casebook.case_words import CaseWords
from widgets.plan.chips import Chip

HEIGHT, FIELD = 72, 28  # px
TYPING_MS = 400  # a child is sent when the hands rest


class Choice(QComboBox):
    """One of several, by its key; a site that is reloaded may have others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(FIELD)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    @property
    def key(self) -> str:
        return str(self.currentData() or "")

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Keys and words; what was chosen stays while it is offered."""
        key = self.key
        self.blockSignals(True)  # nobody chose
        self.clear()
        for each, words in choices:
            self.addItem(words, each)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(False)


class Filters(QWidget):
    """`asked` whenever something else is looked for."""

    asked = Signal()

    def __init__(self, words: CaseWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.sought = QLineEdit(self)
        self.sought.setFixedHeight(FIELD)
        self.spans = {span_ms: Chip(self) for span_ms in SPANS_MS}
        self.ending, self.letter, self.building, self.unit = (Choice(self) for _ in range(4))
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_MS)
        self._typed.timeout.connect(self.asked)
        self.sought.textEdited.connect(lambda _text: self._typed.start())
        self.sought.returnPressed.connect(self.on_return)
        for span_ms, chip in self.spans.items():
            chip.clicked.connect(lambda _on=False, span_ms=span_ms: self.choose_span(span_ms))
        for choice in self.choices:
            choice.activated.connect(lambda _row: self.asked.emit())
        self._show_span(Quest().span_ms)
        self._place()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self.ending, self.letter, self.building, self.unit

    def _place(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.sought, 1)
        for chip in self.spans.values():
            upper.addWidget(chip)
        for choice in self.choices:
            lower.addWidget(choice, 1)
        both = QGridLayout(self)
        both.setContentsMargins(theme.SPACE, 4, theme.SPACE, 4)
        both.setSpacing(theme.GUTTER)
        for row, line in enumerate((upper, lower)):
            line.setSpacing(theme.GUTTER)
            both.addLayout(line, row, 0)

    # ---- what is looked for ----

    def quest(self) -> Quest:
        """As it is chosen now."""
        ending, letter = self.ending.key, self.letter.key
        return Quest(
            self.sought.text().strip(), next(span for span, chip in self.spans.items() if chip.isChecked()),
            Disposition(ending) if ending else None, AlarmClass(letter) if letter else None,
            BuildingId(self.building.key) if self.building.key else None,
            UnitId(self.unit.key) if self.unit.key else None,
        )  # fmt: skip

    def on_return(self) -> None:
        """At once."""
        self._typed.stop()
        self.asked.emit()

    def choose_span(self, span_ms: int) -> None:
        """So far back."""
        self._show_span(span_ms)
        self.asked.emit()

    def _show_span(self, span_ms: int) -> None:
        for each, chip in self.spans.items():
            chip.setChecked(each == span_ms)

    # ---- words ----

    def retranslate(self) -> None:
        self.sought.setFont(theme.font("body"))
        self.sought.setPlaceholderText(self.tr("place, note, person, alarm, number …"))
        self.sought.setAccessibleName(self.tr("Search among the closed incidents"))
        for span_ms, chip in self.spans.items():
            chip.say(self._words.span(span_ms))
        offered = (self._words.dispositions(), self._words.classes(), self._words.buildings(), self._words.units())
        names = (self.tr("How it ended"), self.tr("Class of an alarm"), self.tr("Building"), self.tr("Unit"))
        for choice, choices, name in zip(self.choices, offered, names, strict=True):
            choice.setFont(theme.font("body"))
            choice.offer(choices)
            choice.setAccessibleName(name)
