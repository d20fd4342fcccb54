"""Closed incidents in the operator's words: the cells of a row, what stands at the foot, the choices of the filters."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.casebook.quest import DAY_MS
from console.incidents import Disposition
from console.incidents.search import Past
from console.model import AlarmClass
from widgets.dispatch.board import Board, person
from widgets.placing import Placing, span
from widgets.words import Words


class CaseWords(QObject):
    """Looked up at paint time."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._board = board
        self._words = words

    # ---- a case ----

    def heads(self) -> tuple[str, ...]:
        return (
            self.tr("opened"), self.tr("number"), self.tr("what and where"), self.tr("units"), self.tr("lasted"),
            self.tr("ended as"),
        )  # fmt: skip

    def cells(self, case: Past) -> tuple[str, ...]:
        """In the order of `heads`."""
        found = case.incident
        opened = self._placing.local(found.opened_ms).strftime("%Y-%m-%d %H:%M")
        lasted = span(found.closed_ms - found.opened_ms)
        units = ", ".join(self._board.roster.name(unit) for unit in case.units)
        return opened, found.id, self._board.title(found), units, lasted, self.ended(case)

    def ended(self, case: Past) -> str:
        """How it was closed."""
        ended = case.incident.disposition
        return self._board.incident_words.disposition(ended) if ended is not None else ""

    def title(self, case: Past) -> str:
        """Number, day, what and where."""
        opened, number, what, *_ = self.cells(case)
        return f"{number} · {opened} · {what}"

    def foot(self, case: Past) -> str:
        """Who closed it, and what was written then."""
        closed = self.tr("closed by %1").replace("%1", person(case.incident.closed_by))
        return " · ".join(filter(None, (closed, self.ended(case), case.closing)))

    # ---- what was found ----

    def count(self, shown: int, total: int) -> str:
        if not total:
            return self.tr("Nothing was found.")
        if shown < total:
            return self.tr("The newest %1 of %2").replace("%1", str(shown)).replace("%2", str(total))
        return self.tr("%n found", "", total)

    def trouble(self, reason: str) -> str:
        said = {"store": self.tr("The journal cannot be read."), "gone": self.tr("The journal has it no more.")}
        return said.get(reason, self.tr("The search ended without answer."))

    def refusal(self, code: str) -> str:
        """Why nothing is looked for."""
        if code == "no_worker":
            return self.tr("This console cannot search the journal.")
        return self._words.refusal(code)

    # ---- filters ----

    def span(self, span_ms: int) -> str:
        if not span_ms:
            return self.tr("ever")
        return self.tr("24 h") if span_ms == DAY_MS else self.tr("%1 days").replace("%1", str(span_ms // DAY_MS))

    def dispositions(self) -> list[tuple[str, str]]:
        """Key and words, the first one for any."""
        said = self._board.incident_words
        return [("", self.tr("any ending")), *((each.value, said.disposition(each)) for each in Disposition)]

    def classes(self) -> list[tuple[str, str]]:
        return [("", self.tr("any class")), *((each.value, self._words.alarm_class(each)) for each in AlarmClass)]

    def buildings(self) -> list[tuple[str, str]]:
        houses = self._console.site.buildings
        named = ((house.id, self._placing.pick(house.name, house.name_en)) for house in houses)
        return [("", self.tr("any building")), *named]

    def units(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("any unit")),
            *((unit.id, self._board.roster.name(unit.id)) for unit in self._console.site.units),
        ]
