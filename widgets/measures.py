"""How large every panel of the desk is in a window of a given size: the numbers of the design page `look`. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from widgets import theme

LEFT_LEAST, CENTRE_LEAST, RIGHT_LEAST = 344, 640, 336
ALARMS_LEAST, LOWER_LEAST, PICTURES_LEAST = 200, 240, 160
REFERENCE = 1920  # px of width up to which the side columns are a share of the window
JOURNAL = ((1080, 12), (880, 8), (0, 4))  # height of the window and lines of the journal: alarm rows never give way
JOURNAL_LINE = 24


@dataclass(frozen=True, slots=True)
class Measures:
    """In logical px; `tile` is the height of the alarm tile, `lower` of the panel below it."""

    left: int
    centre: int
    right: int
    tile: int
    lower: int
    journal: int


def measure(width: int, height: int) -> Measures:
    """The panels of a window of this size when no splitter was moved."""
    left = max(LEFT_LEAST, _round8(width / 4)) if width <= REFERENCE else min(640, 480 + (width - REFERENCE) // 8)
    right = max(RIGHT_LEAST, _round8(0.225 * width)) if width <= REFERENCE else min(560, 432 + (width - REFERENCE) // 8)
    centre = width - left - right - 2 * theme.GUTTER
    body = height - theme.HEADER - theme.BANNER - theme.GUTTER
    tile = min(tile_height(centre), max(PICTURES_LEAST, body - theme.GUTTER - LOWER_LEAST))
    return Measures(left, centre, right, tile, body - theme.GUTTER - tile, journal_height(height))


def tile_height(width: int) -> int:
    """Height of an alarm tile of 16:9 that shares this width with three pictures of 16:9 at its side."""
    return int((width + 0.74) / 2.3704)


def tile_width(width: int) -> int:
    """Its width; the strip takes the rest."""
    return round(4 * tile_height(width) / 9) * 4


def journal_height(height: int) -> int:
    """Head and whole lines; in a higher window it gets two fifths of what is more."""
    lines = next(lines for least, lines in JOURNAL if height >= least)
    lines += max(0, height - JOURNAL[0][0]) * 2 // 5 // JOURNAL_LINE
    return theme.PANEL_HEAD + lines * JOURNAL_LINE + theme.GUTTER


def _round8(value: float) -> int:
    return round(value / 8) * 8
