"""A small site folder without a mistake, for tests to break: one house of two zones, two cameras, two points."""

from __future__ import annotations

import json
from pathlib import Path

from console.site.datum import Datum, from_wgs84
from console.site.frame import Frame

ORIGIN = (120.73, 30.80)
FRAME = Frame(ORIGIN)


def place(x: float, y: float, datum: Datum = Datum.WGS84) -> list[float]:
    """Longitude and latitude of local metres, as a map of that datum gives them."""
    return [round(part, 8) for part in from_wgs84(FRAME.to_lonlat((x, y)), datum)]


def lat_lon(x: float, y: float, datum: Datum = Datum.WGS84) -> str:
    lon, lat = place(x, y, datum)
    return f"{lat},{lon}"


def square(x0: float, y0: float, x1: float, y1: float) -> list[list[list[float]]]:
    return [[place(x0, y0), place(x1, y0), place(x1, y1), place(x0, y1), place(x0, y0)]]


def feature(kind: str, coordinates: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features: dict[str, object]) -> str:
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    return '{"type": "FeatureCollection", "features": [\n' + lines + "\n]}\n"


HOUSE = feature("Polygon", square(0, 0, 40, 20), id="A", name="甲楼", name_en="House A")
WEST = feature("Polygon", square(0, 0, 20, 20), id="A-W", name="西区", name_en="West", building="A", floors=[0])
EAST = feature("Polygon", square(20, 0, 40, 20), id="A-E", name="东区", name_en="East", building="A", floors=[0, 1])
WALL = feature("LineString", [place(20, 0), place(20, 8)], building="A", floors=[0])
DOOR = feature("Point", place(20, 9), building="A", floors=[0], zones=["A-W", "A-E"])
SITE = f"""\
name = "试验园"
name_en = "Test Park"
time_zone = "Asia/Shanghai"
datum = "wgs84"

[origin]
lon = {ORIGIN[0]}
lat = {ORIGIN[1]}

[video]
base = "rtsp://127.0.0.1:8554"
"""
CAMERA_HEAD = (
    "id,number,name,name_en,kind,lat,lon,building,floor,zone,azimuth,fov,"
    "pan_from,pan_to,presets,sees,sub_url,user,secret"
)
CAMERA = f"C-1,1,西区,West,fixed,{lat_lon(5, 5)},A,0,A-W,90,90,,,,,{{base}}/C-1/sub,,"
DOME = f"C-2,2,东区,East,ptz,{lat_lon(30, 5)},A,0,A-E,10,60,350,170,门;窗,,,viewer,env:DEMO"
POINT_HEAD = "id,name,name_en,lat,lon,datum,building,floor,zone,alias,alarm_class,stale_after_s"
POINT = f"z2m/0x01#smoke,烟感,Smoke,{lat_lon(6, 6)},,A,0,A-W,甲楼/1F/烟感,,"
HYDRANT = f"site/hyd-1#water_pressure,消火栓,Hydrant,{lat_lon(-5, 5)},,,,,,S,900"
PLACE_HEAD = "id,kind,name,name_en,lat,lon,capacity,phone,building"

GOOD: dict[str, str] = {
    "site.toml": SITE,
    "buildings.geojson": collection(HOUSE),
    "zones.geojson": collection(WEST, EAST),
    "walls.geojson": collection(WALL),
    "doors.geojson": collection(DOOR),
    "floors.csv": "building,ordinal,label,walls\nA,0,1F,\nA,1,2F,yes\n",
    "cameras.csv": f"{CAMERA_HEAD}\n{CAMERA}\n{DOME}\n",
    "points.csv": f"{POINT_HEAD}\n{POINT}\n{HYDRANT}\n",
    "bindings.csv": "target,camera,order,preset\nz2m/0x01#smoke,C-2,1,门\nA-W,C-1,1,\n",
    "places.csv": f"{PLACE_HEAD}\nS-1,shelter,避灾点,Shelter,{lat_lon(9, 9)},80,,A\n",
}


def write(folder: Path) -> Path:
    """Write the good folder."""
    for name, text in GOOD.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
