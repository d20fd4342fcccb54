"""Alarms of somebody who has left: what he had acknowledged and nobody took over is nobody's after some minutes.

Desk thread. Each console looks after what was acknowledged at its own position, so that one that cannot know who sits
elsewhere takes nothing away from anybody there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from console import announce
from console.alarms import Alarm
from console.announce import Announcement
from console.clock import Clock
from console.model import AlarmId, By, Seat

LOOK_MS = 10_000


@dataclass(frozen=True, slots=True)
class Room:
    """What it has to know. `present`: everybody signed in anywhere in the room, None where nobody signs in and so
    nobody can be missed; `disown`: the alarm is nobody's.
    """

    alarms: Callable[[], Iterable[Alarm]]
    present: Callable[[], frozenset[str] | None]
    disown: Callable[[AlarmId], None]


@dataclass(frozen=True, slots=True)
class _Gone:
    """Since when somebody is gone, on monotonic time; what he acknowledges after `until_ms` (wall) is his own."""

    since_ms: int
    until_ms: int


class Leaving:
    """Looks every few seconds who is gone. `settled` is told when the time of one who handed over has come."""

    def __init__(
        self, clock: Clock, seat: Seat, room: Room, minutes: int, publish: Callable[[Announcement], None]
    ) -> None:
        self._clock = clock
        self._seat = seat
        self._room = room
        self._patience_ms = minutes * 60_000
        self._announce = publish
        self._absent: dict[str, _Gone] = {}
        self._handed_over: dict[str, _Gone] = {}  # by a change of shift, wherever his name still stands
        self.settled: Callable[[By, int], None] = lambda _leaver, _unowned: None
        clock.after(LOOK_MS, self._look)

    def left(self, leaver: By, at_ms: int) -> None:
        """He has handed this position over, at that wall time."""
        ago_ms = min(self._patience_ms, max(0, self._clock.now_ms() - at_ms))
        self._handed_over[leaver.person] = _Gone(self._mono_ms() - ago_ms, at_ms)

    def _mono_ms(self) -> int:
        return self._clock.monotonic_ns() // 1_000_000

    def _look(self) -> None:
        self._clock.after(LOOK_MS, self._look)
        now, here, owned = self._mono_ms(), self._room.present(), self._owned()
        fresh = _Gone(now, self._clock.now_ms())
        self._absent = (
            {} if here is None else {person: self._absent.get(person, fresh) for person in owned if person not in here}
        )
        for person, gone in tuple({**self._absent, **self._handed_over}.items()):
            if now - gone.since_ms >= self._patience_ms:
                self._disown(person, [each.id for each in owned.get(person, []) if _seen_ms(each) <= gone.until_ms])

    def _owned(self) -> dict[str, list[Alarm]]:
        """Alarms acknowledged here, by who owns them."""
        owned: dict[str, list[Alarm]] = {}
        for alarm in self._room.alarms():
            owner = alarm.owner
            if owner is not None and owner.person and owner.position == self._seat.position:
                owned.setdefault(owner.person, []).append(alarm)
        return owned

    def _disown(self, person: str, alarms: list[AlarmId]) -> None:
        for alarm in alarms:
            self._room.disown(alarm)
        if alarms:
            self._announce(announce.AlarmsDisowned(person=person, position=self._seat.position, alarms=len(alarms)))
        if self._handed_over.pop(person, None) is not None:
            self.settled(By(person=person, position=self._seat.position), len(alarms))


def _seen_ms(alarm: Alarm) -> int:
    return alarm.acknowledged.at_ms if alarm.acknowledged is not None else 0
