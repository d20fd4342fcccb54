"""The files of the demo site as text: the same program gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from console.model import XY, CameraKind
from console.sim.demo_site import estate, park
from console.sim.demo_site.camera import Planned
from console.sim.demo_site.links import bindings, places
from console.sim.demo_site.metering import meters
from console.sim.demo_site.panelling import call_points
from console.sim.demo_site.pictures import own_pictures
from console.sim.demo_site.plan import Area, House, Ring, walls
from console.sim.demo_site.sensing import Sensor, detectors
from console.sim.demo_site.teams import MANNERS, responses, teams
from console.sim.demo_site.watching import BASIC, DEAD, DIGEST, H265, UDP, cameras
from console.site import Frame
from console.site.columns import BINDINGS, CAMERAS, FLOORS, PLACES, POINTS, RESPONSES, UNITS

ORIGIN = (120.7312, 30.7985)
FRAME = Frame(ORIGIN)
HOUSES = park.HOUSES + estate.HOUSES
GROUND = park.GROUND + estate.GROUND
SECRET = "env:WATCHROOM_DEMO_CAMERA"
SITE_TOML = f"""\
# The demo site. Place, firms, people and numbers are invented; the program console/sim/demo_site wrote this folder.
name = "芦汀街道"
name_en = "Luting Sub-district"
time_zone = "Asia/Shanghai"
datum = "wgs84"

[origin]
lon = {ORIGIN[0]}
lat = {ORIGIN[1]}

[video]
base = "rtsp://127.0.0.1:8554"
onvif = "http://127.0.0.1:8555"
"""

PLAYED = ("unit", "answer", "accept_s", "speed_m_s", "reason")
SIMULATED = ("camera", "scene", "auth", "dead", "codec", "ways")

Properties = dict[str, str | int | list[int] | list[str]]


def files() -> dict[str, str]:
    """Every file of the site folder by name."""
    seen, sensors = cameras(), detectors() + meters() + call_points()
    shown = own_pictures(seen)
    return {
        "site.toml": SITE_TOML,
        "buildings.geojson": _collection(_building(house) for house in HOUSES),
        "zones.geojson": _collection([*_zones(), *(_zone(area, area.suffix, None) for area in GROUND)]),
        "walls.geojson": _collection(line for house in HOUSES for line in _walls(house)),
        "doors.geojson": _collection(line for house in HOUSES for line in _doors(house)),
        "floors.csv": _table(FLOORS.names, (row for house in HOUSES for row in _floors(house))),
        "cameras.csv": _table(CAMERAS.names, map(_camera, seen)),
        "points.csv": _table(POINTS.names, (row for sensor in sensors for row in _points(sensor))),
        "bindings.csv": _table(BINDINGS.names, bindings(seen, sensors)),
        "places.csv": _table(PLACES.names, _places()),
        "units.csv": _table(UNITS.names, _units()),
        "simulator_units.csv": _table(PLAYED, MANNERS),
        "responses.csv": _table(RESPONSES.names, responses()),
        "simulator.csv": _table(SIMULATED, (_simulated(camera, shown[camera.id]) for camera in seen)),
    }


def write(folder: Path) -> None:
    """Write the files; others in the folder are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _lonlat(at: XY) -> tuple[float, float]:
    """Longitude and latitude to 7 decimals, a centimetre."""
    lon, lat = FRAME.to_lonlat(at)
    return round(lon, 7), round(lat, 7)


def _collection(features: Iterable[str]) -> str:
    """A FeatureCollection with one feature a line, so that a problem's line number finds it."""
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"


def _feature(properties: Properties, kind: str, coordinates: object) -> str:
    geometry = {"type": kind, "coordinates": coordinates}
    return json.dumps({"type": "Feature", "properties": properties, "geometry": geometry}, ensure_ascii=False)


def _polygon(properties: Properties, ring: Ring) -> str:
    return _feature(properties, "Polygon", [[_lonlat(at) for at in ring]])


def _building(house: House) -> str:
    return _polygon({"id": house.id, "name": house.name, "name_en": house.name_en}, house.ring)


def _zones() -> Iterable[str]:
    for house in HOUSES:
        for area in house.areas:
            yield _zone(area, f"{house.id}-{area.suffix}", house)


def _zone(area: Area, ident: str, house: House | None) -> str:
    if house is None:
        return _polygon({"id": ident, "name": area.name, "name_en": area.name_en, "use": area.use.value}, area.ring)
    properties: Properties = {
        "id": ident,
        "name": house.name + area.name,
        "name_en": f"{house.name_en} {area.name_en}",
        "building": house.id,
        "floors": list(area.floors),
        "use": area.use.value,
    }
    return _polygon(properties, tuple(house.out(at) for at in area.ring))


def _walls(house: House) -> Iterable[str]:
    """One MultiLineString for all floors that are drawn alike."""
    alike: dict[tuple[tuple[XY, XY], ...], list[int]] = {}
    for storey in house.storeys:
        alike.setdefault(tuple(walls(storey)), []).append(storey.ordinal)
    for lines, floors in alike.items():
        coordinates = [[_lonlat(house.out(at)) for at in line] for line in lines]
        yield _feature({"building": house.id, "floors": floors}, "MultiLineString", coordinates)


def _doors(house: House) -> Iterable[str]:
    for storey in house.storeys:
        for opening in storey.openings:
            if opening.zones is not None:
                zones = [f"{house.id}-{suffix}" for suffix in opening.zones]
                properties: Properties = {"building": house.id, "floors": [storey.ordinal], "zones": zones}
                yield _feature(properties, "Point", _lonlat(house.out(opening.at)))


def _floors(house: House) -> Iterable[Sequence[object]]:
    return [(house.id, storey.ordinal, storey.label, "yes") for storey in house.storeys]


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _camera(camera: Planned) -> Sequence[object]:
    lon, lat = _lonlat(camera.at)
    asks = camera.number in BASIC | DIGEST
    pan_from, pan_to = (f"{end:g}" for end in camera.pan) if camera.pan else ("", "")
    cells = {
        "id": camera.id, "number": camera.number, "name": camera.name, "name_en": camera.name_en,
        "kind": camera.kind.value, "lat": lat, "lon": lon, "building": camera.house, "floor": camera.floor,
        "zone": camera.zone, "azimuth": f"{camera.azimuth:g}", "fov": f"{camera.fov:g}",
        "range_m": f"{camera.range_m:g}", "width_px": camera.width_px, "pan_from": pan_from, "pan_to": pan_to,
        "presets": ";".join(camera.presets), "presets_en": ";".join(camera.presets_en), "sees": ";".join(camera.sees),
        "sub_url": f"{{base}}/{camera.id}/sub",
        "main_url": f"{{base}}/{camera.id}/main", "user": "viewer" if asks else "", "secret": SECRET if asks else "",
        "onvif_url": f"{{onvif}}/{camera.id}/onvif/device_service" if camera.kind is CameraKind.PTZ else "",
    }  # fmt: skip
    return [cells.get(name, "") for name in CAMERAS.names]


def _points(sensor: Sensor) -> Iterable[Sequence[object]]:
    lon, lat = _lonlat(sensor.at) if sensor.at else ("", "")
    for kind in sensor.kinds:
        further = kind != sensor.kinds[0]
        cells = {
            "id": f"{sensor.source}/{sensor.device}#{kind}",
            "name": sensor.name + ("温度" if further else ""),
            "name_en": sensor.name_en + (" temperature" if further else ""),
            "lat": lat, "lon": lon, "building": sensor.house, "floor": sensor.floor, "zone": sensor.zone,
            "alias": sensor.alias,
        }  # fmt: skip
        yield [cells.get(name, "") for name in POINTS.names]


def _places() -> Iterable[Sequence[object]]:
    for place in places():
        lon, lat = _lonlat(place.at)
        cells = {
            "id": place.id, "kind": place.kind, "name": place.name, "name_en": place.name_en, "lat": lat, "lon": lon,
            "capacity": place.capacity, "phone": place.phone, "building": place.house,
        }  # fmt: skip
        yield [cells.get(name, "") for name in PLACES.names]


def _units() -> Iterable[Sequence[object]]:
    for team in teams():
        lon, lat = _lonlat(team.at) if team.at else ("", "")
        cells = {
            "id": team.id, "kind": team.kind, "name": team.names[0], "name_en": team.names[1], "lat": lat, "lon": lon,
            "building": team.house, "people": team.people, "phone": team.phone, "skills": team.skills,
            "group": team.group,
        }  # fmt: skip
        yield [cells.get(name, "") for name in UNITS.names]


def _simulated(camera: Planned, picture: str) -> Sequence[object]:
    auth = "basic" if camera.number in BASIC else "digest" if camera.number in DIGEST else "none"
    codec, ways = "h265" if camera.number in H265 else "h264", "udp" if camera.number in UDP else "both"
    return camera.id, picture, auth, "yes" if camera.number in DEAD else "no", codec, ways
