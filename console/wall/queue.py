"""The zones that have alarms, and which of them should have the alarm tile. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Generic

from console.model import AlarmId
from console.wall.picture_set import C, Member, PictureSet


class Queue(Generic[C]):
    """Alarms by zone, in the order of their turns."""

    def __init__(self) -> None:
        self._sets: dict[str, PictureSet[C]] = {}
        self._zone_of: dict[AlarmId, str] = {}
        self._turns = count(1)

    def __iter__(self) -> Iterator[PictureSet[C]]:
        return iter(self._sets.values())

    def set_of(self, alarm: AlarmId) -> PictureSet[C] | None:
        zone = self._zone_of.get(alarm)
        return None if zone is None else self._sets[zone]

    def next_turn(self) -> int:
        return next(self._turns)

    def add(self, alarm: AlarmId, zone: str, choices: Sequence[C], priority: int) -> PictureSet[C]:
        """The set of the zone with this alarm in it, unacknowledged; a new occurrence calls back what was sent away."""
        if self._zone_of.get(alarm, zone) != zone:
            self.remove(alarm)
        found = self._sets.get(zone)
        if found is None:
            found = self._sets[zone] = PictureSet(zone, self.next_turn())
        found.members[alarm] = Member(alarm, priority, tuple(choices))
        found.dismissed = False
        self._zone_of[alarm] = zone
        return found

    def remove(self, alarm: AlarmId) -> None:
        """Forget the alarm, and its zone with its last one."""
        found = self.set_of(alarm)
        if found is None:
            return
        del found.members[alarm], self._zone_of[alarm]
        if not found.members:
            del self._sets[found.zone]

    def waiting(self, now: PictureSet[C] | None) -> list[PictureSet[C]]:
        """Unacknowledged sets beside `now`: the most urgent first, of those the one that waits longest."""
        unseen = (one for one in self if one is not now and not one.acknowledged)
        return sorted(unseen, key=lambda one: (one.priority, one.turn))

    def rivals(self, now: PictureSet[C] | None) -> list[PictureSet[C]]:
        """Waiting sets at least as urgent as `now`: they take turns with it."""
        return [one for one in self.waiting(now) if not one.dismissed and (now is None or one.priority <= now.priority)]

    def successor(self, now: PictureSet[C] | None) -> PictureSet[C] | None:
        """Who should be on the tile: an alarm takes over only from an acknowledged or a less urgent one.

        When nobody waits `now` stays; when it is gone the one before it, if still open, comes back.
        """
        first = next((one for one in self.waiting(now) if not one.dismissed), None)
        if first is not None and (now is None or now.acknowledged or first.priority < now.priority):
            return first
        if now is not None:
            return now
        before = (one for one in self if one.was_shown and not one.dismissed)
        return max(before, key=lambda one: one.turn, default=None)

    def dismiss_shown(self) -> None:
        """Everything that has been on the tile is sent away."""
        for one in self:
            one.dismissed = one.dismissed or one.was_shown
