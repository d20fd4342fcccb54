"""The phone wall: what would have left the room, each with the answers the controller may give for a unit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from console.app import Console
from console.drill import PhoneMessage
from console.model import UnitStatus
from widgets import theme
from widgets.dispatch.button_rows import ButtonRows
from widgets.drill.drill_words import DrillWords
from widgets.placing import Placing

MOST = 40  # the newest are shown


class PhoneRow(QFrame):
    """One message."""

    answered = Signal(int, str)

    def __init__(self, message: PhoneMessage, time: str, words: DrillWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = message.number
        whom, text = words.phone(message)
        head, line = QLabel(f"{time}   {whom}", self), QLabel(text, self)
        for label in (head, line):
            label.setWordWrap(True)
        head.setFont(theme.font("body.strong"))
        line.setFont(theme.font("body"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SIDE, 4, theme.SIDE, 4)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(line)
        self.setAccessibleName(f"{whom}: {text}")
        self.buttons = [self._button(status, words) for status in message.answers]
        if self.buttons:
            column.addWidget(ButtonRows(self.buttons, self))

    def _button(self, status: UnitStatus, words: DrillWords) -> QPushButton:
        button = QPushButton(words.units.status(status), self)
        button.setFont(theme.font("body"))
        button.clicked.connect(lambda: self.answered.emit(self._number, status.value))
        return button


class PhoneList(QScrollArea):
    """`answered` carries the number of a message and the status the controller gives for its unit."""

    answered = Signal(int, str)

    def __init__(self, console: Console, words: DrillWords, placing: Placing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self._placing = placing
        self._shown: tuple[object, ...] = ()
        self.rows: list[PhoneRow] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def look(self, again: bool = False) -> None:
        """The newest messages; rebuilt when one is new or answered, or `again` in another language."""
        messages = self._console.drilling.phones()[:MOST]
        if messages == self._shown and not again:
            return
        self._shown = messages
        paper = QWidget(self)
        ground = paper.palette()
        ground.setColor(QPalette.ColorRole.Window, theme.colour("bg.panel"))
        paper.setPalette(ground)
        paper.setAutoFillBackground(True)
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.rows = [PhoneRow(each, self._placing.clock(each.at_ms), self._words, paper) for each in messages]
        for row in self.rows:
            row.answered.connect(self.answered)
            column.addWidget(row)
        if not self.rows:
            column.addWidget(self._nothing(paper))
        column.addStretch(1)
        self.setWidget(paper)

    def _nothing(self, paper: QWidget) -> QLabel:
        text = self.tr("The phone wall is empty: no order, call or speech of this drill yet. Nothing leaves the room.")
        label = QLabel(text, paper)
        label.setWordWrap(True)
        label.setFont(theme.font("body"))
        label.setContentsMargins(theme.SIDE, theme.SIDE, theme.SIDE, theme.SIDE)
        return label
