"""What other consoles commit reaches the desks here: in order, once, and never over a decision that is on its way.

Desk thread. A desk that waits for the commit of an entry of its own, or misses the one before, says so; the entry is
held until the journal has answered. What waits too long is read again as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from console.alarms import Alarms, alarm_of, point_of
from console.clock import Clock
from console.journal import Followed, Recorded, Told
from console.model import Domain

PATIENCE_MS = 3_000  # the journal answers within milliseconds, or it is away

Learn = Callable[[Recorded], bool]  # False: the entry has to wait for what comes before it
Key = tuple[Domain, str]


class Teller(Protocol):
    """Who can tell a whole stream: the Store."""

    def ask(self, domain: Domain, stream: str) -> None: ...


class Following:
    """`learners` are given every entry and take those that are theirs; `restore` sets a desk right from a story."""

    def __init__(
        self, clock: Clock, teller: Teller, learners: Iterable[Learn], restore: Callable[[Told], None]
    ) -> None:
        self._clock = clock
        self._teller = teller
        self._learners = list(learners)
        self._restore = restore
        self._held: list[Recorded] = []
        self._is_waiting = False

    @property
    def held(self) -> int:
        """Entries that have to wait."""
        return len(self._held)

    def add(self, learn: Learn) -> None:
        """Another desk wants to know what other consoles write."""
        self._learners.append(learn)

    def take(self, followed: Followed) -> None:
        """What others committed; what waited before it is tried first."""
        self._held += followed.entries
        self.retry()

    def retry(self) -> None:
        """The journal has answered something: what is held may go on. In one stream nothing overtakes."""
        waits: dict[Key, None] = {}
        held, self._held = self._held, []
        for record in held:
            key = record.entry.domain, record.entry.stream
            if key in waits or not self._learn(record):
                waits[key] = None
                self._held.append(record)
        if self._held and not self._is_waiting:
            self._is_waiting = True
            self._clock.after(PATIENCE_MS, self._ask)

    def told(self, told: Told) -> None:
        """All of a stream, read again: it stands as it is there."""
        self._held = [r for r in self._held if (r.entry.domain, r.entry.stream) != (told.domain, told.stream)]
        if told.entries:
            self._restore(told)
        self.retry()

    def _learn(self, record: Recorded) -> bool:
        return all(learn(record) for learn in self._learners)

    def _ask(self) -> None:
        self._is_waiting = False
        for domain, stream in dict.fromkeys((r.entry.domain, r.entry.stream) for r in self._held):
            self._teller.ask(domain, stream)


def learn_alarm(alarms: Alarms, record: Recorded) -> bool:
    """An entry about an alarm, or about a point, of this desk's domain; False: it has to wait."""
    entry = record.entry
    if entry.domain != alarms.domain:
        return True
    known = alarms.of(point_of(alarm_of(entry))) if entry.stream.startswith("alarm/") else None
    if known is not None and known.unsaved:
        return False
    return not alarms.learn((record,))
