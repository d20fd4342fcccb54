"""The last minute of each hot stream, groups of pictures in memory, shared out within one budget. Loop thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.videod.unit import Unit

SHORT_S = 30.0  # what a clip wants before its alarm: the budget gives everybody this before anybody gets more
UNIT_COST = 200  # bytes a unit takes beside its data
ASSUMED_RATE = 64_000.0  # bytes a second of a stream that has not been measured yet
ASSUMED_GROUP_S = 2.0
ROOM, WASTE = 1.15, 0.75  # a rate is judged so much higher than it is, and anew when it leaves that or fills less of it
SLACK = 1.25  # a stream that suddenly sends more than so many times its rate is cut short until it is measured anew
_SECOND = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Group:
    """A key frame and all that builds on it."""

    units: Sequence[Unit]
    size: int

    @property
    def start_ns(self) -> int:
        return self.units[0].arrived_ns


def _sent_s(units: Sequence[Unit]) -> float:
    """How long the camera took for them by its own clock: after a pause of ours they may all arrive in one moment."""
    sent_s = (units[-1].timestamp - units[0].timestamp) % (1 << 32) / 90_000
    return sent_s if sent_s < SHORT_S else 0.0


class Ring:
    """Groups of pictures before the current one, oldest first; as many seconds of them as it was granted."""

    def __init__(self) -> None:
        self.size = 0  # bytes
        self.granted_s = 0.0
        self._groups: deque[_Group] = deque()
        self._rate = 0.0  # bytes a second; 0 until measured
        self._judged = ASSUMED_RATE  # what is reckoned with: a small change of rate takes nobody's ring away
        self._group_s = ASSUMED_GROUP_S

    def offer(self, units: Sequence[Unit], next_key_ns: int) -> None:
        """A group is complete: the next key frame came at `next_key_ns`."""
        group = _Group(units, sum(len(unit.data) + UNIT_COST for unit in units))
        self._measure(group, next_key_ns)
        if self.granted_s > 0:
            self._groups.append(group)
            self.size += group.size
        self.trim(next_key_ns)

    def _measure(self, group: _Group, next_key_ns: int) -> None:
        lasted_s = max(0.04, (next_key_ns - group.start_ns) / _SECOND, _sent_s(group.units))
        rate = group.size / lasted_s
        self._rate = self._rate * 0.8 + rate * 0.2 if self._rate else rate
        if not self._judged * WASTE <= self._rate <= self._judged:
            self._judged = self._rate * ROOM
        self._group_s = self._group_s * 0.8 + min(lasted_s, SHORT_S) * 0.2

    def cost(self, seconds: float) -> float:
        """Bytes that so many seconds of this stream take, the group that is cut only as a whole included."""
        return self._judged * (seconds + self._group_s)

    def trim(self, now_ns: int) -> None:
        """Let go what is older than granted, in whole groups: what stays begins with a key frame."""
        oldest_ns, most = now_ns - int(self.granted_s * _SECOND), self.cost(self.granted_s) * SLACK
        while self._groups and (self._end_ns() <= oldest_ns or self.size > most or self.granted_s == 0):
            self.size -= self._groups.popleft().size

    def _end_ns(self) -> int:
        """When the oldest group ends: where the next one begins."""
        return self._groups[1].start_ns if len(self._groups) > 1 else self._groups[0].units[-1].arrived_ns

    def seconds(self) -> float:
        """From its first picture to its last."""
        if not self._groups:
            return 0.0
        return (self._groups[-1].units[-1].arrived_ns - self._groups[0].start_ns) / _SECOND

    def since(self, from_ns: int) -> list[Unit]:
        """Every unit from the last key frame at or before this moment on; from the oldest when all are newer."""
        first = sum(group.start_ns <= from_ns for group in self._groups) - 1
        return [unit for group in list(self._groups)[max(0, first) :] for unit in group.units]


def share_out(budget: float, ring_s: float, rings: Iterable[Ring]) -> None:
    """Grant seconds to the rings, the most important first: 30 s each as far as it goes, then more up to `ring_s`."""
    short_s, served = min(SHORT_S, ring_s), []
    for ring in rings:
        cost = ring.cost(short_s)
        has_room = short_s > 0 and cost <= budget
        ring.granted_s = short_s if has_room else 0.0
        if has_room:
            budget -= cost
            served.append(ring)
    for ring in served:
        more = ring.cost(ring_s) - ring.cost(short_s)
        part = min(1.0, budget / more) if more > 0 else 1.0
        ring.granted_s += part * (ring_s - short_s)
        budget -= part * more
