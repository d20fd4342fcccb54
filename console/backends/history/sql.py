"""The History of `ports.py` on SQLite files or a PostgreSQL server: one thread writes, one reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from console.backends.history.batches import Unsettled
from console.backends.history.library import library
from console.backends.history.reader import Reader
from console.backends.history.writer import Writer
from console.clock import Clock
from console.config.schema import HistoryConfig
from console.histories import HistoryRequest, Measured
from console.inbox import Inbox

FOLDER = "history"  # in the data folder
LOG_FOLDER = "log"
STOP_S = 2.0


class SqlHistory:
    """`where`: the folder of the tables, or a server's address; the log is always in `folder`.

    `hold`: the tables are left alone while it says so; the log is not. Asked by the history thread.

    Raises StoreError for an address that cannot be used; whatever goes wrong later is a state of the link.
    """

    def __init__(
        self,
        folder: Path,
        where: str | Path,
        config: HistoryConfig,
        inbox: Inbox,
        clock: Clock,
        hold: Callable[[], bool] = lambda: False,
    ) -> None:
        self._unsettled = Unsettled(folder / LOG_FOLDER)
        self._writer = Writer(library(where, is_writer=True), self._unsettled, config, inbox, clock, hold)
        prepared = self._writer.is_prepared
        self._reader = Reader(library(where, is_writer=False), self._unsettled, prepared, config, inbox, clock)

    @property
    def logged(self) -> int:
        """Samples of this run that no kill can take any more."""
        return self._writer.logged

    def start(self) -> None:
        self._writer.start()
        self._reader.start()

    def take(self, measured: Sequence[Measured]) -> None:
        """Feed's thread; never blocks."""
        self._writer.take(measured)

    def ask(self, request: HistoryRequest) -> None:
        """Posts `SeriesRead` or `HistoryTrouble` once; never blocks."""
        self._reader.ask(request)

    def stop(self) -> None:
        """What was taken is in the log; waits at most about two seconds."""
        self._writer.stop(STOP_S)
        self._reader.stop(STOP_S)
