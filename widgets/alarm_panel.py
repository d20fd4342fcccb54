"""The alarm table with its head, its column names, and what is said while it is empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.app import Console
from console.model import AlarmId
from widgets import lettering, theme
from widgets.alarm_table import AlarmTable
from widgets.column_head import ColumnHead
from widgets.counts import UNSEEN
from widgets.dispatch.board import Board
from widgets.placing import Placing
from widgets.words import Words

LOOK_MS = 1_000  # how often the number of points heard is read while no alarm is open


class AlarmHead(QWidget):
    """How many alarms are open and how many nobody has seen."""

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self.setFixedHeight(theme.PANEL_HEAD)

    def counts(self) -> str:
        rows = self._console.alarms.rows()
        unseen = sum(a.shown in UNSEEN for a in rows)
        text = self.tr("%1 unacknowledged · %2 open")
        return text.replace("%1", str(unseen)).replace("%2", str(len(rows)))

    def short_counts(self) -> str:
        """The same where there is little room: unacknowledged of open."""
        rows = self._console.alarms.rows()
        return f"{sum(a.shown in UNSEEN for a in rows)} / {len(rows)}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        box = self.rect().adjusted(theme.SIDE, 0, -theme.SIDE, 0)
        title = self.tr("Alarms")
        lettering.draw(painter, box, "body.strong", title, theme.colour("text.hi"))
        box.setLeft(box.left() + lettering.width("body.strong", title) + 12)
        text = self.counts()
        if lettering.width("body", text) > box.width():
            text = self.short_counts()
        lettering.draw(painter, box, "body", text, theme.colour("text"))
        painter.end()


class AlarmPanel(QWidget):
    """Never blank: an empty table says so and how much of the site is heard."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self.head = AlarmHead(console, self)
        self.table = AlarmTable(console, placing, words, board, self)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(theme.SIDE, theme.SIDE, theme.SIDE, theme.SIDE)
        self._empty.setStyleSheet(f"background: {theme.TOKENS['bg.panel']}; color: {theme.TOKENS['text.dim']}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, ColumnHead(words, self), self._empty):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        self.retranslate()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._count)
        self._timer.start()

    def refresh(self, alarm_id: AlarmId) -> None:
        """The alarm changed, came or went."""
        self.table.refresh(alarm_id)
        self._count()

    def read_again(self) -> None:
        """Other alarms than before are shown; none of them is chosen."""
        self.table.rows.read_again()
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._empty.setFont(theme.font("body"))
        self._count()

    def _count(self) -> None:
        heard = self._console.points.count()
        empty = self.tr("No alarm is open. %1 of %2 points heard.")
        self._empty.setText(empty.replace("%1", str(heard.heard)).replace("%2", str(heard.total)))
        self._empty.setVisible(not len(self._console.alarms))
        self.head.update()
