"""A position with accounts and a doorkeeper that answers when the test says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from console.announce import Announcement
from console.clock import FakeClock
from console.identities import AccountsRead, Claim, Identified
from console.journal import Entry, Recorded
from console.logbook import Logbook
from console.model import Account, AlarmClass, BuildingId, Point, PointId, Role, Seat
from console.people import People

LI = Account("li", "Li Wei", Role.DISPATCHER)
CHAN = Account("chan", "Chan Siu Ming", Role.DISPATCHER)
NG = Account("ng", "Ng Ka Yan", Role.SUPERVISOR)
MA = Account("ma", "Ma Jun", Role.ENGINEER)
EAST = Account("east", "East Wing", Role.DISPATCHER, areas=frozenset({BuildingId("east")}))
QUIET = Account("quiet", "No Fires", Role.DISPATCHER, classes=frozenset({AlarmClass.TROUBLE}))
ACCOUNTS = (LI, CHAN, NG, MA, EAST, QUIET)
PASSWORDS = {account.person: f"the word of {account.person}" for account in ACCOUNTS}
SMOKE_EAST, SMOKE_WEST = PointId("z2m/0x1#smoke"), PointId("z2m/0x2#smoke")
POINTS = {
    SMOKE_EAST: Point(SMOKE_EAST, "东", "East", "smoke", building=BuildingId("east")),
    SMOKE_WEST: Point(SMOKE_WEST, "西", "West", "smoke", building=BuildingId("west")),
}


@dataclass
class Position:
    """One run of a position; `answer` lets the doorkeeper compare what it was asked."""

    name: str = "desk-1"
    run: str = "boot"
    clock: FakeClock = field(default_factory=FakeClock)
    accounts: Sequence[Account] = ACCOUNTS
    lock_after_min: int = 0
    starts: str = ""
    journal: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.entries: list[Entry] = []
        self.said: list[Announcement] = []
        self.claims: list[Claim] = []
        self.seat = Seat(self.name, "whoever")
        writer = f"{self.name}/{self.run}"
        log = Logbook(self.clock, writer, self._append)
        self.people = People(self.seat, self.clock, writer, log, self._append, self.said.append, POINTS.get)

    def open(self) -> Position:
        """With accounts, from the journal as it is."""
        self.people.connect(self, self.accounts, self.lock_after_min, self.starts)
        self.people.load([Recorded(e, "", 0, "", "") for e in open_streams(self.journal)])
        self.people.start()
        return self

    def _append(self, entries: Sequence[Entry]) -> None:
        self.entries += entries
        self.journal += entries

    # ---- as the doorkeeper ----

    def identify(self, claim: Claim) -> None:
        self.claims.append(claim)

    def stop(self) -> None: ...

    def answer(self) -> None:
        claim = self.claims.pop(0)
        self.people.heard(Identified(claim.number, PASSWORDS.get(claim.person) == claim.secret))

    def read(self, *accounts: Account) -> None:
        """The file of the accounts says this now."""
        self.people.heard(AccountsRead(accounts))

    # ---- as a person ----

    def sign_in(self, person: str, secret: str = "") -> None:
        self.people.sign_in(person, secret or PASSWORDS[person])
        self.answer()

    def told(self) -> list[str]:
        return [type(one).__name__ for one in self.said]

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries]


def open_streams(journal: Sequence[Entry]) -> list[Entry]:
    """As a store gives them at the start."""
    newest = {entry.stream: entry for entry in journal}
    kept = [entry for entry in journal if newest[entry.stream].open]
    return sorted(kept, key=lambda entry: (entry.stream, entry.version))
