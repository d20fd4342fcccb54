"""The demo's people: accounts made at the first start on a data folder, and their passwords in a file beside them."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from console.errors import BackendError
from console.model import Account, Role

PASSWORDS_FILE = "demo-passwords.txt"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
PEOPLE = (
    Account("li", "李伟 Li Wei", Role.DISPATCHER),
    Account("chan", "陳小明 Chan Siu-ming", Role.DISPATCHER),
    Account("ng", "吳嘉欣 Ng Ka-yan", Role.SUPERVISOR),
)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of the demo, with what he types."""

    account: Account
    password: str


def invited() -> tuple[Guest, ...]:
    """The demo's people with new passwords."""
    return tuple(Guest(account, _word()) for account in PEOPLE)


def write_down(path: Path, guests: tuple[Guest, ...]) -> None:
    """For whoever tries the demo, and his eyes only. Raises BackendError."""
    try:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.writelines(f"{guest.account.person} {guest.password}\n" for guest in guests)
    except OSError as error:
        raise BackendError(f"{path} cannot be written ({error.strerror})") from None


def read_back(path: Path) -> dict[str, str]:
    """Password by person; nothing when the file is gone or not ours."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    pairs = (line.split() for line in lines)
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def seated(position: str) -> str:
    """Who sits where from the start: the supervisor at his own position, one dispatcher at each desk."""
    if position.startswith("sup"):
        return "ng"
    return "chan" if position.endswith("2") else "li"


def _word() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(2))
