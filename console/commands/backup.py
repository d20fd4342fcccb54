"""`main.py backup`: the journal and everything it vouches for, copied while consoles run, and read again.

Meant for a timer of the system. Only a backup that was read again and found whole gives exit code 0.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from console.backends.store.backup import judge, make, remember
from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.store.manifest import Manifest
from console.clock import Clock
from console.commands.belongings import Belongings
from console.config.read import load
from console.config.secrets import fill
from console.errors import BackendError

ROOT = Path(__file__).resolve().parents[2]
NICE = 10  # alarms come first
WHOLE, BROKEN = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="data folder of the console")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="where backups lie; a new folder is made there"
    )
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")
    parser.add_argument("--journal-only", action="store_true", help="nothing but the journal")
    parser.add_argument("--without-history", action="store_true", help="leave out what was measured")
    parser.add_argument("--with-key", action="store_true", help="the key that seals, too: whoever has it can forge")
    parser.add_argument(
        "--key-password", default="", metavar="REF", help="lock that key: env:NAME, file:PATH or keyring:NAME"
    )


def run(args: argparse.Namespace) -> int:
    """Print what was backed up and what is wrong with it. Raises WatchroomError."""
    os.nice(NICE)
    config = load(args.config)
    url = config.store.url
    things = Belongings(config, args.data, _say)
    wanted = things.gather(
        history=not (args.journal_only or args.without_history), key=args.with_key, password=args.key_password
    )
    source = Database.at(fill(url) if url else args.data / JOURNAL_FILE)
    try:
        made = make(
            source, args.data, args.to, Clock().now_ms(), _say, only_journal=args.journal_only, beside=wanted
        )  # fmt: skip
        if args.with_key:
            print(things.about_key(made))
        manifest, is_whole = report(made)
        if is_whole and not args.journal_only:
            remember(args.data, manifest.made_ms)
    except OSError as error:
        raise BackendError(f"the backup cannot be written to {args.to}: {error.strerror or error}") from error
    return WHOLE if is_whole else BROKEN


def report(folder: Path) -> tuple[Manifest, bool]:
    """Read a backup again and print what was found; whether it is whole. Raises WatchroomError."""
    manifest, judged = judge(folder)
    print(f"{folder}: {judged.verdict.entries} entries, {len(manifest.files)} files, {judged.seals.seals} seals")
    for trouble in judged.troubles():
        print(f"BROKEN: {trouble}")
    return manifest, judged.is_whole


def _say(text: str) -> None:
    if sys.stderr.isatty():
        print(text, end="\r", file=sys.stderr)
