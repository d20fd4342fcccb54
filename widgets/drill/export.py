"""The result of a drill as a file: asks where, hands it to the writer, says what became of it. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from console import announce
from console.app import Console
from console.drilling import Result
from console.excerpts import DRILL, Excerpt
from widgets import theme
from widgets.drill.drill_words import DrillWords
from widgets.drill.printing import Paper, as_csv, as_pdf

MAKERS: dict[str, Callable[[Paper], bytes]] = {"pdf": as_pdf, "csv": as_csv}


class ResultExport(QObject):
    """`told` carries what to say of the newest file."""

    told = Signal(str)

    def __init__(self, console: Console, words: DrillWords, over: QWidget) -> None:
        super().__init__(over)
        self._console = console
        self._words = words
        self._over = over
        console.announcer.subscribe(announce.FileExported, self.on_exported)
        console.announcer.subscribe(announce.ExportFailed, self.on_failed)

    def ask(self, result: Result, ending: str) -> None:
        """A window for the name beside everything else; `ending` is pdf or csv."""
        dialog = QFileDialog(self._over.window(), self.tr("Export the result"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setNameFilter(f"*.{ending}")
        dialog.selectFile(f"drill_{result.drill.id}.{ending}")
        dialog.fileSelected.connect(lambda path: self.order(Path(path), result, ending))
        dialog.show()

    def order(self, path: Path, result: Result, ending: str) -> None:
        """The words are those of the moment; the bytes are made on the writer's thread."""
        paper, drill = self.paper(result), result.drill
        made = MAKERS[ending]
        self._console.exporting.order(
            Excerpt(path, (), drill.started_ms, drill.since_ms, lambda: (made(paper),), DRILL)
        )  # fmt: skip

    def paper(self, result: Result) -> Paper:
        """The result in words: a row for each alarm, a column for each step and each clock that ran."""
        clocks = {clock.name: clock for row in result.rows for clock in row.clocks}
        rows = []
        for row in result.rows:
            ran = {clock.name: self._words.clock_figure(clock) for clock in row.clocks}
            rows.append((self._words.place(row), *self._words.figures(row), *(ran.get(name, "") for name in clocks)))
        heads = (self.tr("Alarm"), *self._words.steps(), *map(self._words.clock_name, clocks.values()))
        title, *lines = self._words.heading(result)
        return Paper(title, lines, heads, rows, theme.font("body").family())

    def on_exported(self, exported: announce.FileExported) -> None:
        if exported.what == DRILL:
            self.told.emit(self.tr("Saved: %1").replace("%1", Path(exported.path).name))

    def on_failed(self, failed: announce.ExportFailed) -> None:
        if failed.what == DRILL:
            text = self.tr("Not saved: %1 (%2)").replace("%1", Path(failed.path).name)
            self.told.emit(text.replace("%2", self._words.trouble(failed.reason)))
