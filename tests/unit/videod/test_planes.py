"""Pictures as planes: what a graphics card gets is what was sent, and a window trusts no size that cannot be."""

from __future__ import annotations

import av
import numpy as np
import pytest

from console.model import CameraId, Quality
from console.ports import Frame
from console.videod.planes import Planar, Planes
from console.videod.slots import Picture, SlotReader, SlotWriter


def picture(width: int, height: int, form: str = "yuv420p") -> av.VideoFrame:
    """Grey rises to the right, one colour downwards."""
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    rgb = np.stack([x * 255 // width, y * 255 // height, np.full_like(x, 90)], -1).astype(np.uint8)
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), "rgb24").reformat(format=form)


def through(slot: tuple[SlotWriter, SlotReader], planes: Planes) -> Frame:
    luma, blue, red = planes.parts
    writer, reader = slot
    writer.write(
        Picture(
            CameraId("gate"), Quality.SUB, 7, planes.width, planes.height, planes.stride, luma, False,
            colours=(blue, red), chroma=planes.chroma, is_709=planes.is_709, is_full_range=planes.is_full_range,
        )
    )  # fmt: skip
    frame = reader.newest()
    assert frame is not None
    return frame


@pytest.mark.parametrize("size", [(640, 360), (642, 361), (64, 48)])
def test_all_planes_of_a_picture_come_through_the_shared_memory(
    slot: tuple[SlotWriter, SlotReader], size: tuple[int, int]
) -> None:
    sent = picture(*size)
    planes = Planar(size).planes(sent, 1.0)
    frame = through(slot, planes)
    assert (frame.width, frame.height) == size and frame.chroma >= (size[0] + 1) // 2
    expected = b"".join(
        bytes(part)[:length]
        for part, length in zip(
            planes.parts, (planes.stride * size[1], *[planes.chroma * ((size[1] + 1) // 2)] * 2), strict=True
        )
    )
    assert bytes(frame.pixels) == expected


def test_a_picture_is_scaled_only_when_its_pixels_are_not_square_or_it_is_no_plain_one() -> None:
    plain = Planar((320, 180)).planes(picture(640, 360), 1.0)
    assert (plain.width, plain.height) == (640, 360)
    stretched = Planar((320, 180)).planes(picture(352, 288), 16 / 11)
    assert stretched.width / stretched.height == pytest.approx(352 * 16 / 11 / 288, rel=0.02)
    assert Planar((320, 180)).planes(picture(64, 48, "yuv444p"), 1.0).chroma >= 32


def test_a_window_takes_no_planes_that_cannot_be(slot: tuple[SlotWriter, SlotReader]) -> None:
    writer, reader = slot
    tiny = memoryview(bytes(64 * 48))
    writer.write(Picture(CameraId("gate"), Quality.SUB, 7, 64, 48, 64, tiny, False, colours=(tiny, tiny), chroma=4))
    assert reader.newest() is None
