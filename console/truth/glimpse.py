"""One look at a camera, ready to be judged: made on the thread that hears the video process."""

from __future__ import annotations

from dataclasses import dataclass

from console.looks import ViewSeen
from console.model import CameraId
from console.truth.judge import Stillness
from console.truth.reference import unpacked, view_of
from console.truth.view import View


@dataclass(frozen=True, slots=True, eq=False)
class Glimpse:
    """Posted by a Video backend."""

    camera: CameraId
    view: View
    still: Stillness


def glimpse_of(seen: ViewSeen) -> Glimpse | None:
    """None when the video process did not say a picture."""
    pixels = unpacked(seen.luma)
    if pixels is None:
        return None
    return Glimpse(seen.camera, view_of(pixels, seen.colour), Stillness(seen.looks, seen.still_s))
