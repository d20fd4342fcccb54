"""The right column: the chosen alarm with its incident and what can be done; at rest who is free and what is open.

Above the sheet the head of the incident and its clocks, in it units, guidance and cameras, below it the acts.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from console.alarms import Alarm, Outcome, Shown
from console.app import Console
from console.model import AlarmId
from widgets import lettering, theme
from widgets.alarm_rows import AlarmRows
from widgets.dispatch.board import Board
from widgets.dispatch.button_rows import ButtonRows
from widgets.dispatch.column import DispatchColumn
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
        self, console: Console, placing: Placing, words: Words, reasons: Reasons, board: Board,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console = console
        self._words = words
        sparks = Sparks(console, placing, Marks(console, self), self.refresh, self)
        self._of_alarm = AlarmRows(console, placing, words, reasons, sparks, self)
        self._at_rest = RestRows(console, placing, words, self)
        self._alarm: AlarmId | None = None
        self._refusal = ""
        self.dispatch = DispatchColumn(console, board, self)
        self.sheet = Sheet(self._rows, self, above=self.dispatch)
        self.acknowledge, self.silence = QPushButton(self), QPushButton(self)
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
        layout.setContentsMargins(0, theme.PANEL_HEAD, 0, theme.SIDE)
        layout.setSpacing(0)
        layout.addWidget(self.dispatch.top)
        layout.addWidget(self.sheet, 1)
        self._acts = QWidget(self)
        acts = QVBoxLayout(self._acts)
        acts.setContentsMargins(theme.SIDE, REFUSAL, theme.SIDE, 0)
        acts.setSpacing(theme.SPACE)
        self._resets = ButtonRows(list(self.outcomes.values()), self)
        self._sound = ButtonRows([self.acknowledge, self.silence], self)
        for widget in (self._question, self._resets, self.dispatch.acts, self._sound):
            acts.addWidget(widget)
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
            button.setEnabled(latched)
        for part in (self._question, self._resets):
            part.setVisible(latched)
        self.acknowledge.setVisible(found is not None)
        self.dispatch.show_alarm(alarm)
        self.offer_sound()
        self.refresh()

    def offer_sound(self) -> None:
        """What sounds can be silenced; at rest the loudspeaker can be tried.

        The button stays when the sound ends: otherwise acknowledge would slide under a hand that reaches for silence.
        """
        sounds, at_rest = self._console.sounding.tone is not None, self._found() is None
        self.silence.setText(self.tr("Test the sound") if at_rest and not sounds else self.tr("Silence  F10"))
        self.silence.setEnabled(sounds or at_rest)
        self._sound.arrange()

    def refuse(self, text: str) -> None:
        """Say why an act was refused, here and not in a dialog."""
        self._refusal = text
        self.setAccessibleDescription(text)
        self.update()

    def refresh(self) -> None:
        """Ages, counts, clocks and words anew."""
        self.dispatch.refresh()
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
        box = QRect(theme.SIDE, 0, self.width() - 2 * theme.SIDE, theme.PANEL_HEAD)
        lettering.draw(painter, box, "note", "F9", theme.colour("text.dim"), align=lettering.RIGHT)
        box.setRight(box.right() - lettering.width("note", "F9") - theme.SPACE)
        lettering.draw(painter, box, "body.strong", self._head(alarm), theme.colour("text.hi"))
        if self._refusal:
            lettering.draw(painter, self.refusal_box(), "body.strong", self._refusal, theme.colour("alarm.high"))
        painter.end()

    def _head(self, alarm: Alarm | None) -> str:
        """Class and priority, the number of the incident, or that this is the room at rest."""
        words = [self._words.heading(alarm.alarm_class, alarm.priority)] if alarm is not None else []
        words += [title] if (title := self.dispatch.title()) else []
        return " · ".join(words) or self.tr("This room")

    def refusal_box(self) -> QRect:
        """The line above the buttons where a refused act is told."""
        return QRect(theme.SIDE, self._acts.y(), self.width() - 2 * theme.SIDE, REFUSAL)
