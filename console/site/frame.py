"""The site's local frame: metres east (x) and north (y) of the origin, on the WGS-84 ellipsoid. Pure."""

from __future__ import annotations

import math
from functools import lru_cache

from pyproj import Geod, Transformer

from console.model import XY
from console.site.datum import LonLat

GEOD = Geod(ellps="WGS84")


class Frame:
    """Converts between longitude/latitude (WGS-84, degrees) and local metres.

    A transverse Mercator with its centre in the origin: straight lines stay straight, and within 10 km of the origin
    a distance is wrong by less than 2 mm per kilometre.
    """

    def __init__(self, origin: LonLat) -> None:
        lon, lat = origin
        plane = f"+proj=tmerc +lon_0={lon} +lat_0={lat} +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m"
        self._forward = Transformer.from_crs("EPSG:4326", plane, always_xy=True)
        self._back = Transformer.from_crs(plane, "EPSG:4326", always_xy=True)

    def to_local(self, at: LonLat) -> XY:
        """Local metres of a place; infinite when the place is too far away for the frame."""
        x, y = self._forward.transform(*at)
        return float(x), float(y)

    def to_lonlat(self, at: XY) -> LonLat:
        """Longitude and latitude of local metres."""
        lon, lat = self._back.transform(*at)
        return float(lon), float(lat)


def distance_m(a: LonLat, b: LonLat) -> float:
    """Geodesic distance on WGS-84, metres; infinite when a coordinate is not on the globe."""
    if not (on_globe(a) and on_globe(b)):
        return math.inf
    return float(GEOD.inv(*a, *b)[2])


def on_globe(at: LonLat) -> bool:
    return -180.0 <= at[0] <= 180.0 and -90.0 <= at[1] <= 90.0


@lru_cache(maxsize=8)
def frame_of(origin: LonLat) -> Frame:
    """The frame of a site, made once: making one takes a tenth of a second."""
    return Frame(origin)
