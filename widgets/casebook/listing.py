"""The list of closed incidents: one line each, the newest first. Arrows choose, Enter or a click opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from console.incidents.search import Past
from widgets.columns import Cell, Column, ColumnList

OPENED, NUMBER, WHAT, UNITS, LASTED, ENDED = range(6)
COLUMNS = (
    Column(144), Column(64, gives_way=2), Column(146, share=1), Column(110, gives_way=4), Column(80, gives_way=3),
    Column(110, gives_way=1),
)  # fmt: skip


class CaseList(ColumnList[Past]):
    """`texts` are those of a case, one for each column; what and where stands out."""

    def __init__(self, texts: Callable[[Past], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS, lambda case: case.incident.id, self._inked, parent)
        self._texts = texts

    def _inked(self, case: Past) -> list[Cell]:
        return [Cell(text, "text.hi" if at == WHAT else "text") for at, text in enumerate(self._texts(case))]
