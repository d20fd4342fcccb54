"""`main.py seal`: signs where the journal's chains end now, into files that are to be copied elsewhere.

A console seals by itself every day; this is for in between: before the data go to an auditor, or into a safe.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from console import site
from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.store.faults import named
from console.backends.store.sealed import seal
from console.clock import Clock, iso_ms
from console.config.read import load
from console.config.secrets import fill, resolve
from console.errors import StoreError
from console.sealing import SealKey, fingerprint
from console.sealing.folder import FOLDER, file_away
from console.sealing.keys import FILE, kept
from console.sealing.keys import FOLDER as KEYS

ROOT = Path(__file__).resolve().parents[2]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="data folder of the console")
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")


def run(args: argparse.Namespace) -> int:
    """Print what was signed, with which key, and where it lies. Raises WatchroomError."""
    config = load(args.config)
    loaded, _warnings = site.load(config.site)
    url = fill(config.store.url) if config.store.url else args.data / JOURNAL_FILE
    database, now = Database.at(url), iso_ms(Clock().now_ms())
    if database.file is not None and not database.file.is_file():  # before a key is made for it
        raise StoreError(f"there is no journal at {database.name}: give a console's data folder")
    key = SealKey(resolve(config.journal.seal_key) if config.journal.seal_key else kept(args.data / KEYS / FILE))
    with named("reading", database.name), database.reader().connect() as connection:
        statement = seal(connection, loaded.name, now[:10], Clock().now_ms())
    signed = key.sign(statement)
    path = file_away(args.data / FOLDER, f"at-{now[:19].replace(':', '')}Z", signed, key)
    print(f"{len(statement.heads)} chains sealed with key {fingerprint(key.public)}: {path}")
    return 0
