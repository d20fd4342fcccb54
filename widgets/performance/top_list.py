"""The ten points that call most: how often, which share, and what would help. Chosen with the arrows or a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from widgets import lettering, shapes, theme
from widgets.line_list import ROW, LineList, Manner

SYMBOL, LETTER, COUNT, SHARE, LESS, BAR_SHARE, HELP_SHARE = 24, 18, 44, 52, 56, 0.06, 0.25
NARROW = 520  # px below which bars and shares give way


@dataclass(frozen=True, slots=True)
class Entry:
    """One line, of the signal `key`: `bar` 0…1 of the busiest point's calls; `less`: how many the `help` takes away."""

    key: str
    letter: str
    priority: int
    title: str
    calls: str
    share: str
    bar: float
    less: str
    help: str
    is_proposed: bool

    @property
    def words(self) -> str:
        return f"{self.letter} {self.title}: {self.calls}, {self.share}; {self.less} {self.help}"


def columns(width: int) -> tuple[int, int, int, int]:
    """px of the name, the bar, the share and the help."""
    is_wide = width >= NARROW
    bar, share, aid = round(BAR_SHARE * width) if is_wide else 0, SHARE if is_wide else 0, round(HELP_SHARE * width)
    rest = width - 2 * theme.SPACE - SYMBOL - LETTER - COUNT - LESS
    return rest - bar - share - aid, bar, share, aid


def paint_entry(painter: QPainter, box: QRect, entry: Entry) -> None:
    """From the left: symbol, letter, name, bar, calls, share, how many less, by what."""
    name, bar, share, aid = columns(box.width())
    x, y = box.x() + theme.SPACE, box.y()
    symbol = QRectF(x, y + 5, 14, 14)
    shapes.alarm_symbol(painter, symbol, entry.priority, theme.alarm_colour(entry.priority))
    x += SYMBOL
    lettering.draw(painter, QRect(x, y, LETTER, ROW), "body.strong", entry.letter, theme.colour("text"))
    x += LETTER
    lettering.draw(painter, QRect(x, y, name - 8, ROW), "body", entry.title, theme.colour("text"))
    x += name
    if bar:
        painter.fillRect(x, y + 8, max(2, round((bar - 8) * entry.bar)), 9, theme.colour("text.dim"))
    x += bar
    right = lettering.RIGHT
    lettering.draw(painter, QRect(x, y, COUNT, ROW), "body.strong", entry.calls, theme.colour("text.hi"), align=right)
    x += COUNT
    if share:
        lettering.draw(painter, QRect(x, y, share, ROW), "note", entry.share, theme.colour("text.dim"), align=right)
    x += share
    ink = theme.colour("text.hi" if entry.is_proposed else "text.dim")
    lettering.draw(painter, QRect(x, y, LESS, ROW), "note", entry.less, ink, align=right)
    x += LESS + 12
    lettering.draw(painter, QRect(x, y, aid - 12, ROW), "note", entry.help, ink)


class TopHead(QWidget):
    """Names of the columns above the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.calls, self.share, self.less, self.help = "", "", "", "", ""
        self.setFixedHeight(theme.COLUMN_HEAD)

    def paintEvent(self, _event: object) -> None:
        name, bar, share, aid = columns(self.width())
        dim, right = theme.colour("text.dim"), lettering.RIGHT
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("bg.raise"))
            x, height = theme.SPACE, self.height()
            lead = SYMBOL + LETTER + name
            head = QRect(x, 0, lead - 8, height)
            lettering.draw(painter, head, "body.strong", self.title, theme.colour("text.hi"))
            x += lead
            calls = QRect(x, 0, bar + COUNT, height)
            lettering.draw(painter, calls, "note", self.calls, dim, align=right)
            x += bar + COUNT
            if share:
                lettering.draw(painter, QRect(x, 0, share, height), "note", self.share, dim, align=right)
            x += share
            lettering.draw(painter, QRect(x, 0, LESS, height), "note", self.less, dim, align=right)
            lettering.draw(painter, QRect(x + LESS + 12, 0, aid - 12, height), "note", self.help, dim)


class TopList(LineList[Entry]):
    """`moved` also when a chosen one has other figures, or another place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Manner(lambda entry: entry.key, lambda entry: entry.words, paint_entry, begins=False), parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_rows(self, rows: Sequence[Entry]) -> None:
        was_chosen, is_new = self.chosen() is not None, self.lines.rows != tuple(rows)
        super().show_rows(rows)
        if was_chosen and is_new:
            self.moved.emit()
