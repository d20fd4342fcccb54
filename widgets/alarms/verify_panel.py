"""Is it real? The clock that runs down and the four answers; below them, once it is latched, the reset."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from console.alarms import Alarm, Outcome
from console.app import Console
from console.model import AlarmClass
from widgets import lettering, theme
from widgets.alarms.line_words import countdown, until_next
from widgets.dispatch.button_rows import ButtonRows
from widgets.placing import Placing
from widgets.words import Words

CLOCK = 60  # px above the buttons
BAR = 4
LAST_MS = 15_000  # from here on it ticks
KEYS = {Qt.Key.Key_1: Outcome.REAL, Qt.Key.Key_2: Outcome.FALSE, Qt.Key.Key_3: Outcome.TEST,
        Qt.Key.Key_4: Outcome.UNDETERMINED}  # fmt: skip
ASKED = (AlarmClass.FIRE, AlarmClass.PRE)


class VerifyPanel(QWidget):
    """`answered` carries the outcome. The keys 1 to 4 answer while the focus is in here, and nowhere else."""

    answered = Signal(object)  # Outcome

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._alarm: Alarm | None = None
        self.outcomes = {outcome: QPushButton(self) for outcome in Outcome}
        for outcome, button in self.outcomes.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
            button.clicked.connect(lambda _=False, one=outcome: self.answered.emit(one))
            button.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SIDE, CLOCK, theme.SIDE, theme.SPACE)
        column.addWidget(ButtonRows(list(self.outcomes.values()), self))
        self._second = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self.update)  # when its second is over, as the clock in the table
        self.hide()

    def show_alarm(self, alarm: Alarm | None) -> None:
        """Only there while somebody has to say what it is."""
        self._alarm = alarm
        is_asked = alarm is not None and is_open(alarm)
        if is_asked == self.isHidden():
            self.setVisible(is_asked)
        self.update()

    def retranslate(self) -> None:
        for number, (outcome, button) in enumerate(self.outcomes.items(), 1):
            button.setText(f"{self._words.outcome(outcome)}  {number}")
            button.setFont(theme.font("body.strong"))

    # ---- keys ----

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """In here the digits are answers and no camera."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(Qt.Key(event.key()) in KEYS)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        outcome = KEYS.get(Qt.Key(event.key()))
        if outcome is not None and not event.isAutoRepeat():
            self.answered.emit(outcome)
        else:
            super().keyPressEvent(event)

    # ---- looks ----

    def texts(self) -> tuple[str, str, str]:
        """The clock, the question, and what follows when nobody answers."""
        assert self._alarm is not None
        verify = self._alarm.verify
        if verify.is_running:
            left = countdown(verify.until_ms - self._console.clock.now_ms())
            otherwise = self.tr("at 0:00 it counts as real; supervisor told")
            if lettering.width("note", otherwise) >= self._room():
                otherwise = self.tr("at 0:00 it counts as real")
            return left, self.tr("Verify: is it real?"), otherwise
        return "0:00", self.tr("Nobody verified in time"), self.tr("it counts as real; supervisor told")

    def _room(self) -> int:
        """px beside the clock."""
        return self.width() - 2 * theme.SIDE - lettering.width("hero", "0:00") - 16

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._alarm is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        clock, question, otherwise = self.texts()
        left_ms = max(0, self._alarm.verify.until_ms - self._console.clock.now_ms())
        if left_ms:
            self._second.start(until_next(left_ms))
        ink = theme.colour("alarm.urgent" if left_ms <= LAST_MS else "text.hi")
        room = self._room()
        x = self.width() - theme.SIDE - room
        lettering.draw(painter, QRect(theme.SIDE, 4, x - theme.SIDE - 4, 50), "hero", clock, ink)
        lettering.draw(painter, QRect(x, 6, room, 20), "body.strong", question, theme.colour("text.hi"))
        lettering.draw(painter, QRect(x, 26, room, 18), "note", otherwise, theme.colour("text.dim"))
        painter.fillRect(x, 48, room, BAR, theme.colour("line.strong"))
        began_ms = max(self._alarm.owed_ms, self._alarm.last.raised_ms)
        whole_ms = max(1, self._alarm.verify.until_ms - began_ms)
        painter.fillRect(x, 48, round(room * min(1.0, left_ms / whole_ms)), BAR, ink)
        painter.end()


def is_open(alarm: Alarm) -> bool:
    """Whether nobody has said yet what it is."""
    waits = alarm.verify.is_running or (alarm.verify.is_expired and alarm.verify.by is None)
    return alarm.aside is None and alarm.alarm_class in ASKED and waits
