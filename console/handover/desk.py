"""The desk of the change of shift at this position: notes, the sheet, who accepts it, who signs. Desk thread.

The leaver signs first; the comer, another person, accepts each line and becomes the owner of what the leaver owned;
a line that changes meanwhile asks to be accepted again. What nobody takes over is nobody's after some minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.errors import CommandRefused
from console.handover.handover import (
    FACTS,
    Fact,
    Handover,
    HandoverBegun,
    HandoverCancelled,
    HandoverSettled,
    HandoverTaken,
    Phase,
    accepted_of,
    apply,
    id_of,
    is_handover,
    to_entry,
)
from console.handover.leaving import Leaving
from console.handover.notes import Notes, is_note
from console.handover.sheet import Line, Section, Sources, compose
from console.incidents import Incident
from console.journal import Conflict, Entry, Recorded
from console.model import LIVE, AlarmId, By, IncidentId, Right, Seat

MACHINE = By(machine="handover")
LONGEST_NAME = 60  # characters
TAKES = (Section.ALARMS, Section.UNOWNED, Section.TROUBLES, Section.INCIDENTS)  # whose lines have owners


@dataclass(frozen=True, slots=True)
class Taking:
    """Who gives things to the comer; nothing happens to what belongs to somebody who stays."""

    alarm: Callable[[AlarmId, By, By], None]  # the alarm, who leaves, who comes
    incident: Callable[[IncidentId, By, By], None]


class Handovers:
    """At most one change of shift at a position. `has_accounts`: whether people sign in; else the comer is named."""

    def __init__(
        self, clock: Clock, seat: Seat, sources: Sources, notes: Notes, taking: Taking, leaving: Leaving,
        append: Callable[[Sequence[Entry]], None], publish: Callable[[Announcement], None],
        has_accounts: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._seat = seat
        self._sources = sources
        self._notes = notes
        self._taking = taking
        self._leaving = leaving
        self._append = append
        self._announce = publish
        self._has_accounts = has_accounts
        self._handover: Handover | None = None
        self._elsewhere: dict[str, Handover] = {}  # by position: the one that is on there
        leaving.settled = self._settled

    # ---- reading ----

    @property
    def current(self) -> Handover | None:
        """The change of shift the comer reads now."""
        found = self._handover
        return found if found is not None and found.phase is Phase.BEGUN else None

    @property
    def last_taken(self) -> Handover | None:
        """The newest one that both have signed, as far as this run knows it and none was begun since."""
        found = self._handover
        return found if found is not None and found.taken_ms else None

    @property
    def has_accounts(self) -> bool:
        return self._has_accounts()

    def sheet(self) -> tuple[Line, ...]:
        """Everything whoever comes has to know, as it stands now."""
        return compose(self._sources)

    def incident(self, incident: IncidentId) -> Incident | None:
        """An incident of the sheet."""
        return next((each for each in self._sources.incidents() if each.id == incident), None)

    def open_lines(self) -> tuple[Line, ...]:
        """Those the comer has not accepted as they are."""
        handover = self.current
        return tuple(line for line in self.sheet() if handover is None or not handover.covers(line))

    # ---- start ----

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild notes and the change of shift that was under way."""
        for record in recorded:
            self.follow(record.entry)
        if self._handover is not None and self._handover.phase is Phase.TAKEN:
            self._leaving.left(self._handover.leaver, self._handover.taken_ms)

    # ---- notes: every act raises CommandRefused ----

    def note(self, text: str) -> None:
        """Codes: no_right, empty_note, long_note, many_notes."""
        self._seat.check(Right.HANDOVER)
        self._notes.write(text, self._by())
        self._announce(announce.HandoverStirred())

    def strike(self, note: str) -> None:
        """Codes: no_right, no_note."""
        self._seat.check(Right.HANDOVER)
        self._notes.strike(note, self._by())
        self._announce(announce.HandoverStirred())

    # ---- the change of shift ----

    def begin(self, comer: str = "") -> Handover:
        """The person here signs and leaves. Codes: no_right, handover_is_on, no_comer, own_handover, long_name."""
        self._seat.check(Right.HANDOVER)
        comer = comer.strip()
        if self.current is not None:
            raise CommandRefused("handover_is_on", self.current.leaver.person)
        if not comer and not self.has_accounts:
            raise CommandRefused("no_comer")
        if len(comer) > LONGEST_NAME:
            raise CommandRefused("long_name", str(LONGEST_NAME))
        if comer == self._seat.person:
            raise CommandRefused("own_handover", comer)
        id_ = f"{self._seat.position}-{self._clock.now_ms()}"
        handover = self._apply(id_, HandoverBegun(self._seat.position, comer), self._seat.by)
        self._announce(
            announce.HandoverBegun(position=handover.position, leaver=handover.leaver.person, comer=comer)
        )  # fmt: skip
        return handover

    def accept(self, key: str, mark: str | None = None) -> None:
        """The comer has read this line and answers for it; `mark`: as it stood when he read it.

        Codes: no_right, no_handover, own_handover, no_line, line_changed.
        """
        handover, comer = self._must_come()
        line = next((line for line in self.sheet() if line.key == key), None)
        if line is None:
            raise CommandRefused("no_line", key)
        if mark not in (None, line.mark):
            raise CommandRefused("line_changed", key)
        if handover.covers(line):
            return
        self._give(line, handover.leaver, comer)
        self._apply(handover.id, accepted_of(line), comer)
        self._announce(announce.HandoverStirred())

    def _give(self, line: Line, leaver: By, comer: By) -> None:
        if line.section not in TAKES:
            return
        if line.section is Section.INCIDENTS:
            self._taking.incident(IncidentId(line.subject), leaver, comer)
        else:
            self._taking.alarm(AlarmId(line.subject), leaver, comer)

    def take(self) -> None:
        """The comer signs. Codes: no_right, no_handover, own_handover, lines_open."""
        handover, comer = self._must_come()
        waiting = len(self.open_lines())
        if waiting:
            raise CommandRefused("lines_open", str(waiting))
        lines = len(handover.accepted)
        over = self._apply(handover.id, HandoverTaken(lines), comer)
        self._leaving.left(over.leaver, over.taken_ms)
        self._announce(
            announce.HandoverTaken(
                position=over.position, leaver=over.leaver.person, comer=comer.person, lines=lines
            )
        )  # fmt: skip

    def cancel(self) -> None:
        """Not now: everything stays with the leaver. Codes: no_right, no_handover."""
        self._seat.check(Right.HANDOVER)
        handover = self._must_be_on()
        self._apply(handover.id, HandoverCancelled(), self._by())
        self._announce(announce.HandoverCancelled(position=handover.position, by=self._by().person))

    def _must_be_on(self) -> Handover:
        if self.current is None:
            raise CommandRefused("no_handover")
        return self.current

    def _must_come(self) -> tuple[Handover, By]:
        """The change of shift and who comes. Raises CommandRefused."""
        self._seat.check(Right.HANDOVER)
        handover, comer = self._must_be_on(), self._by()
        if comer.person == handover.leaver.person:
            raise CommandRefused("own_handover", comer.person)
        return handover, comer

    def _by(self) -> By:
        """Who acts: who is signed in, or where nobody signs in the comer from the moment the leaver has signed."""
        handover = self.current
        if handover is not None and not self.has_accounts and handover.comer:
            return By(person=handover.comer, position=self._seat.position)
        return self._seat.by

    # ---- what the journal says ----

    def follow(self, entry: Entry) -> None:
        """An entry of an earlier run or of another console; changes of shift elsewhere are not ours."""
        if is_note(entry):
            self._notes.follow(entry)
        elif is_handover(entry) and id_of(entry.stream).rpartition("-")[0] == self._seat.position:
            before = self._handover if self._handover is not None and self._handover.id == id_of(entry.stream) else None
            self._handover = apply(before, id_of(entry.stream), FACTS.read(entry.kind, entry.data), entry)

    def learn(self, entry: Entry) -> None:
        """Another console wrote it."""
        if is_note(entry) or is_handover(entry):
            self.follow(entry)
            self._announce(announce.HandoverStirred())
        if is_handover(entry) and id_of(entry.stream).rpartition("-")[0] != self._seat.position:
            self._tell_of(entry)

    def _tell_of(self, entry: Entry) -> None:
        """A change of shift at another position: nothing to decide here, but everybody in the room hears of it."""
        id_, fact = id_of(entry.stream), FACTS.read(entry.kind, entry.data)
        position = id_.rpartition("-")[0]
        before = self._elsewhere.pop(position, None)
        if not isinstance(fact, HandoverBegun) and (before is None or before.id != id_):
            return  # it had begun before we were here
        now = apply(before, id_, fact, entry)
        if now.phase is Phase.BEGUN:
            self._elsewhere[position] = now
        leaver, by = now.leaver.person, entry.by.person
        match fact:
            case HandoverBegun():
                self._announce(announce.HandoverBegun(position=position, leaver=leaver, comer=fact.comer))
            case HandoverTaken():
                self._announce(
                    announce.HandoverTaken(position=position, leaver=leaver, comer=by, lines=len(now.accepted))
                )
            case HandoverCancelled():
                self._announce(announce.HandoverCancelled(position=position, by=by))

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with something of ours."""
        if not (is_note(conflict.entry) or is_handover(conflict.entry)):
            return False
        for record in conflict.stream:
            self.follow(record.entry)
        self._announce(announce.HandoverStirred())
        return True

    # ---- inside ----

    def _apply(self, id_: str, fact: Fact, by: By) -> Handover:
        blank = Entry(LIVE, "", 0, "", self._clock.now_ms(), by)
        before = None if isinstance(fact, HandoverBegun) else self._handover
        self._handover = apply(before, id_, fact, blank)
        self._append((to_entry(fact, self._handover, blank),))
        return self._handover

    def _settled(self, leaver: By, unowned: int) -> None:
        """The leaver's time is over."""
        handover = self._handover
        if handover is not None and handover.phase is Phase.TAKEN and handover.leaver.person == leaver.person:
            self._apply(handover.id, HandoverSettled(unowned), MACHINE)
