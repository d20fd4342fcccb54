"""The alarm table: every open alarm as one row of fixed form. It can be narrowed, and never below the fire alarms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from console.alarms import Alarm, Shown
from console.app import Console
from console.model import AlarmClass, AlarmId, PointId
from widgets import theme
from widgets.alarms.hand import Hand
from widgets.alarms.line_words import countdown, until_next
from widgets.alarms.lines import AlarmLine, FoldLine, PointLine
from widgets.alarms.listing import Listing, is_listed
from widgets.alarms.model import ALARM, AlarmModel
from widgets.alarms.rows import CLASS_LEFT, AlarmRow, text_left
from widgets.dispatch.board import Board
from widgets.placing import Placing
from widgets.words import Words

__all__ = ["ALARM", "CLASS_LEFT", "AlarmModel", "AlarmTable", "text_left"]


BATCH = 1_000  # rows that are given their places in one turn; fires are always among the first
TOGETHER_MS = 50  # seconds that end so close to each other are painted in one go


class AlarmTable(QListView):
    """The table with its blinking clock; `chosen` follows the row the keys are on, `several` the rows picked."""

    chosen = Signal(object)  # AlarmId | None
    gone_to = Signal()  # by a key or a click, to another row than before
    several = Signal(int)  # rows that are picked beside each other
    arranged = Signal()  # another listing, or grouped otherwise

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self.rows = AlarmModel(console, placing, self)
        self._delegate = AlarmRow(console, placing, words, board, self.rows, self)
        self.hand = Hand(console.clock, self._hold, self)
        self.hand.left.connect(self.on_hand_left)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # ten thousand rows at once would stop the window
        self.setBatchSize(BATCH)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self.on_current_changed)
        self.selectionModel().selectionChanged.connect(self.on_selection_changed)
        self.activated.connect(self.on_activated)
        self._blink = QTimer(self)
        self._blink.setInterval(theme.BLINK_MS)
        self._blink.timeout.connect(self.on_blink)
        self._blink.start()
        self._second = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self.on_second)
        self._seconds: dict[AlarmId, str] = {}  # what the verify clocks on the screen say

    # ---- room ----

    def is_short(self, height: int) -> bool:
        """Whether the fires nobody has seen need more than this height, px, with the usual rows."""
        row = theme.FLOOD_ROW if self.rows.is_by_place else theme.ALARM_ROW
        return self._console.alarms.counts().unacknowledged[AlarmClass.FIRE] * row > height

    def paint_anew(self) -> None:
        """Whatever was printed of rows is of no use any more."""
        self._delegate.forget()
        self.viewport().update()

    def make_dense(self, dense: bool) -> None:
        """Lower rows of a flood, or the usual ones."""
        if dense != self._delegate.is_dense:
            self._delegate.is_dense = dense
            self.scheduleDelayedItemsLayout()

    # ---- which alarms ----

    def refresh(self, alarm_id: AlarmId) -> None:
        """The selection stays with its alarm while rows move, and goes to nobody when it is closed."""
        keep = self.selected()
        self.rows.refresh(alarm_id)
        if keep != self.selected():
            self.choose(keep)

    def show_listing(self, listing: Listing) -> None:
        """List these; the alarm the keys are on stays chosen where it is listed."""
        if listing is not self.rows.listing:
            self._rearrange(lambda: self.rows.show_listing(listing))

    def group(self, by_place: bool) -> None:
        """By place as in a flood, or straight."""
        if by_place != self.rows.is_by_place:
            self._rearrange(lambda: self.rows.group(by_place))

    def read_again(self) -> None:
        """Other alarms than before are shown; none of them is chosen."""
        self.rows.read_again()

    def _rearrange(self, act: Callable[[], None]) -> None:
        keep = self.selected()
        act()
        self.choose(keep if keep is not None and self.rows.row_of(keep) >= 0 else None)
        self.arranged.emit()

    # ---- what is chosen ----

    def selected(self) -> AlarmId | None:
        """The alarm the keys are on."""
        alarm = self.rows.alarm(self.currentIndex().row())
        return alarm.id if alarm is not None else None

    def picked(self) -> tuple[AlarmId, ...]:
        """Every alarm that is picked, those of folds too, in the order of the table."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(dict.fromkeys(alarm for row in rows for alarm in self.rows.alarms_of(row)))

    def point(self) -> PointId | None:
        """The detector the keys are on, where a list names one without an alarm."""
        line = self.rows.line(self.currentIndex().row())
        return line.point if isinstance(line, PointLine) else None

    def choose(self, alarm_id: AlarmId | None) -> None:
        """The keys are on this alarm from now on."""
        row = self.rows.row_of(alarm_id) if alarm_id is not None else -1
        self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())

    def reveal(self, alarm_id: AlarmId) -> None:
        """Choose it even where it is not listed, or folded, at the moment."""
        alarm = self._console.alarms.get(alarm_id)
        if alarm is not None and not is_listed(alarm, self.rows.listing, self._console.seat.person):
            self.show_listing(Listing(alarm.aside.value) if alarm.aside is not None else Listing.ALL)
        if alarm is not None and self.rows.row_of(alarm_id) < 0:
            self.rows.unfold(alarm_id)
        self.choose(alarm_id)

    def next_owed(self) -> AlarmId | None:
        """The most urgent alarm that nobody has acknowledged, None when all are."""
        owed = (alarm for alarm in map(self.rows.alarm, range(self.rows.rowCount())) if alarm is not None)
        return next((alarm.id for alarm in owed if alarm.is_owed), None)

    # ---- hands ----

    def _hold(self) -> None:
        """The chosen row if it can be seen, else the uppermost that can: what comes is shown right below it."""
        seen, row = self.visible_rows(), self.currentIndex().row()
        self.rows.hold(row if row in seen else seen.start)

    def on_hand_left(self) -> None:
        keep = self.selected()
        self.rows.let_go()
        if keep != self.selected():
            self.choose(keep)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.selected()
        super().mousePressEvent(event)
        self.hand.press()
        self._tell_if_gone(before)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.hand.release()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self.hand.touch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.selected()
        super().keyPressEvent(event)
        self.hand.touch()
        self._tell_if_gone(before)

    def _tell_if_gone(self, before: AlarmId | None) -> None:
        if self.selected() != before:
            self.gone_to.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand.leave()

    # ---- Qt tells ----

    @Slot()
    def on_blink(self) -> None:
        """Only what can be seen is painted anew: the symbol, and a clock that runs."""
        self._delegate.blink_on = theme.is_motion_reduced() or not self._delegate.blink_on
        if not self._second.isActive():
            self.on_second()
        for row in self.visible_rows():
            line = self.rows.line(row)
            if isinstance(line, PointLine) or (isinstance(line, AlarmLine) and is_moving(line.alarm)):
                self.update(self.rows.index(row))

    @Slot()
    def on_second(self) -> None:
        """Verify clocks change when their own second is over, together with the one above the details.

        Only the rows that say another second are painted: in a flood some second is over at any time.
        """
        before, self._seconds = self._seconds, {}
        left = []
        for row in self.visible_rows():
            line = self.rows.line(row)
            if isinstance(line, AlarmLine) and line.alarm.verify.is_running:
                left.append(line.alarm.verify.until_ms - self._console.clock.now_ms())
                self._seconds[line.alarm.id] = countdown(left[-1])
                if before.get(line.alarm.id) != self._seconds[line.alarm.id]:
                    self.update(self.rows.index(row))
        if any(ms > 0 for ms in left):
            self._second.start(max(TOGETHER_MS, min(until_next(ms) for ms in left if ms > 0)))

    def visible_rows(self) -> range:
        """The rows on the screen, in whole or in part."""
        height = self._delegate.height()
        first = self.verticalScrollBar().value() // height
        return range(first, min(self.rows.rowCount(), first + self.viewport().height() // height + 2))

    @Slot(QModelIndex)
    def on_activated(self, index: QModelIndex) -> None:
        """Enter or a double click on a fold opens it."""
        if isinstance(self.rows.line(index.row()), FoldLine):
            self.rows.open(index.row())

    @Slot()
    def on_current_changed(self) -> None:
        self.chosen.emit(self.selected())

    @Slot()
    def on_selection_changed(self) -> None:
        self.several.emit(len(self.selectionModel().selectedIndexes()))


def is_moving(alarm: Alarm) -> bool:
    """Whether its symbol blinks, or a clock on its row runs down."""
    aside = alarm.shelved or alarm.on_test or alarm.out_of_service
    return alarm.shown is Shown.UNACKNOWLEDGED or alarm.verify.is_running or aside is not None or alarm.lost
