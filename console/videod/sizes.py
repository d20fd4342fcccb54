"""How large a picture may be, and how it fits a box. Pure."""

from __future__ import annotations

MAX_WIDTH, MAX_HEIGHT = 3840, 2160


def fit(width: int, height: int, pixel_aspect: float, box_width: int, box_height: int) -> tuple[int, int]:
    """The largest size of the picture's true aspect that fits the box; never empty, never beyond a slot's limits.

    Its width is even: FFmpeg scales and colours pairs of pixels, and takes five times as long for an odd one.
    """
    true_width = width * pixel_aspect
    scale = min(min(box_width, MAX_WIDTH) / true_width, min(box_height, MAX_HEIGHT) / height)
    return max(2, round(true_width * scale) & ~1), max(2, round(height * scale))
