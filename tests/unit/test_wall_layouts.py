"""The ten layouts: every place is there once, nothing overlaps, nothing of the screen is lost. Upright screens too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wall import LAYOUTS, Cell, Layout
from console.wall.region import QUARTERS, region_area

layouts = st.sampled_from(sorted(LAYOUTS.values(), key=lambda layout: layout.places))


def test_the_ten_layouts_are_there_and_named_by_how_many_they_show() -> None:
    assert list(LAYOUTS) == ["1", "4", "6", "8", "9", "12", "16", "25", "36", "64"]
    assert {name: len(layout.cells()) for name, layout in LAYOUTS.items()} == {name: int(name) for name in LAYOUTS}


@given(layouts, st.booleans())
def test_places_never_overlap_and_cover_the_whole_screen(layout: Layout, portrait: bool) -> None:
    cells = layout.cells(portrait)
    assert not [(a, b) for i, a in enumerate(cells) for b in cells[i + 1 :] if a.overlaps(b) or b.overlaps(a)]
    assert sum(cell.w * cell.h for cell in cells) == pytest.approx(1)
    assert all(min(c.x, c.y) >= 0 and c.x + c.w <= 1 + 1e-9 and c.y + c.h <= 1 + 1e-9 for c in cells)


@given(layouts, st.booleans())
def test_places_are_numbered_as_one_reads_the_large_one_first(layout: Layout, portrait: bool) -> None:
    first, *others = layout.cells(portrait)
    assert (first.x, first.y) == (0, 0)
    assert [(c.y, c.x) for c in others] == sorted((c.y, c.x) for c in others)
    assert all(first.w >= other.w for other in others)


@pytest.mark.parametrize(("name", "large"), [("6", 2 / 3), ("8", 3 / 4)])
def test_six_and_eight_have_one_large_picture_of_the_screens_own_shape(name: str, large: float) -> None:
    first, *others = LAYOUTS[name].cells()
    assert (first.w, first.h) == (pytest.approx(large), pytest.approx(large))
    assert {round(c.w, 9) for c in others} == {round(c.h, 9) for c in others} == {round(1 - large, 9)}


def test_an_upright_screen_turns_columns_into_rows() -> None:
    across, upright = LAYOUTS["12"].cells(), LAYOUTS["12"].cells(portrait=True)
    assert (across[0].w, across[0].h) == (1 / 4, 1 / 3)
    assert (upright[0].w, upright[0].h) == (1 / 3, 1 / 4)


def test_the_region_takes_the_alarm_screen_or_the_right_or_lower_half_of_the_only_one() -> None:
    assert region_area(is_alarm_screen=True) == Cell(0, 0, 1, 1)
    assert region_area(is_alarm_screen=False) == Cell(0.5, 0, 0.5, 1)
    assert region_area(is_alarm_screen=False, portrait=True) == Cell(0, 0.5, 1, 0.5)
    assert [cell.within(Cell(0.5, 0, 0.5, 1)) for cell in QUARTERS][3] == Cell(0.75, 0.5, 0.25, 0.5)
