"""A picture on its way into a tile: by libyuv as by swscale, whole but for the gutter, true in its colours."""

from __future__ import annotations

import ctypes

import av
import numpy as np
import numpy.typing as npt
import pytest
from av.video.reformatter import Interpolation, VideoReformatter
from hypothesis import example, given
from hypothesis import strategies as st

from console.model import CameraId, Quality
from console.videod import yuv
from console.videod.scaler import Scaler
from console.videod.sizes import CUT, MAX_HEIGHT, MAX_WIDTH, fit, snug
from console.videod.slots import Picture, SlotReader, SlotWriter
from tests.pixels import painted as pixels_of

Pixels = npt.NDArray[np.int16]

UNSAID, BT_709, BT_601, BT_2020 = 2, 1, 5, 9
LIMITED, FULL = 1, 2
WALLS = [(639, 359), (479, 269), (319, 179), (239, 134)]  # tiles of 9, 16, 36 and 64 on a screen of 1920 × 1080


@pytest.fixture
def bench() -> yuv.Bench:
    found = yuv.bench()
    assert found is not None, "the launcher installs libyuv"
    return found


def frame(
    width: int = 640, height: int = 360, form: str = "yuv420p", space: int = UNSAID, shades: int = LIMITED
) -> av.VideoFrame:
    """Red rises to the right, green downwards, blue falls to the right."""
    x, y = np.meshgrid(np.arange(width) * 255 // width, np.arange(height) * 255 // height)
    rgb = np.ascontiguousarray(np.stack([x, y, 255 - x // 2], -1).astype(np.uint8))
    made = av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(format=form)
    made.colorspace, made.color_range = space, shades
    return made


def painted(scaler: Scaler, source: av.VideoFrame, aspect: float = 1.0) -> Pixels:
    """Height × width × blue, green, red."""
    pixels = scaler.scale(source, aspect)
    rows = pixels_of(pixels, scaler.height, scaler.stride)
    return rows[:, : scaler.width * 4].reshape(scaler.height, scaler.width, 4)[..., :3].astype(np.int16)


def exact(source: av.VideoFrame, width: int, height: int) -> Pixels:
    """As swscale does it when it takes its time."""
    how = {"interpolation": Interpolation.AREA, "threads": 1}
    return VideoReformatter().reformat(source, width, height, "bgra", **how).to_ndarray()[..., :3].astype(np.int16)


@pytest.mark.parametrize("shades", [LIMITED, FULL])
@pytest.mark.parametrize("space", [UNSAID, BT_709, BT_601])
@pytest.mark.parametrize("form", ["yuv420p", "yuvj420p"])
def test_colours_are_those_that_were_sent(bench: yuv.Bench, form: str, space: int, shades: int) -> None:
    source = frame(form=form, space=space, shades=shades)
    off = np.abs(painted(Scaler((640, 360), bench), source) - exact(source, 640, 360))
    assert off.mean() < 2.5 and off.max() < 16
    other = frame(form=form, space=BT_601 if space == BT_709 else BT_709, shades=shades)
    assert np.abs(painted(Scaler((640, 360), bench), other) - exact(source, 640, 360)).mean() > 2 * off.mean()


@pytest.mark.parametrize("size", [(640, 360), (704, 576), (1280, 720), (641, 363)])
@pytest.mark.parametrize("box", [*WALLS, (300, 200), (426, 240), (160, 90), (97, 53), (800, 450)])
def test_every_size_looks_as_by_swscale(bench: yuv.Bench, size: tuple[int, int], box: tuple[int, int]) -> None:
    source, ours = frame(*size), Scaler(box, bench)
    mine = painted(ours, source)
    whole = snug(*size, *box) or (fit(*size, 1.0, *box),)
    theirs = exact(source, *whole[0])[-ours.height :, : ours.width]
    assert np.abs(mine - theirs).mean() < 5 and np.abs(mine - theirs).max() < 24
    assert painted(Scaler(box), source).shape[0] <= box[1]


@pytest.mark.parametrize("box", [(240, 135), (239, 134), (120, 67)])
def test_the_last_rows_are_as_true_as_the_first(bench: yuv.Bench, box: tuple[int, int]) -> None:
    """Rows of colours that go by fours are made up below the picture: none of them is seen."""
    still = np.full((360, 640, 3), (200, 40, 90), np.uint8)
    source = av.VideoFrame.from_ndarray(still, "rgb24").reformat(format="yuv420p")
    painted(Scaler(box, bench), frame())  # leaves other colours behind in the memory between the steps
    mine = painted(Scaler(box, bench), source)
    assert np.abs(mine - mine[0, 0]).max() <= 1


def test_no_single_line_flickers_away(bench: yuv.Bench) -> None:
    """A wire of one pixel is paler in a tile of a quarter, wherever it stands."""
    depths = []
    for column in range(320, 328):
        grey = np.full((360, 640, 3), 60, np.uint8)
        grey[:, column] = 250
        source = av.VideoFrame.from_ndarray(grey, "rgb24").reformat(format="yuv420p")
        depths.append(int(painted(Scaler((160, 90), bench), source)[45].max()) - 60)
    assert min(depths) > 20 and max(depths) < 2 * min(depths)


@pytest.mark.parametrize("box", WALLS)
def test_a_tile_of_a_wall_is_filled_to_its_gutter(bench: yuv.Bench, box: tuple[int, int]) -> None:
    scaler = Scaler(box, bench)
    assert painted(scaler, frame()).shape[:2] == (box[1], box[0])


@example(16, 2163, 16, 2161)
@given(st.integers(16, 8000), st.integers(16, 4400), st.integers(16, 4000), st.integers(16, 2400))
def test_a_picture_loses_a_hair_of_its_edge_at_most(width: int, height: int, box_width: int, box_height: int) -> None:
    found = snug(width, height, box_width, box_height)
    if found is not None:
        (wide, high), (shown_width, shown_height) = found
        assert shown_width <= min(box_width, MAX_WIDTH) and shown_height <= min(box_height, MAX_HEIGHT)
        assert 0 <= wide - shown_width <= CUT and 0 <= high - shown_height <= CUT
        assert wide * height == high * width, "its shape is that of the picture"


@given(st.sampled_from([(640, 360), (1280, 720), (1920, 1080)]), st.sampled_from([1, 2, 4, 8]), st.integers(0, CUT))
def test_screens_are_parted_as_pictures_are(size: tuple[int, int], parts: int, gutter: int) -> None:
    share = size[0] // parts, size[1] // parts
    if (size[0] % parts, size[1] % parts) == (0, 0):
        box = share[0] - gutter, share[1] - gutter
        assert snug(*size, *box) == (share, box)


def test_dots_that_are_not_square_and_odd_colours_are_left_to_who_knows_them(bench: yuv.Bench) -> None:
    scaler = Scaler((319, 179), bench)
    tall = painted(scaler, frame(704, 576), 16 / 11)
    assert tall.shape[1] / tall.shape[0] == pytest.approx(16 / 9, rel=0.02)
    for source in (frame(form="yuv422p"), frame(form="nv12"), frame(space=BT_2020)):
        assert isinstance(scaler.scale(source, 1.0), memoryview)
        assert scaler.width <= 319 and scaler.height <= 179


def test_without_libyuv_swscale_does_it(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def missing(_name: str) -> None:
        raise OSError("libyuv.so.0: cannot open shared object file")

    monkeypatch.setattr(ctypes, "PyDLL", missing)
    yuv.library.cache_clear()
    try:
        assert yuv.bench() is None
    finally:
        yuv.library.cache_clear()
    assert "libyuv0" in caplog.text
    assert painted(Scaler((319, 179)), frame()).shape == (179, 318, 3)


def test_it_is_painted_where_the_window_reads_it(slot: tuple[SlotWriter, SlotReader], bench: yuv.Bench) -> None:
    writer, reader = slot
    scaler, source = Scaler((319, 179), bench), frame()
    expected = painted(Scaler((319, 179), bench), source)
    for number in range(5):  # each of its buffers, and round again
        rows = scaler.scale(source, 1.0)
        about = CameraId("gate"), Quality.SUB, number, scaler.width, scaler.height, scaler.stride
        writer.write(Picture(*about, rows, False))
        seen = reader.newest()
        assert seen is not None and (seen.width, seen.height, seen.arrived_ns) == (319, 179, number)
        pixels = np.frombuffer(seen.pixels, np.uint8).reshape(179, -1)[:, : 319 * 4].reshape(179, 319, 4)
        assert np.array_equal(pixels[..., :3], expected) and pixels[..., 3].min() == 255


def test_what_is_larger_than_a_slot_is_not_written_beyond_it(slot: tuple[SlotWriter, SlotReader]) -> None:
    writer, reader = slot
    with pytest.raises(ValueError, match="too large"):
        writer.write(Picture(CameraId("gate"), Quality.SUB, 1, 9000, 4000, 36000, lambda _address: None, False))
    assert reader.newest() is None
