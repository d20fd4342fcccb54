"""The chair of this position: the session of whoever sits in it, and those of the other positions. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.journal import Entry
from console.model import LIVE, By, Role, Seat
from console.people.session import (
    FACTS,
    STREAM,
    Fact,
    How,
    Locked,
    Session,
    SignedIn,
    SignedOut,
    Unlocked,
    Why,
    apply,
    is_session,
    to_entry,
)

MACHINE = By(machine="people")


class Chair:
    """Applies and records; `changed` is told after each change of our own session. Nothing here asks for a right."""

    def __init__(
        self, seat: Seat, clock: Clock, writer: str, append: Callable[[Sequence[Entry]], None],
        announce_it: Callable[[Announcement], None], changed: Callable[[], None],
    ) -> None:  # fmt: skip
        self._seat = seat
        self._clock = clock
        self._writer = writer
        self._append = append
        self._announce = announce_it
        self._changed = changed
        self.session: Session | None = None
        self._count = 0  # sessions of this run
        self._others: dict[str, Session] = {}  # open sessions of other runs, by stream

    def present(self) -> tuple[Session, ...]:
        """The newest session of each position, ours first; locked ones too."""
        newest = {one.position: one for one in sorted(self._others.values(), key=lambda one: one.since_ms)}
        newest.pop(self._seat.position, None)
        own = (self.session,) if self.session is not None else ()
        return (*own, *(newest[position] for position in sorted(newest)))

    def take(self, entry: Entry) -> bool:
        """An entry of another run or another console; whether it was of ours."""
        if not is_session(entry):
            return False
        fact, before = FACTS.read(entry.kind, entry.data), self._others.get(entry.stream)
        if before is None and not isinstance(fact, SignedIn):
            return True
        session = apply(before, fact, entry)
        if session.is_over:
            self._others.pop(entry.stream, None)
        else:
            self._others[entry.stream] = session
        return True

    def end_left(self) -> Session | None:
        """What earlier runs of this position left open is over; gives the newest of it."""
        left = [one for one in self._others.values() if one.position == self._seat.position]
        for session in left:
            self._record(session, SignedOut(Why.RESTART), MACHINE, session.stream)
            self._others.pop(session.stream)
        return max(left, key=lambda one: one.since_ms, default=None)

    # ---- our own session ----

    def begin(self, person: str, role: Role, how: How, by: By, locked: bool = False) -> None:
        """Somebody sits down; whoever sat there has left."""
        self._count += 1
        self.session = None
        self._apply(
            SignedIn(person, role, self._seat.position, how, locked), by, f"{STREAM}{self._writer}/{self._count}"
        )

    def lock(self, why: Why, by: By = MACHINE) -> None:
        self._apply(Locked(why), by)

    def unlock(self, how: How, by: By = MACHINE) -> None:
        self._apply(Unlocked(how), by)

    def leave(self, why: Why, by: By = MACHINE, by_whom: str = "") -> None:
        self._apply(SignedOut(why, by_whom), by)

    # ---- inside ----

    def _apply(self, fact: Fact, by: By, stream: str = "") -> None:
        before = self.session
        session = self._record(before, fact, by, stream or (before.stream if before is not None else ""))
        self.session = None if session.is_over else session
        self._seat.person = "" if session.is_over else session.person
        self._changed()
        self._tell(fact, session)

    def _record(self, session: Session | None, fact: Fact, by: By, stream: str) -> Session:
        blank = Entry(LIVE, stream, 0, FACTS.name(fact), self._clock.now_ms(), by)
        after = apply(session, fact, blank)
        self._append((to_entry(fact, after, blank),))
        return after

    def _tell(self, fact: Fact, session: Session) -> None:
        person, position = session.person, session.position
        match fact:
            case SignedIn():
                told: Announcement = announce.PersonSignedIn(
                    person=person, position=position, role=fact.role.value, how=fact.how.value
                )
            case Locked():
                told = announce.SeatLocked(person=person, position=position, why=fact.why.value)
            case Unlocked():
                told = announce.SeatUnlocked(person=person, position=position)
            case SignedOut():
                told = announce.PersonSignedOut(person=person, position=position, why=fact.why.value)
        self._announce(told)
