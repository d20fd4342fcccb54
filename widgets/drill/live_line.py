"""What a drill hides: one line with the live figures below its alarms, and the live alarms for ten seconds at a key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from console import announce
from console.alarms import Alarm
from console.announce import Announcement
from console.app import Console
from widgets import lettering, shapes, theme
from widgets.drill.drill_words import DrillWords
from widgets.placing import Placing
from widgets.words import Words

KEY = Qt.Key.Key_L
HEIGHT, ROW, BELOW = 44, 48, 28
SHOWN_S = 10
LETTER = 44  # px: where the texts begin, right of the symbol


class LiveRows(QWidget):
    """Lies over the alarms of the drill and goes by itself; L or Esc takes it away at once."""

    def __init__(self, console: Console, words: DrillWords, placing: Placing, names: Words, over: QWidget) -> None:
        super().__init__(over)
        self._console = console
        self._words, self._placing, self._names = words, placing, names
        self._left_s = 0
        self._turn = 0  # a second of an earlier time counts no more
        over.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Ten seconds from now, or away."""
        if self.isVisible() or not self._console.drilling.is_shown:
            self.put_away()
            return
        self._left_s = SHOWN_S
        self._fit()
        self.show()
        self.raise_()
        self.setFocus()
        self._say()
        self._wait()

    def put_away(self) -> None:
        self._turn += 1
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self.focusNextChild()

    def _wait(self) -> None:
        turn = self._turn
        self._console.clock.after(1_000, lambda: self._count_down(turn))

    def _count_down(self, turn: int) -> None:
        if turn != self._turn:
            return
        self._left_s -= 1
        if self._left_s <= 0:
            self.put_away()
            return
        self._say()
        self._wait()

    def _say(self) -> None:
        self.setAccessibleName(" · ".join((self.head(), *(self._placing.title(a) for a in self.alarms()))))
        self.update()

    def head(self) -> str:
        return self._words.live_until(self._left_s)

    def alarms(self) -> tuple[Alarm, ...]:
        """The live ones, in their order."""
        return tuple(self._console.live.rows())

    def event(self, event: QEvent) -> bool:
        """Esc is ours before it is the window's."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def _fit(self) -> None:
        over = self.parentWidget()
        assert over is not None
        self.setGeometry(over.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        head = QRect(0, 0, self.width(), theme.PANEL_HEAD)
        painter.fillRect(head, theme.colour("bg.raise"))
        ink = theme.colour("text.hi")
        lettering.draw(painter, head.adjusted(theme.SIDE, 0, -theme.SIDE, 0), "body.strong", self.head(), ink)
        room = (self.height() - theme.PANEL_HEAD - BELOW) // ROW
        alarms = self.alarms()
        for number, alarm in enumerate(alarms[:room]):
            self._row(painter, QRect(0, theme.PANEL_HEAD + number * ROW, self.width(), ROW), alarm)
        below = QRect(theme.SIDE, theme.PANEL_HEAD + min(len(alarms), room) * ROW, self.width() - 24, BELOW)
        more = self._words.live_rest(len(alarms), len(alarms) - room)
        lettering.draw(painter, below, "note", more, theme.colour("text.dim"))
        painter.end()

    def _row(self, painter: QPainter, box: QRect, alarm: Alarm) -> None:
        colour = theme.alarm_colour(alarm.priority)
        shapes.alarm_symbol(painter, QRectF(12, box.y() + 14, 20, 20), alarm.priority, colour)
        when = self._placing.clock(alarm.raised_ms)
        right = max(lettering.width("note", text) for text in (when, self._names.shown(alarm.shown))) + 4
        upper = QRect(LETTER, box.y() + 4, box.width() - LETTER - right - 2 * theme.SIDE, 20)
        lettering.draw(painter, upper, "body.strong", self._placing.title(alarm), theme.colour("text.hi"))
        dim = theme.colour("text.dim")
        lettering.draw(painter, upper.translated(0, 20), "note", self._placing.second_line(alarm), dim)
        side = QRect(box.width() - right - theme.SIDE, box.y() + 4, right, 20)
        lettering.draw(painter, side, "note", when, theme.colour("text"), align=lettering.RIGHT)
        state = self._names.shown(alarm.shown)
        lettering.draw(painter, side.translated(0, 20), "note", state, dim, align=lettering.RIGHT)
        painter.fillRect(LETTER, box.bottom(), box.width() - LETTER, 1, theme.colour("line"))


class LiveLine(QWidget):
    """There while the room sees a drill. The key counts while the focus is among the alarms."""

    def __init__(self, console: Console, words: DrillWords, rows: LiveRows, alarms: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self._rows = rows
        self.setFixedHeight(HEIGHT)
        shortcut = QShortcut(QKeySequence(KEY), alarms, rows.toggle)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        for kind in (
            announce.DrillChanged, announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared,
            announce.AlarmReset, announce.AlarmUnknown,
        ):  # fmt: skip
            console.announcer.subscribe(kind, self.on_announced)
        self.follow()

    def on_announced(self, _announced: Announcement) -> None:
        self.follow()

    def follow(self) -> None:
        on = self._console.drilling.is_shown
        self.setVisible(on)
        if not on:
            self._rows.put_away()
        self.setAccessibleName(" · ".join(self._words.live()) if on else "")
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._rows.toggle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        key = QRect(self.width() - theme.SIDE - 20, 12, 20, 20)
        painter.fillRect(key, theme.colour("bg.void"))
        lettering.draw(painter, key, "note", "L", theme.colour("text.hi"), align=lettering.CENTRE)
        figures, law = self._words.live()
        box = QRect(theme.SIDE, 3, key.left() - 2 * theme.SIDE, 20)
        lettering.draw(painter, box, "note", figures, theme.colour("text.hi"))
        lettering.draw(painter, box.translated(0, 19), "note", law, theme.colour("text.dim"))
        painter.end()
