"""`cameras.csv`: the cameras of a site."""

from __future__ import annotations

from pathlib import Path

from console.model import BuildingId, Camera, CameraId, CameraKind
from console.site.cells import Record
from console.site.columns import CAMERAS
from console.site.credentials import BASE, judge_control, judge_secret, judge_url
from console.site.hubs import expand
from console.site.placing import Ground
from console.site.survey import Survey, claim
from console.site.tables import read_table
from console.site.whereabouts import whereabouts

EMERGENCY_NUMBERS = frozenset({110, 112, 119, 120, 122})  # a typed 119 must never open a camera
HOT = ("yes", "keyframes", "no")
TRANSPORTS = ("auto", "tcp", "udp")


def read_cameras(folder: Path, survey: Survey, ground: Ground) -> None:
    """Fill the survey's register of cameras; broken rows stay in it so that bindings to them are not reported too."""
    rows = read_table(folder, CAMERAS, survey.findings)
    if rows is None:
        return
    survey.cameras = {}
    ids: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for row in rows:
        ident = CameraId(row.required("id"))
        if ident and not claim(row, "id", ident, ids):
            continue
        camera = _camera(row, ident, _number(row, numbers), survey, ground)
        if ident:
            survey.cameras[ident] = camera


def _number(row: Record, taken: dict[str, int]) -> int:
    row.required("number")
    number = row.integer("number", 1, 9999)
    if number is None:
        return 0
    if number in EMERGENCY_NUMBERS:
        row.error("number", f"{number} is an emergency call number", "give the camera another number")
    else:
        claim(row, "number", str(number), taken)
    return number


def _camera(row: Record, ident: CameraId, number: int, survey: Survey, ground: Ground) -> Camera:
    row.required("kind")
    kind = row.choice("kind", CameraKind, None) or CameraKind.PTZ  # a wrong kind allows all, so it is named alone
    where = whereabouts(row, survey, ground)
    return Camera(
        id=ident,
        number=number,
        name=row.required("name"),
        name_en=row.required("name_en"),
        kind=kind,
        at=where.at,
        building=where.building,
        floor=where.floor,
        zone=where.zone,
        azimuth=row.number("azimuth", 0.0, 0.0, 360.0) % 360.0,
        fov=row.number("fov", 360.0 if kind is CameraKind.FISHEYE else 90.0, 1.0, 360.0),
        range_m=row.number("range_m", 25.0, 0.5, 5000.0),
        width_px=row.integer("width_px", 160, 16384) or 1920,
        pan=_pan(row, kind),
        sees=_sees(row, survey),
        sub_url=_url(row, "sub_url", survey),
        main_url=_url(row, "main_url", survey),
        user=row.text("user"),
        secret=judge_secret(row),
        hot=_hot(row),
        transport=_transport(row),
        presets=_presets(row, kind),
        presets_en=_presets_en(row),
        onvif_url=judge_control(row, "onvif_url", survey.onvif_base),
    )


def _pan(row: Record, kind: CameraKind) -> tuple[float, float] | None:
    ends = ("pan_from", "pan_to")
    given = [key for key in ends if row.has(key)]
    if not given:
        return None
    if kind is not CameraKind.PTZ:
        row.error(given[0], f"a {kind} camera cannot pan", "leave it empty, or write ptz in the column 'kind'")
        return None
    if len(given) == 1:
        missing = next(key for key in ends if key not in given)
        row.error(missing, f"is empty but '{given[0]}' is given", "give both limits, or none when it turns all round")
        return None
    first, second = (row.number(key, 0.0, 0.0, 360.0) % 360.0 for key in ends)
    return first, second


def _sees(row: Record, survey: Survey) -> tuple[BuildingId, ...]:
    words = row.words("sees")
    for word in words:
        if survey.buildings is not None and word not in survey.buildings:
            cure = row.findings.nearest(word, survey.buildings, "name buildings of buildings.geojson, separated by ;")
            row.error("sees", f"there is no building '{word[:40]}'", cure)
    return tuple(BuildingId(word) for word in words)


def _presets(row: Record, kind: CameraKind) -> tuple[str, ...]:
    presets = row.words("presets")
    if presets and kind is not CameraKind.PTZ:
        row.error("presets", f"a {kind} camera has no presets", "leave it empty, or write ptz in the column 'kind'")
    return presets


def _presets_en(row: Record) -> tuple[str, ...]:
    words, presets = row.words("presets_en"), row.words("presets")
    if words and len(words) != len(presets):
        cure = "one English name for each of 'presets', in their order, or leave it empty"
        row.error("presets_en", f"has {len(words)} names for {len(presets)} presets", cure)
        return ()
    return words


def _url(row: Record, key: str, survey: Survey) -> str:
    is_hub = row.text(key).startswith("{") and not row.text(key).startswith(BASE)
    return expand(row, key, survey) if is_hub else judge_url(row, key, survey.video_base)


def _hot(row: Record) -> str:
    word = row.text("hot", "yes")
    if word not in HOT:
        row.error("hot", f"'{word[:40]}' is not known", f"use one of {', '.join(HOT)}")
    return word


def _transport(row: Record) -> str:
    word = row.text("transport")
    if word and word not in TRANSPORTS:
        row.error("transport", f"'{word[:40]}' is not known", f"use one of {', '.join(TRANSPORTS)}, or leave it empty")
        return ""
    return word
