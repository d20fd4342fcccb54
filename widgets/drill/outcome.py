"""What can be done with the result of a drill that is over: keep it as a file, or plan the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from console.drilling import Result
from widgets import theme
from widgets.dispatch.button_rows import ButtonRows
from widgets.drill.drill_words import DrillWords


class Outcome(QWidget):
    """Buttons only; the page knows what they do. `file_asked` carries pdf or csv."""

    file_asked = Signal(str)
    next_asked = Signal()

    def __init__(self, words: DrillWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.title, self.facts, self.note = QLabel(self), QLabel(self), QLabel(self)
        self.pdf, self.csv, self.next = (QPushButton(self) for _ in range(3))
        self.pdf.clicked.connect(lambda: self.file_asked.emit("pdf"))
        self.csv.clicked.connect(lambda: self.file_asked.emit("csv"))
        self.next.clicked.connect(self.next_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SIDE, theme.SIDE, theme.SIDE, theme.SIDE)
        column.setSpacing(theme.SPACE)
        for label in (self.title, self.facts, self.note):
            label.setWordWrap(True)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(ButtonRows((self.pdf, self.csv, self.next), self))
        column.addWidget(self.note)
        column.addStretch(1)

    def look(self, result: Result) -> None:
        """Of which drill."""
        title, *lines = self._words.heading(result)
        self.title.setText(title)
        self.facts.setText("\n".join(lines))

    def say(self, text: str) -> None:
        """What became of a file, "" for nothing."""
        self.note.setText(text)

    def retranslate(self) -> None:
        self.pdf.setText(self.tr("PDF"))
        self.csv.setText(self.tr("CSV"))
        self.pdf.setAccessibleName(self.tr("Result as PDF"))
        self.csv.setAccessibleName(self.tr("Result as CSV"))
        self.next.setText(self.tr("Another drill"))
        self.title.setFont(theme.font("body.strong"))
        for widget in (self.facts, self.note, self.pdf, self.csv, self.next):
            widget.setFont(theme.font("body"))
