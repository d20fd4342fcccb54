"""`main.py people`: who may sign in at the consoles of a site. Passwords come from a prompt or a reference, never
from the command line.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from console import site
from console.backends.people import ACCOUNTS_FILE, Held, edited, hashed, is_name, read
from console.commands.run import ROOT, default_data
from console.config.read import load
from console.config.schema import Config
from console.config.secrets import is_reference, resolve
from console.errors import BackendError
from console.model import Account, AlarmClass, BuildingId, Role

ALL = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    listed = acts.add_parser("list", help="who may sign in")
    added = acts.add_parser("add", help="a new account")
    changed = acts.add_parser("change", help="another role, name, class or area")
    disabled = acts.add_parser("disable", help="may not sign in any more, and leaves where he sits")
    enabled = acts.add_parser("enable", help="may sign in again")
    password = acts.add_parser("password", help="a new password")
    for one in (listed, added, changed, disabled, enabled, password):
        one.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")
        one.add_argument("--data", type=Path, help="the data folder, where the configuration names no file of accounts")
    for one in (added, changed, disabled, enabled, password):
        one.add_argument("person", help="what is typed to sign in")
    for one in (added, changed):
        one.add_argument("--role", choices=[role.value for role in Role], required=one is added)
        one.add_argument("--name", help="what is shown beside it")
        one.add_argument("--classes", help="only alarms of these classes, e.g. FPS; - for all")
        one.add_argument("--areas", help="only these buildings or zones, by id, with commas; - for all")
    for one in (added, password):
        one.add_argument("--password", metavar="REF", help="env:NAME, file:PATH or keyring:NAME instead of a prompt")


def run(args: argparse.Namespace) -> int:
    config = load(args.config)
    path = (
        Path(config.people.accounts) if config.people.accounts else (args.data or default_data(False)) / ACCOUNTS_FILE
    )
    if args.act == "list":
        return _list(path)
    acts: dict[str, Callable[[argparse.Namespace, Config, Path], str]] = {
        "add": _add, "change": _change, "disable": _disable, "enable": _enable, "password": _password,
    }  # fmt: skip
    print(acts[args.act](args, config, path))
    return 0


def _list(path: Path) -> int:
    if not path.exists():
        print(f"no accounts ({path}): whoever [console] person names sits at each position")
        return 0
    for held in read(path):
        account = held.account
        limits = [f"classes {''.join(sorted(account.classes))}" if account.classes else "",
                  f"areas {', '.join(sorted(account.areas))}" if account.areas else "",
                  "disabled" if account.is_disabled else ""]  # fmt: skip
        print(f"{account.person:<16} {account.role:<11} {account.name}  {'; '.join(filter(None, limits))}".rstrip())
    return 0


def _add(args: argparse.Namespace, config: Config, path: Path) -> str:
    if not is_name(args.person):
        raise BackendError(f"{args.person!r} is no name to sign in with: one word of up to 40 characters")
    account = _narrowed(Account(args.person, args.name or args.person, Role(args.role)), args, config)
    if path.exists() and any(held.account.person == args.person for held in read(path)):
        raise BackendError(f"{args.person} is there already: `people change` or `people password` alters an account")
    is_first = not path.exists()
    new = Held(account, hashed(_secret(args.password)))
    edited(path, lambda held: (*held, new))
    hint = "; consoles ask for it from their next start on" if is_first else ""
    return f"{args.person} may sign in as {args.role}{hint}"


def _change(args: argparse.Namespace, config: Config, path: Path) -> str:
    def edit(account: Account) -> Account:
        account = replace(account, role=Role(args.role)) if args.role else account
        account = replace(account, name=args.name) if args.name else account
        return _narrowed(account, args, config)

    _edit(path, args.person, edit)
    return f"{args.person} is changed"


def _disable(args: argparse.Namespace, _config: Config, path: Path) -> str:
    _edit(path, args.person, lambda account: replace(account, is_disabled=True))
    return f"{args.person} may not sign in any more"


def _enable(args: argparse.Namespace, _config: Config, path: Path) -> str:
    _edit(path, args.person, lambda account: replace(account, is_disabled=False))
    return f"{args.person} may sign in again"


def _password(args: argparse.Namespace, _config: Config, path: Path) -> str:
    _edit(path, args.person, lambda account: account)  # known, before anything is typed
    new = hashed(_secret(args.password))
    edited(path, lambda held: tuple(replace(o, password=new) if o.account.person == args.person else o for o in held))
    return f"{args.person} has a new password"


def _edit(path: Path, person: str, edit: Callable[[Account], Account]) -> None:
    def one(held: Held) -> Held:
        return replace(held, account=edit(held.account)) if held.account.person == person else held

    def all_of_them(there: tuple[Held, ...]) -> tuple[Held, ...]:
        if person not in {held.account.person for held in there}:
            raise BackendError(f"nobody is called {person} in {path}")
        return tuple(map(one, there))

    if not path.exists():
        raise BackendError(f"there are no accounts in {path}")
    edited(path, all_of_them)


def _narrowed(account: Account, args: argparse.Namespace, config: Config) -> Account:
    """With the classes and areas that were given. Raises BackendError for those the site does not know."""
    if args.classes is not None:
        letters = "" if args.classes == ALL else args.classes.upper()
        _known(set(letters), set(AlarmClass), "class of alarms")
        account = replace(account, classes=frozenset(map(AlarmClass, letters)))
    if args.areas is not None:
        areas = [] if args.areas == ALL else [area.strip() for area in args.areas.split(",") if area.strip()]
        loaded, _warnings = site.load(config.site)
        _known(set(areas), {building.id for building in loaded.buildings} | {zone.id for zone in loaded.zones}, "area")
        account = replace(account, areas=frozenset(map(BuildingId, areas)))
    return account


def _known(given: Collection[str], known: Collection[str], what: str) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise BackendError(f"{', '.join(unknown)} is no {what}: there are {', '.join(sorted(known))}")


def _secret(reference: str | None) -> str:
    """From where the reference points, else typed twice. Raises BackendError."""
    if reference is not None:
        if not is_reference(reference):
            raise BackendError("--password says where the password is: env:NAME, file:PATH or keyring:NAME")
        return resolve(reference)
    if not sys.stdin.isatty():
        raise BackendError("there is no terminal to ask for the password: give --password file:PATH")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise BackendError("the two passwords differ")
    return first
