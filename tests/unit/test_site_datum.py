"""GCJ-02 and BD-09: the shift is what the maps show, and the way back ends where it began."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.site.datum import Datum, from_wgs84, to_wgs84
from console.site.frame import Frame, distance_m

FRAME = Frame((120.73, 30.80))
IN_CHINA = st.tuples(st.floats(74, 134), st.floats(18, 53))


@pytest.mark.parametrize(
    ("at", "metres"),
    [((120.27, 30.18), 508), ((120.78, 30.76), 485), ((116.4, 39.9), 556)],
    ids=["Xiaoshan", "Nanhu", "Beijing"],
)
def test_gcj02_shifts_known_places_by_their_known_distance(at: tuple[float, float], metres: float) -> None:
    assert distance_m(at, from_wgs84(at, Datum.GCJ02)) == pytest.approx(metres, abs=1)


def test_gcj02_moves_tiananmen_to_where_the_public_converters_put_it() -> None:
    assert from_wgs84((116.404, 39.915), Datum.GCJ02) == pytest.approx(
        (116.41024449916938, 39.91640428150164), abs=1e-9
    )


def test_bd09_moves_a_gcj02_place_to_where_the_public_converters_put_it() -> None:
    wgs84 = to_wgs84((116.404, 39.915), Datum.GCJ02)
    assert from_wgs84(wgs84, Datum.BD09) == pytest.approx((116.41036949371029, 39.92133699351021), abs=1e-9)


@given(at=IN_CHINA, datum=st.sampled_from(Datum))
def test_there_and_back_is_less_than_a_millimetre(at: tuple[float, float], datum: Datum) -> None:
    assert distance_m(at, to_wgs84(from_wgs84(at, datum), datum)) < 0.001


@given(at=st.tuples(st.floats(-5000, 5000), st.floats(-5000, 5000)))
def test_local_metres_are_metres_and_come_back(at: tuple[float, float]) -> None:
    frame = FRAME
    lonlat = frame.to_lonlat(at)
    assert frame.to_local(lonlat) == pytest.approx(at, abs=0.001)
    assert distance_m((120.73, 30.80), lonlat) == pytest.approx((at[0] ** 2 + at[1] ** 2) ** 0.5, abs=0.02)
