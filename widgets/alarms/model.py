"""The rows of the alarm table for Qt: straight, or by place in a flood. Each change costs the rows it changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.alarms import Alarm
from console.app import Console
from console.model import AlarmId
from widgets.alarms.grouping import Change, Grouping
from widgets.alarms.line_words import LineWords
from widgets.alarms.lines import AlarmLine, FoldLine, Line, PlaceLine, PointLine
from widgets.alarms.listing import Listing, is_listed
from widgets.alarms.ranks import Insert, Key, Move, Ranks, Remove, Repaint
from widgets.placing import Placing

Index = QModelIndex | QPersistentModelIndex
ALARM = Qt.ItemDataRole.UserRole
LINE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()
BELOW = 1_000  # behind every class


class AlarmModel(QAbstractListModel):
    """The alarms of one listing in their order. Nothing is ever sorted again as a whole but when that is changed."""

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = LineWords(console, placing, self)
        self.ranks: Ranks[Line] = Ranks()
        self.listing = Listing.ALL
        self._grouping: Grouping | None = None
        self._opened: set[str] = set()
        self._fill()

    # ---- Qt ----

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent is not NOWHERE and parent.isValid() else len(self.ranks)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.ranks.line(index.row()), PlaceLine):
            return Qt.ItemFlag.NoItemFlags  # the keys pass over the head of a place
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.ranks.line(index.row())
        if role == LINE:
            return line
        if role == ALARM:
            return line.alarm if isinstance(line, AlarmLine) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and line is not None:
            return self._words.spoken(line)
        return None

    # ---- reading ----

    @property
    def is_by_place(self) -> bool:
        return self._grouping is not None

    def line(self, row: int) -> Line | None:
        return self.ranks.line(row)

    def alarm(self, row: int) -> Alarm | None:
        line = self.ranks.line(row)
        return line.alarm if isinstance(line, AlarmLine) else None

    def row_of(self, alarm_id: AlarmId) -> int:
        """-1 when it is not listed, or folded."""
        return self.ranks.row_of(alarm_id)

    def alarms_of(self, row: int) -> tuple[AlarmId, ...]:
        """The alarm of a row, or those a fold counts."""
        name, line = self.ranks.name(row), self.ranks.line(row)
        if isinstance(line, AlarmLine):
            return (line.alarm.id,)
        if isinstance(line, FoldLine) and name is not None and self._grouping is not None:
            return self._grouping.alarms_of(name)
        return ()

    # ---- which and how ----

    def show_listing(self, listing: Listing) -> None:
        """List these from now on."""
        if listing is not self.listing:
            self.listing = listing
            self.read_again()

    def group(self, by_place: bool) -> None:
        """By place, or straight in the order of what is most urgent."""
        if by_place != self.is_by_place:
            self._opened.clear()
            self._grouping = self._new_grouping() if by_place else None
            self.read_again()

    def read_again(self) -> None:
        """Other alarms than before are shown: of another listing, of a drill, or the live ones again."""
        self.beginResetModel()
        if self.is_by_place:
            self._grouping = self._new_grouping()
        self._fill()
        self.endResetModel()

    def open(self, row: int) -> None:
        """A fold is opened or closed again; any other row does nothing."""
        name = self.ranks.name(row)
        if self._grouping is not None and name is not None and isinstance(self.ranks.line(row), FoldLine):
            self.let_go()  # this is what the hand wants to move
            self._make(self._grouping.open(name))

    def unfold(self, alarm_id: AlarmId) -> None:
        """Open the fold this alarm is in, so that it has a row."""
        name = self._grouping.fold_with(alarm_id) if self._grouping is not None else None
        if name is not None and self.ranks.row_of(alarm_id) < 0:
            self.open(self.ranks.row_of(name))

    # ---- changes ----

    def refresh(self, alarm_id: AlarmId) -> None:
        """The alarm changed, came or went."""
        alarm = self._console.alarms.get(alarm_id)
        listed = alarm if alarm is not None and self._is_listed(alarm) else None
        if self._grouping is not None:
            self._make(self._grouping.change(alarm_id, listed))
        elif listed is not None:
            self._make([(alarm_id, listed.sort_key, AlarmLine(listed))])
        else:
            before = self.ranks.get(alarm_id)
            last = AlarmLine(alarm) if alarm is not None else before
            self._make([(alarm_id, None, last)])

    def hold(self, row: int) -> None:
        """A hand is on that row: nothing moves until `let_go`."""
        self.ranks.hold(row)

    def let_go(self) -> None:
        """Whatever had to wait is made good."""
        self._make((name, key, self.ranks.get(name)) for name, key in self.ranks.let_go().items())

    # ---- inside ----

    def _is_listed(self, alarm: Alarm) -> bool:
        return is_listed(alarm, self.listing, self._console.seat.person)

    def _new_grouping(self) -> Grouping:
        return Grouping(self._placing.place_of, self._opened)

    def _fill(self) -> None:
        listed = [alarm for alarm in self._console.alarms if self._is_listed(alarm)]
        if self._grouping is not None:
            rows = self._grouping.all(listed)
        else:
            rows = [(alarm.id, alarm.sort_key, AlarmLine(alarm)) for alarm in listed]
        self.ranks.fill([*rows, *self._points()])

    def _points(self) -> list[tuple[str, Key, Line]]:
        """Below the alarms: detectors of the list that say nothing, the next to come back first."""
        rows: list[tuple[str, Key, Line]] = []
        for duty in self._console.alarms.service:
            told = duty.out_of_service if self.listing is Listing.OUT_OF_SERVICE else duty.on_test
            is_asked = self.listing in (Listing.OUT_OF_SERVICE, Listing.ON_TEST)
            if is_asked and told is not None and self._console.alarms.of(duty.point) is None:
                rows.append((f"point {duty.point}", (BELOW, told.until_ms, duty.point), PointLine(duty.point, told)))
        return rows

    def _make(self, changes: Iterable[Change]) -> None:
        for name, key, line in changes:
            self._one(name, key, line)

    def _one(self, name: str, key: Key | None, line: Line | None) -> None:
        nowhere, step = QModelIndex(), self.ranks.step(name, key)
        match step:
            case Insert(at):
                self.beginInsertRows(nowhere, at, at)
            case Remove(at):
                self.beginRemoveRows(nowhere, at, at)
            case Move(at, to):
                self.beginMoveRows(nowhere, at, at, nowhere, to + (to > at))
            case None:
                return
        if key is None:
            self.ranks.drop(name, line)
        elif line is not None:
            self.ranks.put(name, key, line)
        self._told(step)

    def _told(self, step: Insert | Remove | Move | Repaint) -> None:
        match step:
            case Insert():
                self.endInsertRows()
            case Remove():
                self.endRemoveRows()
            case Move(_, to):
                self.endMoveRows()
                self.dataChanged.emit(self.index(to), self.index(to))
            case Repaint(at):
                self.dataChanged.emit(self.index(at), self.index(at))
