"""The banner: always there, so nothing jumps; one quiet sentence, the worst alarm, or the link that makes us blind."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console import announce
from console.alarms import Alarm, Flood, Outcome
from console.app import Console
from console.model import AlarmClass, AlarmId
from widgets import lettering, shapes, theme
from widgets.alarms.told import Told
from widgets.counts import UNSEEN
from widgets.pace import Steady
from widgets.placing import Placing, span
from widgets.words import Words

KEY_LEAST, KEY_PAD = 150, 32
TEXT_LEFT = 44


class Banner(QWidget):
    """Solid while an alarm is unacknowledged, an outline once all are acknowledged. Never closes by hand."""

    acknowledge_asked = Signal(object)  # AlarmId
    alarm_asked = Signal(object)  # AlarmId: the banner itself was pressed

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self.chosen: AlarmId | None = None  # what F2 would acknowledge
        self._last_fire: tuple[Alarm, int, str] | None = None  # the fire that was closed last, when, with what outcome
        self._told = Told(console, self)
        self.setFixedHeight(theme.BANNER)
        console.announcer.subscribe(announce.AlarmReset, self.on_reset)
        self._timer = Steady(500, self.update, self)
        self._timer.begin()

    def on_reset(self, reset: announce.AlarmReset) -> None:
        alarm = self._placing.alarm(reset.alarm)
        if alarm is not None and alarm.alarm_class is AlarmClass.FIRE:
            self._last_fire = alarm, self._console.clock.now_ms(), reset.outcome

    # ---- what it speaks of ----

    def worst(self) -> Alarm | None:
        """The alarm the banner speaks of: whatever nobody has seen comes before everything acknowledged.

        Every trouble but a lost link stays in the table alone: without the link silence means nothing.
        """
        return self._told.first()

    def more(self) -> int:
        """How many further alarms nobody has acknowledged, troubles of single devices apart."""
        counted, worst = self._console.alarms.counts(), self.worst()
        rest = counted.owed - counted.unacknowledged[AlarmClass.TROUBLE]
        return rest - (worst is not None and worst.is_owed and bool(worst.priority))

    def follow(self, chosen: AlarmId | None) -> None:
        """The key's name is only printed while it acknowledges this very alarm."""
        self.chosen = chosen
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        alarm = self.worst()
        if alarm is None:
            return
        if alarm.acknowledged is None and self._key_box(alarm).contains(event.position().toPoint()):
            self.acknowledge_asked.emit(alarm.id)
        else:
            self.alarm_asked.emit(alarm.id)

    # ---- painting ----

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
        is_blind = not self._console.links.is_up("broker") or not self._console.points.count().heard
        shapes.lamp(painter, QRectF(14, 12, 16, 16), "lost" if is_blind else "up")
        box = self.rect().adjusted(TEXT_LEFT, 0, -theme.SIDE, 0)
        dim = theme.colour("text.dim")
        words = self.quiet_words()
        last = self.last_words()
        width = lettering.width("body", last) + 2
        if last and lettering.width("body", words) + width + 24 <= box.width():
            lettering.draw(painter, box, "body", last, dim, align=lettering.RIGHT)
        lettering.draw(painter, box, "body", words, dim)

    def quiet_words(self) -> str:
        """What may be said while nothing is raised: without a broker not even that there is no fire."""
        if not self._console.links.is_up("broker"):
            return self.tr("Not connected to the message broker: no alarm can arrive.")
        heard = self._console.points.count()
        if not heard.heard:
            return self.tr("No point has been heard yet: nothing is known of the site.")
        pictures = self._console.pictures
        text = self.tr("No fire, no hazard. %1 of %2 points heard, %3 of %4 cameras live.")
        for place, number in enumerate((heard.heard, heard.total, pictures.live, pictures.total), 1):
            text = text.replace(f"%{place}", str(number))
        if troubles := len(self._console.alarms):
            text += " " + self.tr("%n trouble(s) in the table.", "", troubles)
        return text

    def last_words(self) -> str:
        """The fire that was closed last, "" when none was since the start."""
        if self._last_fire is None:
            return ""
        alarm, at_ms, outcome = self._last_fire
        text = self.tr("Last fire alarm %1, %2: %3, closed %4.")
        raised = self._placing.local(alarm.last.source_ms).strftime("%Y-%m-%d %H:%M:%S")
        text = text.replace("%1", raised).replace("%2", self._placing.where(alarm))
        text = text.replace("%3", self._words.outcome(Outcome(outcome)).lower())
        return text.replace("%4", self._placing.clock(at_ms))

    def _speak(self, painter: QPainter, alarm: Alarm) -> None:
        unseen = alarm.shown in UNSEEN
        colour = theme.alarm_colour(alarm.priority)
        ink = theme.colour("on.alarm") if unseen else theme.colour("text.hi")
        painter.fillRect(self.rect(), colour if unseen else theme.alarm_tint(alarm.priority))
        if not unseen:
            painter.setPen(QPen(colour, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        shapes.alarm_symbol(painter, QRectF(12, 10, 20, 20), alarm.priority, ink if unseen else colour)
        flood = self._console.alarms.flood
        word = self.tr("ALARM FLOOD") if flood is not None else self._words.heading(alarm.alarm_class, alarm.priority)
        word_width = lettering.width("title", word) + 16
        lettering.draw(painter, QRect(TEXT_LEFT, 0, word_width, self.height()), "title", word, ink)
        right = self._say_when(painter, alarm, ink)
        left = TEXT_LEFT + word_width + 12
        title = QRect(left, 0, right - left - 12, self.height())
        said = self.flood_words(alarm, flood) if flood is not None else self._placing.title(alarm)
        lettering.draw(painter, title, "title", said, ink)
        if alarm.acknowledged is None:
            self._key(painter, alarm)

    def flood_words(self, alarm: Alarm, flood: Flood) -> str:
        """How much there is of what since when, and the worst of it; nothing of it is hidden."""
        counted = self._console.alarms.counts()
        text = self.tr("%1 alarms in %2, %3 unacknowledged, %4 of them fire: %5")
        told = (
            str(counted.listed), span(self._console.clock.now_ms() - flood.since_ms), str(counted.owed),
            str(counted.unacknowledged[AlarmClass.FIRE]), self._placing.title(alarm),
        )  # fmt: skip
        for place, value in enumerate(told, 1):
            text = text.replace(f"%{place}", value)
        return text

    def _say_when(self, painter: QPainter, alarm: Alarm, ink: QColor) -> int:
        """Time, age and how many more; the age alone where there is little room. Where it begins, px."""
        right = self._key_box(alarm).left() - theme.SIDE if alarm.acknowledged is None else self.width() - theme.SIDE
        texts = self._when(alarm)
        text = next((t for t in texts if lettering.width("body", t) <= self.width() * 0.42), texts[-1])
        width = lettering.width("body", text) + 2
        place = QRect(right - width, 0, width, self.height())
        lettering.draw(painter, place, "body", text, ink, align=lettering.RIGHT)
        return place.left()

    def _when(self, alarm: Alarm) -> list[str]:
        """The same in full and shorter."""
        now = self._console.clock.now_ms()
        raised = self._placing.clock(alarm.last.source_ms)
        ago = self.tr("%1 ago").replace("%1", span(now - alarm.last.raised_ms))
        more = [self.tr("%n more unacknowledged", "", more)] if (more := self.more()) else []
        if alarm.acknowledged is None:
            return [" · ".join([*more, raised, ago]), " · ".join([*more, raised]), raised]
        who = f"{alarm.acknowledged.by.person}, {alarm.acknowledged.by.position}"
        state = self._words.shown(alarm.shown)
        return [" · ".join([raised, ago, state, who]), " · ".join([raised, state, who]), f"{state} · {who}"]

    def _key(self, painter: QPainter, alarm: Alarm) -> None:
        box = self._key_box(alarm)
        painter.fillRect(box, theme.colour("bg.void"))
        lettering.draw(
            painter, box, "body.strong", self._key_text(alarm), theme.colour("text.hi"), align=lettering.CENTRE
        )  # fmt: skip

    def _key_text(self, alarm: Alarm) -> str:
        return self.tr("Acknowledge  F2") if self.chosen == alarm.id else self.tr("Acknowledge")

    def _key_box(self, alarm: Alarm) -> QRect:
        width = max(KEY_LEAST, lettering.width("body.strong", self._key_text(alarm)) + KEY_PAD)
        return QRect(self.width() - width - 6, 5, width, self.height() - 10)
