"""The result of a drill as a file, with the word DRILL on every page. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.drilling import Result
from console.excerpts import DRILL
from widgets.drill.drill_words import DrillWords
from widgets.paper import Paper, Table
from widgets.placing import Placing
from widgets.saving import Saving


class ResultExport(QObject):
    """What became of the newest file is told by `saving`."""

    def __init__(self, console: Console, words: DrillWords, placing: Placing, over: QWidget) -> None:
        super().__init__(over)
        self._words = words
        self.saving = Saving(console, placing, DRILL, over)

    def ask(self, result: Result, ending: str) -> None:
        """A window for the name beside everything else; `ending` is pdf or csv."""
        drill = result.drill
        span = (drill.started_ms, drill.since_ms)
        self.saving.ask_paper(self.tr("Export the result"), f"drill_{drill.id}", ending, self.paper(result), span)

    def paper(self, result: Result) -> Paper:
        """The result in words: a line for each alarm, a column for each step and each clock that ran."""
        clocks = {clock.name: clock for row in result.rows for clock in row.clocks}
        lines = []
        for row in result.rows:
            ran = {clock.name: self._words.clock_figure(clock) for clock in row.clocks}
            lines.append((self._words.place(row), *self._words.figures(row), *(ran.get(name, "") for name in clocks)))
        heads = (self.tr("Alarm"), *self._words.steps(), *map(self._words.clock_name, clocks.values()))
        part = 1 / (len(heads) + 1)  # the place needs twice as much as a figure
        table = Table(heads, lines, (2 * part, *[part] * (len(heads) - 1)))
        title, *facts = self._words.heading(result)
        return self.saving.paper(title, facts, (table,), is_wide=True, is_drill=True)
