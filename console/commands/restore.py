"""`main.py restore`: a backup, checked, put back into a data folder without a journal or an empty database.

Refused: a backup of a newer version, one that is not what was backed up (unless told otherwise), a place in use.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.store.restore import put_back
from console.commands.backup import report
from console.commands.belongings import Belongings
from console.config.read import load
from console.config.secrets import fill
from console.errors import BackendError

ROOT = Path(__file__).resolve().parents[2]
DONE, BROKEN = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", type=Path, required=True, dest="backup", metavar="DIR", help="a backup")
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="data folder to restore into; without it the backup is only checked"
    )
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")
    parser.add_argument(
        "--key-password", default="", metavar="REF", help="of the key that seals, where the backup holds it locked"
    )
    parser.add_argument("--damaged", action="store_true", help="restore what there is of a backup that is not whole")


def run(args: argparse.Namespace) -> int:
    """Print what was found and what was restored. Raises WatchroomError."""
    manifest, is_whole = report(args.backup)
    if args.data is None:
        return DONE if is_whole else BROKEN
    if not is_whole and not args.damaged:
        print("nothing was restored: --damaged restores what there is")
        return BROKEN
    config = load(args.config)
    url = config.store.url
    things = Belongings(config, args.data, lambda _text: None)
    target = Database.at(fill(url) if url else args.data / JOURNAL_FILE)
    try:
        things.make_sure(args.backup, args.key_password)
        count = put_back(manifest, args.backup, args.data, target, things.takes)
        said = things.put_back(args.backup)
    except OSError as error:
        raise BackendError(f"{args.data} cannot be restored: {error.strerror or error}") from error
    print(f"restored: {manifest.entries} entries, {count} files. {said}")
    return DONE
