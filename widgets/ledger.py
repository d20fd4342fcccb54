"""The latency ledger of one alarm: detector, received, decided, picture, your key; seconds after the detector."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.alarms import Alarm
from console.app import Console
from console.model import AlarmId
from console.seeing import LedgerTimes
from widgets import lettering, theme

HEIGHT = 80
VALUE = 40  # px a column has at least


class Ledger(QWidget):
    """Always in view, so the room sees its own delay and it stays honest."""

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._alarm: AlarmId | None = None
        self.setFixedHeight(HEIGHT)
        console.announcer.subscribe(announce.CameraShown, self.on_camera_shown)

    def on_camera_shown(self, _shown: announce.CameraShown) -> None:
        self.update()

    def show_alarm(self, alarm: AlarmId | None) -> None:
        self._alarm = alarm
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        title = QRect(theme.SIDE, 4, self.width() - 2 * theme.SIDE, 20)
        lettering.draw(painter, title, "note", self.tr("Latency ledger, s"), theme.colour("text.dim"))
        alarm = self._console.alarms.get(self._alarm) if self._alarm is not None else None
        cells = self._cells(alarm)
        needed = [max(VALUE, lettering.width("note", name) + 4) for name, _ in cells]
        spare, left = max(0, self.width() - sum(needed)) // len(cells), 0
        for (name, value), need in zip(cells, needed, strict=True):
            box = QRect(left, 26, need + spare, 24)
            lettering.draw(painter, box, "body.strong", value, theme.colour("text.hi"), align=lettering.CENTRE)
            below = QRect(left, 50, need + spare, 20)
            lettering.draw(painter, below, "note", name, theme.colour("text.dim"), align=lettering.CENTRE)
            left += need + spare
        painter.end()

    def _cells(self, alarm: Alarm | None) -> list[tuple[str, str]]:
        times = self._console.seeing.ledger(alarm) if alarm is not None else LedgerTimes(0, 0, 0, 0, 0)
        return [
            (self.tr("device"), _after(times, times.source_ms)),
            (self.tr("received"), _after(times, times.received_ms)),
            (self.tr("row"), _after(times, times.decided_ms)),
            (self.tr("picture"), _after(times, times.painted_ms)),
            (self.tr("your key"), _after(times, times.acknowledged_ms)),
        ]


def _after(times: LedgerTimes, at_ms: int) -> str:
    return f"+{(at_ms - times.source_ms) / 1000:.2f}" if at_ms and times.source_ms else "—"
