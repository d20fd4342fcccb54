"""The frame code says which camera and which frame, after everything that happens to a picture on its way."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from console import framecode
from console.framecode import FrameCode

numbers = st.integers(0, (1 << 14) - 1)
frames = st.integers(0, (1 << 12) - 1)


def scenery(width: int = 640, height: int = 360, seed: int = 1) -> np.ndarray:
    small = np.random.default_rng(seed).integers(0, 256, (12, 20, 3), dtype=np.uint8)
    return np.array(Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC))


def coded(number: int, frame: int, width: int = 640, height: int = 360) -> np.ndarray:
    image = scenery(width, height)
    framecode.draw(image, number, frame)
    return image


def through_h264(image: np.ndarray) -> np.ndarray:
    height, width = image.shape[:2]
    encoder = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuv420p"
    encoder.time_base, encoder.bit_rate = Fraction(1, 10), 200_000
    encoder.options = {"preset": "veryfast", "tune": "zerolatency"}
    packets = [*encoder.encode(av.VideoFrame.from_ndarray(image, "rgb24")), *encoder.encode(None)]
    decoder = av.CodecContext.create("h264", "r")
    pictures = [f for p in [*packets, None] for f in decoder.decode(p)]
    return pictures[0].to_ndarray(format="bgra")


@given(numbers, frames)
def test_what_is_drawn_is_read(number: int, frame: int) -> None:
    assert framecode.read(coded(number, frame)) == FrameCode(number, frame)


@given(numbers, frames, st.integers(240, 1920))
@settings(max_examples=40)
def test_it_is_read_after_encoding_and_at_every_width_from_240(number: int, frame: int, width: int) -> None:
    picture = Image.fromarray(through_h264(coded(number, frame)))
    scaled = np.asarray(picture.resize((width, round(width * 9 / 16)), Image.Resampling.BILINEAR))
    assert framecode.read(scaled) == FrameCode(number, frame)


@pytest.mark.parametrize("channels", ["gray", "rgb", "bgra"])
def test_it_is_read_from_every_pixel_layout(channels: str) -> None:
    rgb = coded(302, 77)
    image = {"gray": rgb.mean(2).astype(np.uint8), "rgb": rgb, "bgra": np.dstack([rgb[..., ::-1], rgb[..., :1]])}[
        channels
    ]
    assert framecode.read(image) == FrameCode(302, 77)


@given(st.integers(0, 900), st.integers(0, 500), st.integers(240, 900))
@settings(max_examples=30)
def test_it_is_read_from_a_tile_inside_a_screenshot(left: int, top: int, width: int) -> None:
    height = round(width * 9 / 16)
    screen = scenery(1920, 1080, 2)
    tile = Image.fromarray(coded(4711, 63)).resize((width, height), Image.Resampling.BILINEAR)
    screen[top : top + height, left : left + width] = np.asarray(tile)
    assert framecode.read(screen, (left, top, width, height)) == FrameCode(4711, 63)


@given(st.integers(0, 2**32 - 1))
def test_a_picture_without_a_code_reads_as_none(seed: int) -> None:
    assert framecode.read(scenery(seed=seed)) is None


def test_one_damaged_bit_is_noticed() -> None:
    image = coded(8, 5)
    cell = 640 // 40
    image[-8:, 7 * cell : 8 * cell] = 255 - image[-8:, 7 * cell : 8 * cell]
    assert framecode.read(image) is None


@pytest.mark.parametrize("shape", [(0, 0, 3), (20, 640, 3), (360, 30, 3)])
def test_a_picture_too_small_for_a_code_reads_as_none(shape: tuple[int, ...]) -> None:
    assert framecode.read(np.zeros(shape, np.uint8)) is None


@pytest.mark.parametrize(("number", "frame"), [(1 << 14, 0), (-1, 0), (1, 1 << 12)])
def test_a_number_that_does_not_fit_is_refused(number: int, frame: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        framecode.draw(scenery(), number, frame)
