"""The list of cameras: one line each, what is wrong in the colour of a fault. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from console.health import CameraHealth, Worry
from widgets.columns import Cell, ColumnList
from widgets.health.order import COLUMNS, Column

INKS = {
    Worry.DARK: "alarm.fault", Worry.UNTRUE: "alarm.fault", Worry.ODD: "alarm.fault", Worry.ADVISED: "text.hi",
    Worry.UNKNOWN: "text.off", Worry.WELL: "text",
}  # fmt: skip


class HealthTable(ColumnList[CameraHealth]):
    """`texts` are those of a camera, one for each column. Which is chosen stays so while rows move."""

    by_click = False

    def __init__(self, texts: Callable[[CameraHealth], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS, lambda row: row.camera.id, self._inked, parent)
        self._texts = texts

    def _inked(self, row: CameraHealth) -> list[Cell]:
        texts = zip(Column, self._texts(row), strict=True)
        return [Cell(text, self._ink(row, column)) for column, text in texts]

    @staticmethod
    def _ink(row: CameraHealth, column: Column) -> str:
        if column is Column.CARE or (column is Column.STATE and not row.is_live):
            return INKS[row.worry]
        return "text.hi" if column is Column.NUMBER else "text"
