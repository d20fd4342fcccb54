"""The right column: the chosen alarm with its incident and what can be done; at rest who is free and what is open.

Above the sheet the head of the incident and its clocks, in it units, guidance and cameras, below it the acts.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from console.alarms import Alarm, Outcome
from console.app import Console
from console.model import AlarmId
from widgets import lettering, theme
from widgets.alarm_rows import AlarmRows
from widgets.alarms.alarm_acts import AlarmActs, Deed
from widgets.alarms.aside_form import AsideForm
from widgets.alarms.reset_line import ResetLine
from widgets.alarms.verify_panel import VerifyPanel
from widgets.dispatch.board import Board
from widgets.dispatch.button_rows import ButtonRows
from widgets.dispatch.column import DispatchColumn
from widgets.pace import Steady
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
    reset_asked = Signal(object, object, str, str)  # AlarmId, Outcome, cause code, note
    verify_asked = Signal(object, object)  # AlarmId, Outcome
    deed_asked = Signal(object, object)  # Deed, AlarmId
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
        self.verify = VerifyPanel(console, placing, words, self)
        self.resets = ResetLine(words, self)
        self.others = AlarmActs(console, self)
        self.aside = AsideForm(console.clock, self)
        self.verify.answered.connect(self.on_verify)
        self.resets.given.connect(self.on_reset)
        self.others.asked.connect(self.on_deed)
        self.aside.begun.connect(self.arrange_acts)
        self.aside.done.connect(self.arrange_acts)
        for button in (self.acknowledge, self.silence):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self._lay_out()
        self.retranslate()
        self.show_alarm(None)
        self._timer = Steady(AGE_MS, self.refresh, self)
        self._timer.begin()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.PANEL_HEAD, 0, theme.SIDE)
        layout.setSpacing(0)
        layout.addWidget(self.verify)
        layout.addWidget(self.dispatch.top)
        layout.addWidget(self.sheet, 1)
        self._acts = QWidget(self)
        acts = QVBoxLayout(self._acts)
        acts.setContentsMargins(theme.SIDE, REFUSAL, theme.SIDE, 0)
        acts.setSpacing(theme.SPACE)
        self._sound = ButtonRows([self.acknowledge, self.silence], self)
        for widget in (self.resets, self.aside, self.dispatch.acts, self.others, self._sound):
            acts.addWidget(widget)
        layout.addWidget(self._acts)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.acknowledge.setText(self.tr("Acknowledge  F2"))
        for part in (self.verify, self.resets, self.others):
            part.retranslate()
        for button in (self.acknowledge, self.silence):
            button.setFont(theme.font("body.strong"))
        self.offer_sound()
        self.refresh()

    def show_alarm(self, alarm: AlarmId | None) -> None:
        """Follow this alarm; its buttons are only offered when they can work."""
        is_other = alarm != self._alarm
        if is_other:
            self.refuse("")
            self.sheet.top()
        self._alarm = alarm
        found = self._found()
        self.acknowledge.setEnabled(found is not None and found.is_owed)
        self.resets.show_alarm(found, is_other)
        self.verify.show_alarm(found if self.resets.isHidden() else None)  # a reset says what it was, too
        self.others.show_alarm(found)
        self.acknowledge.setVisible(found is not None)
        self.dispatch.show_alarm(alarm)
        self.arrange_acts()
        self.offer_sound()
        self._renew()

    def arrange_acts(self) -> None:
        """A form that is being filled in stays with its alarm: another one that is chosen meanwhile has its acts."""
        about = self.aside.about
        is_asked = about is not None and (not about.alarms or len(about.alarms) > 1 or self._alarm in about.alarms)
        self.aside.setVisible(is_asked)
        self.dispatch.acts.setVisible(not is_asked)
        self.others.show_alarm(self._found() if not is_asked else None)

    @property
    def outcomes(self) -> dict[Outcome, QPushButton]:
        """The four ways to reset."""
        return self.resets.outcomes

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
        self._renew()

    def _renew(self) -> None:
        self.sheet.refresh()
        self.verify.update()
        self.update()

    def on_sound(self) -> None:
        if self._console.sounding.tone is not None:
            self.silence_asked.emit()
        else:
            self.test_asked.emit()

    def on_acknowledge(self) -> None:
        if self._alarm is not None:
            self.acknowledge_asked.emit(self._alarm)

    def on_reset(self, outcome: Outcome, cause: str, note: str) -> None:
        if self._alarm is not None:
            self.reset_asked.emit(self._alarm, outcome, cause, note)

    def on_verify(self, outcome: Outcome) -> None:
        if self._alarm is not None:
            self.verify_asked.emit(self._alarm, outcome)

    def on_deed(self, deed: Deed) -> None:
        if self._alarm is not None:
            self.deed_asked.emit(deed, self._alarm)

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
