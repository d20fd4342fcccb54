"""A history of a test's own: what a console is to it, at a time of the test's choosing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from console.backends.history.library import Library, library
from console.backends.history.sql import SqlHistory
from console.clock import FakeClock
from console.config.schema import HistoryConfig
from console.histories import HistoryRequest, HistoryTrouble, Measured, Series, SeriesRead
from console.inbox import Inbox
from console.model import PointId, point_id
from console.trends.reduction import MINUTE
from tests.waiting import wait_until

PRESSURE = point_id("site", "pump-1", "water_pressure")
FAR = point_id("site", "泵房-2", "temperature")
NOW = 1_795_163_400_000


class Home:
    """A history with its log in a folder, at a time of the test's choosing; `restart` is a new run on the same data."""

    def __init__(self, folder: Path, where: str | Path, config: HistoryConfig = HistoryConfig()) -> None:  # noqa: B008
        self.folder, self.where, self.config = folder, where, config
        self.clock, self.inbox = FakeClock(NOW), Inbox()
        self.posts: list[object] = []
        self.history = self._open()
        self._ask = 0

    def _open(self) -> SqlHistory:
        history = SqlHistory(self.folder, self.where, self.config, self.inbox, self.clock)
        history.start()
        return history

    def restart(self) -> None:
        self.history.stop()
        self.history = self._open()

    def library(self) -> Library:
        """For a look past the history itself."""
        return library(self.where, is_writer=False)

    def take(self, measured: Sequence[Measured]) -> None:
        """Give it these and wait until they are in the log."""
        wanted = self.history._writer.logged + len(measured)
        self.history.take(measured)
        wait_until(lambda: self.history._writer.logged >= wanted, what="the samples in the log")

    def settle(self) -> None:
        """Five minutes pass: what was taken goes into the tables."""
        self.clock.step(5 * MINUTE)
        wait_until(lambda: not self.history._unsettled.batches, 30, "everything in the tables")

    def posted(self, kind: type) -> list[object]:
        self.inbox.drain(self.posts.append, lambda item, error: pytest.fail(str(error)), 1000)
        return [post for post in self.posts if isinstance(post, kind)]

    def _answer(self) -> object:
        answers = [*self.posted(SeriesRead), *self.posted(HistoryTrouble)]
        return next((answer for answer in answers if getattr(answer, "ask", 0) == self._ask), None)

    def read(self, point: PointId, start_ms: int, end_ms: int, most: int = 100_000) -> Series:
        self._ask += 1
        self.history.ask(HistoryRequest(self._ask, point, start_ms, end_ms, most))
        answer = wait_until(self._answer, 20, "an answer")
        assert isinstance(answer, SeriesRead), answer
        return answer.series


def day(start_ms: int, length_ms: int, every_ms: int, point: PointId = PRESSURE) -> list[Measured]:
    """A wave of three decimals."""
    return [
        Measured(point, t, round(0.3 + 0.05 * np.sin(t / 4e6) + 0.001 * (t // every_ms % 7), 3))
        for t in range(start_ms, start_ms + length_ms, every_ms)
    ]


def shown(series: Series) -> list[tuple[int, float]]:
    """What is drawn, without the marks of gaps."""
    return [(int(t), float(v)) for t, v in zip(series.t_ms, series.mean, strict=True) if not np.isnan(v)]


def told(measured: Sequence[Measured]) -> list[tuple[int, float]]:
    return sorted((one.t_ms, one.value) for one in measured)
