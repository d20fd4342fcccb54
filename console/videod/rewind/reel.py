"""One camera that is looked back at: decodes what is held up to a moment and puts the picture into its slots.

Belongs to the rewind's thread.
"""

from __future__ import annotations

from collections.abc import Sequence

from console.videod import yuv
from console.videod.picture import Decoded, Target
from console.videod.rewind.held import Held
from console.videod.unit import Unit


class Reel:
    """Shows the picture that was newest at a moment; before its first one nothing."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self._decoded = Decoded(held.camera, held.quality, is_replay=True, bench=yuv.bench())
        self._targets: dict[int, Target] = {}
        self._number = -1  # of the unit that was decoded last

    def aim(self, slot: int, target: Target | None) -> None:
        """This slot shows the camera from now on, or no longer."""
        if target is not None:
            self._targets[slot] = target
        elif self._targets.pop(slot, None) is None:
            return
        self._decoded.aim(tuple(self._targets.values()))

    def show(self, at_ns: int) -> None:
        """Put the picture of this moment into every slot that has not got it."""
        if not self._targets:
            return
        number = self.held.number_at(at_ns)
        if number >= 0 and number != self._number:
            self._go(number)
        self._decoded.publish()

    def _go(self, number: int) -> None:
        units = self.held.way_to(number, self._number)
        first = number - len(units) + 1
        if first == self._number + 1:
            self._decode(units)
        elif not self._decode_anew(units) and units:  # a camera with B-frames: the group before ends with it
            self._decode_anew([*self.held.way_to(first - 1, -1), *units])
        self._number = number

    def _decode_anew(self, units: Sequence[Unit]) -> int:
        self._decoded.restart()
        return self._decode(units)

    def _decode(self, units: Sequence[Unit]) -> int:
        """How many pictures came out."""
        return sum(self._decoded.decode(unit, from_memory=True) for unit in units)
