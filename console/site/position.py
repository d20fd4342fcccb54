"""Coordinates of the files as local metres: both or none, on the globe, not swapped, not in another town."""

from __future__ import annotations

from dataclasses import dataclass

from console.model import XY
from console.site.cells import Record
from console.site.datum import Datum, LonLat, to_wgs84
from console.site.frame import distance_m, on_globe
from console.site.survey import Survey

FAR_M = 50_000.0
SWAP_CURE = "latitude is north (-90 to 90), longitude is east (-180 to 180); GeoJSON writes longitude first"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a record says it is: as written, and in local metres."""

    written: LonLat
    datum: Datum
    at: XY


def spot(record: Record, survey: Survey) -> Spot | None:
    """The place of a table row; None when the row gives none, a wrong one, or the site has no frame."""
    datum = record.choice("datum", Datum, survey.datum)
    if not (record.has("lat") or record.has("lon")):
        return None
    for key, other in (("lat", "lon"), ("lon", "lat")):
        if not record.has(key):
            record.error(
                key, f"is empty but '{other}' is given", "give both, or leave both empty when it is not placed"
            )
            return None
    before = record.broken
    lon, lat = record.number("lon", 0.0, -360.0, 360.0), record.number("lat", 0.0, -360.0, 360.0)
    if datum is None or (record.broken and not before) or not _plausible(record, "lat", (lon, lat), datum, survey):
        return None
    at = survey.to_local((lon, lat), datum)
    return None if at is None else Spot((lon, lat), datum, at)


def line(record: Record, pairs: tuple[LonLat, ...], survey: Survey) -> tuple[XY, ...]:
    """A line of a GeoJSON feature in local metres; empty when it is wrong or the site has no frame."""
    if not all(_plausible(record, "geometry", pair, survey.datum, survey) for pair in pairs[:1]):
        return ()
    bad = [pair for pair in pairs if not on_globe(pair)]
    if bad:
        record.error("geometry", "holds a position that is not on the globe", SWAP_CURE)
        return ()
    local = [survey.to_local(pair, survey.datum) for pair in pairs]
    return tuple(at for at in local if at is not None)


def _plausible(record: Record, key: str, at: LonLat, datum: Datum, survey: Survey) -> bool:
    swapped = (at[1], at[0])
    if at == (0.0, 0.0):
        record.error(key, "0, 0 is not a place", "leave both empty when it is not placed")
        return False
    if not on_globe(at):
        what = "latitude and longitude look swapped" if on_globe(swapped) else "the position is not on the globe"
        record.error(key, what, SWAP_CURE)
        return False
    if survey.origin is None:
        return True
    away = distance_m(to_wgs84(at, datum), survey.origin)
    if away <= FAR_M:
        return True
    if distance_m(to_wgs84(swapped, datum), survey.origin) <= FAR_M:
        record.error(key, "latitude and longitude look swapped", SWAP_CURE)
    else:
        what = f"the position is {away / 1000:.0f} km from the origin of the site"
        record.error(key, what, "check the coordinates here and the origin in site.toml")
    return False
