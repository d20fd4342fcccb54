"""What stands over a desk nobody is signed in at: fire alarms as ever, what else waits, and where to sign in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.alarms import Alarm, Shown
from console.app import Console
from console.people import Seating, Why
from widgets import lettering, shapes, theme
from widgets.lamps import Lamps
from widgets.people.sign_in import SignIn
from widgets.people.words import PeopleWords
from widgets.placing import Placing, span
from widgets.words import Words

EDGE = 48  # px around everything
SIDE_WIDTH = 420  # of the column with the form
ROW, SYMBOL = 72, 40
TOP = 96
FOOT = 72
GRAVE = 2  # the priority of a pre-alarm: what is shown one by one
LAMP_WIDTH = 150


class LockScreen(QWidget):
    """Covers its window while nobody is signed in. Shows who sits there, never what he was doing."""

    def __init__(self, console: Console, window: QWidget) -> None:
        super().__init__(window)
        self._console = console
        self._words, self._people = Words(self), PeopleWords(self)
        self._placing = Placing(console, self._words, self)
        self._lamps = Lamps(console, self._placing, self._words, self)
        self._why = Why.HAND
        self._is_lit = True
        self.form = SignIn(console, self._people, self)
        self.setFocusProxy(self.form)
        self._blink = QTimer(self)
        self._blink.setInterval(theme.BLINK_MS)
        self._blink.timeout.connect(self.on_blink)
        for kind in (
            announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
            announce.AlarmUnknown, announce.AlarmChanged,
        ):  # fmt: skip
            console.announcer.subscribe(kind, self.on_alarm)
        console.announcer.subscribe(announce.SeatLocked, self.on_locked)
        window.installEventFilter(self)
        self.hide()

    # ---- comes and goes ----

    def cover(self) -> None:
        """Nobody can act here now: stand over everything, with the keys."""
        session = self._console.people.session
        self.setGeometry(self.window().rect())
        self.form.retranslate()
        self.show()
        self.raise_()
        self.form.begin(session.person if session is not None else "")
        self._blink.start()

    def lift(self) -> None:
        """Somebody sits here again."""
        self._blink.stop()
        self.form.secret.clear()
        self.hide()

    def on_locked(self, locked: announce.SeatLocked) -> None:
        self._why = Why(locked.why)

    def on_alarm(self, _announced: announce.Announcement) -> None:
        if self.isVisible():
            self.update()

    def on_blink(self) -> None:
        self._is_lit = theme.is_motion_reduced() or not self._is_lit
        self.raise_()  # whatever was put over the window meanwhile
        self.update()

    def eventFilter(self, _window: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.window().rect())
        return False

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab stays with the form: what lies below is nobody's now."""
        chain = [self.form.person, self.form.secret, self.form.enter]
        here = next((i for i, one in enumerate(chain) if one.hasFocus()), 0)
        chain[(here + (1 if following else -1)) % len(chain)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # nothing that is typed here means anything below

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    # ---- what it says ----

    def grave(self) -> list[Alarm]:
        """Every fire alarm, and what is as urgent as a pre-alarm, in the order of the list."""
        return [alarm for alarm in self._console.alarms.rows() if 0 < alarm.priority <= GRAVE]

    def state(self) -> str:
        """Why nobody can act here."""
        if self._console.people.seating is Seating.LOCKED:
            return self._people.locked(self._why)
        return self.tr("Nobody is signed in")

    def who(self) -> str:
        """Who sits here, "" when nobody does."""
        session = self._console.people.session
        if session is None:
            return ""
        account = self._console.people.known(session.person)
        name = f"{account.name} ({session.person})" if account is not None else session.person
        since = self.tr("since %1").replace("%1", self._placing.clock(session.since_ms))
        return f"{name} · {self._people.role(session.role)} · {since}"

    # ---- places ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(SIDE_WIDTH, self.width() - 2 * EDGE)
        self.form.setGeometry(self.width() - EDGE - width, EDGE + TOP + 2 * ROW, width, 260)

    # ---- painting ----

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.void"))
        self._head(painter)
        self._alarms(painter, QRect(EDGE, EDGE + TOP, self.form.x() - 2 * EDGE, self.height() - 2 * EDGE - TOP - FOOT))
        self._seat(painter, QRect(self.form.x(), EDGE + TOP, self.form.width(), 2 * ROW))
        self._foot(painter, QRect(EDGE, self.height() - EDGE - FOOT, self.width() - 2 * EDGE, FOOT))
        painter.end()

    def _head(self, painter: QPainter) -> None:
        now = self._placing.local(self._console.clock.now_ms())
        hi, dim = theme.colour("text.hi"), theme.colour("text.dim")
        if now.microsecond < 500_000:
            painter.setBrush(hi)
            painter.setPen(hi)
            painter.drawEllipse(QRect(EDGE - 18, EDGE + 17, 6, 6))
        time = lettering.width("clock", "00:00:00")
        lettering.draw(painter, QRect(EDGE, EDGE, time + 8, 40), "clock", now.strftime("%H:%M:%S"), hi)
        date = QRect(EDGE + time + 24, EDGE, 260, 40)
        offset = now.strftime("%z")
        day = f"{now:%Y-%m-%d}  UTC{offset[:3]}:{offset[3:]}"
        lettering.draw(painter, date, "row", day, dim)
        right = QRect(self.width() // 2, EDGE, self.width() // 2 - EDGE, 40)
        where = f"{self._console.seat.position} · {self._placing.site()}"
        lettering.draw(painter, right, "title", where, hi, align=lettering.RIGHT)

    def _seat(self, painter: QPainter, box: QRect) -> None:
        lock = QRectF(box.x(), box.y() + 2, 20, 24)
        shapes.padlock(painter, lock, theme.colour("text.hi"))
        title = box.adjusted(32, 0, 0, 0)
        title.setHeight(30)
        lettering.draw(painter, title, "title", self.state(), theme.colour("text.hi"))
        below = QRect(box.x(), box.y() + 40, box.width(), 40)
        lettering.draw_paragraph(painter, below, "body", self.who(), theme.colour("text"))
        told = QRect(box.x(), box.y() + 88, box.width(), 48)
        lettering.draw_paragraph(painter, told, "note", self._promise(), theme.colour("text.dim"))

    def _promise(self) -> str:
        return self.tr("Alarms are shown and sound as ever. Whoever signs in finds everything as it stands.")

    def _alarms(self, painter: QPainter, box: QRect) -> None:
        rows = self.grave()
        head = QRect(box.x(), box.y(), box.width(), 30)
        fires = sum(alarm.priority == 1 for alarm in rows)
        title = self.tr("Fire alarms: %1").replace("%1", str(fires))
        lettering.draw(painter, head, "title", title, theme.alarm_colour(1) if fires else theme.colour("text.dim"))
        room = (box.height() - 40) // ROW
        shown = rows if len(rows) <= room else rows[: max(0, room - 1)]
        y = box.y() + 40
        for alarm in shown:
            self._alarm(painter, QRect(box.x(), y, box.width(), ROW - 4), alarm)
            y += ROW
        if len(shown) < len(rows):
            more = self.tr("%1 more, as urgent").replace("%1", str(len(rows) - len(shown)))
            lettering.draw(painter, QRect(box.x(), y, box.width(), 40), "title", more, theme.colour("text.hi"))

    def _alarm(self, painter: QPainter, box: QRect, alarm: Alarm) -> None:
        colour, is_new = theme.alarm_colour(alarm.priority), alarm.shown in {Shown.UNACKNOWLEDGED, Shown.CLEARED}
        painter.fillRect(box, theme.alarm_tint(alarm.priority) if is_new else theme.colour("bg.panel"))
        painter.fillRect(QRect(box.x(), box.y(), 6, box.height()), colour)
        block = QRect(box.x() + 18, box.y() + (box.height() - SYMBOL) // 2, SYMBOL, SYMBOL)
        is_solid = is_new and self._is_lit
        if is_solid:
            painter.fillRect(block, colour)
        ink = theme.colour("on.alarm") if is_solid else colour
        shapes.alarm_symbol(painter, QRectF(block).adjusted(7, 7, -7, -7), alarm.priority, ink, alarm.is_active)
        state = self._words.shown(alarm.shown)
        age = span(self._console.clock.now_ms() - alarm.last.raised_ms)
        right = lettering.width("title", "00:00:00") + max(lettering.width("body", state), lettering.width("body", age))
        left = QRect(block.right() + 18, box.y() + 8, box.width() - block.width() - right - 60, 28)
        lettering.draw(painter, left, "title", self._placing.title(alarm), theme.colour("text.hi"))
        more = left.translated(0, 28)
        lettering.draw(painter, more, "body", self._placing.second_line(alarm), theme.colour("text.dim"))
        when = QRect(box.right() - right, box.y() + 8, right - 16, 28)
        hi = theme.colour("text.hi")
        lettering.draw(painter, when, "title", self._placing.clock(alarm.last.raised_ms), hi, align=lettering.RIGHT)
        told = when.translated(0, 28)
        lettering.draw(painter, told, "body", f"{state} · {age}", theme.colour("text"), align=lettering.RIGHT)

    def _foot(self, painter: QPainter, box: QRect) -> None:
        """What else waits, and whether anything could be missing from it."""
        painter.fillRect(QRect(box.x(), box.y(), box.width(), 1), theme.colour("line"))
        x = box.x()
        for lamp in self._lamps.all():
            shapes.lamp(painter, QRectF(x, box.y() + 20, 16, 16), lamp.state)
            lettering.draw(
                painter, QRect(x + 22, box.y() + 16, LAMP_WIDTH - 30, 20), "note", lamp.name, theme.colour("text")
            )
            word = QRect(x + 22, box.y() + 36, LAMP_WIDTH - 30, 20)
            lettering.draw(painter, word, "note", lamp.word, theme.colour("text.dim"))
            x += LAMP_WIDTH
        others = [a for a in self._console.alarms.rows() if not 0 < a.priority <= GRAVE]
        unseen = sum(alarm.acknowledged is None for alarm in others)
        text = self.tr("Other alarms: %1, not acknowledged: %2")
        text = text.replace("%1", str(len(others))).replace("%2", str(unseen))
        right = QRect(x, box.y() + 16, box.right() - x, 28)
        lettering.draw(painter, right, "title", text, theme.colour("text"), align=lettering.RIGHT)
