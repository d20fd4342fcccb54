"""`main.py export`: the journal as JSON lines, one entry a line in the order of commit; also while consoles write.

Each line carries everything its hash is taken over, so that a chain can be checked without the database.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.clock import iso_ms
from console.config.secrets import fill
from console.errors import BackendError
from console.journal import Entry, Json, Recorded, by_text

NICE = 10  # alarms come first
Write = Callable[[str], object]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--data", type=Path, metavar="DIR", help=f"data folder; the journal is DIR/{JOURNAL_FILE}")
    which.add_argument("--journal", metavar="FILE", help="a journal file or database URL, its password as env:NAME")
    parser.add_argument("--out", type=Path, metavar="FILE", help="a new file (default: standard output)")
    parser.add_argument(
        "--since", type=_moment, metavar="ISO", help="from this moment on, e.g. 2026-11-20T00:00:00+08:00"
    )
    parser.add_argument("--until", type=_moment, metavar="ISO", help="before this moment")
    parser.add_argument("--kind", action="append", default=[], help="only entries of this kind (may be repeated)")
    parser.add_argument("--stream", default="", metavar="PREFIX", help="only streams whose name begins so, e.g. alarm/")
    parser.add_argument("--domain", default="", help="only this domain: live, or drill:ID")


def run(args: argparse.Namespace) -> int:
    """Write the entries; their number and the file's SHA-256 go to standard error. Raises WatchroomError."""
    os.nice(NICE)
    reader = JournalReader(fill(args.journal) if args.journal else args.data / JOURNAL_FILE)
    count = 0
    with _opened(args.out) as write:
        for recorded in _wanted(reader, args):
            write(line_of(recorded))
            count += 1
    print(f"{count} entries", file=sys.stderr)
    return 0


def line_of(recorded: Recorded) -> str:
    """One entry as a line of JSON; `t` is `t_ms` for people, everything else as it is hashed."""
    entry = recorded.entry
    facts: dict[str, Json] = {
        "t": iso_ms(entry.t_ms), "writer": recorded.writer, "seq": recorded.seq, "t_ms": entry.t_ms,
        "domain": entry.domain, "stream": entry.stream, "version": entry.version, "kind": entry.kind, "kv": entry.kv,
        "by": json.loads(by_text(entry.by)), "cause": entry.cause, "data": dict(entry.data),
        "prev": recorded.prev, "hash": recorded.hash,
    }  # fmt: skip
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n"


def _wanted(reader: JournalReader, args: argparse.Namespace) -> Iterator[Recorded]:
    for chunk in reader.chunks():
        yield from (recorded for recorded in chunk if _is_wanted(recorded.entry, args))


def _is_wanted(entry: Entry, args: argparse.Namespace) -> bool:
    is_late_enough = args.since is None or entry.t_ms >= args.since
    is_early_enough = args.until is None or entry.t_ms < args.until
    is_of = (not args.kind or entry.kind in args.kind) and args.domain in ("", entry.domain)
    return is_late_enough and is_early_enough and is_of and entry.stream.startswith(args.stream)


def _moment(text: str) -> int:
    """Epoch ms; a moment without an offset is UTC. Raises ArgumentTypeError."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no moment: write it like 2026-11-20T08:00:00+08:00") from None
    return round((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() * 1000)


@contextmanager
def _opened(path: Path | None) -> Iterator[Write]:
    """A file appears when it is complete, and never over another one. Raises BackendError."""
    if path is None:
        yield lambda line: _put(sys.stdout.buffer, line)
        return
    if path.exists():
        raise BackendError(f"{path} is there already: give another --out")
    part, digest = path.with_name(f"{path.name}.part"), hashlib.sha256()
    try:
        with part.open("wb") as file:
            yield lambda line: digest.update(_put(file, line))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise BackendError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):  # it may never have been there
            part.unlink()
    print(f"{path}: sha256 {digest.hexdigest()}", file=sys.stderr)


def _put(file: IO[bytes], line: str) -> bytes:
    """Bytes that were no UTF-8 in the database come out as they were."""
    raw = line.encode("utf-8", "surrogateescape")
    file.write(raw)
    return raw
