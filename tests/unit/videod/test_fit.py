"""How a picture fits its tile: its true aspect, never wider than the tile, and what FFmpeg scales quickly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.videod.sizes import MAX_HEIGHT, MAX_WIDTH, fit


@pytest.mark.parametrize(
    ("source", "box", "fitted"),
    [
        ((640, 360), (320, 180), (320, 180)),
        ((640, 360), (400, 180), (320, 180)),
        ((640, 360), (320, 400), (320, 180)),
        ((640, 480), (960, 720), (960, 720)),
        ((640, 360), (319, 179), (318, 179)),
        ((2, 2), (1, 1), (2, 2)),
    ],
)
def test_the_largest_that_fits(source: tuple[int, int], box: tuple[int, int], fitted: tuple[int, int]) -> None:
    assert fit(*source, 1.0, *box) == fitted


def test_pictures_of_tall_dots_are_made_wide() -> None:
    assert fit(704, 576, 16 / 11, 1024, 576) == (1024, 576)


@given(st.integers(16, 4096), st.integers(16, 4096), st.integers(16, 5000), st.integers(16, 5000))
def test_it_has_no_odd_width_which_takes_five_times_as_long_to_scale(
    width: int, height: int, box_width: int, box_height: int
) -> None:
    wide, high = fit(width, height, 1.0, box_width, box_height)
    assert wide % 2 == 0
    assert 2 <= wide <= max(2, min(box_width, MAX_WIDTH)) and 2 <= high <= max(2, min(box_height, MAX_HEIGHT))
