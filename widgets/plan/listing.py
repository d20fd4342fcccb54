"""The list that goes with the picture: everything on the view as one line of words, for screen readers and tests."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.model import BuildingId
from widgets.plan.marks import Mark, Marks
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation

Index = QModelIndex | QPersistentModelIndex
MARK = Qt.ItemDataRole.UserRole


class PlanList(QAbstractListModel):
    """The buildings with alarms, then every symbol: "camera 117 …: live", "…: ALARM FIRE"."""

    def __init__(self, situation: Situation, words: PlanWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._situation = situation
        self._words = words
        self._rows: list[Mark | BuildingId] = []

    def show(self, marks: Marks) -> None:
        """These are on the view now."""
        self.beginResetModel()
        buildings = self._situation.levels.buildings if marks.level.is_site else ()
        self._rows = [id_ for id_ in buildings if self._situation.building_toll(id_) is not None]
        self._rows += marks.all
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == MARK:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.line(row)

    def line(self, row: Mark | BuildingId) -> str:
        if isinstance(row, Mark):
            return self._words.spoken(row, self._situation)
        return self._words.spoken_toll(row, self._situation)

    def lines(self) -> list[str]:
        """All of it, in order."""
        return [self.line(row) for row in self._rows]
