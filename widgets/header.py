"""The header: heartbeat, clock, who sits where, counts that cannot be hidden, link lamps, language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from console.alarms import Alarm, Shown
from console.app import Console
from widgets import lettering, shapes, theme
from widgets.placing import Placing
from widgets.words import Words

LANGUAGES = (("en", "EN"), ("zh_CN", "简"), ("zh_TW", "繁"))
ROOMY = 1800  # from this width on counts and lamps stand apart
LAMPS = ("broker", "store", "video")
SYMBOL = 16  # px, beside the count of unacknowledged


class LanguageBox(QComboBox):
    """A wheel that passes over it changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Header(QWidget):
    """Repaints twice a second: the dot blinks at 1 Hz, so a frozen window is seen."""

    language_chosen = Signal(str)

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self.setFixedHeight(theme.HEADER)
        self.language = LanguageBox(self)
        for code, label in LANGUAGES:
            self.language.addItem(label, code)
        self.language.activated.connect(self.on_language)
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.update)
        self._timer.start()

    @property
    def _count_width(self) -> int:
        return 84 if self.width() >= ROOMY else 66

    @property
    def _lamp_width(self) -> int:
        return 112 if self.width() >= ROOMY else 96

    @property
    def _seat_width(self) -> int:
        return 208 if self.width() >= ROOMY else 150

    def show_language(self, code: str) -> None:
        self.language.setCurrentIndex(self.language.findData(code))

    @Slot(int)
    def on_language(self, row: int) -> None:
        self.language_chosen.emit(self.language.itemData(row))

    def resizeEvent(self, _event: object) -> None:
        self.language.setGeometry(self.width() - 76, 14, 64, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        x = self._time(painter)
        x = self._seat(painter, x)
        x = self._counts(painter, x)
        self._lamps(painter, x)
        painter.end()

    def _time(self, painter: QPainter) -> int:
        now = self._placing.local(self._console.clock.now_ms())
        if now.microsecond < 500_000:
            painter.setBrush(theme.colour("text.hi"))
            painter.setPen(theme.colour("text.hi"))
            painter.drawEllipse(QRect(12, 25, 6, 6))
        clock_width = lettering.width("clock", "00:00:00")
        hi, dim = theme.colour("text.hi"), theme.colour("text.dim")
        lettering.draw(painter, QRect(30, 0, clock_width + 4, theme.HEADER), "clock", now.strftime("%H:%M:%S"), hi)
        x = 30 + clock_width + 16
        offset = now.strftime("%z")
        lettering.draw(painter, QRect(x, 9, 110, 19), "note", now.strftime("%Y-%m-%d"), theme.colour("text"))
        lettering.draw(painter, QRect(x, 28, 110, 19), "note", f"UTC{offset[:3]}:{offset[3:]}", dim)
        return x + 108

    def _seat(self, painter: QPainter, x: int) -> int:
        self._rule(painter, x)
        box = QRect(x + 16, 9, self._seat_width - 28, 19)
        lettering.draw(painter, box, "body.strong", self._console.seat.position, theme.colour("text.hi"))
        seat = f"{self._console.seat.person} · {self._placing.site()}"
        lettering.draw(painter, box.translated(0, 19), "note", seat, theme.colour("text.dim"))
        return x + self._seat_width

    def _counts(self, painter: QPainter, x: int) -> int:
        self._rule(painter, x)
        rows = self._console.alarms.rows()
        for label, count, worst in self._figures(rows):
            box = QRect(x + 8, 6, self._count_width, 26)
            token = "text.hi" if count else "text.dim"
            left = self._symbol(painter, box, count, worst) if worst is not None else box.left()
            colour = theme.alarm_colour(worst) if worst is not None else theme.colour(token)
            number = QRect(left, box.y(), box.right() - left, box.height())
            align = lettering.CENTRE if worst is None else lettering.LEFT
            lettering.draw(painter, number, "value", str(count), colour, align=align)
            below = QRect(x + 8, 32, self._count_width, 18)
            lettering.draw(painter, below, "note", label, theme.colour("text.dim"), align=lettering.CENTRE)
            x += self._count_width + 4
        return x + 16

    def _symbol(self, painter: QPainter, box: QRect, count: int, worst: int) -> int:
        """The symbol of the worst beside its count, the pair in the middle; gives where the number begins."""
        left = box.center().x() - (SYMBOL + 6 + lettering.width("value", str(count))) // 2
        shapes.alarm_symbol(painter, QRectF(left, 11, SYMBOL, SYMBOL), worst, theme.alarm_colour(worst))
        return left + SYMBOL + 6

    def _figures(self, rows: Iterable[Alarm]) -> list[tuple[str, int, int | None]]:
        rows = list(rows)
        unseen = [alarm for alarm in rows if alarm.shown in {Shown.UNACKNOWLEDGED, Shown.CLEARED}]
        return [
            (self.tr("unack"), len(unseen), unseen[0].priority if unseen else None),
            (self.tr("active"), sum(alarm.is_active for alarm in rows), None),
            (self.tr("to reset"), sum(alarm.shown is Shown.LATCHED for alarm in rows), None),
            (self.tr("unknown"), sum(alarm.lost for alarm in rows), None),
            (self.tr("refused"), sum(self._console.refused.values()), None),
        ]

    def _lamps(self, painter: QPainter, x: int) -> None:
        self._rule(painter, x - 8)
        for name, state, word in self.lamps():
            if x + self._lamp_width > self.language.x():
                return
            shapes.lamp(painter, QRectF(x, 11, 16, 16), state)
            room = self._lamp_width - 24
            lettering.draw(painter, QRect(x + 22, 9, room, 19), "note", name, theme.colour("text"))
            lettering.draw(painter, QRect(x + 22, 28, room, 19), "note", word, theme.colour("text.dim"))
            x += self._lamp_width

    def lamps(self) -> list[tuple[str, str, str]]:
        """Name, state (`shapes.lamp`) and word of every lamp: the word never needs more room than a time."""
        return [*(self._link(kind) for kind in LAMPS), self._cameras(), self._points()]

    def _link(self, kind: str) -> tuple[str, str, str]:
        link, name = self._console.links.get(kind), self._words.link(kind)
        if link is None:
            return name, "unused", self.tr("not used")
        if link.up:
            return name, "up", self.tr("up")
        return name, "lost", self.tr("lost %1").replace("%1", self._placing.clock(link.since_ms)[:5])

    def _cameras(self) -> tuple[str, str, str]:
        live, total = self._console.pictures.live, self._console.pictures.total
        state = "up" if live == total else "part" if live else "lost"
        return self._words.link("cameras"), state, f"{live}/{total}"

    def _points(self) -> tuple[str, str, str]:
        """Without the broker nobody knows how many points are well."""
        count = self._console.points.count()
        heard = count.heard if self._console.links.is_up("broker") else 0
        state = "up" if heard == count.total else "part" if heard else "lost"
        return self._words.link("points"), state, f"{heard}/{count.total}"

    def _rule(self, painter: QPainter, x: int) -> None:
        painter.fillRect(x, 10, 1, theme.HEADER - 20, theme.colour("line"))
