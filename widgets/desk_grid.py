"""The fixed places of the desk below header and banner: three columns, what lies in them, and the splitters between.

The gutters are the splitters. A column or panel that was moved by hand keeps its size; a double click gives it back to
the measures of the window.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from widgets import measures, theme

LEFT, RIGHT, TILE, JOURNAL, TRENDS = "left", "right", "tile", "journal", "trends"  # what the splitters decide
MOST = 16_384  # a kept size beyond any screen is no size


class Handle(QSplitterHandle):
    """A gutter that can be dragged; a double click restores."""

    restore_asked = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("bg.void"))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.restore_asked.emit()
        event.accept()


class Split(QSplitter):
    """Two or three panels with gutters; `restored` names the gutter that was double-clicked, from 1."""

    restored = Signal(int)

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(theme.GUTTER)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        handle = Handle(self.orientation(), self)
        at = self.count()
        handle.restore_asked.connect(lambda: self.restored.emit(at))
        return handle


class DeskGrid(QWidget):
    """`moved` is emitted when the operator moved or restored a splitter: `kept()` then says what to keep.

    `trends` and `talk` are there in a console that has them; without them their room belongs to the panels above.
    """

    moved = Signal()

    def __init__(
        self, alarms: QWidget, journal: QWidget, pictures: QWidget, lower: QWidget, side: QWidget,
        parent: QWidget | None = None, *, trends: QWidget | None = None, talk: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._by_hand: dict[str, int] = {}
        self._journal, self._trends, self._talk = journal, trends, talk
        self._arranged_trends = 0
        self._is_given = False
        self.columns = Split(Qt.Orientation.Horizontal, self)  # first the frame: a full panel is costly to move
        self.left = Split(Qt.Orientation.Vertical, self.columns)
        self.centre = Split(Qt.Orientation.Vertical, self.columns)
        middle = self.centre if talk is None else _stacked(self.centre, talk, self.columns)
        for split, panels in (
            (self.columns, (self.left, middle, side)), (self.left, (alarms, journal, trends)),
            (self.centre, (pictures, lower)),
        ):  # fmt: skip
            for panel in filter(None, panels):
                split.addWidget(panel)
        for panel, width in (
            (self.left, measures.LEFT_LEAST), (middle, measures.CENTRE_LEAST), (side, measures.RIGHT_LEAST),
        ):  # fmt: skip
            panel.setMinimumWidth(width)
        alarms.setMinimumHeight(measures.ALARMS_LEAST)
        journal.installEventFilter(self)
        pictures.setMinimumHeight(measures.PICTURES_LEAST)
        lower.setMinimumHeight(measures.LOWER_LEAST)
        if trends is not None:
            trends.setMinimumHeight(measures.TRENDS_LEAST)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.GUTTER, 0, 0)
        layout.addWidget(self.columns)
        self._connect()

    def _connect(self) -> None:
        self.columns.splitterMoved.connect(self.on_column_moved)
        self.columns.restored.connect(lambda at: self._restore(LEFT if at == 1 else RIGHT))
        self.left.splitterMoved.connect(self.on_left_moved)
        self.left.restored.connect(lambda at: self._restore(*((JOURNAL,) if at == 1 else (JOURNAL, TRENDS))))
        self.centre.splitterMoved.connect(lambda: self._take(**{TILE: self.centre.sizes()[0]}))
        self.centre.restored.connect(lambda: self._restore(TILE))

    # ---- by hand ----

    def on_column_moved(self, _position: int, at: int) -> None:
        sizes = self.columns.sizes()
        self._take(**({LEFT: sizes[0]} if at == 1 else {RIGHT: sizes[2]}))

    def on_left_moved(self, _position: int, at: int) -> None:
        """The lower gutter moves the journal too, and so may the upper one when it pushes."""
        _alarms, journal, *trends = self.left.sizes()
        pushed = bool(trends) and (at != 1 or trends[0] != self._arranged_trends)
        self._take(**{JOURNAL: journal}, **({TRENDS: trends[0]} if pushed else {}))

    def _take(self, **sizes: int) -> None:
        self._by_hand |= sizes
        self.moved.emit()
        self.arrange()

    def _restore(self, *names: str) -> None:
        for name in names:
            self._by_hand.pop(name, None)
        self.arrange()
        self.moved.emit()

    def kept(self) -> dict[str, int]:
        """The sizes chosen by hand, px."""
        return dict(self._by_hand)

    def restore(self, kept: Mapping[str, object]) -> None:
        """Sizes as `kept` gave them; anything else in there is passed over."""
        names = (LEFT, RIGHT, TILE, JOURNAL, TRENDS)
        sizes = {name: size for name in names if isinstance(size := kept.get(name), int) and 0 < size < MOST}
        self._by_hand = sizes
        self.arrange()

    # ---- places ----

    def give_room(self, given: bool) -> None:
        """The alarms have the whole left column, or share it again."""
        self._is_given = given
        for panel in filter(None, map(self.left.widget, range(1, self.left.count()))):
            panel.setVisible(not given)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._journal and event.type() == QEvent.Type.LayoutRequest:
            self.arrange()  # something came above the journal, or left: it must be readable whatever lies below
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Every panel gets its size: by hand where it was moved, else as measured."""
        sizes = measures.measure(
            self.width(), self.height() + theme.HEADER + theme.BANNER,
            trends=self._trends is not None, talk=self._talk is not None,
        )  # fmt: skip
        left, right = self._by_hand.get(LEFT, sizes.left), self._by_hand.get(RIGHT, sizes.right)
        centre = max(measures.CENTRE_LEAST, self.width() - left - right - 2 * theme.GUTTER)
        self.columns.setSizes([left, centre, right])
        self._arrange_left(sizes)
        body = sizes.tile + sizes.lower
        tile = self._by_hand.get(TILE, min(measures.tile_height(centre), body - measures.LOWER_LEAST))
        if self._talk is not None:
            self._talk.setFixedHeight(sizes.talk)
        self.centre.setSizes([tile, body - tile])

    def _arrange_left(self, sizes: measures.Measures) -> None:
        """The alarms keep their least whatever was moved by hand, in this window or in a higher one."""
        if self._is_given:
            return
        gutters = theme.GUTTER * (2 if self._trends is None else 3)
        room = self.height() - gutters - measures.ALARMS_LEAST
        least = self._journal_least()
        trends = min(self._by_hand.get(TRENDS, sizes.trends), room - least) if self._trends is not None else 0
        journal = min(max(least, self._by_hand.get(JOURNAL, sizes.journal)), room - trends)
        self._journal.setMinimumHeight(least)
        self._arranged_trends = trends
        alarms = measures.ALARMS_LEAST + room - journal - trends
        self.left.setSizes([alarms, journal] if self._trends is None else [alarms, journal, trends])

    def _journal_least(self) -> int:
        """Its head, or what lies above it in full: a text without its buttons decides nothing."""
        above = self._journal.layout()
        wanted = above.totalMinimumHeightForWidth(self._journal.width()) if above is not None else 0
        return max(theme.PANEL_HEAD, wanted)


def _stacked(upper: QWidget, lower: QWidget, parent: QWidget) -> QWidget:
    """Two panels with a gutter that does not move: the lower one has its own height."""
    stack = QWidget(parent)
    layout = QVBoxLayout(stack)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.GUTTER)
    layout.addWidget(upper, 1)
    layout.addWidget(lower)
    return stack
