"""The alarm performance as a file: everything in words, on paper or in a table. GUI thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.excerpts import PERFORMANCE
from console.performance.figures import Figures
from console.performance.report import Report
from console.performance.study import Study
from widgets.paper import Paper, Table
from widgets.performance.figure_rows import PARTS, FigureRows
from widgets.performance.naming import Naming
from widgets.performance.performance_words import PerformanceWords, percent
from widgets.performance.printing import PrintedRates
from widgets.performance.study_rows import config_lines
from widgets.placing import Placing
from widgets.saving import Saving
from widgets.words import Words


class PerformanceExport(QObject):
    """What became of the newest file is told by `saving`."""

    def __init__(
        self, console: Console, words: PerformanceWords, names: Words, placing: Placing, naming: Naming,
        rows: FigureRows, over: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._words = words
        self._names = names
        self._placing = placing
        self._naming = naming
        self._rows = rows
        self.saving = Saving(console, placing, PERFORMANCE, over)

    def ask(self, report: Report, ending: str) -> None:
        """A window for the name beside everything else; `ending` is pdf or csv."""
        found = report.figures
        name = f"alarms_{self._placing.local(found.end_ms).strftime('%Y-%m-%d_%H%M')}"
        span = (found.start_ms, found.end_ms)
        self.saving.ask_paper(self.tr("Keep the alarm performance"), name, ending, self.paper(report), span)

    # ---- all of it in words ----

    def paper(self, report: Report) -> Paper:
        """What is on the page, and the rules behind the ten busiest points."""
        found = report.figures
        chart = PrintedRates(self.tr("Calls per 10 min; the line is where a flood begins"), found.rates)
        tables = [self._summary(found), self._shares(found), self._waits(found), self._top(report)]
        tables += [self._stale(found), *self._studies(report.studies)]
        return self.saving.paper(self._words.title(), (self._rows.when(found),), (chart, *tables))

    def _summary(self, found: Figures) -> Table:
        rows = [
            (tile.name, tile.value, self.tr("look at it") if tile.is_bad else "") for tile in self._rows.tiles(found)
        ]
        return Table((self.tr("what"), self.tr("value"), ""), rows, (0.4, 0.4, 0.2), self.tr("Figures"))

    def _shares(self, found: Figures) -> Table:
        shares = {one.priority: one for one in found.priorities}
        rows = [
            (self._names.priority(part), str(shares[part].calls), percent(shares[part].share))
            for parts in PARTS
            for part in parts
        ]
        heads = (self.tr("priority"), self.tr("calls"), self.tr("share"))
        return Table(heads, rows, (0.4, 0.3, 0.3), self.tr("Priorities"))

    def _waits(self, found: Figures) -> Table:
        rows = [(self._rows.class_name(one), str(one.answered), *self._rows.cells(one)) for one in found.classes]
        rows += [(one.name, str(one.answered), *self._rows.cells(one)) for one in found.positions]
        heads = (self.tr("class or position"), self.tr("answers"), *self._rows.heads())
        return Table(heads, rows, (0.28, *([0.12] * 6)), self.tr("Time to acknowledge"))

    def _top(self, report: Report) -> Table:
        rows = [
            (
                busy.alarm_class.value, self._naming.title(busy.point, busy.kind, busy.label), str(busy.calls),
                percent(busy.share), str(busy.chattering), str(busy.fleeting),
                self._words.length(busy.median_ms), self._words.in_short(report.study(at)),
            )
            for at, busy in enumerate(report.figures.top)
        ]  # fmt: skip
        heads = (
            "", self.tr("point"), self.tr("calls"), self.tr("share"), self.tr("chattering"), self.tr("fleeting"),
            self.tr("half stood"), self.tr("what would help"),
        )  # fmt: skip
        shares = (0.04, 0.26, 0.08, 0.09, 0.1, 0.09, 0.1, 0.24)
        return Table(heads, rows, shares, self.tr("Ten busiest points"))

    def _stale(self, found: Figures) -> Table:
        rows = [
            (
                one.alarm_class.value, self._naming.title(one.point, one.kind, one.label),
                self._placing.local(one.since_ms).strftime("%Y-%m-%d %H:%M:%S"),
            )
            for one in found.stale
        ]  # fmt: skip
        heads = ("", self.tr("point"), self.tr("since"))
        return Table(heads, rows, (0.04, 0.66, 0.3), self.tr("Standing for more than a day"))

    def _studies(self, studies: Sequence[Study]) -> Iterator[Table]:
        """One table for each rule that was replayed."""
        for study in studies:
            if study.replayed:
                title = self.tr("Rule %1").replace("%1", str(study.signal))
                yield Table((self.tr("what"), self.tr("found")), list(self._study(study)), (0.24, 0.76), title)

    def _study(self, study: Study) -> Iterator[tuple[str, str]]:
        yield self.tr("now"), self._words.setting(study.now, study.unit)
        yield self.tr("proposal"), self._words.verdict(study.verdict)
        if (trial := study.chosen) is not None:
            yield self.tr("change"), self._words.change(study.now, trial.setting, study.unit)
            yield self.tr("effect"), self._words.vanishing(study, trial)
            yield self.tr("real alarms"), self._words.reals(study, trial)
            yield "config.toml", "\n".join(config_lines(study, trial))
        text = self.tr("%1 recorded, %2 replayed").replace("%1", str(study.recorded))
        yield self.tr("calls"), text.replace("%2", str(study.calls))
        for trial in study.trials:
            yield (
                self.tr("tried"),
                f"{self._words.change(study.now, trial.setting, study.unit)}: {self._words.tried(trial)}",
            )
