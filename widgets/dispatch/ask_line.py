"""One line that asks for a text where the acts are: a note, a position, a place. Enter gives it, Esc takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from widgets import theme

MOST = 400  # characters


class _Field(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AskLine(QWidget):
    """Hidden until it asks; `done` when it has its answer or was left."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Callable[[str], None] | None = None
        self._label = QLabel(self)
        self._label.setStyleSheet(f"color: {theme.TOKENS['text.dim']}")
        self.field = _Field(self)
        self.field.setMaxLength(MOST)
        self.field.returnPressed.connect(self.on_given)
        self.field.left.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        self.hide()

    def ask(self, question: str, answer: Callable[[str], None], given: str = "") -> None:
        """Show the question with the keys in it; the answer is called with what was typed."""
        self._answer = answer
        self._label.setText(question)
        self._label.setFont(theme.font("note"))
        self.field.setFont(theme.font("body"))
        self.field.setAccessibleName(question)
        self.field.setText(given)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_asking(self) -> bool:
        return self._answer is not None

    def on_given(self) -> None:
        answer, text = self._answer, self.field.text().strip()
        self.leave()
        if answer is not None and text:
            answer(text)

    def leave(self) -> None:
        """Nothing is wanted any more."""
        if self._answer is None:
            return
        self._answer = None
        self.hide()
        self.done.emit()
