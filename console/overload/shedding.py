"""What gives way first: pictures nobody sees, then the rate of small tiles, then small tiles themselves. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from console.overload.cost import PAUSED, Shown

LEVELS = 7  # 1 unseen, 2 half, 3 quarter, 4…7 one quarter of the tiles more is paused


class Stage(StrEnum):
    """What is held back at a level, everything of the stages before it included."""

    FULL = "full"
    UNSEEN = "unseen"  # the views of cameras nobody sees are not looked at; what memory holds is never given up
    HALF = "half"  # small tiles show every second picture
    QUARTER = "quarter"  # tiles without an alarm or a hand on them show every fourth
    PAUSED = "paused"  # some of these show none, the smallest and last ones first


_STAGES = (Stage.FULL, Stage.UNSEEN, Stage.HALF, Stage.QUARTER)


def stage_of(level: int) -> Stage:
    """The stage of a level, 0…`LEVELS`."""
    return _STAGES[level] if level < len(_STAGES) else Stage.PAUSED


def paces(shown: Sequence[Shown], level: int) -> Mapping[int, int]:
    """Every how many-th picture each slot takes at a level, 0 none; what is not named takes them all."""
    givers = sorted((one for one in reversed(shown) if not one.guarded), key=lambda one: one.area)
    match stage_of(level):
        case Stage.FULL | Stage.UNSEEN:
            return {}
        case Stage.HALF:
            return {one.slot: 2 for one in givers if _is_small(one)}
        case Stage.QUARTER:
            return {one.slot: 4 for one in givers}
        case Stage.PAUSED:
            count = -(-len(givers) * (level - len(_STAGES) + 1) // (LEVELS - len(_STAGES) + 1))
            return {one.slot: PAUSED if at < count else 4 for at, one in enumerate(givers)}


def _is_small(one: Shown) -> bool:
    """No larger than a sub-stream."""
    return one.width <= 640 and one.height <= 360


def has_more(shown: Sequence[Shown], level: int) -> bool:
    """Whether anything is left to give way beyond this level."""
    return any(paces(shown, beyond) != paces(shown, level) for beyond in range(level + 1, LEVELS + 1)) or level == 0
