"""Where in memory: a line from the oldest picture to now, a thin one for each camera, marks, and a handle to drag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import theme

HEIGHT, GROOVE, LANE, HANDLE = 26, 6, 2, 8
LANES = 4  # cameras whose own span is drawn
NEAREST_NS = 1_000_000


@dataclass(frozen=True, slots=True)
class Track:
    """What it shows; moments are monotonic ns, 0 = none."""

    from_ns: int
    until_ns: int
    at_ns: int
    spans: Sequence[tuple[int, int]] = ()
    in_ns: int = 0
    out_ns: int = 0
    alarm_ns: int = 0


class Scrub(QWidget):
    """`sought` is emitted for what the operator wants, never for what is shown."""

    sought = Signal(object)  # monotonic ns: more than a Qt integer holds

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.track: Track | None = None
        self._dragged_ns: int | None = None
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the bar has the keys
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_track(self, track: Track | None) -> None:
        """This from now on; a handle in the operator's hand stays there."""
        self.track = track
        self.update()

    def x_of(self, ns: int) -> int:
        """Where a moment stands, px."""
        track, room = self.track, self.width() - 2 * HANDLE
        if track is None:
            return HANDLE
        share = (ns - track.from_ns) / max(NEAREST_NS, track.until_ns - track.from_ns)
        return HANDLE + round(room * max(0.0, min(1.0, share)))

    def _seek(self, x: float) -> None:
        track = self.track
        if track is None:
            return
        share = max(0.0, min(1.0, (x - HANDLE) / max(1, self.width() - 2 * HANDLE)))
        self._dragged_ns = track.from_ns + round(share * (track.until_ns - track.from_ns))
        self.sought.emit(self._dragged_ns)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_ns is not None:
            self._seek(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged_ns = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            track = self.track
            groove = QRect(HANDLE, (HEIGHT - GROOVE) // 2, self.width() - 2 * HANDLE, GROOVE)
            painter.fillRect(groove, theme.colour("line.strong"))
            if track is None:
                return
            here = self.x_of(self._dragged_ns if self._dragged_ns is not None else track.at_ns)
            painter.fillRect(QRect(groove.x(), groove.y(), here - groove.x(), GROOVE), theme.colour("text.dim"))
            self._lanes(painter, track)
            self._marks(painter, track, groove)
            painter.fillRect(QRect(here - HANDLE // 2, 1, HANDLE, HEIGHT - 2), theme.colour("text.hi"))

    def _lanes(self, painter: QPainter, track: Track) -> None:
        """Where a camera has less than the others its line begins later."""
        if len(track.spans) < 2:
            return
        for number, (begin, end) in enumerate(track.spans[:LANES]):
            if end > begin:
                left, right = self.x_of(begin), self.x_of(end)
                top = HEIGHT - (LANES - number) * (LANE + 1)
                painter.fillRect(QRect(left, top, right - left, LANE), theme.colour("ctl.edge"))

    def _marks(self, painter: QPainter, track: Track, groove: QRect) -> None:
        if track.alarm_ns and track.from_ns <= track.alarm_ns <= track.until_ns:
            mark = QRect(self.x_of(track.alarm_ns) - 1, 2, 3, HEIGHT - 4)
            painter.fillRect(mark, theme.colour("alarm.urgent"))
        if track.in_ns or track.out_ns:
            left = self.x_of(track.in_ns or track.from_ns)
            right = self.x_of(track.out_ns or track.until_ns)
            painter.fillRect(QRect(left, groove.y() - 4, right - left, 3), theme.colour("text.hi"))
        for ns, turn in ((track.in_ns, 1), (track.out_ns, -1)):
            if ns:
                x = self.x_of(ns)
                painter.fillRect(QRect(x - 1, 1, 2, groove.y() + GROOVE), theme.colour("text.hi"))
                painter.fillRect(QRect(min(x, x + 5 * turn), 1, 5, 2), theme.colour("text.hi"))
