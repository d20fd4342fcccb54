"""The zones that have alarms, and which of them should have the alarm tile. Pure.

Hundreds of zones may be open at once (a whole park falls silent), and every new alarm asks who is next: those that
wait stand in a sorted line, so that the answer does not depend on how many they are.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Generic

from console.model import AlarmId
from console.wall.picture_set import C, Member, PictureSet

Stand = tuple[int, int, str]  # priority, turn, zone: the place in the line


class Queue(Generic[C]):
    """Alarms by zone, in the order of their turns."""

    def __init__(self) -> None:
        self._sets: dict[str, PictureSet[C]] = {}
        self._zone_of: dict[AlarmId, str] = {}
        self._turns = count(1)
        self._line: list[Stand] = []  # unacknowledged sets: the most urgent first, of those the one that waits longest
        self._stands: dict[str, Stand] = {}  # where in the line each zone stands
        self.version = 0  # grows whenever somebody who looks at the line would see something new

    def __iter__(self) -> Iterator[PictureSet[C]]:
        return iter(self._sets.values())

    def set_of(self, alarm: AlarmId) -> PictureSet[C] | None:
        zone = self._zone_of.get(alarm)
        return None if zone is None else self._sets[zone]

    def get(self, zone: str) -> PictureSet[C] | None:
        return self._sets.get(zone)

    # ---- who is in it ----

    def add(self, alarm: AlarmId, zone: str, choices: Sequence[C], priority: int) -> PictureSet[C]:
        """The set of the zone with this alarm in it, unacknowledged; a new occurrence calls back what was sent away."""
        if self._zone_of.get(alarm, zone) != zone:
            self.remove(alarm)
        found = self._sets.get(zone)
        if found is None:
            found = self._sets[zone] = PictureSet(zone, next(self._turns))
        found.members[alarm] = Member(alarm, priority, tuple(choices))
        found.dismissed = found.off_walls = False
        self._zone_of[alarm] = zone
        self._line_up(found)
        return found

    def acknowledge(self, alarm: AlarmId) -> None:
        """Somebody has seen the alarm; its zone waits no longer when it was the last one unseen."""
        found = self.set_of(alarm)
        if found is not None:
            found.members[alarm].acknowledged = True
            self._line_up(found)

    def remove(self, alarm: AlarmId) -> None:
        """Forget the alarm, and its zone with its last one."""
        found = self.set_of(alarm)
        if found is None:
            return
        del found.members[alarm], self._zone_of[alarm]
        self._line_up(found)
        if not found.members:
            del self._sets[found.zone]

    def to_the_end(self, one: PictureSet[C]) -> None:
        """It had its turn: of the equally urgent it is now the last."""
        one.turn = next(self._turns)
        self._line_up(one)

    def dismiss_shown(self) -> None:
        """Everything that has been on the tile is sent away."""
        for one in self:
            one.dismissed = one.dismissed or one.was_shown

    def _line_up(self, one: PictureSet[C]) -> None:
        """Give the set the place in the line that it has now; none when nobody has to look at it any more."""
        self.version += 1
        stood = self._stands.pop(one.zone, None)
        if stood is not None:
            del self._line[bisect_left(self._line, stood)]
        if not one.acknowledged:
            self._stands[one.zone] = stand = (one.priority, one.turn, one.zone)
            insort(self._line, stand)

    # ---- who is next ----

    def waiting(self, now: PictureSet[C] | None) -> Iterator[PictureSet[C]]:
        """Unacknowledged sets beside `now`: the most urgent first, of those the one that waits longest."""
        sets = (self._sets[zone] for _, _, zone in self._line)
        return (one for one in sets if one is not now)

    def rival(self, now: PictureSet[C] | None) -> PictureSet[C] | None:
        """The first who waits and is at least as urgent as `now`: they take turns."""
        first = self._first(now)
        return first if first is not None and (now is None or first.priority <= now.priority) else None

    def successor(self, now: PictureSet[C] | None) -> PictureSet[C] | None:
        """Who should be on the tile: an alarm takes over only from an acknowledged or a less urgent one.

        When nobody waits `now` stays; when it is gone the one before it, if still open, comes back.
        """
        first = self._first(now)
        if first is not None and (now is None or now.acknowledged or first.priority < now.priority):
            return first
        if now is not None:
            return now
        before = (one for one in self if one.was_shown and not one.dismissed)
        return max(before, key=lambda one: one.turn, default=None)

    def _first(self, now: PictureSet[C] | None) -> PictureSet[C] | None:
        return next((one for one in self.waiting(now) if not one.dismissed), None)
