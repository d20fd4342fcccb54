"""The units on the site plan: a square with its letter each, white while it comes, with its name and how it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import hypot

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

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
REACH = (SIDE_BY_SIDE + 1) * STEP  # px: nobody gives way so far
NEAREST = sorted(
    ((x / 2, y / 2) for x in range(-4, 5) for y in range(-4, 5)), key=lambda way: (hypot(*way), -way[0], -way[1])
)  # fmt: skip


class UnitSquares:
    """One look at the units of a plan; those that stand at one place lie side by side, and none lies on an alarm.

    A square that had to give way is joined to where the unit is by a line.
    """

    def __init__(
        self, situation: Situation, words: PlanWords, marks: Iterable[Mark], view: Viewport, alarms: Sequence[QRectF]
    ) -> None:
        self._situation = situation
        self._words = words
        found = [(mark.unit, view.point(mark.at)) for mark in marks if mark.unit is not None]
        found.sort(key=lambda pair: pair[0].incident is None)  # whoever was sent has the place itself
        self._alarms = alarms
        self._middles = np.array([(box.center().x(), box.center().y()) for box in alarms]).reshape(-1, 2)
        self._placed: list[tuple[Unit, QRectF]] = []
        self._moved: list[tuple[QPointF, QPointF]] = []
        for unit, at in found:
            below = STEP if unit.fix is None else 0  # a station has the name of its building in its middle
            box = QRectF(at.x() - HALF, at.y() - HALF + below, unit_mark.SIDE, unit_mark.SIDE)
            put = self._beside(box, is_row=unit.fix is None)
            self._placed.append((unit, put))
            if unit.fix is not None and put != box:
                self._moved.append((at, put.center()))

    def _beside(self, box: QRectF, *, is_row: bool) -> QRectF:
        """The nearest place that is free, at a station in a row; where all are taken the nearest without an alarm."""
        away = np.abs(self._middles - (box.center().x(), box.center().y())).max(axis=1)
        alarms = [self._alarms[i] for i in np.flatnonzero(away < REACH).tolist()]
        row = [(float(n), 0.0) for n in range(SIDE_BY_SIDE)] if is_row else []
        second: QRectF | None = None
        for x, y in (*row, *NEAREST):
            tried = box.translated(x * STEP, y * STEP)
            if any(tried.intersects(alarm) for alarm in alarms):
                continue
            if not any(tried.intersects(taken) for _, taken in self._placed):
                return tried
            second = second or tried
        return second or box

    def paint(self, painter: QPainter) -> None:
        """Whoever was sent lies on top."""
        painter.setPen(QPen(theme.colour("text.hi"), 1))
        for at, middle in self._moved:
            painter.drawLine(at, middle)
        for unit, box in self._placed[::-1]:
            face = face_of(unit, self._situation.now_ms())
            unit_mark.draw(painter, box, unit.kind.value, face, filled=unit.status in GOING)

    def boxes(self) -> list[QRectF]:
        """Where no label may lie."""
        return [box for _, box in self._placed]

    def sent(self) -> Iterator[Label]:
        """The units of an incident: name, status and for how long, or the name alone; as far as there is room."""
        ground, ink = theme.colour("bg.void"), theme.colour("text.hi")
        for unit, box in self._placed:
            if unit.incident is not None:
                text, short = self._words.unit_label(unit, self._situation), self._words.unit_name(unit)
                yield Label(box.center(), HALF + 1, text, ground, ink, short=short, from_afar=True)

    def others(self) -> Iterator[Label]:
        """The names of those nobody has sent, as far as there is room."""
        ground, ink = theme.colour("bg.void", 0.8), theme.colour("text.dim")
        for unit, box in self._placed:
            if unit.incident is None:
                yield Label(box.center(), HALF + 1, self._words.unit_name(unit), ground, ink)
