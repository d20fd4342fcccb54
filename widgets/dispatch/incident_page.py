"""The page of incidents in the lower panel: open ones and those closed lately, beside the timeline of one of them.

That is the one the keys are on; Enter brings it into the column, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from widgets import lettering, theme
from widgets.dispatch.entries import IncidentEntry
from widgets.dispatch.list_section import ListSection
from widgets.dispatch.row_list import RowList
from widgets.dispatch.timeline import Timeline, TimelineEntry
from widgets.player.bar import PlayerBar

LIST_SHARE, LIST_LEAST, LIST_MOST = 0.34, 232, 420


class IncidentPage(QWidget):
    """`chosen` carries the key of an incident, `moved` that of the one the keys went to, `play_asked` what of its
    timeline is to be heard again.
    """

    chosen = Signal(str)
    moved = Signal(str)
    play_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = PlayerBar(self)
        self.open, self.closed = ListSection(self), ListSection(self)
        self.timeline = Timeline(self)
        self.setFocusProxy(self.open.rows)
        for section in (self.open, self.closed):
            section.rows.opened.connect(self.chosen)
        self.open.rows.moved.connect(lambda: self._on_moved(self.open.rows))
        self.closed.rows.moved.connect(lambda: self._on_moved(self.closed.rows))
        self.timeline.play_asked.connect(self.play_asked)
        self._listing = QScrollArea(self)
        self._listing.setFrameShape(QFrame.Shape.NoFrame)
        self._listing.setWidgetResizable(True)
        self._listing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._listing.setWidget(self._stack())
        self.empty = ""  # what is said in place of a timeline
        self._is_listing = False  # the keys may find themselves on another row: nobody has moved

    def _stack(self) -> QWidget:
        paper = QWidget(self)
        paper.setAutoFillBackground(True)
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.open)
        column.addWidget(self.closed)
        column.addStretch(1)
        return paper

    def show_incidents(self, entries: Sequence[IncidentEntry], shown: str | None, checked: str) -> None:
        """`shown` is the one beside the list; `checked` says what was looked at and when, while none is open."""
        marked = [replace(entry, is_shown=entry.key == shown) for entry in entries]
        running = [entry for entry in marked if entry.is_open]
        over = [entry for entry in marked if not entry.is_open]
        has_keys = self.open.rows.hasFocus() or self.closed.rows.hasFocus()
        self._is_listing = True
        self.open.say(self.tr("Open incidents"), str(len(running)), running, checked)
        self.closed.say(self.tr("Closed lately") if over else "", str(len(over)), over)
        rows = self.closed.rows if any(entry.is_shown for entry in over) else self.open.rows
        self.setFocusProxy(rows)
        if shown is not None and rows.chosen_key() != shown:
            rows.choose(shown)
        if has_keys:
            rows.setFocus()
        self._is_listing = False

    def _on_moved(self, rows: RowList) -> None:
        if not self._is_listing and rows.hasFocus() and (key := rows.chosen_key()) is not None:
            self.moved.emit(key)

    def show_timeline(self, title: str, lines: Sequence[TimelineEntry]) -> None:
        """The incident that is shown now; while there is none it says so."""
        self.bar.title = title or self.tr("Incidents")
        nothing = self.tr("No incident is open and none was closed in this run: there is no timeline.")
        self.empty = "" if title else nothing
        self.timeline.show_lines(lines)
        self.timeline.setVisible(bool(title))
        self.bar.update()
        self.update()

    # ---- layout ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, top = self.width(), theme.PANEL_HEAD
        self.bar.setGeometry(0, 0, width, top)
        beside = min(LIST_MOST, max(LIST_LEAST, round(LIST_SHARE * width)))
        self._listing.setGeometry(0, top, beside, self.height() - top)
        left = beside + theme.GUTTER
        self.timeline.setGeometry(left, top, width - left, self.height() - top)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.void"))
        box = QRect(self.timeline.geometry())
        painter.fillRect(box, theme.colour("bg.panel"))
        if self.empty:
            lettering.draw_wrapped(painter, box.adjusted(16, 0, -16, 0), "body", self.empty, theme.colour("text.dim"))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.bar.update()
        super().changeEvent(event)
