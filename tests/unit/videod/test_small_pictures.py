"""What a tile of half a picture's size or less leaves out of the decoding: less than anybody can see there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from console.model import CameraId, Quality
from console.sim.clips import Rendition, clip_for, shot_of
from console.videod import yuv
from console.videod.picture import Decoded, Target
from console.videod.slots import Picture
from console.videod.unit import START_CODE, Unit
from tests.pixels import rows_of

SMALL, LARGE = (320, 180), (640, 360)
UNSEEN_DB = 43.0


@dataclass(eq=False)
class Screen:
    """An outlet that keeps the bytes of every picture."""

    seen: list[npt.NDArray[np.int16]] = field(default_factory=list)

    def write(self, _generation: int, picture: Picture) -> None:
        self.seen.append(rows_of(picture).astype(np.int16))


def aimed(*sizes: tuple[int, int], bench: yuv.Bench | None) -> tuple[Decoded, Screen]:
    """A decoder with a screen for each size; the first of them."""
    screens = [Screen() for _ in sizes]
    decoded = Decoded(CameraId("gate"), Quality.SUB, bench=bench)
    decoded.aim(tuple(Target(screen, 1, *size) for screen, size in zip(screens, sizes, strict=True)))  # type: ignore[arg-type]  # all that is used of an outlet
    return decoded, screens[0]


def decibels(one: npt.NDArray[np.int16], other: npt.NDArray[np.int16]) -> float:
    return float(10 * np.log10(255**2 / max(1e-9, np.mean((one - other).astype(float) ** 2))))


@pytest.mark.parametrize("scaled_by", ["libyuv", "swscale"])
@pytest.mark.parametrize("scene", ["canteen-1-day", "canteen-2-night"])
def test_what_small_tiles_leave_out_cannot_be_seen(scene: str, scaled_by: str, clip_cache: Path) -> None:
    bench = yuv.bench() if scaled_by == "libyuv" else None
    clip = clip_for(shot_of(scene, 1, "Gate", Rendition.SUB), clip_cache)
    plain, on_tile = aimed(SMALL, bench=bench)
    whole, beside = aimed(SMALL, LARGE, bench=bench)  # somebody sees the same stream in its own size, too
    for number, nals in enumerate(clip.frames):
        is_key = nals[0][0] & 31 == 5
        sent = (clip.sps, clip.pps, *nals) if is_key else nals
        unit = Unit(b"".join(START_CODE + nal for nal in sent), is_key, number + 1, number)
        for decoded in (plain, whole):
            assert decoded.decode(unit, from_memory=False) == 1
            decoded.publish()
    likeness = [decibels(one, other) for one, other in zip(on_tile.seen, beside.seen, strict=True)]
    assert len(likeness) == len(clip.frames) and min(likeness) >= UNSEEN_DB
    assert min(likeness) < 99, "what nobody looks at in its own size is decoded plainly"
