"""`points.csv`, `bindings.csv` and `places.csv`: what is measured, who sees it, where people go."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

from console.model import AlarmClass, Binding, CameraId, CameraKind, Place, PlaceKind, Point, PointId
from console.site.cells import Record
from console.site.columns import BINDINGS, PLACES, POINTS
from console.site.findings import nearest
from console.site.placing import Ground
from console.site.position import spot
from console.site.survey import Survey, claim
from console.site.tables import read_table
from console.site.whereabouts import whereabouts

POINT_ID = re.compile(r"[^/#\s][^/#]*/[^#]*[^#\s]#[a-z][a-z0-9_]*")
MAX_STALE_S = 60 * 60 * 24 * 60


def read_points(folder: Path, survey: Survey, ground: Ground) -> None:
    """Fill the survey's register of points."""
    rows = read_table(folder, POINTS, survey.findings)
    if rows is None:
        return
    survey.points = {}
    taken: dict[str, int] = {}
    for row in rows:
        ident = PointId(row.required("id"))
        if ident and not claim(row, "id", ident, taken):
            continue
        if ident and not POINT_ID.fullmatch(ident):
            row.error(
                "id",
                f"'{ident[:60]}' is not a point id",
                "write <source>/<device>#<kind>, such as site/hyd-01#water_pressure",
            )
        point = _point(row, ident, survey, ground)
        if ident:
            survey.points[ident] = point


def _point(row: Record, ident: PointId, survey: Survey, ground: Ground) -> Point:
    where = whereabouts(row, survey, ground)
    return Point(
        id=ident,
        name=row.required("name"),
        name_en=row.required("name_en"),
        kind=ident.rpartition("#")[2],
        at=where.at,
        building=where.building,
        floor=where.floor,
        zone=where.zone,
        alias=row.text("alias"),
        alarm_class=row.choice("alarm_class", AlarmClass, None),
        stale_after_s=row.integer("stale_after_s", 1, MAX_STALE_S),
    )


def read_bindings(folder: Path, survey: Survey) -> tuple[Binding, ...]:
    """The bindings whose point or zone and camera exist."""
    rows = read_table(folder, BINDINGS, survey.findings)
    orders: dict[str, int] = {}
    pairs: dict[str, int] = {}
    found = (_binding(row, survey, orders, pairs) for row in rows or ())
    return tuple(binding for binding in found if binding is not None)


def _binding(row: Record, survey: Survey, orders: dict[str, int], pairs: dict[str, int]) -> Binding | None:
    for key in ("target", "camera", "order"):
        row.required(key)
    target, camera, order = row.text("target"), CameraId(row.text("camera")), row.integer("order", 1, 100)
    if row.broken or order is None:
        return None
    _judge_target(row, target, survey)
    if survey.cameras is not None and camera not in survey.cameras:
        row.error(
            "camera",
            f"there is no camera '{camera[:40]}'",
            row.findings.nearest(camera, survey.cameras, "see cameras.csv"),
        )
    else:
        _judge_preset(row, camera, survey)
    if not row.broken:
        claim(row, "order", f"{target} {order}", orders)
        claim(row, "camera", f"{target} {camera}", pairs)
    return None if row.broken else Binding(target, camera, order, row.text("preset"))


def _judge_target(row: Record, target: str, survey: Survey) -> None:
    if survey.points is None or survey.zones is None or target in survey.points or target in survey.zones:
        return
    known = chain(survey.points, survey.zones)
    cure = row.findings.nearest(target, known, "name a point of points.csv or a zone of zones.geojson")
    row.error("target", f"there is no point or zone '{target[:60]}'", cure)


def _judge_preset(row: Record, ident: CameraId, survey: Survey) -> None:
    preset = row.text("preset")
    camera = survey.cameras.get(ident) if survey.cameras else None
    if not preset or camera is None:
        return
    if camera.kind is not CameraKind.PTZ:
        row.error("preset", f"camera '{ident}' is {camera.kind} and has no presets", "leave it empty")
    elif preset not in camera.presets:
        cure = nearest(preset, camera.presets, "add it to the camera's column 'presets'")
        row.error("preset", f"camera '{ident}' has no preset '{preset[:40]}'", cure)


def read_places(folder: Path, survey: Survey, ground: Ground) -> tuple[Place, ...]:
    """Shelters and micro fire stations."""
    rows = read_table(folder, PLACES, survey.findings)
    taken: dict[str, int] = {}
    found = (_place(row, survey, ground, taken) for row in rows or ())
    return tuple(place for place in found if place is not None)


def _place(row: Record, survey: Survey, ground: Ground, taken: dict[str, int]) -> Place | None:
    ident, name, name_en = (row.required(key) for key in ("id", "name", "name_en"))
    if ident:
        claim(row, "id", ident, taken)
    for key in ("kind", "lat", "lon"):
        row.required(key)
    if row.broken:
        return None
    kind = row.choice("kind", PlaceKind, None)
    building = survey.building(row)
    capacity = row.integer("capacity", 0, 1_000_000) or 0
    at = spot(row, survey)
    if at is not None and not row.broken:
        ground.judge(row, at, building, None, None)
    if kind is None or at is None:
        return None
    return Place(ident, kind, name, name_en, at.at, capacity, row.text("phone"), building)
