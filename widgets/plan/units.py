"""The units on the site plan: a square with its letter each, white while it comes, with its name and how it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from console.units import GOING, Unit
from widgets import theme
from widgets.dispatch import unit_mark
from widgets.dispatch.unit_words import face_of
from widgets.plan.labels import Label
from widgets.plan.marks import Mark
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation
from widgets.plan.viewport import Viewport

HALF = unit_mark.SIDE / 2
STEP = unit_mark.SIDE + 2
SIDE_BY_SIDE = 6  # so many units of one station are told apart


class UnitSquares:
    """One look at the units of a plan; those that stand at one place lie side by side."""

    def __init__(self, situation: Situation, words: PlanWords, marks: Iterable[Mark], view: Viewport) -> None:
        self._situation = situation
        self._words = words
        found = [(mark.unit, view.point(mark.at)) for mark in marks if mark.unit is not None]
        found.sort(key=lambda pair: pair[0].incident is None)  # whoever was sent has the place itself
        self._placed: list[tuple[Unit, QRectF]] = []
        for unit, at in found:
            below = STEP if unit.fix is None else 0  # a station has the name of its building in its middle
            box = QRectF(at.x() - HALF, at.y() - HALF + below, unit_mark.SIDE, unit_mark.SIDE)
            self._placed.append((unit, self._beside(box)))

    def _beside(self, box: QRectF) -> QRectF:
        for n in range(SIDE_BY_SIDE):
            moved = box.translated(n * STEP, 0)
            if not any(moved.intersects(taken) for _, taken in self._placed):
                return moved
        return box

    def paint(self, painter: QPainter) -> None:
        """Whoever was sent lies on top."""
        for unit, box in self._placed[::-1]:
            face = face_of(unit, self._situation.now_ms())
            unit_mark.draw(painter, box, unit.kind.value, face, filled=unit.status in GOING)

    def boxes(self) -> list[QRectF]:
        """Where no label may lie."""
        return [box for _, box in self._placed]

    def sent(self) -> Iterator[Label]:
        """The units of an incident: name, status and for how long; shown wherever there is room."""
        ground, ink = theme.colour("bg.void"), theme.colour("text.hi")
        for unit, box in self._placed:
            if unit.incident is not None:
                yield Label(
                    box.center(), HALF + 1, self._words.unit_label(unit, self._situation), ground, ink, must=True
                )

    def others(self) -> Iterator[Label]:
        """The names of those nobody has sent, as far as there is room."""
        ground, ink = theme.colour("bg.void", 0.8), theme.colour("text.dim")
        for unit, box in self._placed:
            if unit.incident is None:
                yield Label(box.center(), HALF + 1, self._words.unit_name(unit), ground, ink)
