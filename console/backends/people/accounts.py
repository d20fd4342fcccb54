"""The file of the accounts: JSON, read and written as a whole, for its owner's eyes only. Any thread."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from console.backends.people.passwords import PREFIX
from console.errors import BackendError
from console.model import Account, AlarmClass, BuildingId, Role

ACCOUNTS_FILE = "accounts.json"
SCHEMA = 1
MOST_BYTES = 1_000_000
LONGEST = 40  # characters of what is typed as a name
KEYS = frozenset({"person", "name", "role", "classes", "areas", "disabled", "password"})


@dataclass(frozen=True, slots=True)
class Held:
    """An account as the file holds it."""

    account: Account
    password: str = field(repr=False)  # its hash


def read(path: Path) -> tuple[Held, ...]:
    """Every account. Raises BackendError that names the account and what is wrong with it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BackendError(f"{path} is larger than {MOST_BYTES} bytes: it is no file of accounts")
        told = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BackendError(f"the accounts in {path} cannot be read ({error.strerror})") from None
    except (ValueError, RecursionError):
        raise BackendError(f"{path} is no JSON: take up a copy of it, or make the accounts anew") from None
    if not isinstance(told, dict) or told.get("schema") != SCHEMA or not isinstance(told.get("accounts"), list):
        raise BackendError(f"{path} is no file of accounts of this version")
    held = tuple(_account(path, number, one) for number, one in enumerate(told["accounts"], 1))
    names = [one.account.person for one in held]
    if twice := {name for name in names if names.count(name) > 1}:
        raise BackendError(f"{path}: {', '.join(sorted(twice))} is there twice")
    return held


def edited(path: Path, edit: Callable[[tuple[Held, ...]], tuple[Held, ...]]) -> tuple[Held, ...]:
    """Let `edit` change what is there (nothing, when there is no file), while no other program does; it is written in
    one piece. Raises BackendError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.with_suffix(".lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            held = edit(read(path) if path.exists() else ())
            _write(path, held)
            return held
    except OSError as error:
        raise BackendError(f"the accounts in {path} cannot be written ({error.strerror})") from None


def is_name(person: str) -> bool:
    """Whether somebody may be called so: one word that can be typed and stands in journals."""
    return 0 < len(person) <= LONGEST and person.isprintable() and not set(person) & set(" /\\\"'")


def _write(path: Path, held: tuple[Held, ...]) -> None:
    text = json.dumps({"schema": SCHEMA, "accounts": [_told(one) for one in held]}, ensure_ascii=False, indent=1)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _told(held: Held) -> dict[str, Any]:
    account = held.account
    return {
        "person": account.person, "name": account.name, "role": account.role.value,
        "classes": "".join(sorted(account.classes)), "areas": sorted(account.areas),
        "disabled": account.is_disabled, "password": held.password,
    }  # fmt: skip


def _account(path: Path, number: int, told: object) -> Held:
    """One of them; every field may hold anything, it is a file."""

    def fail(what: str) -> BackendError:
        return BackendError(f"{path}: account {number}: {what}")

    if not isinstance(told, dict) or not told.keys() <= KEYS:
        raise fail("is no account")
    person, role, password = (_text(told, key) for key in ("person", "role", "password"))
    if not is_name(person):
        raise fail("has no usable name")
    if role not in set(Role):
        raise fail(f"{role!r} is no role: write one of {', '.join(Role)}")
    if not password.startswith(PREFIX):
        raise fail("has no password: give it one with `people password`")
    letters, areas = _text(told, "classes"), told.get("areas", [])
    if unknown := set(letters) - set(AlarmClass):
        raise fail(f"{', '.join(sorted(unknown))} is no class of alarms")
    if not isinstance(areas, list) or not all(isinstance(area, str) for area in areas):
        raise fail("its areas are no list of names")
    if not isinstance(told.get("disabled", False), bool):
        raise fail("disabled is true or false")
    account = Account(
        person, _text(told, "name"), Role(role), frozenset(map(AlarmClass, letters)),
        frozenset(map(BuildingId, areas)), told.get("disabled", False),
    )  # fmt: skip
    return Held(account, password)


def _text(told: Mapping[str, object], key: str) -> str:
    value = told.get(key, "")
    return value if isinstance(value, str) else ""
