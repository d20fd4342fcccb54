"""The words between the desk of the people and whoever compares passwords. Values, for any thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from console.model import Account


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says who he is; `number` comes back with the answer."""

    number: int
    person: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Identified:
    """Posted by a doorkeeper, once for each claim. `is_true` false: nobody of that name, disabled, or not the word."""

    number: int
    is_true: bool


@dataclass(frozen=True, slots=True)
class AccountsRead:
    """Posted by a doorkeeper: the file of the accounts has changed, these are they."""

    accounts: tuple[Account, ...]


IDENTITY_WORDS = (Identified, AccountsRead)


class Doorkeeper(Protocol):
    """Compares passwords off the desk thread. Posts `IDENTITY_WORDS`; `LinkDown`/`LinkUp("accounts", file)`."""

    def identify(self, claim: Claim) -> None:
        """Never blocks; takes about as long for a name nobody has as for a wrong password."""

    def stop(self) -> None: ...
