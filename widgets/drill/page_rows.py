"""What stands in the middle of the page of drills: the acts of a scenario, or the figures of a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject

from console.app import Console
from console.drill.result import ResultRow
from console.drilling import Result
from console.model import Act, Scenario
from widgets.alarm_rows import facts
from widgets.drill.drill_words import DrillWords
from widgets.sheet import Head, Numbered, Row, Text


class PageRows(QObject):
    """Asked at every refresh."""

    def __init__(self, console: Console, words: DrillWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words

    def scenario(self, scenario: Scenario | None) -> Sequence[Row]:
        """What will happen, before it begins."""
        if scenario is None:
            return [Text(self.tr("The site folder holds no scenario: see drills/ in its manual."), ink="text.dim")]
        length = self.tr("%1 min").replace("%1", str(scenario.minutes))
        return [Head(self.tr("What will happen"), length), *self._acts(scenario.acts, frozenset())]

    def drill(self) -> Sequence[Row]:
        """What has happened and what is still to come."""
        drilling = self._console.drilling
        done = frozenset(drilling.drill.injected) if drilling.drill is not None else frozenset()
        acts = drilling.acts()
        count = self.tr("%1 of %2").replace("%1", str(len(done))).replace("%2", str(len(acts)))
        return [Head(self.tr("What happens"), count), *self._acts(acts, done)]

    def _acts(self, acts: Sequence[Act], done: frozenset[int]) -> Iterator[Row]:
        for number, act in enumerate(acts):
            when, what, text = self._words.act(act)
            mark = "✓ " if number in done else ""
            yield Numbered(when, mark + what, text, ink="text.dim" if number in done else "text.hi")

    def result(self, result: Result) -> Sequence[Row]:
        """One section for each alarm."""
        if not result.rows:
            return [Text(self.tr("No alarm was raised in this drill: there is nothing to measure."), ink="text.dim")]
        return [line for row in result.rows for line in self._row(row)]

    def _row(self, row: ResultRow) -> Iterator[Row]:
        yield Head(self._words.place(row), self.tr("after the alarm"))
        steps = zip(self._words.steps(), self._words.figures(row), strict=True)
        clocks = ((self._words.clock_name(clock), self._words.clock_figure(clock)) for clock in row.clocks)
        yield from facts([*steps, *clocks])
