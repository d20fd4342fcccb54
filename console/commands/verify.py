"""`main.py verify`: walks the journal's hash chains and reads the clips it names; changes nothing.

Also while consoles write to both.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from console.backends.store.clips import SAVED, Damage, Spoilt, check, named_in
from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.config.secrets import fill
from console.errors import WatchroomError
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


def run(args: argparse.Namespace) -> int:
    """Print what was found; 0 when every chain and every clip is whole, 1 when not or when it cannot be read."""
    try:
        where = fill(args.journal) if args.journal else args.data / JOURNAL_FILE
        reader = JournalReader(where)
        verdict = reader.verify()
        clips = list(named_in(reader.of_kind(SAVED))) if args.data else []
    except WatchroomError as error:
        print(error, file=sys.stderr)
        return BROKEN
    _print(verdict)
    spoilt = list(check(clips, args.data)) if args.data else []
    _print_clips(len(clips), spoilt)
    return WHOLE if verdict.is_whole and not spoilt else BROKEN


def _print(verdict: Verdict) -> None:
    print(f"{verdict.entries} entries by {len(verdict.heads)} writers")
    broken = {fault.writer for fault in verdict.faults}
    for head in verdict.heads:
        if head.writer not in broken:
            print(f"whole: {head.writer} #{head.seq} {head.hash}")
    for fault in verdict.faults:
        print(f"BROKEN: {fault} ({MEANING[fault.what]})")


def _print_clips(count: int, spoilt: list[Spoilt]) -> None:
    if count:
        print(f"{count} clips, {count - len(spoilt)} as they were recorded")
    for clip in spoilt:
        print(f"CLIP {clip.what.upper()}: {clip.path} ({SPOILT[clip.what]})")
