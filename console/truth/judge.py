"""What is wrong with a camera's view, told from what it showed when all was well. Pure, any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from console.truth.view import View

DARK = 32.0  # a twentieth of the picture is brighter than that, or it is dark; of 255
ALIKE, STRANGE = 0.60, 0.45  # likeness from which a view is the one that is known, and below which it is not
STRANGE_AT_NIGHT = 0.20  # where nothing is known yet of how it looks by infrared light, or by day
EMPTY = 0.70  # share of the view that has lost what was in it
BLURRED = 0.85  # of the sharpness that is known
STILL_LOOKS, STILL_S = 4, 30.0  # so many key frames in a row without a change, over so long


class Fault(StrEnum):
    """What may be wrong with a picture that is live."""

    MOVED = "moved"  # it shows something else
    COVERED = "covered"  # by a cloth, paint, or smoke
    DARK = "dark"
    DEFOCUSED = "defocused"
    FROZEN = "frozen"  # the encoder sends one and the same picture for ever


@dataclass(frozen=True, slots=True)
class Stillness:
    """How many key frames in a row held the same picture, and over how many seconds."""

    looks: int = 0
    seconds: float = 0.0

    @property
    def is_frozen(self) -> bool:
        return self.looks >= STILL_LOOKS and self.seconds >= STILL_S


@dataclass(frozen=True, slots=True)
class Verdict:
    """`is_sure` false: neither well nor ill, wait for the next look. `likeness` to the most similar reference, 0…1."""

    fault: Fault | None = None
    is_sure: bool = True
    likeness: float = 1.0


_WELL = Verdict()


def judge(view: View, known: Sequence[View], before: View | None, still: Stillness, *, turns: bool = False) -> Verdict:
    """`known`: how it looks when all is well; `before`: what it showed at the last look.

    A camera that `turns` may show anything, so nothing is compared.
    """
    if still.is_frozen:
        return Verdict(Fault.FROZEN)
    if view.high < DARK:
        is_usual = not known or any(one.high < DARK for one in known)
        return _WELL if is_usual else Verdict(Fault.DARK, likeness=0.0)
    bright = [one for one in known if one.high >= DARK]
    if turns or not bright:
        return _WELL
    return _compared(view, bright, before)


def _compared(view: View, known: Sequence[View], before: View | None) -> Verdict:
    likeness, nearest = max(((one.likeness(view), at) for at, one in enumerate(known)), key=lambda pair: pair[0])
    if likeness >= ALIKE:
        is_blurred = all(one.sharpness(view) < BLURRED for one in known if one.likeness(view) >= ALIKE)
        return Verdict(Fault.DEFOCUSED if is_blurred else None, likeness=likeness)
    if known[nearest].emptied(view) >= EMPTY:
        return Verdict(Fault.COVERED, likeness=likeness)
    is_new_light = all(one.is_mono != view.is_mono for one in known)
    if likeness >= (STRANGE_AT_NIGHT if is_new_light else STRANGE):
        return Verdict(is_sure=False, likeness=likeness)
    is_steady = before is not None and before.likeness(view) >= ALIKE
    return Verdict(Fault.MOVED if is_steady else None, is_sure=is_steady, likeness=likeness)
