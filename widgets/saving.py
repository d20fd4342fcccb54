"""A page as a file: on paper or as a table, asked for beside everything else, what became of it said. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.excerpts import Excerpt
from widgets import theme
from widgets.asking_where import ask_where
from widgets.paper import MAKERS, Paper, Part
from widgets.placing import Placing
from widgets.trends.trend_words import TrendWords


class Saving(QObject):
    """`what` names the kind of file in the journal; `told` carries what to say of the newest one."""

    told = Signal(str)

    def __init__(self, console: Console, placing: Placing, what: str, over: QWidget) -> None:
        super().__init__(over)
        self._console = console
        self._placing = placing
        self._what = what
        self._over = over
        self._words = TrendWords(self)
        console.announcer.subscribe(announce.FileExported, self.on_exported)
        console.announcer.subscribe(announce.ExportFailed, self.on_failed)

    def ask(self, title: str, name: str, ending: str, order: Callable[[Path], None]) -> None:
        """A window for the name; `order` is called with what was chosen."""
        ask_where(self._over, title, name, ending, order)

    def ask_paper(
        self, title: str, name: str, ending: str, paper: Paper, span_ms: tuple[int, int] | None = None
    ) -> None:  # fmt: skip
        """A window for the name; the words are those of the moment of asking."""
        self.ask(title, name, ending, lambda path: self.order_paper(path, ending, paper, span_ms))

    def dated(self, name: str) -> str:
        """A name for a file of this minute."""
        return f"{name}_{self._placing.local(self._console.clock.now_ms()).strftime('%Y-%m-%d_%H%M')}"

    def paper(
        self, title: str, lines: Sequence[str], parts: Sequence[Part], *, is_wide: bool = False, is_drill: bool = False
    ) -> Paper:
        """A sheet of this site, printed now by whoever sits here."""
        return Paper(title, self._stamp(), lines, parts, theme.font("body").family(), is_wide, is_drill)

    def _stamp(self) -> str:
        seat = self._console.seat
        who = ", ".join(filter(None, (seat.person, seat.position)))
        printed = self.tr("printed %1, %2").replace("%1", self._moment(self._console.clock.now_ms()))
        return f"{self._placing.site()} · {printed.replace('%2', who)}"

    def _moment(self, epoch_ms: int) -> str:
        return self._placing.local(epoch_ms).strftime("%Y-%m-%d %H:%M:%S")

    def order_paper(self, path: Path, ending: str, paper: Paper, span_ms: tuple[int, int] | None = None) -> None:
        """`ending` is pdf or csv; the bytes are made on the writer's thread."""
        made = MAKERS[ending]
        self.order(path, lambda: made(paper), span_ms)

    def order(self, path: Path, content: Callable[[], bytes], span_ms: tuple[int, int] | None = None) -> None:
        """A file of these bytes, which are of this moment or of the span from … until."""
        now = self._console.clock.now_ms()
        start, end = span_ms if span_ms is not None else (now, now)
        self._console.exporting.order(Excerpt(path, (), start, end, lambda: (content(),), self._what))

    def on_exported(self, exported: announce.FileExported) -> None:
        if exported.what == self._what:
            self.told.emit(self.tr("Saved: %1").replace("%1", Path(exported.path).name))

    def on_failed(self, failed: announce.ExportFailed) -> None:
        if failed.what == self._what:
            text = self.tr("Not saved: %1 (%2)").replace("%1", Path(failed.path).name)
            self.told.emit(text.replace("%2", self._words.trouble(failed.reason)))
