"""The header: heartbeat, clock, who sits where, counts that cannot be hidden, lamps, latency, command line, language.

Everything is measured in the language of the moment; what does not fit leaves in a fixed order: the latency first,
then every second line, and the lamps stand in two rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from console import announce
from console.app import Console
from console.people import Seating
from widgets import lettering, shapes, theme
from widgets.command_line import CommandLine
from widgets.counts import Count, Counts
from widgets.drill.box import DrillBox
from widgets.drill.drill_words import DrillWords
from widgets.lamps import Lamp, Lamps
from widgets.latency import Delay, Latency
from widgets.pace import Steady
from widgets.placing import Placing
from widgets.words import Words

LANGUAGES = (("en", "EN"), ("zh_CN", "简"), ("zh_TW", "繁"))
STEPS = ("value", "body.strong", "note.strong")  # of a count: smaller letters for longer numbers
SYMBOL = 16  # px, beside the count of unacknowledged
LANGUAGE_WIDTH, LINE_LEAST, LINE_MOST = 76, 160, 480
LAMP_PAD = 30  # px: the lamp, and the gap to the next one
SEAT_MOST = 190
COUNT_LEAST = 52
MOST_S = 999  # a longer wait is told as more
COUNTS = 7  # how many `Counts` has


class LanguageBox(QComboBox):
    """A wheel that passes over it changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


SEATING = (
    announce.PersonSignedIn, announce.ActingSupervisorNamed, announce.ActingSupervisorEnded, announce.PositionsChanged,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fit:
    """What is shown at this width: `full` has two lines everywhere, else one; `latency` its box."""

    full: bool
    latency: bool


@dataclass(frozen=True, slots=True)
class Widths:
    """Measured when size, language or site change, not at every paint. In px; 0 = not shown."""

    fit: Fit
    time: int
    seat: int
    count: int
    lamp: int  # of the words beside it
    latency: int
    lamps: int  # how many stand side by side

    @property
    def total(self) -> int:
        return (
            self.time + self.seat + COUNTS * self.count + 24 + self.lamps * (self.lamp + LAMP_PAD) + 16 + self.latency
        )


FITS = (Fit(full=True, latency=True), Fit(full=True, latency=False), Fit(full=False, latency=False))


class Header(QWidget):
    """Repaints twice a second: the dot blinks at 1 Hz, so a frozen window is seen."""

    language_chosen = Signal(str)
    listing_asked = Signal(object)  # Listing: of the count that was pressed
    people_asked = Signal()  # the name was pressed

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self.counts = Counts(console, self)
        self.latency = Latency(console, placing, self)
        self._lamps = Lamps(console, placing, words, self)
        self.drill = DrillBox(console, DrillWords(console, placing, self), self)
        self._widths = Widths(FITS[-1], 0, 0, 0, 0, 0, 0)
        self._seat_box = QRect()
        self._count_boxes: list[tuple[QRect, Count]] = []
        self._said: tuple[object, ...] = ()
        self.setFixedHeight(theme.HEADER)
        self.command_line = CommandLine(console, placing, words, self)
        self.language = LanguageBox(self)
        for code, label in LANGUAGES:
            self.language.addItem(label, code)
        self.language.activated.connect(self.on_language)
        for kind in SEATING:
            console.announcer.subscribe(kind, self.on_people)
        self._timer = Steady(500, self.on_tick, self)
        self._timer.begin()

    def retranslate(self) -> None:
        """Every width may be another one now."""
        self.language.setFont(theme.font("body"))
        self.command_line.retranslate()
        self.arrange()
        self.update()

    def show_language(self, code: str) -> None:
        if self.language.findData(code) < 0:  # a language for maintainers is only there when it was asked for
            self.language.addItem(code, code)
        self.language.setCurrentIndex(self.language.findData(code))

    def on_people(self, _announced: announce.Announcement) -> None:
        """Another name, or a lamp more, needs another room."""
        self.arrange()
        self.update()

    def lamps(self) -> list[Lamp]:
        return self._lamps.all()

    @Slot()
    def on_tick(self) -> None:
        """The clock always, of the others those that say something else: letters take time the rows need in a flood."""
        time, *others = self._boxes()
        self.update(time)
        said = (self._who(), self.counts.all(), (self.lamps(), self.drill.isHidden()), self.latency.delay())
        for box, now, before in zip(others, said, self._said or (None,) * len(said), strict=True):
            if now != before:
                self.update(box)
        self._said = said

    @Slot(int)
    def on_language(self, row: int) -> None:
        self.language_chosen.emit(self.language.itemData(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for box, count in self._count_boxes:
            if box.contains(event.position().toPoint()):
                self.listing_asked.emit(count.listing)
        if self._seat_box.contains(event.position().toPoint()):
            self.people_asked.emit()

    # ---- places ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """The command line takes what the figures leave; it is left its least room where that can be."""
        self.language.setGeometry(self.width() - LANGUAGE_WIDTH, 14, LANGUAGE_WIDTH - theme.SIDE, 28)
        room = self.width() - LANGUAGE_WIDTH - theme.SIDE
        measured = [self._measure(fit) for fit in FITS]
        self._widths = next((one for one in measured if one.total <= room - LINE_LEAST), measured[-1])
        width = max(120, min(LINE_MOST, room - self._widths.total))
        self.command_line.setGeometry(self.language.x() - theme.SIDE - width, 12, width, 32)
        self._place_drill()

    def _place_drill(self) -> None:
        """Over the lamps but the last two columns of one row, or the last one of two."""
        widths = self._widths
        left = widths.time + widths.seat + COUNTS * widths.count + 24
        columns = widths.lamps - (len(self._kept_lamps()) if widths.fit.full else 1)
        self.drill.setGeometry(left, 6, columns * (widths.lamp + LAMP_PAD) - theme.SPACE, theme.HEADER - 12)

    def _kept_lamps(self) -> list[Lamp]:
        """Those that stay beside the box of a drill."""
        kept = {self._lamps.voice_name(), self._lamps.cameras_name()}
        return [lamp for lamp in self.lamps() if lamp.name in kept]

    def _measure(self, fit: Fit) -> Widths:
        count = max(COUNT_LEAST, *(lettering.width("note", each.label) + 10 for each in self.counts.all()))
        lamps, room = len(self.lamps()), self._lamps.room(words=fit.full)
        side_by_side = lamps if fit.full else -(-lamps // 2)
        latency = self._latency_width() if fit.latency else 0
        return Widths(fit, self._time_width(fit), self._seat_width(fit), count, room, latency, side_by_side)

    def _time_width(self, fit: Fit) -> int:
        date = lettering.width("note", "0000-00-00") + 12 if fit.full else 0
        return 30 + lettering.width("clock", "00:00:00") + 16 + date

    def _seat_width(self, fit: Fit) -> int:
        wanted = lettering.width("body.strong", self._console.seat.position)
        if fit.full:
            wanted = max(wanted, min(SEAT_MOST, lettering.width("note", self._who())))
        return wanted + 36

    def _latency_width(self) -> int:
        name, last, p95 = self._delay_words(Delay(9.99, 9.99))
        first = lettering.width("note", name) + 8 + lettering.width("body.strong", last)
        return max(first, lettering.width("note", p95)) + 32

    # ---- painting ----

    def _boxes(self) -> list[QRect]:
        """Of clock, seat, counts, lamps and latency: from the rule at the left of each to the next one."""
        widths = self._widths
        counts = widths.time + widths.seat
        lamps = counts + COUNTS * widths.count + 16
        delay = lamps + 16 + widths.lamps * (widths.lamp + LAMP_PAD)
        lefts = (0, widths.time, counts, lamps, delay, self.width())
        return [QRect(left, 0, right - left, theme.HEADER) for left, right in pairwise(lefts)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, asked = QPainter(self), event.region()
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        for box, paint in zip(self._boxes(), self._painters(), strict=True):
            if asked.intersects(box):
                paint(painter, box.x())
        painter.end()

    def _painters(self) -> tuple[Callable[[QPainter, int], None], ...]:
        return self._time, self._seat, self._figures, self._links, self._delay

    def _time(self, painter: QPainter, _x: int) -> None:
        now = self._placing.local(self._console.clock.now_ms())
        if now.microsecond < 500_000:
            painter.setBrush(theme.colour("text.hi"))
            painter.setPen(theme.colour("text.hi"))
            painter.drawEllipse(QRect(12, 25, 6, 6))
        hi, dim = theme.colour("text.hi"), theme.colour("text.dim")
        width = lettering.width("clock", "00:00:00")
        lettering.draw(painter, QRect(30, 0, width + 4, theme.HEADER), "clock", now.strftime("%H:%M:%S"), hi)
        if self._widths.fit.full:
            x, offset = 30 + width + 16, now.strftime("%z")
            lettering.draw(painter, QRect(x, 9, 110, 19), "note", now.strftime("%Y-%m-%d"), theme.colour("text"))
            lettering.draw(painter, QRect(x, 28, 110, 19), "note", f"UTC{offset[:3]}:{offset[3:]}", dim)

    def _who(self) -> str:
        """Who acts here, and where; or that nobody had to sign in, or that he stands in for the supervisor."""
        people, person = self._console.people, self._console.seat.person
        about = self._placing.site()
        if people.seating is Seating.FREE:
            about = self.tr("no sign-in")
        elif person in {acting.person for acting in people.acting()}:
            about = self.tr("acting supervisor")
        return f"{person} · {about}"

    def _seat(self, painter: QPainter, x: int) -> None:
        self._rule(painter, x)
        fit, width = self._widths.fit, self._widths.seat
        self._seat_box = QRect(x, 0, width, theme.HEADER)
        box = QRect(x + 16, 9 if fit.full else 18, width - 28, 19)
        lettering.draw(painter, box, "body.strong", self._console.seat.position, theme.colour("text.hi"))
        if fit.full:
            lettering.draw(painter, box.translated(0, 19), "note", self._who(), theme.colour("text.dim"))

    def _figures(self, painter: QPainter, x: int) -> None:
        self._rule(painter, x)
        width = self._widths.count
        self._count_boxes = []
        for count in self.counts.all():
            box = QRect(x + 8, 6, width, 26)
            self._count(painter, box, count)
            self._count_boxes.append((box.adjusted(0, -6, 0, theme.HEADER - 32), count))
            x += width

    def _count(self, painter: QPainter, box: QRect, count: Count) -> None:
        left, align, step = box.left(), lettering.CENTRE, _step(count, box.width())
        colour = theme.colour("text.hi" if count.count else "text.dim")
        if count.worst is not None:
            colour, align = theme.alarm_colour(count.worst), lettering.LEFT
            left = box.center().x() - (SYMBOL + 6 + lettering.width(step, str(count.count))) // 2
            shapes.alarm_symbol(painter, QRectF(left, 11, SYMBOL, SYMBOL), count.worst, colour)
            left += SYMBOL + 6
        room = box.width() if count.worst is None else lettering.width(step, str(count.count)) + 2
        number = QRect(left, box.y(), room, box.height())
        lettering.draw(painter, number, step, str(count.count), colour, align=align)
        below = QRect(box.x(), 32, box.width(), 18)
        lettering.draw(painter, below, "note", count.label, theme.colour("text.dim"), align=lettering.CENTRE)

    def _links(self, painter: QPainter, x: int) -> None:
        """Side by side with their words, or in two rows with their names alone."""
        self._rule(painter, x)
        fit, room = self._widths.fit, self._widths.lamp
        rows = 1 if fit.full else 2
        lamps = self.lamps() if self.drill.isHidden() else self._kept_lamps()
        last = self._widths.lamps * rows
        for i, lamp in enumerate(lamps, 0 if self.drill.isHidden() else last - len(lamps)):
            left, top = x + 16 + i // rows * (room + LAMP_PAD), 11 if fit.full else 8 + i % rows * 22
            if lamp.state == "air":
                self._air(painter, QRect(left - 4, top - 5, room + LAMP_PAD - 6, 44 if fit.full else 24), lamp)
                continue
            shapes.lamp(painter, QRectF(left, top, 16, 16), lamp.state)
            name = QRect(left + 22, top - 2, room, 19)
            lettering.draw(painter, name, "note", lamp.name, theme.colour("text"))
            if fit.full:
                lettering.draw(painter, name.translated(0, 19), "note", lamp.word, theme.colour("text.dim"))

    def _air(self, painter: QPainter, box: QRect, lamp: Lamp) -> None:
        """Our voice goes out: a white box in place of the lamp."""
        painter.fillRect(box, theme.colour("text.hi"))
        dark, half = theme.colour("bg.void"), box.height() // 2
        if not self._widths.fit.full:
            lettering.draw(painter, box, "body.strong", lamp.name, dark, align=lettering.CENTRE)
            return
        upper, lower = box.adjusted(0, 3, 0, -half + 2), box.adjusted(0, half - 2, 0, -3)
        lettering.draw(painter, upper, "body.strong", lamp.name, dark, align=lettering.CENTRE)
        lettering.draw(painter, lower, "note", lamp.word, dark, align=lettering.CENTRE)

    def _delay_words(self, delay: Delay) -> tuple[str, str, str]:
        """Name, last and the day's 95th percentile."""
        p95 = self.tr("today p95 %1 s").replace("%1", _seconds(delay.p95))
        return self.tr("alarm → picture"), f"{_seconds(delay.last)} s", p95

    def _delay(self, painter: QPainter, x: int) -> None:
        if not self._widths.fit.latency:
            return
        self._rule(painter, x)
        box, dim = QRect(x + 16, 9, self._widths.latency - 24, 19), theme.colour("text.dim")
        name, last, p95 = self._delay_words(self.latency.delay())
        lettering.draw(painter, box, "note", name, dim)
        lettering.draw(painter, box, "body.strong", last, theme.colour("text.hi"), align=lettering.RIGHT)
        lettering.draw(painter, box.translated(0, 19), "note", p95, dim)

    def _rule(self, painter: QPainter, x: int) -> None:
        painter.fillRect(x, 10, 1, theme.HEADER - 20, theme.colour("line"))


def _seconds(value: float | None) -> str:
    """Never wider than four signs: whoever waited that long wants no hundredths."""
    if value is None:
        return "—"
    if value >= MOST_S:
        return f"{MOST_S}+"
    return f"{value:.{2 if value < 9.995 else 1 if value < 99.95 else 0}f}"


def _step(count: Count, room: int) -> str:
    """The largest letters in which a number of whatever length stands apart from the next one."""
    room -= 8 + (SYMBOL + 6 if count.worst is not None else 0)
    return next((step for step in STEPS if lettering.width(step, str(count.count)) <= room), STEPS[-1])
