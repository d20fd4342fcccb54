"""`main.py verify`: walks the journal's hash chains, checks its seals and reads the recordings it names.

Changes nothing, and may run while consoles write.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.backends.store.recordings import DROPPED, KINDS, Damage, Named, Spoilt, check, elsewhere, named_in
from console.config.paths import is_folder
from console.config.secrets import fill
from console.errors import BackendError, WatchroomError
from console.sealing import Flaw, Weighed, fingerprint
from console.sealing.folder import FOLDER
from console.sealing.keys import public_of
from console.sealing.trial import Trial
from console.verify import Broken, Verdict

WHOLE, BROKEN = 0, 1

MEANING = {
    Broken.ALTERED: "its content was altered after it was written",
    Broken.HASH: "its hash was changed after it was written",
    Broken.PREV: "it does not follow from the entry before it; one of the two was replaced",
    Broken.GAP: "the entry is missing",
    Broken.DUPLICATE: "its number was there before, or entries changed places",
    Broken.TRUNCATED: "the end of the chain is missing from here on",
    Broken.BEYOND: "it was added behind the end its writer left",
    Broken.ANCHOR: "a later start wrote down another hash for it: the chain was written anew",
    Broken.SEAL: "another hash was signed for it: the chain was written anew",
}
FLAWED = {
    Flaw.SIGNATURE: "it is not the text that was signed",
    Flaw.KEY: "it was signed with a key nobody vouches for",
    Flaw.UNREADABLE: "it is signed, and no seal of this program",
    Flaw.MISSING: "the seal it follows is missing",
}
SPOILT = {
    Damage.MISSING: "the file is not there",
    Damage.CHANGED: "the file holds something else than what was recorded",
    Damage.UNREADABLE: "the file cannot be read",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--data", type=Path, metavar="DIR", help=f"data folder; the journal is DIR/{JOURNAL_FILE}")
    which.add_argument("--journal", metavar="FILE", help="a journal file or database URL, its password as env:NAME")
    parser.add_argument(
        "--seals", type=Path, metavar="DIR", help=f"where copies of the seals lie (default: DATA/{FOLDER})"
    )
    parser.add_argument(
        "--public-key", type=Path, action="append", default=[], metavar="FILE",
        help="trust only seals of this key (may be repeated); else those that lie beside the seals",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Print what was found; 0 when chains, seals and recordings are whole, 1 when not or when they cannot be read."""
    try:
        folder = args.seals or (args.data / FOLDER if args.data else None)
        if args.seals and not is_folder(args.seals):
            raise BackendError(f"there is no folder {args.seals}: give the one the seals were copied to")
        seals = Trial(folder, [public_of(path) for path in args.public_key])
        reader = JournalReader(fill(args.journal) if args.journal else args.data / JOURNAL_FILE)
        verdict = reader.verify(weighed=seals.weigh)
        named = named_in(reader.readable(*KINDS, DROPPED)) if args.data else []
    except WatchroomError as error:
        print(error, file=sys.stderr)
        return BROKEN
    _print(verdict)
    _print_seals(seals.weighed)
    spoilt = _recordings(named, args.data) if args.data else []
    return WHOLE if verdict.is_whole and not spoilt and not seals.weighed.flaws else BROKEN


def _print(verdict: Verdict) -> None:
    print(f"{verdict.entries} entries by {len(verdict.heads)} writers")
    broken = {fault.writer for fault in verdict.faults}
    for head in verdict.heads:
        if head.writer not in broken:
            print(f"whole: {head.writer} #{head.seq} {head.hash}")
    for fault in verdict.faults:
        print(f"BROKEN: {fault} ({MEANING[fault.what]})")


def _print_seals(weighed: Weighed) -> None:
    if weighed.seals:
        print(f"{weighed.seals} seals, key {', '.join(map(fingerprint, weighed.keys))}")
    for flaw in weighed.flaws:
        print(f"SEAL {flaw.what.upper()}: {flaw.name} ({FLAWED[flaw.what]})")


def _recordings(named: list[Named], data: Path) -> list[Spoilt]:
    """Say what became of each file; returns the spoilt ones."""
    away = elsewhere(named, data)
    here = [one for one in named if one.position not in away]
    spoilt = list(check(here, data))
    if here:
        print(f"{len(here)} recordings, {len(here) - len(spoilt)} as they were recorded")
    for position in sorted(away):
        count = sum(one.position == position for one in named)
        print(f"{count} recordings of {position} lie in its own data folder: verify them there")
    for one in spoilt:
        print(f"RECORDING {one.what.upper()}: {one.path} ({SPOILT[one.what]})")
    return spoilt
