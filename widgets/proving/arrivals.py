"""Tells the console which signals of a test were painted where somebody could see them: that ends an alarm path.

GUI thread. Alarms of detectors under test are in no other list: the row of the page of proofs is what shows them.
"""

from __future__ import annotations

from console.app import Console
from console.model import PointId
from console.proving import Step
from widgets.checklist import Checklist
from widgets.screens.displayed import is_displayed
from widgets.screens.painted import AfterPaint


class Arrivals:
    """Looks after each painting of the list."""

    def __init__(self, console: Console, checklist: Checklist) -> None:
        self._console = console
        self._list = checklist
        AfterPaint(checklist.viewport(), self.look)

    def look(self) -> None:
        """Each signal is told of once; the desk of the alarms sees to that."""
        trial, viewport = self._console.shifts.proving.trial, self._list.viewport()
        for row, key in enumerate(self._list.items.keys if trial is not None and not trial.is_over else ()):
            course = trial.courses.get(PointId(key)) if trial is not None else None
            if course is None or course.step is not Step.ARRIVED or course.alarm is None:
                continue
            place = self._list.visualRect(self._list.items.index(row))
            if viewport.rect().contains(place.center()) and is_displayed(viewport, place):
                self._console.alarming.displayed(course.alarm)
