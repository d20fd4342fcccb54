"""How things are named, and the two plain types every module uses: a value and a place in the plane."""

from __future__ import annotations

from collections.abc import Iterator
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


COMPANIONS = (".silent", ".trouble", ".supervisory", ".rising", ".falling")  # what is said of a point, beside itself
MOVEMENTS = (".rising", ".falling")  # of these, what its value does


def principal(point: PointId) -> PointId:
    """The point itself, when this is a companion of it: its silence, its trouble, its test, how it moves."""
    suffix = next((each for each in COMPANIONS if point.endswith(each)), "")
    return PointId(point.removesuffix(suffix))


def said_of(point: PointId) -> Iterator[PointId]:
    """The point and every companion it may have."""
    return (PointId(point + suffix) for suffix in ("", *COMPANIONS))


OWN_PARTS = "link"  # the source of what the console says of its own parts: links, screens, positions


def is_own_part(point: PointId) -> bool:
    """Whether it is a part of the console: no place of the site, and nothing a field unit can cure."""
    return of_site(point).startswith(f"{OWN_PARTS}/")


DRILL = "drill:"  # how the domain of a drill, and every name in it, begins


def domain_of(name: str) -> Domain:
    """The domain a point or an alarm belongs to: in a drill its name begins with the domain's."""
    return Domain(name.partition("/")[0]) if name.startswith(DRILL) else LIVE


def in_domain(point: PointId, domain: Domain) -> PointId:
    """What a point is called in a domain, so that nothing of a drill is ever taken for the real one."""
    return point if domain == LIVE else PointId(f"{domain}/{point}")


def of_site(point: PointId) -> PointId:
    """The point of the site that is meant, in whatever domain."""
    return PointId(point.partition("/")[2]) if point.startswith(DRILL) else point
