"""Everything about the chosen alarm and what can be done with it: times, cameras with reasons, acknowledge, reset."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.alarms import Alarm, Outcome, Shown
from console.app import Console
from console.cameras import Choice
from console.model import AlarmId
from widgets import lettering, theme
from widgets.placing import Placing, span
from widgets.reasons import Reasons
from widgets.words import Words

ROW = 40  # of a camera
LINE = 20
AGE_MS = 1_000  # ages and counts are painted anew so often
REFUSAL = 28  # kept free above the buttons


class Details(QWidget):
    """Painted facts above, buttons pinned to the bottom."""

    acknowledge_asked = Signal(object)  # AlarmId
    reset_asked = Signal(object, object)  # AlarmId, Outcome

    def __init__(
        self, console: Console, placing: Placing, words: Words, reasons: Reasons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._reasons = reasons
        self._alarm: AlarmId | None = None
        self._refusal = ""
        self.acknowledge = QPushButton(self)
        self.acknowledge.setProperty("main", True)
        self.acknowledge.clicked.connect(self.on_acknowledge)
        self._question = QLabel(self)
        self._question.setStyleSheet(f"color: {theme.TOKENS['text.dim']}")
        self.outcomes = {outcome: QPushButton(self) for outcome in Outcome}
        for outcome, button in self.outcomes.items():
            button.clicked.connect(lambda _=False, o=outcome: self.on_reset(o))
        for button in (self.acknowledge, *self.outcomes.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self._lay_out()
        self.retranslate()
        self.show_alarm(None)
        self._timer = QTimer(self)
        self._timer.setInterval(AGE_MS)
        self._timer.timeout.connect(self.update)
        self._timer.start()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SIDE, theme.SIDE, theme.SIDE, theme.SIDE)
        layout.setSpacing(theme.SPACE)
        layout.addStretch(1)
        layout.addWidget(self._question)
        grid = QGridLayout()
        grid.setSpacing(theme.SPACE)
        for i, button in enumerate(self.outcomes.values()):
            grid.addWidget(button, i // 2, i % 2)
        layout.addLayout(grid)
        self.acknowledge.setMinimumHeight(48)
        layout.addWidget(self.acknowledge)

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
        for button in (self.acknowledge, *self.outcomes.values()):
            button.setFont(theme.font("body.strong"))

    def show_alarm(self, alarm: AlarmId | None) -> None:
        """Follow this alarm; its buttons are only offered when they can work."""
        if alarm != self._alarm:
            self._refusal = ""
        self._alarm = alarm
        found = self._found()
        self.acknowledge.setEnabled(found is not None and found.acknowledged is None)
        for button in self.outcomes.values():
            button.setEnabled(found is not None and found.shown is Shown.LATCHED)
            button.setVisible(found is not None and found.latched)
        self._question.setVisible(found is not None and found.latched)
        self.acknowledge.setVisible(found is not None)
        self.update()

    def refuse(self, text: str) -> None:
        """Say why an act was refused, here and not in a dialog."""
        self._refusal = text
        self.update()

    def on_acknowledge(self) -> None:
        if self._alarm is not None:
            self.acknowledge_asked.emit(self._alarm)

    def on_reset(self, outcome: Outcome) -> None:
        if self._alarm is not None:
            self.reset_asked.emit(self._alarm, outcome)

    def _found(self) -> Alarm | None:
        return self._console.alarms.get(self._alarm) if self._alarm is not None else None

    # ---- painting ----

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, 0, self.width(), theme.PANEL_HEAD, theme.colour("bg.raise"))
        alarm = self._found()
        head = self.tr("Alarm") if alarm is None else self._words.heading(alarm.alarm_class, alarm.priority)
        lettering.draw(painter, self._line(0, theme.PANEL_HEAD), "body.strong", head, theme.colour("text.hi"))
        if alarm is None:
            self._rest(painter)
        else:
            self._facts(painter, alarm)
        if self._refusal:
            lettering.draw(painter, self.refusal_box(), "body.strong", self._refusal, theme.colour("alarm.high"))
        painter.end()

    def refusal_box(self) -> QRect:
        """The line above the buttons where a refused act is told."""
        return self._line(self._floor() - REFUSAL, REFUSAL)

    def _floor(self) -> int:
        """Where the buttons begin."""
        pinned = [widget.y() for widget in (self.acknowledge, self._question) if widget.isVisible()]
        return min(pinned, default=self.height()) - theme.SPACE

    def _line(self, y: int, height: int) -> QRect:
        return QRect(theme.SIDE, y, self.width() - 2 * theme.SIDE, height)

    def _rest(self, painter: QPainter) -> None:
        heard = self._console.points.count()
        live, total = self._console.pictures.live, self._console.pictures.total
        lines = (
            self.tr("No alarm is chosen."),
            self.tr("%1 of %2 points heard").replace("%1", str(heard.heard)).replace("%2", str(heard.total)),
            self.tr("%1 of %2 cameras live").replace("%1", str(live)).replace("%2", str(total)),
        )
        for i, text in enumerate(lines):
            lettering.draw(painter, self._line(44 + 24 * i, 24), "body", text, theme.colour("text.dim"))

    def _facts(self, painter: QPainter, alarm: Alarm) -> None:
        y = 40 + lettering.draw_block(painter, self._line(40, 52), "title", self._placing.title(alarm), 24) - 24
        lettering.draw(
            painter, self._line(y + 28, 20), "note", self._placing.second_line(alarm), theme.colour("text.dim")
        )
        y += 58
        for name, value in self._times(alarm):
            painter.fillRect(0, y, self.width(), 1, theme.colour("line"))
            lettering.draw(painter, self._line(y, 28), "note", name, theme.colour("text.dim"))
            box = self._line(y, 28).adjusted(112, 0, 0, 0)
            lettering.draw(painter, box, "body", value, theme.colour("text"))
            y += 28
        self._cameras(painter, alarm, y + 12)

    def _times(self, alarm: Alarm) -> list[tuple[str, str]]:
        now = self._console.clock.now_ms()
        rows = [
            (self.tr("state"), self._words.shown(alarm.shown)),
            (self.tr("raised"), f"{self._placing.clock(alarm.raised_ms)} · {span(now - alarm.raised_ms)}"),
        ]
        if len(alarm.occurrences) > 1:
            times = " ".join(self._placing.clock(o.raised_ms) for o in alarm.occurrences[-4:])
            rows.append((self.tr("occurrences"), f"×{len(alarm.occurrences)} · {times}"))
        if alarm.acknowledged is not None:
            who = f"{alarm.acknowledged.by.person}, {alarm.acknowledged.by.position}"
            rows.append((self.tr("acknowledged"), f"{self._placing.clock(alarm.acknowledged.at_ms)} · {who}"))
        if alarm.cleared_ms:
            rows.append((self.tr("normal since"), self._placing.clock(alarm.cleared_ms)))
        if alarm.unsaved:
            rows.append((self.tr("journal"), self.tr("not yet saved")))
        return rows

    def _cameras(self, painter: QPainter, alarm: Alarm, y: int) -> None:
        ranking = self._console.seeing.rankings.get(alarm.id)
        if ranking is None:
            return
        painter.fillRect(0, y, self.width(), theme.COLUMN_HEAD + 4, theme.colour("bg.raise"))
        head = self._line(y, theme.COLUMN_HEAD + 4)
        lettering.draw(painter, head, "body.strong", self.tr("Cameras"), theme.colour("text.hi"))
        y += theme.COLUMN_HEAD + 6
        if not ranking.chosen:
            why = self._reasons.without_picture(ranking, named=False)
            lettering.draw(painter, self._line(y, 24), "body", why, theme.colour("alarm.high"))
            y += 28
        beyond = (ranking.nearest_beyond,) if ranking.nearest_beyond is not None else ()
        choices = (*ranking.chosen, *beyond, *ranking.skipped)
        room = max(0, self._floor() - REFUSAL - LINE - y) // ROW
        for choice in choices[:room]:
            y = self._camera(painter, choice, y)
        if left := len(choices[room:]):
            more = self.tr("%n more camera(s)", "", left)
            lettering.draw(painter, self._line(y, LINE), "note", more, theme.colour("text.dim"))

    def _camera(self, painter: QPainter, choice: Choice, y: int) -> int:
        number = QRect(theme.SIDE, y, 48, 20)
        usable = not self._reasons.is_offline(choice)
        ink = theme.colour("text.hi" if usable else "alarm.fault")
        lettering.draw(painter, number, "body.strong", str(choice.camera.number), ink)
        right = self._line(y, 20).adjusted(52, 0, 0, 0)
        lettering.draw(painter, right, "body", self._placing.camera(choice.camera), theme.colour("text"))
        below = self._line(y + 19, 18).adjusted(52, 0, 0, 0)
        lettering.draw(painter, below, "note", self._reasons.line(choice), theme.colour("text.dim"))
        return y + ROW
