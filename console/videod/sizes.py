"""How large a picture may be, and how it fits a box. Pure."""

from __future__ import annotations

from fractions import Fraction

MAX_WIDTH, MAX_HEIGHT = 3840, 2160
CUT = 2  # so many px of its upper and right edge a picture may lose in a tile: what is burnt in stands at the foot
# Halves and three quarters of halves: what processors scale by wide instructions.
_SHARES = [Fraction(share, 32) for share in (32, 24, 16, 12, 8, 6, 4, 3)]

Size = tuple[int, int]


def fit(width: int, height: int, pixel_aspect: float, box_width: int, box_height: int) -> tuple[int, int]:
    """The largest size of the picture's true aspect that fits the box; never empty, never beyond a slot's limits.

    Its width is even: FFmpeg scales and colours pairs of pixels, and takes five times as long for an odd one.
    """
    true_width = width * pixel_aspect
    scale = min(min(box_width, MAX_WIDTH) / true_width, min(box_height, MAX_HEIGHT) / height)
    return max(2, round(true_width * scale) & ~1), max(2, round(height * scale))


def snug(width: int, height: int, box_width: int, box_height: int) -> tuple[Size, Size] | None:
    """A share of the picture that fills the box and goes beyond it by `CUT` px at most, and what of it is to be seen.

    Layouts part screens as cameras part pictures, but for the gutters between tiles: the scaling costs a quarter of
    what any other size does. None where no share fits.
    """
    box_width, box_height = min(box_width, MAX_WIDTH), min(box_height, MAX_HEIGHT)
    fitting = fit(width, height, 1.0, box_width, box_height)
    for share in _SHARES:
        wide, high = width * share, height * share
        is_whole = wide.denominator == high.denominator == 1
        if is_whole and fitting[0] <= wide <= box_width + CUT and fitting[1] <= high <= box_height + CUT:
            size = int(wide), int(high)
            return size, (min(size[0], box_width), min(size[1], box_height))
    return None
