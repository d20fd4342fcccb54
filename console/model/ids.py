"""How things are named, and the two plain types every module uses: a value and a place in the plane."""

from __future__ import annotations

from typing import NewType

CameraId = NewType("CameraId", str)
PointId = NewType("PointId", str)  # <source>/<device>#<kind>
AlarmId = NewType("AlarmId", str)  # <point>/<n>, n counts the episodes of the point
BuildingId = NewType("BuildingId", str)
ZoneId = NewType("ZoneId", str)
UnitId = NewType("UnitId", str)
IncidentId = NewType("IncidentId", str)  # E-0007; D-0007 in a drill
GroupId = NewType("GroupId", str)  # a talk group of the site
NO_INCIDENT = IncidentId("")
Domain = NewType("Domain", str)  # "live" or "drill:<id>"

LIVE = Domain("live")

Value = bool | float | str | None
XY = tuple[float, float]


def point_id(source: str, device: str, kind: str) -> PointId:
    """The one way a point is named (contracts: Identities)."""
    return PointId(f"{source}/{device}#{kind}")
