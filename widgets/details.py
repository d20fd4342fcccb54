"""The right column: everything about the chosen alarm and what can be done with it; at rest what the room has open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.alarms import Alarm, Outcome, Shown
from console.app import Console
from console.model import AlarmId
from widgets import lettering, theme
from widgets.alarm_rows import AlarmRows
from widgets.placing import Placing
from widgets.reasons import Reasons
from widgets.rest_rows import RestRows
from widgets.sheet import Row, Sheet
from widgets.trends.marks import Marks
from widgets.trends.spark import Sparks
from widgets.words import Words

AGE_MS = 1_000  # ages and counts are painted anew so often
REFUSAL = 28  # kept free above the buttons
MAIN_BUTTON = 48


class Details(QWidget):
    """A head, a sheet that scrolls where it must, and buttons pinned to the bottom."""

    acknowledge_asked = Signal(object)  # AlarmId
    reset_asked = Signal(object, object)  # AlarmId, Outcome
    silence_asked = Signal()
    test_asked = Signal()

    def __init__(
        self, console: Console, placing: Placing, words: Words, reasons: Reasons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        sparks = Sparks(console, placing, Marks(console, self), self.refresh, self)
        self._of_alarm = AlarmRows(console, placing, words, reasons, sparks, self)
        self._at_rest = RestRows(console, placing, words, self)
        self._alarm: AlarmId | None = None
        self._refusal = ""
        self.sheet = Sheet(self._rows, self)
        self.acknowledge, self.silence = QPushButton(self), QPushButton(self)
        self.acknowledge.setProperty("main", True)
        self.acknowledge.clicked.connect(self.on_acknowledge)
        self.silence.clicked.connect(self.on_sound)
        self._question = QLabel(self)
        self._question.setStyleSheet(f"color: {theme.TOKENS['text.dim']}")
        self.outcomes = {outcome: QPushButton(self) for outcome in Outcome}
        for outcome, button in self.outcomes.items():
            button.clicked.connect(lambda _=False, o=outcome: self.on_reset(o))
        for button in (self.acknowledge, self.silence, *self.outcomes.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self._lay_out()
        self.retranslate()
        self.show_alarm(None)
        self._timer = QTimer(self)
        self._timer.setInterval(AGE_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.PANEL_HEAD + 8, 0, theme.SIDE)
        layout.setSpacing(0)
        layout.addWidget(self.sheet, 1)
        self._acts = QWidget(self)
        acts = QVBoxLayout(self._acts)
        acts.setContentsMargins(theme.SIDE, REFUSAL, theme.SIDE, 0)
        acts.setSpacing(theme.SPACE)
        acts.addWidget(self._question)
        grid = QGridLayout()
        grid.setSpacing(theme.SPACE)
        for i, button in enumerate(self.outcomes.values()):
            grid.addWidget(button, i // 2, i % 2)
        acts.addLayout(grid)
        self.acknowledge.setMinimumHeight(MAIN_BUTTON)
        acts.addWidget(self.acknowledge)
        acts.addWidget(self.silence)
        layout.addWidget(self._acts)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.acknowledge.setText(self.tr("Acknowledge  F2"))
        for outcome, button in self.outcomes.items():
            button.setText(self._words.outcome(outcome))
        self._question.setText(self.tr("Reset: what was it?"))
        self._question.setFont(theme.font("note"))
        for button in (self.acknowledge, self.silence, *self.outcomes.values()):
            button.setFont(theme.font("body.strong"))
        self.offer_sound()
        self.refresh()

    def show_alarm(self, alarm: AlarmId | None) -> None:
        """Follow this alarm; its buttons are only offered when they can work."""
        if alarm != self._alarm:
            self.refuse("")
            self.sheet.top()
        self._alarm = alarm
        found = self._found()
        self.acknowledge.setEnabled(found is not None and found.acknowledged is None)
        latched = found is not None and found.shown is Shown.LATCHED
        for button in self.outcomes.values():
            button.setVisible(found is not None and found.acknowledged is not None)
            button.setEnabled(latched)
        self._question.setVisible(found is not None and found.acknowledged is not None)
        self.acknowledge.setVisible(found is not None)
        self.offer_sound()
        self.refresh()

    def offer_sound(self) -> None:
        """What sounds can be silenced; at rest the loudspeaker can be tried.

        The button stays when the sound ends: otherwise acknowledge would slide under a hand that reaches for silence.
        """
        sounds, at_rest = self._console.sounding.tone is not None, self._found() is None
        self.silence.setText(self.tr("Test the sound") if at_rest and not sounds else self.tr("Silence  F10"))
        self.silence.setEnabled(sounds or at_rest)

    def refuse(self, text: str) -> None:
        """Say why an act was refused, here and not in a dialog."""
        self._refusal = text
        self.setAccessibleDescription(text)
        self.update()

    def refresh(self) -> None:
        """Ages, counts and words anew."""
        self.sheet.refresh()
        self.update()

    def on_sound(self) -> None:
        if self._console.sounding.tone is not None:
            self.silence_asked.emit()
        else:
            self.test_asked.emit()

    def on_acknowledge(self) -> None:
        if self._alarm is not None:
            self.acknowledge_asked.emit(self._alarm)

    def on_reset(self, outcome: Outcome) -> None:
        if self._alarm is not None:
            self.reset_asked.emit(self._alarm, outcome)

    def _found(self) -> Alarm | None:
        return self._console.alarms.get(self._alarm) if self._alarm is not None else None

    def _rows(self) -> Sequence[Row]:
        alarm = self._found()
        return self._of_alarm.rows(alarm) if alarm is not None else self._at_rest.rows()

    # ---- painting ----

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, 0, self.width(), theme.PANEL_HEAD, theme.colour("bg.raise"))
        alarm = self._found()
        head = self.tr("This room") if alarm is None else self._words.heading(alarm.alarm_class, alarm.priority)
        box = QRect(theme.SIDE, 0, self.width() - 2 * theme.SIDE, theme.PANEL_HEAD)
        lettering.draw(painter, box, "body.strong", head, theme.colour("text.hi"))
        if self._refusal:
            lettering.draw(painter, self.refusal_box(), "body.strong", self._refusal, theme.colour("alarm.high"))
        painter.end()

    def refusal_box(self) -> QRect:
        """The line above the buttons where a refused act is told."""
        return QRect(theme.SIDE, self._acts.y(), self.width() - 2 * theme.SIDE, REFUSAL)
