"""Datums: where a coordinate of a Chinese map really is. Pure; angles in degrees.

WGS-84 and CGCS2000 differ by less than a decimetre and are taken as one. GCJ-02 (高德, 腾讯) moves every point by
300–700 m in a way that depends on the place; BD-09 (百度) adds a second shift on top. Neither has a published inverse:
the forward formula is solved backwards by fixed-point iteration, which closes far below a millimetre because the
shift changes by less than 1 % over its own length.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum

LonLat = tuple[float, float]  # longitude, latitude, in that order everywhere

SEMI_MAJOR_M = 6_378_245.0  # Krasovsky 1940, the ellipsoid the GCJ-02 formula is written on
ECCENTRICITY_2 = 0.006_693_421_622_965_943
ROUNDS = 8
BD_TURN = math.pi * 3000.0 / 180.0


class Datum(StrEnum):
    WGS84 = "wgs84"
    CGCS2000 = "cgcs2000"
    GCJ02 = "gcj02"
    BD09 = "bd09"


TITLES = {Datum.WGS84: "WGS-84", Datum.CGCS2000: "CGCS2000", Datum.GCJ02: "GCJ-02", Datum.BD09: "BD-09"}


def to_wgs84(at: LonLat, datum: Datum) -> LonLat:
    """The same place in WGS-84."""
    if datum is Datum.GCJ02:
        return _solve(gcj02_of, at)
    if datum is Datum.BD09:
        return _solve(gcj02_of, _gcj02_of_bd09(at))
    return at


def from_wgs84(at: LonLat, datum: Datum) -> LonLat:
    """The coordinates a map of that datum gives for a WGS-84 place."""
    if datum is Datum.GCJ02:
        return gcj02_of(at)
    if datum is Datum.BD09:
        return _bd09_of_gcj02(gcj02_of(at))
    return at


def gcj02_of(at: LonLat) -> LonLat:
    """GCJ-02 of a WGS-84 place: a sum of sines, in metres, scaled to degrees on the Krasovsky ellipsoid."""
    lon, lat = at
    east_m, north_m = _shift_m(lon - 105.0, lat - 35.0)
    sin_lat = math.sin(math.radians(lat))
    bend = 1.0 - ECCENTRICITY_2 * sin_lat * sin_lat
    meridian_m = SEMI_MAJOR_M * (1.0 - ECCENTRICITY_2) / (bend * math.sqrt(bend))
    parallel_m = SEMI_MAJOR_M / math.sqrt(bend) * math.cos(math.radians(lat))
    return lon + math.degrees(east_m / parallel_m), lat + math.degrees(north_m / meridian_m)


def _shift_m(x: float, y: float) -> tuple[float, float]:
    """How far GCJ-02 moves a place `x`, `y` degrees from (105° E, 35° N): metres east, metres north."""
    root, cross = math.sqrt(abs(x)), 0.1 * x * y
    shared = _sines(20, x, 6) + _sines(20, x, 2)
    east = 300 + x + 2 * y + 0.1 * x * x + cross + 0.1 * root
    east += shared + _sines(20, x, 1) + _sines(40, x, 1 / 3) + _sines(150, x, 1 / 12) + _sines(300, x, 1 / 30)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + cross + 0.2 * root
    north += shared + _sines(20, y, 1) + _sines(40, y, 1 / 3) + _sines(160, y, 1 / 12) + _sines(320, y, 1 / 30)
    return east, north


def _sines(amplitude: float, at: float, frequency: float) -> float:
    return amplitude * math.sin(at * frequency * math.pi) * 2.0 / 3.0


def _bd09_of_gcj02(at: LonLat) -> LonLat:
    lon, lat = at
    radius = math.hypot(lon, lat) + 0.00002 * math.sin(lat * BD_TURN)
    angle = math.atan2(lat, lon) + 0.000003 * math.cos(lon * BD_TURN)
    return radius * math.cos(angle) + 0.0065, radius * math.sin(angle) + 0.006


def _gcj02_of_bd09(at: LonLat) -> LonLat:
    return _solve(_bd09_of_gcj02, at)


def _solve(forward: Callable[[LonLat], LonLat], wanted: LonLat) -> LonLat:
    """The place that `forward` sends to `wanted`."""
    lon, lat = wanted
    for _ in range(ROUNDS):
        got = forward((lon, lat))
        lon, lat = lon - (got[0] - wanted[0]), lat - (got[1] - wanted[1])
    return lon, lat
