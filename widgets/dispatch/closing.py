"""Closing an incident, in place of the acts: what it was, a word about it, and a button to be held for a second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.clock import Clock
from widgets import theme
from widgets.dispatch.ask_line import MOST
from widgets.dispatch.button_rows import ButtonRows
from widgets.dispatch.hold_button import HoldButton


class Closing(QWidget):
    """Hidden until `begin`; `given` carries the key of the disposition and the note, `done` that it is over."""

    given = Signal(str, str)
    done = Signal()
    too_early = Signal()  # the button was let go before its second was over

    def __init__(self, clock: Clock, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel(self)
        self._question.setStyleSheet(f"color: {theme.TOKENS['text.dim']}")
        self._question.setWordWrap(True)
        self.choices = {key: QPushButton(self) for key in keys}
        self._group = QButtonGroup(self)
        for button in self.choices.values():
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self.refresh)
            self._group.addButton(button)
        self.note = QLineEdit(self)
        self.note.setMaxLength(MOST)
        self.hold = HoldButton(clock, self)
        self.back = QPushButton(self)
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hold.held.connect(self.on_held)
        self.hold.let_go.connect(self.too_early)
        self.back.clicked.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._question)
        column.addWidget(ButtonRows(list(self.choices.values()), self))
        column.addWidget(self.note)
        column.addWidget(ButtonRows([self.hold, self.back], self))
        self.hide()

    def begin(self) -> None:
        """Nothing is chosen yet; the keys go to the first choice."""
        self._group.setExclusive(False)
        for button in self.choices.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.note.clear()
        self.refresh()
        self.show()
        next(iter(self.choices.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def chosen(self) -> str:
        """Key of the disposition, "" while none is chosen."""
        return next((key for key, button in self.choices.items() if button.isChecked()), "")

    def refresh(self) -> None:
        self.hold.setEnabled(bool(self.chosen()))

    def on_held(self) -> None:
        key, note = self.chosen(), self.note.text().strip()
        self.leave()
        self.given.emit(key, note)

    def leave(self) -> None:
        """It is not to be closed, or it was."""
        if self.is_open:
            self.hide()
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate({key: button.text() for key, button in self.choices.items()})
        super().changeEvent(event)

    def retranslate(self, words: dict[str, str]) -> None:
        """`words`: each disposition in the operator's language."""
        self._question.setText(self.tr("Close: what was it? Its units are released."))
        self._question.setFont(theme.font("note"))
        self.note.setPlaceholderText(self.tr("A word about it"))
        self.note.setAccessibleName(self.tr("A word about it"))
        self.note.setFont(theme.font("body"))
        self.hold.setText(self.tr("Close: hold 1 s"))
        self.back.setText(self.tr("Back"))
        for key, button in self.choices.items():
            button.setText(words.get(key, key))
        for button in (*self.choices.values(), self.hold, self.back):
            button.setFont(theme.font("body.strong"))
