"""The rate of calls on paper: a bar for each ten minutes. Drawn on the thread that writes files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainter

from console.performance.rates import FLOOD_STARTS_ABOVE, Rates
from widgets.performance.chart import gathered
from widgets.printing import BLACK, Block, Press, mm, stacked

TALL_MM, BARS, POINTS = 32.0, 400, 8.0
BAR, FLOOD = QColor("#444444"), QColor("#a85a00")


@dataclass(frozen=True, slots=True)
class PrintedRates:
    """A bar for each ten minutes, or for the worst of several; the line is where a flood begins. Not for tables."""

    title: str
    rates: Rates

    def blocks(self, press: Press) -> Iterator[Block]:
        chart = Block(mm(TALL_MM), lambda painter, y: self._draw(painter, y, press.width))
        yield stacked([press.text(self.title, POINTS), chart])

    def rows(self) -> Iterator[Sequence[str]]:
        yield from ()

    def _draw(self, painter: QPainter, y: int, width: int) -> None:
        heights, _ = gathered(self.rates.counts, BARS)
        high, low = max(12, int(heights.max(initial=0))), y + mm(TALL_MM)
        room = width / len(heights)
        for at, calls in enumerate(heights.tolist()):
            tall = round(mm(TALL_MM) * calls / high)
            painter.fillRect(round(at * room), low - tall, max(1, round(0.8 * room)), tall, BAR)
        painter.fillRect(0, low, width, 1, BLACK)
        painter.fillRect(0, low - round(mm(TALL_MM) * FLOOD_STARTS_ABOVE / high), width, 1, FLOOD)
