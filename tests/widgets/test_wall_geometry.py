"""Where things stand on a wall, how large letters are, what the wheel does: figures alone, no window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, QSizeF

from console.wall import Zoom
from widgets.slots import Slots
from widgets.wall import region, zooming
from widgets.wall.reader import reader_px

AREAS = [QRect(0, 0, 1920, 1080), QRect(960, 0, 960, 1080), QRect(0, 0, 1080, 1920), QRect(0, 0, 3840, 2160)]


class Screen:
    """A screen of that many pixels and millimetres across."""

    def __init__(self, pixels: int, width_mm: float) -> None:
        self._pixels, self._width_mm = pixels, width_mm

    def size(self) -> QSize:
        return QSize(self._pixels, self._pixels * 9 // 16)

    def physicalSize(self) -> QSizeF:
        return QSizeF(self._width_mm, self._width_mm * 9 / 16)


def drawn(parts: region.Parts) -> list[QRect]:
    everything = (parts.band, *parts.pictures, *parts.strip, parts.plan, parts.clocks, parts.block)
    return [one for one in everything if one.isValid()]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("place", [region.for_one, region.for_several])
def test_the_parts_of_the_region_lie_inside_it_and_side_by_side(area: QRect, place: type[region.Parts]) -> None:
    parts = drawn(place(area, 40))  # type: ignore[call-arg, arg-type]  # both are functions of that shape
    assert all(area.contains(part) for part in parts)
    assert not any(one.intersects(other) for i, one in enumerate(parts) for other in parts[:i])


@pytest.mark.parametrize("area", AREAS)
def test_the_picture_of_one_alarm_is_the_widest_thing_below_the_band(area: QRect) -> None:
    parts = region.for_one(area, 40)
    picture, others = parts.pictures[0], (*parts.strip, parts.plan, parts.block)
    assert picture.width() == max(part.width() for part in (picture, *others)) and len(parts.strip) == 3
    assert picture.width() * picture.height() > 6 * parts.strip[0].width() * parts.strip[0].height()


@pytest.mark.parametrize("area", AREAS)
def test_the_clocks_take_their_room_from_the_plan_and_never_give_way(area: QRect) -> None:
    parts = region.with_clocks(region.for_one(area, 40), 3, 40)
    shown = drawn(parts)
    assert parts.clocks.isValid() and all(area.contains(part) for part in shown)
    assert not any(one.intersects(other) for i, one in enumerate(shown) for other in shown[:i])
    assert region.with_clocks(region.for_one(area, 40), 0, 40).clocks.isNull()


def test_several_alarms_have_four_equal_cells() -> None:
    cells = region.for_several(QRect(0, 0, 1920, 1080), 40).pictures
    widths, heights = {cell.width() for cell in cells}, {cell.height() for cell in cells}
    assert len(cells) == 4 and max(widths) - min(widths) <= 1 and max(heights) - min(heights) <= 1


def test_letters_are_as_large_as_the_design_says_for_four_metres_and_55_inches() -> None:
    assert reader_px(4.0, Screen(1920, 1218), 1080) == 40  # type: ignore[arg-type]


def test_a_farther_reader_and_a_finer_screen_ask_for_larger_letters() -> None:
    assert reader_px(5.0, Screen(1920, 1218), 1080) > reader_px(4.0, Screen(1920, 1218), 1080)  # type: ignore[arg-type]
    assert reader_px(4.0, Screen(3840, 1218), 2160) == 81  # type: ignore[arg-type]


def test_letters_never_outgrow_the_window_and_a_screen_that_lies_about_its_size_is_not_believed() -> None:
    assert reader_px(40.0, Screen(1920, 1218), 1080) == 60  # type: ignore[arg-type]
    assert reader_px(1.0, Screen(1920, 0), 1080) == reader_px(1.0, None, 1080) == 24  # type: ignore[arg-type]


def test_a_slot_given_back_is_used_again_and_no_two_are_the_same() -> None:
    slots = Slots()
    first = [slots.take() for _ in range(5)]
    slots.give_back(first[3])
    slots.give_back(first[1])
    assert [slots.take() for _ in range(3)] == [first[1], first[3], 5] and slots.taken == 6


fractions = st.floats(0, 1)


@given(fractions, fractions, st.integers(-20, 20), st.lists(st.tuples(fractions, fractions), max_size=5))
def test_a_zoom_never_leaves_the_picture(x: float, y: float, notches: int, pushes: list[tuple[float, float]]) -> None:
    zoom = zooming.zoomed(None, x, y, notches)
    for dx, dy in pushes:
        zoom = zooming.moved(zoom, dx, dy) if zoom is not None else None
    if zoom is not None:
        assert 0 <= zoom.x <= 1 - zoom.w and 0 <= zoom.y <= 1 - zoom.w and zoom.factor <= 8


@given(fractions, fractions, st.integers(1, 8))
def test_what_is_under_the_pointer_stays_there(x: float, y: float, notches: int) -> None:
    zoom = zooming.zoomed(None, x, y, notches)
    assert zoom is not None
    assert zoom.x + x * zoom.w == pytest.approx(x) and zoom.y + y * zoom.w == pytest.approx(y)


def test_zooming_out_ends_at_the_whole_picture() -> None:
    assert zooming.zoomed(Zoom(0.4, 0.4, 0.5), 0.5, 0.5, -20) is None
