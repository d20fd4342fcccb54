"""Where the parts of a wall's alarm region stand: fixed places for one alarm, four equal cells for several. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRect

GAP = 1
BAND = 3  # letter sizes high
FOOT = 5.5  # letter sizes that clock and owner need
PILED = 9 / 16 * 4 / 3  # height over width of a picture with three a third as wide below it
MOST = 0.7  # of a wide region is the picture's at most: plan, clock and owner need the rest
WIDE = 1.35  # a region less wide than this times its height puts everything below the picture
NEXT_BEST = 3
CELLS = 4
CLOCK = 2.8  # letter sizes high that one response clock needs
PLAN_LEAST = 6  # letter sizes: a lower plan gives way to the clocks


@dataclass(frozen=True, slots=True)
class Parts:
    """Rectangles in the window; an empty one is not drawn. `block` is the clock with the owner.

    `covered` is what the region takes of the window, in pieces.
    """

    band: QRect
    pictures: tuple[QRect, ...]
    strip: tuple[QRect, ...]
    plan: QRect
    block: QRect
    covered: tuple[QRect, ...]
    clocks: QRect = field(default_factory=QRect)


def for_one(area: QRect, px: int) -> Parts:
    """One alarm: its picture as large as it can be, the next best below, plan and clock beside or below."""
    band, rest = _with_band(area, px)
    if rest.width() < WIDE * rest.height():
        return _tall(area, px)
    width = min(round(rest.height() / PILED), round(rest.width() * MOST))
    picture = QRect(rest.left(), rest.top(), width, round(width * 9 / 16) - GAP)
    strip = QRect(rest.left(), picture.bottom() + 1 + GAP, width, 0)
    strip.setBottom(rest.bottom())
    plan = QRect(picture.right() + 1 + GAP, rest.top(), rest.width() - width - GAP, picture.height())
    block = QRect(plan.left(), strip.top(), plan.width(), strip.height())
    return Parts(band, (picture,), _columns(strip, NEXT_BEST), plan, block, (area,))


def with_clocks(parts: Parts, count: int, px: int) -> Parts:
    """The response clocks take the upper part of the plan, or all of it where that would be too little."""
    if not count or not parts.plan.isValid():
        return parts
    height = round(count * CLOCK * px)
    if parts.plan.height() - height < PLAN_LEAST * px:
        return replace(parts, clocks=parts.plan, plan=QRect())
    clocks = QRect(parts.plan.left(), parts.plan.top(), parts.plan.width(), height)
    return replace(parts, clocks=clocks, plan=parts.plan.adjusted(0, height + GAP, 0, 0))


def _tall(area: QRect, px: int) -> Parts:
    """Half a screen, or a screen on its side: picture, next best, then plan and clock side by side or one by one."""
    (band, rest), foot = _with_band(area, px), round(px * FOOT)
    width = min(rest.width(), round((rest.height() - foot) / PILED))
    picture = QRect(rest.left(), rest.top(), rest.width(), round(width * 9 / 16) - GAP)
    strip = QRect(rest.left(), picture.bottom() + 1 + GAP, rest.width(), round(width / NEXT_BEST * 9 / 16) - GAP)
    low = QRect(rest.left(), strip.bottom() + 1 + GAP, rest.width(), 0)
    low.setBottom(rest.bottom())
    if low.height() > 2 * foot:
        plan = low.adjusted(0, 0, 0, -foot - GAP)
        block = QRect(low.left(), plan.bottom() + 1 + GAP, low.width(), foot)
    else:
        plan, block = _columns(low, 2)
    return Parts(band, (picture,), _columns(strip, NEXT_BEST), plan, block, (area,))


def for_several(area: QRect, px: int) -> Parts:
    """Two to four alarms: four equal cells with fixed places; strip and plan give way, the clock moves to the band."""
    band, rest = _with_band(area, px)
    upper, lower = _rows(rest)
    return Parts(band, (*_columns(upper, 2), *_columns(lower, 2)), (), QRect(), QRect(), (area,))


def for_some(area: QRect, px: int, clear: Collection[int]) -> Parts:
    """Cells `clear`, from 1, are left to the tiles in use beneath them: the others are quarters of the region.

    The band lies over the uppermost of them; when nothing else is left it takes a strip of the tiles.
    """
    upper, lower = _halves(area)
    quarters = dict(enumerate((*_columns(upper, 2), *_columns(lower, 2)), start=1))
    taken = {n: quarter for n, quarter in quarters.items() if n not in clear}
    if not taken:
        band, _rest = _with_band(area, px)
        return Parts(band, (QRect(),) * CELLS, (), QRect(), QRect(), (band,))
    top = min(quarter.top() for quarter in taken.values())
    highest = [quarter for quarter in taken.values() if quarter.top() == top]
    band = QRect(highest[0].left(), top, highest[-1].right() + 1 - highest[0].left(), px * BAND)
    pictures = {n: q.adjusted(0, px * BAND if q.top() == top else 0, 0, 0) for n, q in taken.items()}
    return Parts(
        band, tuple(pictures.get(n, QRect()) for n in quarters), (), QRect(), QRect(), (band, *taken.values())
    )  # fmt: skip


def _with_band(area: QRect, px: int) -> tuple[QRect, QRect]:
    height = px * BAND
    return QRect(area.left(), area.top(), area.width(), height), area.adjusted(0, height, 0, 0)


def _halves(area: QRect) -> tuple[QRect, QRect]:
    """Upper and lower half of the whole region, as the tiles beneath are told apart."""
    middle = area.top() + area.height() // 2
    upper, lower = QRect(area), QRect(area)
    upper.setBottom(middle - 1 - GAP)
    lower.setTop(middle)
    return upper, lower


def _rows(area: QRect) -> tuple[QRect, QRect]:
    height = (area.height() - GAP) // 2
    upper = QRect(area.left(), area.top(), area.width(), height)
    return upper, area.adjusted(0, height + GAP, 0, 0)


def _columns(area: QRect, count: int) -> tuple[QRect, ...]:
    """Side by side with a gap; the last one takes what is left over."""
    width = (area.width() - GAP * (count - 1)) // count
    lefts = [area.left() + i * (width + GAP) for i in range(count)]
    rights = [*(left + width for left in lefts[:-1]), area.right() + 1]
    return tuple(
        QRect(left, area.top(), right - left, area.height()) for left, right in zip(lefts, rights, strict=True)
    )
