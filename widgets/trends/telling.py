"""What a trend says of a point beside its line: name, newest value, age, whether a limit is crossed. GUI thread."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from console.app import Console
from console.histories import Series
from console.model import Camera, CameraId, Point, PointId, Site
from console.model.ids import of_site, principal
from console.trends import Limit
from widgets import theme
from widgets.placing import Placing
from widgets.trends import ink
from widgets.trends.nearby import Near, near, typical
from widgets.trends.span import MINUTE
from widgets.trends.strokes import extremes, usual_silence_ms
from widgets.trends.ticks import Scale, figure, scale
from widgets.trends.trend_words import TrendWords

NUMERIC_NS = 5_000_000_000  # which points measure something is looked up so often: a site may have thousands
OLD_MS = MINUTE  # a younger value needs no age beside it
ALARMS = 64  # of which it is remembered what is measured near them


@dataclass(frozen=True, slots=True)
class Said:
    """The newest value of a point in words; `age_ms` None: it was never heard."""

    name: str
    value: str
    unit: str
    colour: QColor
    age_ms: int | None
    is_old: bool


class Telling(QObject):
    """Reads the desks; asked at every paint."""

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._looked_ns = -NUMERIC_NS
        self._site: Site | None = None
        self._numeric: tuple[PointId, ...] = ()
        self._typical: tuple[PointId, ...] = ()
        self._near: dict[PointId, tuple[Near, ...]] = {}
        self.words = TrendWords(self)

    def name(self, point: PointId) -> str:
        """As people call it; its id where the site does not know it."""
        known = self._console.points.get(point)
        return self._placing.pick(known.name, known.name_en) if known is not None else point

    def said(self, point: PointId, series: Series | None) -> Said:
        """What it says now; from the series where it has not spoken since the start."""
        now = self._console.clock.now_ms()
        value, at_ms = self._newest(point, series)
        age = max(0, now - at_ms) if at_ms is not None else None
        silence = usual_silence_ms(series) if series is not None and len(series) > 1 else OLD_MS
        is_overdue = point in self._console.points.overdue()
        is_old = age is None or is_overdue or age > max(OLD_MS, silence)
        text = figure(value) if value is not None else "–"
        unit = self._console.trends.unit(point)
        return Said(self.name(point), text, unit, self._colour(point, value, is_old), age, is_old)

    def _newest(self, point: PointId, series: Series | None) -> tuple[float | None, int | None]:
        newest = self._console.trends.newest(point)
        if newest is not None:
            value = newest.value
            return (float(value) if isinstance(value, int | float) else None), newest.ts_ms
        if series is None or not (~np.isnan(series.mean)).any():
            return None, None
        present = np.flatnonzero(~np.isnan(series.mean))
        return float(series.mean[present[-1]]), int(series.t_ms[present[-1]]) + series.step_ms

    def _colour(self, point: PointId, value: float | None, is_old: bool) -> QColor:
        if value is None or is_old:
            return theme.colour("text.dim")
        limit = ink.crossed(self._console.trends.limits(point), value)
        return ink.limit_colour(limit) if limit is not None else theme.colour("text.hi")

    def scale(
        self, points: Sequence[tuple[PointId, Series | None]], start_ms: int, end_ms: int, most: int
    ) -> Scale:  # fmt: skip
        """Shows every value of this time and the limits that are next to them."""
        values = [v for _, series in points if series is not None for v in extremes(series, start_ms, end_ms)]
        limits = self._console.trends.limits(points[0][0]) if points else ()
        return scale([*values, *in_sight(limits, values)], most)

    def numeric(self) -> tuple[PointId, ...]:
        """The points that measure something, as of the last seconds."""
        now, site = self._console.clock.monotonic_ns(), self._console.site
        if now - self._looked_ns >= NUMERIC_NS or site is not self._site:
            found = self._console.trends.numeric()
            if found != self._numeric or site is not self._site:
                self._near.clear()
                self._typical = ()
            self._looked_ns, self._site, self._numeric = now, site, found
        return self._numeric

    def typical(self) -> tuple[PointId, ...]:
        """What is shown at rest when nobody has chosen."""
        numeric = self.numeric()
        if not self._typical:
            self._typical = typical(self._console.site.points, set(numeric)) or numeric
        return self._typical

    def near(self, alarmed: PointId) -> tuple[Near, ...]:
        """The measured points, those first that tell most of an alarm of this one."""
        numeric, point = self.numeric(), base(alarmed)
        if point not in self._near:
            if len(self._near) >= ALARMS:
                self._near.clear()
            self._near[point] = near(point, self.place(point), self._console.site.points, set(numeric))
        return self._near[point]

    def place(self, point: PointId) -> Point | Camera | None:
        """Where an alarm of this point is, as far as the site knows it."""
        device = base(point)
        known = self._console.points.get(device)
        if known is not None:
            return known
        return self._console.cameras.get(CameraId(device.removeprefix("camera/").partition("#")[0]))


def base(point: PointId) -> PointId:
    """The point of the site whose companion this may be, in whatever domain."""
    return principal(of_site(point))


def in_sight(limits: Sequence[Limit], values: Sequence[float]) -> list[float]:
    """The first limit on either side; the one behind it only once the values are half-way there."""
    low, high = (min(values), max(values)) if values else (math.inf, -math.inf)
    named = {limit.name: limit.value for limit in limits}
    seen = [named[name] for name in ("lo", "hi") if name in named]
    if "lolo" in named and ("lo" not in named or low < (named["lo"] + named["lolo"]) / 2):
        seen.append(named["lolo"])
    if "hihi" in named and ("hi" not in named or high > (named["hi"] + named["hihi"]) / 2):
        seen.append(named["hihi"])
    return seen
