"""The banner: always there, so nothing jumps; one quiet sentence, the worst alarm, or the link that makes us blind."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.alarms import Alarm, Shown
from console.app import Console
from console.model import AlarmId
from widgets import lettering, shapes, theme
from widgets.placing import Placing, span
from widgets.words import Words

KEY_WIDTH = 170


class Banner(QWidget):
    """Solid while the worst alarm is unacknowledged, an outline once it is acknowledged. Never closes by hand."""

    acknowledge_asked = Signal(object)  # AlarmId

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self.chosen: AlarmId | None = None  # what F2 would acknowledge
        self.setFixedHeight(theme.BANNER)
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.update)
        self._timer.start()

    def worst(self) -> Alarm | None:
        """The alarm the banner speaks of: the first of the table, else a lost link: without it silence means nothing.

        Every other trouble alone stays in the table.
        """
        rows = self._console.alarms.rows()
        links = (a for a in rows if a.is_active and a.point.startswith("link/"))
        return next((a for a in rows if a.priority), next(links, None))

    def follow(self, chosen: AlarmId | None) -> None:
        """The key's name is only printed while it acknowledges this very alarm."""
        self.chosen = chosen
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        alarm = self.worst()
        if alarm is not None and alarm.acknowledged is None and self._key_box().contains(event.position().toPoint()):
            self.acknowledge_asked.emit(alarm.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        alarm = self.worst()
        if alarm is None:
            self._quiet(painter)
        else:
            self._speak(painter, alarm)
        painter.end()

    def _quiet(self, painter: QPainter) -> None:
        box = self.rect().adjusted(theme.SIDE, 0, -theme.SIDE, 0)
        lettering.draw(painter, box, "body", self.quiet_words(), theme.colour("text.dim"))

    def quiet_words(self) -> str:
        """What may be said while nothing is raised: without a broker not even that there is no fire."""
        if not self._console.links.is_up("broker"):
            return self.tr("Not connected to the message broker: no alarm can arrive.")
        heard = self._console.points.count()
        if not heard.heard:
            return self.tr("No point has been heard yet: nothing is known of the site.")
        text = self.tr("No fire, no hazard. %1 of %2 points heard.")
        text = text.replace("%1", str(heard.heard)).replace("%2", str(heard.total))
        if troubles := len(self._console.alarms):
            text += " " + self.tr("%n trouble(s) in the table.", "", troubles)
        return text

    def _speak(self, painter: QPainter, alarm: Alarm) -> None:
        unseen = alarm.shown in {Shown.UNACKNOWLEDGED, Shown.CLEARED}
        colour = theme.alarm_colour(alarm.priority)
        ink = theme.colour("on.alarm") if unseen else theme.colour("text.hi")
        painter.fillRect(self.rect(), colour if unseen else theme.alarm_tint(alarm.priority))
        if not unseen:
            painter.setPen(QPen(colour, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        shapes.alarm_symbol(painter, QRectF(12, 10, 20, 20), alarm.priority, ink if unseen else colour)
        word = self._words.heading(alarm.alarm_class, alarm.priority)
        word_width = lettering.width("title", word) + 16
        lettering.draw(painter, QRect(44, 0, word_width, self.height()), "title", word, ink)
        when = self._when(alarm)
        right = KEY_WIDTH if alarm.acknowledged is None else 0
        when_width = lettering.width("body", when) + 16
        place = QRect(self.width() - right - when_width - theme.SIDE, 0, when_width, self.height())
        lettering.draw(painter, place, "body", when, ink, align=lettering.RIGHT)
        left = 44 + word_width + 12
        title = QRect(left, 0, place.left() - left - 12, self.height())
        lettering.draw(painter, title, "title", self._placing.title(alarm), ink)
        if alarm.acknowledged is None:
            box = self._key_box()
            painter.fillRect(box, theme.colour("bg.void"))
            text = self.tr("Acknowledge  F2") if self.chosen == alarm.id else self.tr("Acknowledge")
            lettering.draw(painter, box, "body.strong", text, theme.colour("text.hi"), align=lettering.CENTRE)

    def _when(self, alarm: Alarm) -> str:
        now = self._console.clock.now_ms()
        raised = self._placing.clock(alarm.last.source_ms)
        ago = self.tr("%1 ago").replace("%1", span(now - alarm.last.raised_ms))
        if alarm.acknowledged is not None:
            who = f"{alarm.acknowledged.by.person}, {alarm.acknowledged.by.position}"
            return f"{raised} · {ago} · {self._words.shown(alarm.shown)} · {who}"
        return f"{raised} · {ago}"

    def _key_box(self) -> QRect:
        return QRect(self.width() - KEY_WIDTH - 6, 5, KEY_WIDTH, self.height() - 10)
