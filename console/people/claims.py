"""Somebody at this position shows who he is: one password at a time, compared by the doorkeeper. Desk thread."""

from __future__ import annotations

from collections.abc import Callable

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.errors import CommandRefused
from console.identities import Claim, Doorkeeper, Identified
from console.logbook import Logbook
from console.model import By
from console.people.patience import Patience

MACHINE = By(machine="people")
MOST_CHARACTERS = 256  # of a name or a password: more is nobody's

Refused = Callable[[str], None]


class Claims:
    """Names that were refused are in no record: people type passwords into the field of the name."""

    def __init__(
        self, position: str, clock: Clock, logbook: Logbook, announce_it: Callable[[Announcement], None]
    ) -> None:
        self._position = position
        self._log = logbook
        self._announce = announce_it
        self._doorkeeper: Doorkeeper | None = None
        self._asked: tuple[Callable[[], None], Refused] | None = None
        self._number = 0
        self._patience = Patience(clock)

    def connect(self, doorkeeper: Doorkeeper) -> None:
        self._doorkeeper = doorkeeper

    @property
    def is_asking(self) -> bool:
        """A password is being compared."""
        return self._asked is not None

    @property
    def wait_s(self) -> int:
        """How long this position listens to no password, after wrong ones."""
        return self._patience.wait_s

    def ask(self, person: str, secret: str, given: Callable[[], None], refused: Refused) -> None:
        """Later one of the two is called, `refused` with the code "wrong".

        Raises CommandRefused: no_accounts, asking, wait, no_name.
        """
        if self._doorkeeper is None:
            raise CommandRefused("no_accounts")
        if self._asked is not None:
            raise CommandRefused("asking")
        if self.wait_s:
            raise CommandRefused("wait", str(self.wait_s))
        if not person or not secret or max(len(person), len(secret)) > MOST_CHARACTERS:
            raise CommandRefused("no_name")
        self._number += 1
        self._asked = given, refused
        self._doorkeeper.identify(Claim(self._number, person, secret))

    def heard(self, answer: Identified) -> None:
        """The doorkeeper's word on the newest claim."""
        if self._asked is None or answer.number != self._number:
            return
        (given, refused), self._asked = self._asked, None
        if answer.is_true:
            self._patience.right()
            given()
            return
        self._patience.wrong()
        self._log.write("SignInRefused", MACHINE, {"position": self._position, "wait_s": self.wait_s})
        self._announce(announce.SignInRefused(position=self._position, wait_s=self.wait_s))
        refused("wrong")
