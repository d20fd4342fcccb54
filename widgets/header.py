"""The header: heartbeat, clock, who sits where, counts that cannot be hidden, link lamps, language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from console.alarms import Alarm, Shown
from console.app import Console
from widgets import lettering, shapes, theme
from widgets.placing import Placing
from widgets.words import Words

LANGUAGES = (("en", "EN"), ("zh_CN", "简"), ("zh_TW", "繁"))
ROOMY = 1800  # from this width on counts and lamps stand apart
LAMPS = ("broker", "store", "video")


class Header(QWidget):
    """Repaints twice a second: the dot blinks at 1 Hz, so a frozen window is seen."""

    language_chosen = Signal(str)

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self.setFixedHeight(theme.HEADER)
        self.language = QComboBox(self)
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
        return 112 if self.width() >= ROOMY else 90

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
            if worst is not None and count:
                number = lettering.width("value", str(count))
                symbol = QRectF(x + 8 + (self._count_width - number) / 2 - 22, 11, 16, 16)
                shapes.alarm_symbol(painter, symbol, worst, theme.alarm_colour(worst))
            colour = theme.alarm_colour(worst) if worst is not None and count else theme.colour(token)
            lettering.draw(painter, box, "value", str(count), colour, align=lettering.CENTRE)
            below = QRect(x + 8, 32, self._count_width, 18)
            lettering.draw(painter, below, "note", label, theme.colour("text.dim"), align=lettering.CENTRE)
            x += self._count_width + 4
        return x + 16

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
        for kind in LAMPS:
            link = self._console.links.get(kind)
            state = "unused" if link is None else "up" if link.up else "lost"
            word = self.tr("not used") if link is None else "" if link.up else self._words.reason(link.reason)
            self._lamp(painter, x, state, self._words.link(kind), word or self.tr("up"))
            x += self._lamp_width
        live, total = self._console.pictures.live, self._console.pictures.total
        state = "up" if live == total else "part" if live else "lost"
        self._lamp(painter, x, state, self._words.link("cameras"), f"{live}/{total}")
        heard = self._console.points.count()
        x += self._lamp_width
        state = "lost" if heard.silent == heard.total else "part" if heard.silent else "up"
        self._lamp(painter, x, state, self.tr("Points"), f"{heard.total - heard.silent}/{heard.total}")

    def _lamp(self, painter: QPainter, x: int, state: str, name: str, word: str) -> None:
        if x + self._lamp_width > self.width() - 84:
            return
        shapes.lamp(painter, QRectF(x, 11, 16, 16), state)
        lettering.draw(painter, QRect(x + 22, 9, self._lamp_width - 24, 19), "note", name, theme.colour("text"))
        lettering.draw(painter, QRect(x + 22, 28, self._lamp_width - 24, 19), "note", word, theme.colour("text.dim"))

    def _rule(self, painter: QPainter, x: int) -> None:
        painter.fillRect(x, 10, 1, theme.HEADER - 20, theme.colour("line"))
