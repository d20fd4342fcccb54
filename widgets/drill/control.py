"""The controller's buttons while a drill is on: the next act now, pause or go on, and the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from console.app import Console
from console.drill import Phase
from widgets import theme
from widgets.dispatch.button_rows import ButtonRows
from widgets.dispatch.hold_button import HoldButton
from widgets.drill.drill_words import DrillWords


class Control(QWidget):
    """Buttons only; the page knows what they do."""

    next_asked = Signal()
    pause_asked = Signal()
    end_asked = Signal()

    def __init__(self, console: Console, words: DrillWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.next, self.pause = QPushButton(self), QPushButton(self)
        self.end = HoldButton(console.clock, self)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.next.clicked.connect(self.next_asked)
        self.pause.clicked.connect(self.pause_asked)
        self.end.held.connect(self.end_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SIDE, theme.SIDE, theme.SIDE, theme.SIDE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.state)
        column.addWidget(ButtonRows((self.next, self.pause, self.end), self))
        column.addWidget(self.note)
        column.addStretch(1)

    def look(self) -> None:
        """What can be pressed now."""
        drill = self._console.drilling.drill
        if drill is None:
            return
        running = drill.phase is Phase.RUNNING
        self.state.setText(f"{self._words.facts(drill)}\n{self._words.state(drill)}")
        self.next.setEnabled(running and len(drill.injected) < len(self._console.drilling.acts()))
        self.pause.setText(self.tr("Pause") if running else self.tr("Go on"))

    def say(self, text: str) -> None:
        """Why something was refused, "" for nothing."""
        self.note.setText(text)

    def retranslate(self) -> None:
        self.next.setText(self.tr("Next act now"))
        self.end.setText(self.tr("End the drill (hold 1 s)"))
        for label in (self.state, self.note):
            label.setFont(theme.font("body"))
        for button in (self.next, self.pause, self.end):
            button.setFont(theme.font("body"))
        self.look()
