"""Who stands in for the supervisor, and until when: named by a person, ended by time or by hand. Desk thread.

Every console runs the timer; the first append wins and the loss of the other is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console import announce
from console.announce import Announcement
from console.clock import Clock, Deadline
from console.errors import CommandRefused
from console.journal import Entry, Recorded
from console.model import LIVE, By
from console.people.acting import FACTS, STREAM, Acting, Ended, Fact, Named, apply, is_acting, to_entry

MACHINE = By(machine="people")
MOST_MINUTES = 12 * 60


class StandIns:
    """At most one of each person."""

    def __init__(
        self, clock: Clock, append: Callable[[Sequence[Entry]], None], announce_it: Callable[[Announcement], None]
    ) -> None:
        self._clock = clock
        self._append = append
        self._announce = announce_it
        self._acting: dict[str, Acting] = {}
        self._timers: dict[str, Deadline] = {}

    def until_ms(self, person: str) -> int:
        """Until when he stands in, 0 when he does not."""
        found = self._acting.get(person)
        return found.until_ms if found is not None and found.until_ms > self._clock.now_ms() else 0

    def all(self) -> tuple[Acting, ...]:
        return tuple(one for one in self._acting.values() if self.until_ms(one.person))

    # ---- start and the other consoles ----

    def take(self, entry: Entry) -> bool:
        """An entry of the journal; whether it was of ours."""
        if not is_acting(entry):
            return False
        before = next((one for one in self._acting.values() if one.stream == entry.stream), None)
        fact = FACTS.read(entry.kind, entry.data)
        if before is None and not isinstance(fact, Named):
            return True  # of one that was over here already
        self._keep(apply(before, fact, entry))
        self._tell(fact, self._person_of(entry), entry.by)
        return True

    def overruled(self, stream: Sequence[Recorded]) -> bool:
        """Another console was first: what it wrote stands."""
        if not stream or not is_acting(stream[0].entry):
            return False
        self._acting.pop(self._person_of(stream[0].entry), None)
        acting: Acting | None = None
        for record in stream:
            acting = apply(acting, FACTS.read(record.entry.kind, record.entry.data), record.entry)
        assert acting is not None
        self._keep(acting)
        return True

    # ---- acts ----

    def name(self, person: str, minutes: int, by: By) -> None:
        """Raises CommandRefused: acting_length, acting_already."""
        if not 1 <= minutes <= MOST_MINUTES:
            raise CommandRefused("acting_length", str(MOST_MINUTES // 60))
        if self.until_ms(person):
            raise CommandRefused("acting_already", person)
        now = self._clock.now_ms()
        self._apply(person, Named(person, now + minutes * 60_000), by, f"{STREAM}{person}/{now}")

    def end(self, person: str, by: By) -> None:
        """Raises CommandRefused: not_acting."""
        if not self.until_ms(person):
            raise CommandRefused("not_acting", person)
        self._apply(person, Ended(early=True), by, self._acting[person].stream)

    # ---- inside ----

    def _apply(self, person: str, fact: Fact, by: By, stream: str) -> None:
        blank = Entry(LIVE, stream, 0, FACTS.name(fact), self._clock.now_ms(), by)
        after = apply(None if isinstance(fact, Named) else self._acting[person], fact, blank)
        self._keep(after)
        self._append((to_entry(fact, after, blank),))
        self._tell(fact, person, by)

    def _keep(self, acting: Acting) -> None:
        timer = self._timers.pop(acting.person, None)
        if timer is not None:
            timer.cancel()
        if acting.is_over:
            self._acting.pop(acting.person, None)
            return
        self._acting[acting.person] = acting
        left = max(0, acting.until_ms - self._clock.now_ms())
        self._timers[acting.person] = self._clock.after(left, lambda: self._expire(acting))

    def _expire(self, acting: Acting) -> None:
        if self._acting.get(acting.person) == acting:
            self._apply(acting.person, Ended(), MACHINE, acting.stream)

    def _tell(self, fact: Fact, person: str, by: By) -> None:
        if isinstance(fact, Named):
            self._announce(announce.ActingSupervisorNamed(person=person, until_ms=fact.until_ms, by=by.person))
        else:
            self._announce(announce.ActingSupervisorEnded(person=person, by=by.person))

    def _person_of(self, entry: Entry) -> str:
        return entry.stream.removeprefix(STREAM).rpartition("/")[0]
