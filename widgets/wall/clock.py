"""That the wall lives: the clock with a dot that beats once a second; beside an alarm, who has it and what else is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from console.app import Console
from widgets import lettering, theme
from widgets.placing import Placing

HERO = 1.8  # the clock of the block over the reader's letters
BEAT_MS = 1_000


def draw(painter: QPainter, box: QRect, console: Console, placing: Placing, ink: QColor, name: str = "") -> int:
    """Clock and dot, one line, at the right end of the box; gives the left edge."""
    name = name or theme.wall_type(box.height() // 3, strong=True)
    now = console.clock.now_ms()
    text, dot = placing.clock(now), lettering.height(name) // 5
    width = lettering.width(name, text) + 4 * dot
    line = QRect(box.right() + 1 - width, box.top(), width, box.height())
    lettering.draw(painter, line, name, text, ink)
    beat(painter, QPointF(line.right() - dot, line.center().y()), dot, now, ink)
    return line.left()


def beat(painter: QPainter, centre: QPointF, radius: float, now_ms: int, ink: QColor) -> None:
    """Filled for half a second, a ring for the other half."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, max(1.5, radius / 4)))
    painter.setBrush(ink if now_ms % BEAT_MS < BEAT_MS // 2 else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
    painter.restore()


class Corner(QWidget):
    """The clock of a wall at rest: in the caption bar of the last tile, where nothing else is."""

    def __init__(self, console: Console, placing: Placing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self.type_name = "body.strong"
        self._drawn = QPixmap()  # the pictures beneath come many times a second, a new second once
        self._says: tuple[object, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def wanted(self, name: str) -> int:
        """Width it needs in letters of that step."""
        clock = lettering.width(name, "00:00:00") + lettering.height(name) * 6 // 5
        word = self._placing.dark()
        return clock + (lettering.width(name, word) + lettering.height(name) if word else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        half_second = self._console.clock.now_ms() // (BEAT_MS // 2)
        ratio, word = self.devicePixelRatioF(), self._placing.dark()
        says = (half_second, word, self.size(), ratio, self.type_name, theme.language())
        if says != self._says:
            self._says, self._drawn = says, QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            with QPainter(self._drawn) as painter:
                self._draw(painter, word)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._drawn)

    def _draw(self, painter: QPainter, word: str) -> None:
        painter.fillRect(self.rect(), theme.colour("bg.void"))
        box = self.rect().adjusted(0, 0, -lettering.height(self.type_name) // 4, 0)
        left = draw(painter, box, self._console, self._placing, theme.colour("text.hi"), self.type_name)
        if word:
            line = QRect(0, 0, left, self.height()).adjusted(lettering.height(self.type_name) // 3, 0, 0, 0)
            lettering.draw(painter, line, self.type_name, word, theme.colour("alarm.fault"))


class Block(QWidget):
    """Beside the alarm picture: the large clock, who has the alarm, how many cameras are live."""

    def __init__(self, console: Console, placing: Placing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self.px = 40

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        inner = self.rect().adjusted(self.px // 2, self.px // 4, -self.px // 2, -self.px // 4)
        hero = round(self.px * HERO)
        lines = self.lines()
        rest = inner.height() - hero * 5 // 4
        clock = QRect(inner.left(), inner.top(), inner.width(), hero * 5 // 4)
        name = theme.wall_type(hero, strong=True)
        lettering.draw(painter, clock, name, self._placing.clock(self._console.clock.now_ms()), theme.colour("text.hi"))
        dot = self.px * 0.3
        centre = QPointF(clock.right() - dot, clock.center().y())
        beat(painter, centre, dot, self._console.clock.now_ms(), theme.colour("text.hi"))
        letters = theme.wall_type(round(self.px * 0.9))
        lines = lines[: max(1, rest // lettering.height(letters))]  # whole lines only, the owner first
        height = rest // len(lines)
        for i, (text, token) in enumerate(lines):
            line = QRect(inner.left(), clock.bottom() + 1 + i * height, inner.width(), height)
            lettering.draw(painter, line, letters, text, theme.colour(token))
        painter.end()

    def lines(self) -> list[tuple[str, str]]:
        """Who has the first alarm; cameras and open alarms."""
        pictures, shown = self._console.pictures, self._console.seeing.wall.region
        alarms = (self._console.alarms.get(cell.alarm) for cell in shown if cell is not None)
        by = next((alarm.acknowledged.by for alarm in alarms if alarm is not None and alarm.acknowledged), None)
        owner = (
            self.tr("%1 has it").replace("%1", f"{by.person}, {by.position}") if by else self.tr("nobody has it yet")
        )
        live = self.tr("%1 of %2 cameras").replace("%1", str(pictures.live)).replace("%2", str(pictures.total))
        active = self.tr("%n active", "", sum(1 for alarm in self._console.alarms.rows() if alarm.is_active))
        name = theme.wall_type(round(self.px * 0.9))
        if word := self._placing.dark():
            return [(owner, "text.hi"), (word, "alarm.fault"), (f"{live} · {active}", "text.dim")]
        if lettering.width(name, f"{live} · {active}") <= self.width() - self.px:
            return [(owner, "text.hi"), (f"{live} · {active}", "text.dim")]
        return [(owner, "text.hi"), (live, "text.dim"), (active, "text.dim")]
