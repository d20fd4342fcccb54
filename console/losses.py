"""Which points are lost with their device, or with the bridge that stands before it: liveness in two levels. Pure.

Remembered is only who took a point of the site along: names of devices and bridges are easily invented at a broker.
A point that is lost stays so until it is heard itself: that its bridge is back says nothing about the device behind it.
While a bridge is away, nobody waits for those behind it: its own trouble is the one to see to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from console.model import PointId, Sample, State

AVAILABILITY = "#availability"


class Losses:
    """Contains the points that are lost."""

    def __init__(self) -> None:
        self._lost: dict[PointId, PointId] = {}  # point → the availability it was lost with
        self._taken: Counter[PointId] = Counter()  # how many points each availability has taken along
        self._away: set[PointId] = set()  # of these the bridges that are away now

    def __contains__(self, point: PointId) -> bool:
        return point in self._lost

    def __iter__(self) -> Iterator[PointId]:
        return iter(self._lost)

    def told(self, sample: Sample, points: Iterable[PointId]) -> None:
        """A device, or a bridge, says whether it is there; `points` are those of the site."""
        teller = sample.point
        if sample.state is State.NORMAL:
            self._away.discard(teller)
            return
        own = f"{teller.removesuffix(AVAILABILITY)}#"
        reached = f"{teller.partition('/')[0]}/{sample.reach.removesuffix('*')}" if sample.reach else own
        for point in points:
            if point != teller and point.startswith((reached, own)):
                self.heard(point)  # whoever took it along before has it no longer
                self._lost[point] = teller
                self._taken[teller] += 1
        if sample.reach and self._taken[teller]:  # nobody waits for those behind a bridge that took nobody along
            self._away.add(teller)

    def heard(self, point: PointId) -> None:
        """It said something: whatever was lost is there again."""
        teller = self._lost.pop(point, None)
        if teller is not None:
            self._taken[teller] -= 1
            if not self._taken[teller]:
                del self._taken[teller]
                self._away.discard(teller)

    def taken(self, teller: PointId) -> int:
        """How many points are lost with this device or bridge, by its availability."""
        return self._taken[teller]

    def forget(self, points: Iterable[PointId]) -> None:
        """They are none of the site's any more."""
        for point in points:
            self.heard(point)

    def behind(self) -> Iterator[PointId]:
        """Points behind a bridge that is away now."""
        return (point for point, teller in self._lost.items() if teller in self._away)
