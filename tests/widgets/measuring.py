"""A desk that measures: samples handed to the trends as the feed's thread does it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from console.config.schema import Limits, SignalConfig, SourceConfig
from console.model import BuildingId, Point, PointId, point_id
from console.trends import Handover, Measured
from tests.widgets.desk import HALL, LEAKAGE, SITE, Desk

LIMITS = Limits(hi=300.0, hihi=1_000.0, hysteresis=20.0)
SOURCES = (SourceConfig("site", "site", signals=(SignalConfig("leakage_current", unit="mA", limits=LIMITS),)),)
EAST = BuildingId("EAST")
HYDRANT, HEAT, OUTSIDE = (
    point_id("site", "hyd-1", "water_pressure"),
    point_id("site", "heat-1", "temperature"),
    point_id("site", "hyd-9", "water_pressure"),
)
SMOKE = point_id("z2m", "0x01", "smoke")
UNITS = {LEAKAGE: "mA", HYDRANT: "MPa", HEAT: "°C", OUTSIDE: "MPa"}


def _in_hall(point: Point) -> Point:
    return replace(point, building=EAST, floor=0) if point.zone == HALL else point


MEASURED = replace(SITE, points=(
    *map(_in_hall, SITE.points),
    Point(HYDRANT, "大厅消火栓", "Hall hydrant", "water_pressure", (12.0, 0.0), EAST, 0, HALL),
    Point(HEAT, "楼上温度", "Upstairs heat", "temperature", (10.0, 1.0), EAST, 1),
    Point(OUTSIDE, "室外消火栓", "Yard hydrant", "water_pressure", (40.0, 40.0)),
))  # fmt: skip
STEP_MS, MINUTE, HOUR = 10_000, 60_000, 3_600_000
NEVER = math.inf  # in a list of values: a reading that did not come; NaN is one of bad quality


def measure(desk: Desk, point: PointId, values: Sequence[float], *, ago_ms: int = 0) -> None:
    """One value each ten seconds, the last one `ago_ms` before now."""
    end, handover = desk.clock.now_ms() - ago_ms, Handover()
    for i, value in enumerate(values):
        if value != NEVER:
            t_ms = end - (len(values) - 1 - i) * STEP_MS
            handover.waiting.append(Measured(point, t_ms, value, math.isnan(value), UNITS[point]))
    while handover.waiting:
        desk.take(handover)


def look(desk: Desk) -> None:
    """What was asked of the history is answered, everything is drawn anew."""
    for _ in range(3):
        desk.clock.advance(1)
        desk.window.trends.refresh()
        desk.window.trend_panel.refresh()
    desk.settle()
