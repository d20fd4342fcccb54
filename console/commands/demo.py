"""`main.py demo`: the whole console on the demo site, with real cameras, sensors and a broker of its own."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from console.backends.people import ACCOUNTS_FILE, Held, edited, hashed
from console.commands import run as run_command
from console.config.read import load
from console.hosting import SITE
from console.sim import people

DEMO_SITE = run_command.ROOT / "resources" / "demo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    run_command.add_arguments(parser)
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same day")
    parser.add_argument(
        "--join", type=Path, metavar="DIR", help="a second console of the demo whose --data is DIR; give a --position"
    )
    parser.add_argument("--quiet", action="store_true", help="no story: nothing happens by itself")


def run(args: argparse.Namespace) -> int:
    config = load(args.config)
    changed = (args.join or args.data or run_command.default_data(True)).absolute() / SITE
    config = replace(
        config, site=changed if changed.is_dir() else DEMO_SITE, people=replace(config.people, accounts="")
    )
    if args.join is None:
        _invite((args.data or run_command.default_data(True)).absolute())
    config = replace(config, clock=replace(config.clock, ntp=False))  # many a machine cannot say it is kept
    args.person = args.person or people.seated(args.position or config.console.position)
    return run_command.open_room(args, config, demo=True)


def _invite(data: Path) -> None:
    """The demo's accounts, made anew where they or their passwords are gone, and what to type. Raises BackendError."""
    accounts, written = data / ACCOUNTS_FILE, data / people.PASSWORDS_FILE
    words = people.read_back(written) if accounts.exists() else {}
    if not words:
        guests = people.invited()
        held = tuple(Held(guest.account, hashed(guest.password)) for guest in guests)
        edited(accounts, lambda _before: held)
        people.write_down(written, guests)
        words = {guest.account.person: guest.password for guest in guests}
    told = "   ".join(f"{person} {password}" for person, password in words.items())
    print(f"people of the demo and their passwords: {told}", flush=True)
