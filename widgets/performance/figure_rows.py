"""The figures as rows of a sheet: tiles for what is judged first, then tables of priorities and of waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter

from console.model import AlarmClass
from console.performance.answering import Waits
from console.performance.figures import Figures
from console.performance.rates import Grade
from widgets import lettering, theme
from widgets.performance.naming import Naming
from widgets.performance.performance_words import PerformanceWords, percent
from widgets.placing import Placing
from widgets.sheet import Head, Numbered, Row, Text
from widgets.words import Words

TILE, TILE_GAP, WIDE = 46, 4, 350
LINE, CELL_GAP, FIRST = 24, 4, 84
STALE_SHOWN = 20
PARTS = ((1, 2), (3,), (4, 0))  # urgent and high, medium, low and faults: the three groups the guides speak of


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with its name; `is_bad` when it is not what a good room has."""

    name: str
    value: str
    is_bad: bool = False


def per_row(width: int) -> int:
    """How many figures have room side by side."""
    return 3 if width >= WIDE else 2


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures side by side; what is not as it should be stands in a frame and carries a mark."""

    tiles: tuple[Tile, ...]

    def height(self, width: int) -> int:
        return -(-len(self.tiles) // per_row(width)) * (TILE + TILE_GAP)

    def paint(self, painter: QPainter, box: QRect) -> None:
        count = per_row(box.width())
        room = (box.width() - 2 * theme.SPACE + TILE_GAP) // count
        for at, tile in enumerate(self.tiles):
            x, y = theme.SPACE + at % count * room, box.y() + at // count * (TILE + TILE_GAP)
            self._tile(painter, QRect(x, y, room - TILE_GAP, TILE), tile)

    def _tile(self, painter: QPainter, box: QRect, tile: Tile) -> None:
        painter.fillRect(box, theme.colour("bg.raise"))
        inner = box.adjusted(8, 3, -6, -3)
        name = QRect(inner.x(), inner.y(), inner.width(), 16)
        lettering.draw(painter, name, "note", tile.name, theme.colour("text.dim"))
        value = QRect(inner.x(), inner.y() + 16, inner.width(), 24)
        mark = "▲ " if tile.is_bad else ""
        lettering.draw(painter, value, "value", mark + tile.value, theme.colour("text.hi"))
        if tile.is_bad:
            painter.setPen(theme.colour("text.dim"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: the first cell at the left, the others right-aligned in columns of equal width."""

    cells: tuple[str, ...]
    first: int  # px of the first column
    is_head: bool = False

    def height(self, _width: int) -> int:
        return LINE

    def paint(self, painter: QPainter, box: QRect) -> None:
        if not self.is_head:
            painter.fillRect(box.x(), box.y(), box.width(), 1, theme.colour("line"))
        inner = box.adjusted(theme.SIDE, 0, -theme.SIDE, 0)
        self._cell(painter, QRect(inner.x(), inner.y(), self.first - 4, LINE), self.cells[0], lettering.LEFT)
        room = (inner.width() - self.first) // max(1, len(self.cells) - 1)
        for at, cell in enumerate(self.cells[1:]):
            right = QRect(inner.x() + self.first + at * room + CELL_GAP, inner.y(), room - CELL_GAP, LINE)
            self._cell(painter, right, cell, lettering.RIGHT)

    def _cell(self, painter: QPainter, box: QRect, text: str, align: Qt.AlignmentFlag) -> None:
        """In smaller letters where the usual ones have no room."""
        fits = not self.is_head and lettering.width("body", text) < box.width()
        ink = theme.colour("text.dim" if self.is_head else "text")
        lettering.draw(painter, box, "body" if fits else "note", text, ink, align=align)


class FigureRows(QObject):
    """Asked at every refresh."""

    def __init__(
        self, words: PerformanceWords, names: Words, placing: Placing, naming: Naming, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._names = names
        self._placing = placing
        self._naming = naming

    def rows(self, found: Figures) -> list[Row]:
        """Everything that is not in the chart and not in the list."""
        return [
            Tiles(tuple(self.tiles(found))),
            Text(self.when(found), "note", "text.dim", below=4),
            *self._shares(found),
            *self._waits(found),
            *self._stale(found),
        ]

    def when(self, found: Figures) -> str:
        """Of what time, and that the journal is younger than what was asked for."""
        start, end = (
            self._placing.local(t_ms).strftime("%Y-%m-%d %H:%M:%S") for t_ms in (found.start_ms, found.end_ms)
        )
        text = f"{start} – {end}"
        if found.start_ms - found.asked_ms > 60_000:
            text += " · " + self.tr("the journal begins here")
        return text

    def tiles(self, found: Figures) -> Iterator[Tile]:
        """What is judged first."""
        rates, standing = found.rates, found.standing
        is_calm = rates.grade in (Grade.ROBUST, Grade.STABLE)
        yield Tile(self.tr("calls / 10 min"), f"{rates.mean:.1f} {self._words.grade(rates.grade)}", not is_calm)
        yield Tile(self.tr("worst 10 min"), f"{rates.peak}", rates.peak > 10)
        yield Tile(self.tr("in flood"), percent(rates.flood_share), rates.flood_share >= 0.01)
        yield Tile(self.tr("calls · alarms"), f"{found.calls} · {found.alarms}")
        yield Tile(self.tr("worst per day"), f"{rates.upset:.1f}", rates.upset > 10)
        yield Tile(self.tr("ten busiest"), percent(found.top_share), len(found.top) == 10 and found.top_share > 0.05)
        yield Tile(
            self.tr("chattering"), f"{found.chattering} · {found.chattering_points}", found.chattering > 0
        )  # fmt: skip
        yield Tile(self.tr("fleeting"), str(found.fleeting), found.fleeting > 0)
        stands_badly = standing.now >= 10 or len(found.stale) > 0
        yield Tile(self.tr("standing · stale"), f"{standing.now} · {len(found.stale)}", stands_badly)

    def _shares(self, found: Figures) -> Iterator[Row]:
        yield Head(self.tr("Priorities"), self.tr("about 5 : 15 : 80 %"))
        shares = {one.priority: one for one in found.priorities}
        for parts in PARTS:
            name = " + ".join(self._names.priority(part) for part in parts)
            calls = sum(shares[part].calls for part in parts)
            share = sum(shares[part].share for part in parts)
            yield Line((name, str(calls), percent(share)), 190)

    def _waits(self, found: Figures) -> Iterator[Row]:
        yield Head(self.tr("Time to acknowledge"), self.tr("of %1 answers").replace("%1", str(_answers(found))))
        if not found.classes:
            yield Text(self.tr("Nothing called in this time."), ink="text.dim")
            return
        heads = self.heads()
        yield Line((self.tr("answers"), *heads), FIRST, is_head=True)
        for waits in found.classes:
            yield Line((f"{waits.name} · {waits.answered}", *self.cells(waits)), FIRST)
        for waits in found.positions:
            yield Line((f"{waits.name} · {waits.answered}", *self.cells(waits)), FIRST)

    def heads(self) -> tuple[str, ...]:
        """Names of the columns of `cells`."""
        return ("50 %", "90 %", "95 %", self.tr("worst"), self.tr("open"))

    def class_name(self, waits: Waits) -> str:
        return f"{waits.name} {self._names.alarm_class(AlarmClass(waits.name))}"

    def cells(self, waits: Waits) -> tuple[str, ...]:
        """A dash where nobody has answered."""
        lengths = (waits.p50_ms, waits.p90_ms, waits.p95_ms, waits.worst_ms)
        told = (self._words.length(one) if waits.answered else "–" for one in lengths)
        return (*told, str(waits.waiting) if waits.waiting else "")

    def _stale(self, found: Figures) -> Iterator[Row]:
        if not found.stale:
            return
        yield Head(self.tr("Standing for more than a day"), str(len(found.stale)))
        for one in found.stale[:STALE_SHOWN]:
            what, where = self._names.kind(one.kind), self._naming.where(one.point, one.label)
            since = self.tr("for %1").replace("%1", self._words.length(found.end_ms - one.since_ms))
            yield Numbered(one.alarm_class.value, what, f"{where} · {since}", column=28)


def _answers(found: Figures) -> int:
    return sum(waits.answered for waits in found.classes)
