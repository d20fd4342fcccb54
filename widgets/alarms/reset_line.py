"""The reset of a latched alarm: what had set it off, a word about it, and the four outcomes; one of them resets."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.alarms import Alarm, CauseCode, Outcome, Shown
from widgets import theme
from widgets.alarms.cause_words import CauseWords
from widgets.dispatch.button_rows import ButtonRows
from widgets.words import Words

NOTE_MOST = 400
USUAL = {  # where nobody names a cause
    Outcome.REAL: CauseCode.FIRE, Outcome.FALSE: CauseCode.NOTHING_FOUND, Outcome.TEST: CauseCode.MAINTENANCE,
    Outcome.UNDETERMINED: CauseCode.OTHER,
}  # fmt: skip


class _Causes(QComboBox):
    """A wheel that passes over it changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ResetLine(QWidget):
    """`given` carries outcome, cause code and note. Only there while the alarm waits for it."""

    given = Signal(object, str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._causes = CauseWords(self)
        self._question = QLabel(self)
        self._question.setStyleSheet(f"color: {theme.TOKENS['text.dim']}")
        self.cause, self.note = _Causes(self), QLineEdit(self)
        self.note.setMaxLength(NOTE_MOST)
        self.cause.addItem("", "")
        for code in CauseCode:
            self.cause.addItem("", code.value)
        self.outcomes = {outcome: QPushButton(self) for outcome in Outcome}
        for outcome, button in self.outcomes.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, one=outcome: self.on_outcome(one))
        self.cause.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        fields = QHBoxLayout()
        fields.setSpacing(theme.SPACE)
        fields.addWidget(self.cause, 1)
        fields.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._question)
        column.addLayout(fields)
        column.addWidget(ButtonRows(list(self.outcomes.values()), self))
        self.hide()

    def show_alarm(self, alarm: Alarm | None, is_other: bool) -> None:
        """`is_other`: another alarm than before; what was typed is not for it."""
        latched = alarm is not None and alarm.shown is Shown.LATCHED
        if is_other:
            self.cause.setCurrentIndex(0)
            self.note.clear()
        for outcome, button in self.outcomes.items():
            button.setEnabled(latched)
            said = alarm is not None and alarm.verify.outcome is outcome
            if bool(button.property("main")) != said:  # what was found on site is the white one
                button.setProperty("main", said)
                button.style().unpolish(button)
                button.style().polish(button)
                button.setFont(theme.font("body.strong"))
        if latched == self.isHidden():
            self.setVisible(latched)

    def on_outcome(self, outcome: Outcome) -> None:
        cause = self.cause.currentData() or USUAL[outcome].value
        self.given.emit(outcome, cause, self.note.text().strip())

    def retranslate(self) -> None:
        self._question.setText(self.tr("Reset: what was it?"))
        self._question.setFont(theme.font("note"))
        self.note.setPlaceholderText(self.tr("A word about it"))
        self.note.setAccessibleName(self.tr("A word about it"))
        self.cause.setAccessibleName(self.tr("Cause"))
        self.cause.setItemText(0, self.tr("Cause: as usual"))
        for row, code in enumerate(CauseCode, 1):
            self.cause.setItemText(row, self._causes.word(code))
        for widget in (self.cause, self.note):
            widget.setFont(theme.font("body"))
        for outcome, button in self.outcomes.items():
            button.setText(self._words.outcome(outcome))
            button.setFont(theme.font("body.strong"))
