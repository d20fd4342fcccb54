"""`main.py proofs`: when the alarm path of each detector was proven last, as a table; also while consoles run.

Exit code 0: no detector is owed a proof; 1: some failed or are overdue.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from console import site
from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.clock import Clock
from console.config.read import load as load_config
from console.config.schema import Config
from console.config.secrets import fill
from console.errors import BackendError
from console.model import LIVE
from console.proving import Obligation, Plan, Register, as_csv
from console.proving.proofs import is_proof

ROOT = Path(__file__).resolve().parents[2]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--data", type=Path, metavar="DIR", help=f"data folder; the journal is DIR/{JOURNAL_FILE}")
    which.add_argument("--journal", metavar="FILE", help="a journal file or database URL, its password as env:NAME")
    parser.add_argument("--out", type=Path, metavar="FILE", help="a CSV file (default: standard output)")


def run(args: argparse.Namespace) -> int:
    """Write the table; how many are owed goes to standard error. Raises WatchroomError."""
    config = load_config(args.config)
    where = fill(args.journal) if args.journal else args.data / JOURNAL_FILE
    obligations = _obligations(config, JournalReader(where))
    _write(args.out, as_csv(obligations))
    owed = sum(each.is_owed for each in obligations)
    print(f"{len(obligations)} detectors, {owed} owed", file=sys.stderr)
    return 1 if owed else 0


def _obligations(config: Config, reader: JournalReader) -> tuple[Obligation, ...]:
    known, _warnings = site.load(config.site)
    register = Register(Clock(), Plan(config.proving), known.points, lambda _entries: None)
    for recorded in reader.open_streams(LIVE):
        if is_proof(recorded.entry):
            register.follow(recorded.entry)
    return register.obligations()


def _write(out: Path | None, table: bytes) -> None:
    if out is None:
        sys.stdout.buffer.write(table)
        return
    try:
        out.write_bytes(table)
    except OSError as error:
        raise BackendError(f"{out} cannot be written: {error.strerror}") from error
