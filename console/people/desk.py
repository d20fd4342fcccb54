"""The desk of the people: who sits at this position, whether he has to show who he is, and what he may do. Desk thread.

Without accounts whoever the configuration names sits here and may do everything. With them somebody signs in; an
idle position locks itself. Neither lock nor an empty chair changes what is shown and heard of an alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.errors import CommandRefused
from console.identities import IDENTITY_WORDS, AccountsRead, Doorkeeper, Identified
from console.journal import Conflict, Entry, Recorded
from console.logbook import Logbook
from console.model import Account, AlarmClass, By, Point, PointId, Right, Seat
from console.people.acting import Acting
from console.people.chair import Chair
from console.people.claims import MACHINE, Claims, Refused
from console.people.idle import Idle
from console.people.rights import MAY_STAND_IN, refusal
from console.people.session import How, Session, Why
from console.people.stand_ins import StandIns

RESUME_MS = 60_000  # a restart that took no longer leaves the person at his work


class Seating(StrEnum):
    """Who can act at this position."""

    FREE = "free"  # there are no accounts: whoever is named
    EMPTY = "empty"  # nobody: somebody has to sign in
    TAKEN = "taken"  # the person who signed in
    LOCKED = "locked"  # nobody, until the person who signed in or another one shows who he is


class People:
    """Who sits here; every act of a person asks the seat's `check` first. `where`: a point of the site by its id."""

    def __init__(
        self, seat: Seat, clock: Clock, writer: str, logbook: Logbook, append: Callable[[Sequence[Entry]], None],
        announce_it: Callable[[Announcement], None], where: Callable[[PointId], Point | None],
    ) -> None:  # fmt: skip
        self._seat = seat
        self._log = logbook
        self._announce = announce_it
        self._where = where
        self._accounts: dict[str, Account] | None = None
        self._claims = Claims(seat.position, clock, logbook, announce_it)
        self._chair = Chair(seat, clock, writer, append, announce_it, self._changed)
        self._stand_ins = StandIns(clock, append, announce_it)
        self._idle = Idle(clock, lambda: self._chair.lock(Why.IDLE))
        self.when_left: Callable[[], None] = lambda: None  # hands are off: nobody acts here, or not as before
        self._starts = ""
        self._was_locked = True
        seat.rule = self._rule

    def connect(
        self, doorkeeper: Doorkeeper, accounts: Iterable[Account], lock_after_min: int = 0, starts: str = ""
    ) -> None:
        """There are accounts: from now on somebody has to sign in. `lock_after_min` 0: the position never locks itself.

        `starts`: who sits here from the start without having been asked (the demo).
        """
        self._claims.connect(doorkeeper)
        self._accounts = {account.person: account for account in accounts}
        self._idle.after_ms = lock_after_min * 60_000
        self._starts = starts
        self._seat.person = ""

    # ---- reading ----

    @property
    def seating(self) -> Seating:
        if self._accounts is None:
            return Seating.FREE
        session = self._chair.session
        if session is None:
            return Seating.EMPTY
        return Seating.LOCKED if session.is_locked else Seating.TAKEN

    @property
    def is_attended(self) -> bool:
        """Whether somebody could see here what a window shows."""
        return self.seating in (Seating.FREE, Seating.TAKEN)

    @property
    def session(self) -> Session | None:
        """Who sits here since when; locked or not."""
        return self._chair.session

    def known(self, person: str) -> Account | None:
        """The account of that name, disabled or not."""
        return (self._accounts or {}).get(person)

    def accounts(self) -> tuple[Account, ...]:
        """Those who may sign in, in the order of their names."""
        found = (account for account in (self._accounts or {}).values() if not account.is_disabled)
        return tuple(sorted(found, key=lambda account: account.person))

    def present(self) -> tuple[Session, ...]:
        """Who sits at which position, as far as somebody signed in there, ours first; locked ones too."""
        return self._chair.present()

    @property
    def is_asking(self) -> bool:
        """A password is being compared."""
        return self._claims.is_asking

    @property
    def wait_s(self) -> int:
        """How long this position listens to no password, after wrong ones."""
        return self._claims.wait_s

    def acting(self) -> tuple[Acting, ...]:
        """Who stands in for the supervisor."""
        return self._stand_ins.all()

    def may(self, right: Right, alarm_class: AlarmClass | None = None, point: PointId | None = None) -> bool:
        """Whether `check` would let it pass: for what is offered."""
        try:
            self.check(right, alarm_class, point)
        except CommandRefused:
            return False
        return True

    def check(self, right: Right, alarm_class: AlarmClass | None = None, point: PointId | None = None) -> None:
        """Refuse what the person here may not do to this class of alarm, at this point.

        Raises CommandRefused: signed_out, seat_locked, no_right, not_your_class, not_your_area.
        """
        self._seat.check(right, alarm_class, point)

    # ---- start, end, other consoles ----

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild from the entries of the open streams, in order."""
        for record in recorded:
            self.take(record.entry)

    def start(self) -> None:
        """Everything is loaded: whoever sat here when the program went away still does, behind a lock."""
        if self._accounts is None:
            return
        left = self._chair.end_left()
        first, last = self._welcome(self._starts), self._welcome(left.person if left is not None else "")
        if first is not None:
            self._chair.begin(first.person, first.role, How.DEMO, MACHINE)
        elif left is not None and last is not None:
            self._was_locked = left.is_locked
            self._chair.begin(last.person, last.role, How.RESTART, MACHINE, locked=True)

    def resume(self, dark_ms: int) -> None:
        """The guardian has started us again at once: whoever worked here goes on."""
        if dark_ms <= RESUME_MS and not self._was_locked and self.seating is Seating.LOCKED:
            self._chair.unlock(How.RESTART)

    def stop(self) -> None:
        """The program ends in order."""
        if self.session is not None:
            self._chair.leave(Why.ENDED, self._seat.by)

    def take(self, entry: Entry) -> None:
        """An entry of another run or another console."""
        if not self._stand_ins.take(entry):
            self._chair.take(entry)

    def learn(self, record: Recorded) -> bool:
        """What another console wrote; it never has to wait."""
        self.take(record.entry)
        return True

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was about the people."""
        return self._stand_ins.overruled(conflict.stream)

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return dict.fromkeys(IDENTITY_WORDS, self.heard)

    def heard(self, word: Identified | AccountsRead) -> None:
        """What the doorkeeper says."""
        if isinstance(word, Identified):
            self._claims.heard(word)
        else:
            self._take_accounts({account.person: account for account in word.accounts})

    def touched(self) -> None:
        """The person at this position has moved or pressed something."""
        self._idle.touched()

    # ---- what a person does: raises CommandRefused ----

    def sign_in(self, person: str, secret: str) -> None:
        """Take the seat, unlock it, or relieve whoever sits here. Codes: no_accounts, asking, wait, no_name."""
        name = person.strip()
        self._claims.ask(name, secret, lambda: self._admit(name), lambda _code: None)

    def vouch(self, person: str, secret: str, right: Right, given: Callable[[By], None], refused: Refused) -> None:
        """Another person shows here who he is and consents. Codes as `sign_in`, and same_person.

        `given` gets who it was, `refused` the code: wrong, no_right.
        """
        name = person.strip()
        if name == self._seat.person:
            raise CommandRefused("same_person", name)

        def consent() -> None:
            if code := self._refusal(name, right, None, None):
                refused(code)
            else:
                given(By(person=name, position=self._seat.position))

        self._claims.ask(name, secret, consent, refused)

    def lock(self) -> None:
        """Codes: no_accounts, signed_out."""
        self._seated()
        if self.seating is Seating.TAKEN:
            self._chair.lock(Why.HAND, self._seat.by)

    def sign_out(self) -> None:
        """Codes: no_accounts, signed_out, seat_locked."""
        self._seated()
        if self.seating is Seating.LOCKED:
            raise CommandRefused("seat_locked")
        self._chair.leave(Why.HAND, self._seat.by)

    def name_stand_in(self, person: str, minutes: int, by: By | None = None) -> None:
        """He stands in for the supervisor for so long. `by`: who vouched for it here, else whoever sits here.

        Codes: no_right …, no_account, acting_role, acting_length, acting_already.
        """
        if by is None:
            self.check(Right.PEOPLE)
        account = self._welcome(person)
        if account is None:
            raise CommandRefused("no_account", person)
        if account.role not in MAY_STAND_IN:
            raise CommandRefused("acting_role", person)
        self._stand_ins.name(person, minutes, by or self._seat.by)

    def end_stand_in(self, person: str) -> None:
        """Before its time; whoever stands in may end it himself. Codes: no_right …, not_acting."""
        if person != self._seat.person or not self.is_attended:
            self.check(Right.PEOPLE)
        self._stand_ins.end(person, self._seat.by)

    # ---- rights ----

    def _rule(self, right: Right, alarm_class: AlarmClass | None, point: PointId | None) -> None:
        seating = self.seating
        if seating is Seating.FREE:
            return
        if seating is not Seating.TAKEN:
            raise CommandRefused("signed_out" if seating is Seating.EMPTY else "seat_locked", right.value)
        if code := self._refusal(self._seat.person, right, alarm_class, point):
            raise CommandRefused(code, right.value)

    def _refusal(self, person: str, right: Right, alarm_class: AlarmClass | None, point: PointId | None) -> str | None:
        account = self.known(person)
        if account is None:
            return "no_right"
        is_acting = self._stand_ins.until_ms(person) > 0
        return refusal(account, is_acting, right, alarm_class, self._where(point) if point is not None else None)

    # ---- inside ----

    def _seated(self) -> None:
        if self._accounts is None:
            raise CommandRefused("no_accounts")
        if self.session is None:
            raise CommandRefused("signed_out")

    def _welcome(self, person: str) -> Account | None:
        account = self.known(person)
        return account if account is not None and not account.is_disabled else None

    def _admit(self, person: str) -> None:
        """His password was right."""
        account, session = self._welcome(person), self.session
        by = By(person=person, position=self._seat.position)
        if session is not None and session.person == person:
            if session.is_locked:
                self._chair.unlock(How.PASSWORD, by)
        elif account is not None:  # else it was disabled in this very moment
            if session is not None:
                self._chair.leave(Why.RELIEVED, by_whom=person)
            self._chair.begin(person, account.role, How.PASSWORD, by)

    def _changed(self) -> None:
        is_taken = self.seating is Seating.TAKEN
        self._idle.watch(is_taken)
        if not is_taken:
            self.when_left()

    def _take_accounts(self, now: dict[str, Account]) -> None:
        """A role or an area counts from now on; whoever may not be here any more is not."""
        before, self._accounts = self._accounts or {}, now
        added = tuple(sorted(now.keys() - before.keys()))
        gone = tuple(sorted(before.keys() - now.keys()))
        changed = tuple(sorted(name for name in now.keys() & before.keys() if now[name] != before[name]))
        if not (added or gone or changed):
            return
        self._log.write("AccountsChanged", MACHINE, {"added": [*added], "gone": [*gone], "changed": [*changed]})
        self._announce(announce.AccountsChanged(added=added, gone=gone, changed=changed))
        if self.session is not None and self._welcome(self.session.person) is None:
            self._chair.leave(Why.DISABLED)
        elif self.session is not None and self.session.person in changed:
            self.when_left()  # whatever he holds he may not hold any more; if he may, he takes it up again
