"""The symbols of one level: what each stands for, where, and how it is; found again by a pointer. GUI thread.

Units are on the site plan alone: their devices say where they are, but not on which floor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF

from console.alarms import Alarm
from console.model import XY, Camera, Health, Point
from console.plan import Level
from console.units import Unit
from widgets.plan.situation import PointState, Situation
from widgets.plan.viewport import Floats, Viewport

REACH_PX = 14  # how near a pointer must come
HYDRANT_KINDS = frozenset({"water_pressure"})


class Layer(StrEnum):
    """What can be switched on and off; an open alarm is on no layer."""

    CAMERAS = "cameras"
    POINTS = "points"
    HYDRANTS = "hydrants"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class Mark:
    """One symbol: a camera with its health, a point with its state and perhaps its open alarm, or a unit."""

    at: XY
    camera: Camera | None = None
    point: Point | None = None
    health: Health = Health.UNKNOWN
    state: PointState = PointState.NORMAL
    alarm: Alarm | None = None
    unit: Unit | None = None

    @property
    def key(self) -> str:
        """The same for the same device, whatever its state."""
        if self.camera is not None:
            return f"camera {self.camera.id}"
        if self.unit is not None:
            return f"unit {self.unit.id}"
        return f"point {self.point.id}" if self.point is not None else ""

    @property
    def is_hydrant(self) -> bool:
        return self.point is not None and self.point.kind in HYDRANT_KINDS

    @property
    def is_asked_for(self) -> bool:
        """A click on it asks for something."""
        return self.camera is not None or self.alarm is not None or self.unit is not None

    @property
    def is_loud(self) -> bool:
        """It may change from one second to the next, or matters more than what is drawn below it."""
        return self.alarm is not None or self.unit is not None or self.is_offline

    @property
    def is_offline(self) -> bool:
        return self.camera is not None and self.health is Health.OFFLINE


def layer_of(point: Point) -> Layer:
    return Layer.HYDRANTS if point.kind in HYDRANT_KINDS else Layer.POINTS


class Marks:
    """All marks of one level on the chosen layers, cameras by number, then points; alarms come whatever the layers.

    `loud` lie on top, the gravest last; `quiet` is what lies below them, as if no alarm were open: so it is not
    drawn anew for an alarm. Marks that look as before are the very same objects, and `edition` grows when one of
    the quiet marks does not.
    """

    def __init__(
        self, situation: Situation, level: Level, layers: frozenset[Layer], before: Marks | None = None
    ) -> None:
        self.level = level
        same = before is not None and before.level == level
        self._kept: dict[str, Mark] = dict(before._kept) if before is not None and same else {}
        self._found: list[Mark] = []
        quiet: list[Mark] = []
        sheet = situation.levels.sheet(level)
        for camera in sheet.cameras:
            if (mark := self._camera(situation, camera)) is not None:
                self._sort_in(mark, Layer.CAMERAS in layers, quiet)
        for point in sheet.points:
            if (mark := self._point(situation, point)) is not None:
                self._sort_in(mark, layer_of(point) in layers, quiet, situation.alarm_at(point.id))
        if level.is_site:
            self._found += _units(situation, Layer.UNITS in layers)
        self.all, self.quiet = tuple(self._found), tuple(quiet)
        self.watching = tuple(mark.camera for mark in quiet if mark.camera is not None)
        loud = [mark for mark in self.all if mark.is_loud]
        self.loud = tuple(sorted(loud, key=lambda m: (m.alarm is not None, _less_grave(m))))
        self.edition: int = 0
        if before is not None:
            self.edition = before.edition + (before.quiet != self.quiet)

    def _camera(self, situation: Situation, camera: Camera) -> Mark | None:
        health = situation.health(camera.id)
        mark = self._kept.get(camera.id)
        if camera.at is not None and (mark is None or mark.health is not health or mark.camera is not camera):
            mark = self._kept[camera.id] = Mark(camera.at, camera=camera, health=health)
        return mark

    def _point(self, situation: Situation, point: Point) -> Mark | None:
        state = situation.state(point)
        mark = self._kept.get(point.id)
        if point.at is not None and (mark is None or mark.state is not state or mark.point is not point):
            mark = self._kept[point.id] = Mark(point.at, point=point, state=state)
        return mark

    def _sort_in(self, mark: Mark, is_on: bool, quiet: list[Mark], alarm: Alarm | None = None) -> None:
        offline = mark.health is Health.OFFLINE
        if is_on and not offline:
            quiet.append(mark)
        if alarm is not None:
            self._found.append(replace(mark, alarm=alarm))
        elif is_on or offline:
            self._found.append(mark)

    @cached_property
    def _at(self) -> Floats:
        return np.array([mark.at for mark in self.all], dtype=np.float64).reshape(-1, 2)

    def __len__(self) -> int:
        return len(self.all)

    def find(self, key: str) -> Mark | None:
        return next((mark for mark in self.all if mark.key == key), None) if key else None

    def near(self, view: Viewport, at: QPointF) -> Mark | None:
        """The mark under a pointer; of several the one with an alarm, then the nearest."""
        if not self.all:
            return None
        away = np.hypot(*(view.points(self._at) - (at.x(), at.y())).T)
        reached = np.flatnonzero(away <= REACH_PX)
        ranked = sorted(reached, key=lambda i: (self.all[i].alarm is None, away[i]))
        return self.all[ranked[0]] if ranked else None

    def beside(self, view: Viewport, mark: Mark | None, way: tuple[int, int]) -> Mark | None:
        """The next mark in a direction (x right, y down), or the one nearest the middle to begin with."""
        if not self.all:
            return None
        places = view.points(self._at)
        if mark is None:
            middle = (view.size.width() / 2, view.size.height() / 2)
            return self.all[int(np.argmin(np.hypot(*(places - middle).T)))]
        here = view.point(mark.at)
        dx, dy = (places - (here.x(), here.y())).T
        ahead, aside = dx * way[0] + dy * way[1], np.abs(dx * way[1]) + np.abs(dy * way[0])
        cost = np.where(ahead > 1.0, ahead + 2 * aside, np.inf)
        best = int(np.argmin(cost))
        return self.all[best] if np.isfinite(cost[best]) else mark


def _units(situation: Situation, is_on: bool) -> list[Mark]:
    """Each where its device was last, else at its station; those on their way whatever the layers."""
    placed = ((unit, unit.fix.at if unit.fix is not None else unit.crew.station) for unit in situation.units())
    return [Mark(at, unit=unit) for unit, at in placed if at is not None and (is_on or unit.incident is not None)]


def _less_grave(mark: Mark) -> tuple[int, ...]:
    """Sorts the gravest last, so that it is drawn on top."""
    return tuple(-int(part) for part in mark.alarm.sort_key[:3]) if mark.alarm is not None else ()
