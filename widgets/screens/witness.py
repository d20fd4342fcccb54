"""Tells the console which alarms were painted where somebody could see them: what *displayed* means. GUI thread.

In the table only rows count that stand there one by one: what is folded away nobody has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.model import AlarmId
from widgets.alarm_table import AlarmTable
from widgets.screens.displayed import is_displayed
from widgets.screens.painted import AfterPaint

Seen = Iterable[tuple[AlarmId, QRect]]  # alarms, and where in the widget each of them is named


class Witness:
    """Asks `seen` after each painting of the widget."""

    def __init__(self, console: Console, painted: QWidget, seen: Callable[[], Seen]) -> None:
        self._console = console
        self._painted = painted
        self._seen = seen
        AfterPaint(painted, self.look)

    def look(self) -> None:
        """Each alarm is told of once for each time it was raised; the desk of the alarms sees to that."""
        for id_, place in tuple(self._seen()):
            alarm = self._console.alarms.get(id_)
            if alarm is not None and not alarm.displayed_ms and is_displayed(self._painted, place):
                self._console.alarming.displayed(id_)


def in_table(table: AlarmTable) -> Iterator[tuple[AlarmId, QRect]]:
    """The alarms whose rows stand in the visible part of the table, at least by half, and were not told of yet."""
    viewport = table.viewport().rect()
    for row in table.visible_rows():
        alarm = table.rows.alarm(row)
        if alarm is None or alarm.aside is not None or alarm.displayed_ms:
            continue
        place = table.visualRect(table.rows.index(row))
        if viewport.contains(place.center()):
            yield alarm.id, place
