"""How long a key waits for its trends: from the key to the paint that shows the last of its lines. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from console.announce import TrendsShown
from console.app import Console


class Stopwatch(QObject):
    """Started by the key; announces once, in the turn after the paint."""

    def __init__(self, console: Console, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._started_ns: int | None = None
        self._shown: TrendsShown | None = None

    def start(self) -> None:
        """A key asked for trends; another one before they are there begins anew."""
        self._started_ns, self._shown = self._console.clock.monotonic_ns(), None

    def drawn(self, points: int, span_ms: int) -> None:
        """Every line is there and is painted next."""
        if self._started_ns is not None and self._shown is None:
            self._shown = TrendsShown(points=points, span_ms=span_ms, after_ms=0)

    def painted(self) -> None:
        """A plot was painted."""
        if self._started_ns is None or self._shown is None:
            return
        after = (self._console.clock.monotonic_ns() - self._started_ns) // 1_000_000
        shown = TrendsShown(points=self._shown.points, span_ms=self._shown.span_ms, after_ms=after)
        self._started_ns = self._shown = None
        QTimer.singleShot(0, self, lambda: self._console.announcer.publish(shown))
