"""The file behind the receipts: its tables, its pragmas, its lock, and what an error of it means."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

VERSION = 1

# `payload` is the last column: looking for waiting rows then never reads the pages a long payload spills into.
SCHEMA = """
CREATE TABLE IF NOT EXISTS receipt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    handled INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    mid INTEGER NOT NULL,
    qos INTEGER NOT NULL,
    retained INTEGER NOT NULL,
    dup INTEGER NOT NULL,
    size INTEGER NOT NULL,
    topic TEXT NOT NULL,
    error TEXT NOT NULL,
    payload BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS note (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class Fault(StrEnum):
    """Why the spool cannot be written; shown to the operator and explained by `doctor`."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    IN_USE = "in_use"  # another process of this position has it open
    UNREACHABLE = "unreachable"  # the folder or file cannot be opened
    DAMAGED = "damaged"
    INPUT_OUTPUT = "io_error"


FAULTS = {
    sqlite3.SQLITE_FULL: Fault.DISK_FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_CANTOPEN: Fault.UNREACHABLE,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
}


def fault_of(error: sqlite3.Error | OSError) -> Fault:
    """What the operator has to know about a failed read or write of the spool."""
    if isinstance(error, BlockingIOError):  # the lock file is held
        return Fault.IN_USE
    if isinstance(error, OSError):
        return Fault.UNREACHABLE
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # extended codes carry the primary one in the low byte
    return FAULTS.get(code, Fault.INPUT_OUTPUT)


@dataclass(slots=True)
class Spool:
    """The open database and the lock that keeps a second process of the same position out."""

    db: sqlite3.Connection
    lock: int

    def close(self) -> None:
        self.db.close()
        os.close(self.lock)


def open_spool(path: Path) -> Spool:
    """Open or create the spool file. Raises OSError or sqlite3.Error; nothing stays open then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return Spool(_connect(path), lock)
    except (OSError, sqlite3.Error):
        os.close(lock)
        raise


def _connect(path: Path) -> sqlite3.Connection:
    # No busy time-out: the feed's thread tries again by itself and serves the broker in between.
    db = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        path.chmod(0o600)  # messages may tell who is at home
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")  # an acknowledged message must survive a power cut
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise sqlite3.DatabaseError(f"the spool was written by a newer version ({version} > {VERSION})")
        if version < VERSION:
            db.executescript(f"BEGIN IMMEDIATE;{SCHEMA}PRAGMA user_version={VERSION};COMMIT;")
    except (OSError, sqlite3.Error):
        db.close()
        raise
    return db


def put_away(path: Path, now_ms: int) -> Path:
    """Move a damaged spool aside, for whoever examines it, so that messages can be received again."""
    aside = path.with_name(f"{path.name}.damaged-{now_ms}")
    path.rename(aside)
    for suffix in ("-wal", "-shm"):
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + suffix))
    return aside
