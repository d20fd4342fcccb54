"""How large every panel of the desk is in a window of a given size: the numbers of the design page `look`. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from widgets import theme

LEFT_LEAST, CENTRE_LEAST, RIGHT_LEAST = 344, 640, 336
ALARMS_LEAST, LOWER_LEAST, PICTURES_LEAST = 200, 240, 160
REFERENCE = 1920  # px of width up to which the side columns are a share of the window
REFERENCE_HEIGHT = 1080
JOURNAL = ((1080, 12), (880, 8), (0, 4))  # height of the window and lines of the journal: alarm rows never give way
BESIDE_TRENDS = ((1080, 5), (880, 3), (0, 0))  # the same above trends; without a line it is its head
JOURNAL_LINE = 24
TRENDS = ((1080, 4), (880, 2), (0, 1))  # height of the window and trends of one height below each other
TRENDS_LEAST, LARGE_TREND, TREND, TREND_AXIS = 96, 120, 64, 28
LOW_LARGE_TREND = 92  # where not even one small one has room below it
TALK, TALK_LOW, LOW = 128, 112, 800  # the talk bar, and in a window lower than LOW


@dataclass(frozen=True, slots=True)
class Measures:
    """In logical px; `tile` is the height of the alarm tile, `lower` of the panel below it; absent panels have 0."""

    left: int
    centre: int
    right: int
    tile: int
    lower: int
    journal: int
    trends: int = 0
    talk: int = 0


def measure(width: int, height: int, *, trends: bool = False, talk: bool = False) -> Measures:
    """The panels of a window of this size when no splitter was moved; trends and talk bar take room when there."""
    left = max(LEFT_LEAST, _round8(width / 4)) if width <= REFERENCE else min(640, 480 + (width - REFERENCE) // 8)
    right = max(RIGHT_LEAST, _round8(0.225 * width)) if width <= REFERENCE else min(560, 432 + (width - REFERENCE) // 8)
    centre = width - left - right - 2 * theme.GUTTER
    bar = talk_height(height) if talk else 0
    body = height - theme.HEADER - theme.BANNER - theme.GUTTER - (bar + theme.GUTTER if talk else 0)
    tile = min(tile_height(centre), max(PICTURES_LEAST, body - theme.GUTTER - LOWER_LEAST))
    lower = body - theme.GUTTER - tile
    journal = short_journal_height(height) if trends else journal_height(height)
    return Measures(left, centre, right, tile, lower, journal, trends_height(height) if trends else 0, bar)


def tile_height(width: int) -> int:
    """Height of an alarm tile of 16:9 that shares this width with three pictures of 16:9 at its side."""
    return int((width + 0.74) / 2.3704)


def tile_width(width: int) -> int:
    """Its width; the strip takes the rest."""
    return round(4 * tile_height(width) / 9) * 4


def journal_height(height: int) -> int:
    """Head and whole lines; in a higher window it gets two fifths of what is more."""
    lines = _at_least(JOURNAL, height)
    lines += max(0, height - REFERENCE_HEIGHT) * 2 // 5 // JOURNAL_LINE
    return theme.PANEL_HEAD + lines * JOURNAL_LINE + theme.GUTTER


def short_journal_height(height: int) -> int:
    """The same above trends, which take most of what is more; in a low window it folds to its head."""
    lines = _at_least(BESIDE_TRENDS, height)
    lines += max(0, height - REFERENCE_HEIGHT) // 5 // JOURNAL_LINE
    return theme.PANEL_HEAD + (lines * JOURNAL_LINE + 2 * theme.GUTTER if lines else 0)


def trends_height(height: int) -> int:
    """Head, whole trends and their axis; where there are few the first has the height of a large one."""
    count = _at_least(TRENDS, height)
    count += max(0, height - REFERENCE_HEIGHT) * 2 // 5 // TREND
    rows = TREND * count if count > 2 else LOW_LARGE_TREND + TREND * (count - 1)
    return theme.PANEL_HEAD + rows + TREND_AXIS


def talk_height(height: int) -> int:
    """It never folds."""
    return TALK if height >= LOW else TALK_LOW


def _at_least(steps: tuple[tuple[int, int], ...], height: int) -> int:
    return next(count for least, count in steps if height >= least)


def _round8(value: float) -> int:
    return round(value / 8) * 8
