"""Values and pictures of the trends as files: asks where, gathers every value, hands it to the writer. GUI thread.

The window for the name never holds the desk up: alarms, keys and pictures go on beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.clock import iso_ms
from console.excerpts import TRENDS, Column, Excerpt, as_csv
from console.histories import Series
from console.model import PointId
from widgets.asking_where import ask_where
from widgets.trends.telling import Telling

MOST = 200_000  # values of a point in one file; longer times come in steps


@dataclass(slots=True)
class Gathering:
    """An excerpt whose series are on their way."""

    path: Path
    points: tuple[PointId, ...]
    start_ms: int
    end_ms: int
    asks: dict[int, PointId] = field(default_factory=dict)
    found: dict[PointId, Series] = field(default_factory=dict)


class Export(QObject):
    """`told` carries what to say of the newest export."""

    told = Signal(str)

    def __init__(self, console: Console, telling: Telling, over: QWidget) -> None:
        super().__init__(over)
        self._console = console
        self._telling = telling
        self._over = over
        self._gathering: list[Gathering] = []
        subscribe = console.announcer.subscribe
        subscribe(announce.SeriesReady, self.on_ready)
        subscribe(announce.FileExported, self.on_exported)
        subscribe(announce.ExportFailed, self.on_failed)

    # ---- where to ----

    def ask_for_values(self, points: Sequence[PointId], start_ms: int, end_ms: int) -> None:
        """A file of every value of this time, as the hand chooses its name."""
        self._ask("csv", end_ms, lambda path: self.values(path, points, start_ms, end_ms))

    def ask_for_picture(self, image: QImage, points: Sequence[PointId], start_ms: int, end_ms: int) -> None:
        """The plots as they were when this was pressed."""
        self._ask("png", end_ms, lambda path: self.picture(path, image, points, start_ms, end_ms))

    def _ask(self, ending: str, end_ms: int, chosen: Callable[[Path], None]) -> None:
        name = f"trends_{iso_ms(end_ms)[:19].replace(':', '')}Z"
        ask_where(self._over, self.tr("Export trends"), name, ending, chosen)

    # ---- what is in it ----

    def values(self, path: Path, points: Sequence[PointId], start_ms: int, end_ms: int) -> None:
        """Ask for every value; the file is ordered when the last answer is there."""
        gathering = Gathering(path, tuple(points), start_ms, end_ms)
        for point in gathering.points:
            gathering.asks[self._console.trends.ask(point, start_ms, end_ms, MOST)] = point
        self._gathering.append(gathering)
        self.told.emit(self.tr("Exporting %1…").replace("%1", path.name))

    def picture(self, path: Path, image: QImage, points: Sequence[PointId], start_ms: int, end_ms: int) -> None:
        """Order the picture; it is packed on the writer's thread."""
        self._console.exporting.order(Excerpt(path, tuple(points), start_ms, end_ms, lambda: _as_png(image)))

    def on_ready(self, ready: announce.SeriesReady) -> None:
        for gathering in self._gathering:
            point = gathering.asks.pop(ready.ask, None)
            if point is not None:
                series = self._console.trends.take_answer(ready.ask)
                if series is not None:
                    gathering.found[point] = series
        for done in [one for one in self._gathering if not one.asks]:
            self._gathering.remove(done)
            self._order(done)

    def _order(self, done: Gathering) -> None:
        columns = [
            Column(self._telling.name(point), self._console.trends.unit(point), done.found[point])
            for point in done.points
            if point in done.found
        ]
        site = self._console.site.name
        excerpt = Excerpt(done.path, done.points, done.start_ms, done.end_ms, lambda: as_csv(site, columns))
        self._console.exporting.order(excerpt)

    # ---- what became of it ----

    def on_exported(self, exported: announce.FileExported) -> None:
        if exported.what == TRENDS:
            self.told.emit(self.tr("Saved: %1").replace("%1", Path(exported.path).name))

    def on_failed(self, failed: announce.ExportFailed) -> None:
        if failed.what != TRENDS:
            return
        text = self.tr("Not saved: %1 (%2)").replace("%1", Path(failed.path).name)
        self.told.emit(text.replace("%2", self._telling.words.trouble(failed.reason)))


def _as_png(image: QImage) -> Iterable[bytes]:
    def pieces() -> Iterator[bytes]:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        yield bytes(buffer.data().data())

    return pieces()
