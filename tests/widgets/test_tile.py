"""One tile: a frozen picture never looks live, identity comes from the frame, and every state has its own face."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from console.model import CameraId
from console.ports import CameraState
from console.wall import Zoom
from tests.widgets.desk import listening, pixels, tile_image
from widgets import theme
from widgets.tile import MISSING_STEPS, Edge, Shot, View, faces, letterbox, on_wall, stamps

pytestmark = pytest.mark.usefixtures("languages")

NOW = 10_000_000_000
MS = 1_000_000
SIZES = [(744, 415), (480, 270), (244, 138), (166, 93)]


def shot(sequence: int = 1, age_ms: int = 0, size: tuple[int, int] = (480, 270)) -> Shot:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(190, 60, 40))
    return Shot(CameraId("C-1"), image, sequence, NOW - age_ms * MS, False)


def view(**how: object) -> View:
    return View(**{"number": "117", "name": "Corridor C", "state": CameraState.LIVE, **how})


def words(shown: View) -> list[str]:
    with listening() as said:
        tile_image(shown, NOW)
    return [one.text for one in said]


def saturation(image: QImage) -> int:
    """How far red, green and blue are apart where they are farthest."""
    rgb = pixels(image).astype(int)
    return int((rgb.max(axis=2) - rgb.min(axis=2)).max())


@pytest.mark.parametrize(("age_ms", "live"), [(0, True), (1_400, True), (1_500, True), (1_501, False), (60_000, False)])
def test_live_is_said_only_of_a_picture_at_most_a_second_and_a_half_old(age_ms: int, live: bool) -> None:
    said = words(view(shot=shot(age_ms=age_ms)))
    assert ("LIVE" in said, "NOT LIVE" in said) == (live, not live)


@pytest.mark.parametrize("size", SIZES)
def test_what_libvlc_plays_is_said_to_be_delayed_and_never_live_however_young_it_is(size: tuple[int, int]) -> None:
    taken = shot(size=size)
    taken.is_delayed = True
    with listening() as said:
        tile_image(view(shot=taken), NOW, size, 4)
    assert "DELAYED" in {one.text for one in said}
    assert not {"LIVE", "0.0 s"} & {one.text for one in said}
    taken.arrived_ns -= 1_600 * MS
    assert "NOT LIVE" in words(view(shot=taken))


@pytest.mark.parametrize("state", list(CameraState))
def test_no_state_of_the_camera_makes_an_old_picture_live(state: CameraState) -> None:
    said = words(view(shot=shot(age_ms=1_600), state=state))
    assert "NOT LIVE" in said and "LIVE" not in said and "1.6 s" in said


def test_an_old_picture_is_grey_and_dark_and_its_age_is_large() -> None:
    fresh, old = tile_image(view(shot=shot()), NOW), tile_image(view(shot=shot(age_ms=7_400)), NOW)
    assert saturation(fresh) > 100 and saturation(old) <= 12
    assert pixels(old)[200:260, 20:100].mean() < pixels(fresh)[200:260, 20:100].mean() * 0.7
    assert "7.4 s" in words(view(shot=shot(age_ms=7_400)))


def test_the_ring_turns_with_the_frame_number_and_with_nothing_else() -> None:
    def ring(sequence: int, age_ms: int = 0, now: int = NOW) -> bytes:
        taken = shot(sequence)
        taken.arrived_ns = now - age_ms * MS
        image = tile_image(view(shot=taken), now)
        return pixels(image)[4:28, 380:420].tobytes()

    assert len({ring(sequence) for sequence in range(12)}) == 12
    assert ring(5) == ring(5, now=NOW + 700 * MS) == ring(17)


def test_there_is_no_ring_on_an_old_picture() -> None:
    one, other = (tile_image(view(shot=shot(sequence, age_ms=2_000)), NOW) for sequence in (1, 7))
    assert one == other


def test_every_state_without_a_picture_looks_different_and_says_its_word() -> None:
    faces = {state: tile_image(view(state=state, since="3 s"), NOW) for state in CameraState}
    said = {state: words(view(state=state, since="3 s"))[0] for state in CameraState}
    assert all(faces[one] != faces[other] for one, other in itertools.combinations(CameraState, 2))
    assert len(set(said.values())) == len(CameraState)


def test_a_picture_that_fails_says_why_under_its_age() -> None:
    assert "no signal" in words(view(shot=shot(age_ms=5_000), state=CameraState.NO_SIGNAL))


def test_number_and_name_stand_on_the_tile() -> None:
    assert {"117", "Corridor C"} <= set(words(view(shot=shot())))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("edge", list(Edge))
def test_nothing_of_ours_lies_on_the_bottom_of_a_picture(size: tuple[int, int], edge: Edge) -> None:
    """The camera's own marks, and the frame code of the simulated ones, stay readable: at least 3 % of its height."""
    frame = 4
    inner = QRect(0, 0, *size).adjusted(frame, frame, -frame, -frame)
    fitted = QSize(1600, 900).scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
    taken = shot(size=(fitted.width(), fitted.height()))
    full = view(shot=taken, reason="sees it · 4 m · 195 px/m", chosen=True, key="F4", edge=edge)
    picture = letterbox(inner, taken.image.size())
    least = round(picture.height() * 0.03) + 1
    strip = pixels(tile_image(full, NOW, size, frame))[
        picture.bottom() + 1 - least : picture.bottom() + 1, picture.left() : picture.right() + 1
    ]
    assert (strip == [190, 60, 40]).all()


def test_a_picture_made_for_its_tile_keeps_every_pixel() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (270, 480, 4), dtype=np.uint8)
    image = QImage(noise.tobytes(), 480, 270, 1920, QImage.Format.Format_RGB32).copy()
    painted = tile_image(view(shot=Shot(CameraId("C-1"), image, 1, NOW, False)), NOW)
    assert (pixels(painted)[100:200] == pixels(image)[100:200]).all()


def test_a_picture_of_another_shape_is_not_stretched() -> None:
    assert letterbox(QRect(0, 0, 480, 270), QSize(400, 300)) == QRect(60, 0, 360, 270)


@pytest.mark.parametrize("size", SIZES)
def test_live_is_never_cut_off_however_small_the_tile(size: tuple[int, int]) -> None:
    with listening() as said:
        tile_image(view(shot=shot(size=size), reason="same fire zone · 14 m · 195 px/m"), NOW, size)
    assert all(one.is_whole for one in said if one.text in {"LIVE", "117"})


def test_a_reason_too_long_for_the_tile_loses_whole_parts_from_its_end() -> None:
    with listening() as said:
        tile_image(view(shot=shot(), reason="same fire zone · 14 m · 195 px/m"), NOW, (166, 93))
    assert "same fire zone · 14 m" in [one.painted for one in said]


def test_a_place_without_a_camera_says_why_on_as_many_lines_as_it_needs() -> None:
    sentence = "The next best cameras of an alarm appear here"
    rows = pixels(tile_image(View(empty=sentence), NOW, (166, 93)))
    written = (rows.max(axis=2) > 90).any(axis=1)
    lines = int(np.diff(written.astype(int)).clip(0).sum())
    assert lines >= 2 and sentence in words(View(empty=sentence))


def test_the_edges_of_an_alarm_and_of_a_selection_differ_in_colour_and_width() -> None:
    alarm = tile_image(view(shot=shot(), edge=Edge.ALARM), NOW)
    chosen = tile_image(view(shot=shot(), edge=Edge.SELECTED), NOW)
    assert [alarm.pixelColor(200, y).name() for y in (0, 3)] == [theme.TOKENS["alarm.urgent"]] * 2
    assert [chosen.pixelColor(200, y).name() for y in (0, 1)] == [theme.TOKENS["text.hi"]] * 2
    assert chosen.pixelColor(200, 3).name() != theme.TOKENS["text.hi"]


@pytest.mark.parametrize("size", [(480, 270), (320, 180), (240, 135)])
def test_on_a_wall_every_state_without_a_picture_looks_different_whatever_the_size(size: tuple[int, int]) -> None:
    manner = on_wall(40, *size)
    faces = {state: tile_image(view(state=state, since="3 s", manner=manner), NOW, size) for state in CameraState}
    assert all(faces[one] != faces[other] for one, other in itertools.combinations(CameraState, 2))


@pytest.mark.parametrize("size", [(320, 180), (319, 179), (240, 135), (239, 134), (160, 90)])
@pytest.mark.parametrize(("px", "clock"), [(22, 0), (30, 0), (40, 0), (60, 0), (22, 60), (30, 90), (40, 110)])
def test_a_wall_tile_has_the_whole_number_of_its_camera_whatever_its_digits(
    px: int, clock: int, size: tuple[int, int]
) -> None:
    """Beside the clock of the wall, too, which takes a part of the last tile's bar."""
    manner = on_wall(px, *size)
    for number in (*range(1, 100), *range(100, 1000, 37), 1444, 4444):
        with listening() as said:
            tile_image(view(number=str(number), shot=shot(size=size), manner=manner, reserved=clock), NOW, size)
        assert str(number) in {one.painted for one in said}


def test_every_fault_has_a_symbol_of_its_own() -> None:
    faults = [s for s in CameraState if s not in MISSING_STEPS]
    symbols = {state: symbol(state) for state in faults if state is not CameraState.LIVE}
    assert all(symbols[one] != symbols[other] for one, other in itertools.combinations(symbols, 2))


def test_the_boxes_fill_from_queued_to_connecting_to_waiting_for_a_key_frame() -> None:
    light = [int((pixels(symbol(state)).max(axis=2) > 190).sum()) for state in MISSING_STEPS]
    assert light[0] == 0 < light[1] < light[2]


def symbol(state: CameraState) -> QImage:
    image = QImage(200, 6 if state in MISSING_STEPS else 64, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    faces.draw_symbol(painter, image.rect(), state)
    painter.end()
    return image


def test_a_receiver_that_leaves_pictures_out_says_so_beside_live() -> None:
    assert {"LIVE", "LATE"} <= set(words(view(shot=shot(), late=True)))
    assert "LATE" not in words(view(shot=shot(age_ms=2_000), late=True))


def test_a_pinned_tile_carries_a_pin() -> None:
    assert tile_image(view(shot=shot(), pinned=True), NOW) != tile_image(view(shot=shot()), NOW)


def test_what_does_not_fit_on_one_line_is_told_on_two() -> None:
    said = words(
        view(state=CameraState.NO_SIGNAL, since="since 14:20:46 · retry after 38 s", manner=on_wall(40, 480, 270))
    )
    assert {"since 14:20:46", "retry after 38 s"} <= set(said)


def test_on_a_wall_the_age_of_an_old_picture_is_the_largest_thing_on_the_tile() -> None:
    with listening() as said:
        tile_image(view(shot=shot(age_ms=7_400), manner=on_wall(40, 480, 270)), NOW)
    assert "7.4 s" in [one.text for one in said]
    assert theme.TYPES[on_wall(40, 480, 270).age].px == 84


@pytest.mark.parametrize("size", [(480, 270), (240, 135)])
def test_on_a_wall_too_nothing_of_ours_lies_on_the_bottom_of_a_picture(size: tuple[int, int]) -> None:
    full = view(
        shot=shot(size=size), reason="sees it · 4 m", chosen=True, manner=on_wall(40, *size), edge=Edge.SELECTED
    )
    least = round(size[1] * 0.03) + 1
    assert (pixels(tile_image(full, NOW, size))[-least:] == [190, 60, 40]).all()


def test_a_zoomed_tile_shows_the_part_that_was_asked_for() -> None:
    taken = shot()
    painter = QPainter(taken.image)
    painter.fillRect(240, 0, 240, 270, QColor(20, 90, 200))
    painter.end()
    whole, right = (tile_image(view(shot=taken, zoom=zoom), NOW) for zoom in (None, Zoom(0.5, 0.25, 0.5)))
    assert whole.pixelColor(100, 150).name() == "#be3c28" and right.pixelColor(100, 150).name() == "#145ac8"
    assert "2.0×" in words(view(shot=taken, zoom=Zoom(0.5, 0.25, 0.5)))


def test_a_selection_is_thinner_while_the_keyboard_is_elsewhere() -> None:
    elsewhere = tile_image(view(edge=Edge.SELECTED_ELSEWHERE), NOW)
    assert elsewhere.pixelColor(200, 0).name() == theme.TOKENS["ctl.edge"]
    assert elsewhere.pixelColor(200, 1).name() != theme.TOKENS["ctl.edge"]


def test_words_that_were_drawn_once_never_take_more_than_their_budget() -> None:
    stamps.forget()
    before = tile_image(view(shot=shot()), NOW)
    for number in range(200):
        tile_image(view(shot=shot(), number=str(number), reason=f"reason {number}" * 20), NOW, (1920, 1080))
    assert 0 < stamps.held_bytes() <= stamps.KEPT_BYTES
    assert tile_image(view(shot=shot()), NOW) == before


@pytest.mark.parametrize("name, told", [
    ("East Building 3F Corridor B", "… Corridor B"), ("東廠房3F織造車間東側走廊", "東側走廊"),
    ("Lakeside Road north", "side Road north"),
])  # fmt: skip
def test_a_name_too_long_for_its_tile_keeps_its_end_where_cameras_of_one_floor_differ(name: str, told: str) -> None:
    with listening() as said:
        tile_image(view(shot=shot(), name=name), NOW, (244, 138))
    (caption,) = [one.text for one in said if one.text.startswith("…")]
    assert caption.endswith(told.removeprefix("… ")) and "East" not in caption
