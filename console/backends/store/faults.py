"""What can be wrong with a database, as codes and as sentences for a person."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from sqlalchemy.exc import DBAPIError, IntegrityError

from console.errors import StoreError


class Reason(StrEnum):
    """Why the journal cannot be written; `LinkDown.reason` carries it."""

    LOCKED = "locked"  # another program holds the database
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    CORRUPT = "corrupt"
    AWAY = "away"  # the database server cannot be reached
    IO = "io"
    ERROR = "error"  # none of these: a bug of ours; the log has the traceback


SENTENCES = {
    Reason.LOCKED: "another program holds the journal locked; close it or wait for it to finish",
    Reason.DISK_FULL: "the disk is full; free some space",
    Reason.READ_ONLY: "the journal or its folder cannot be written; check owner, permissions and mount options",
    Reason.CORRUPT: "the file is damaged or is not a journal; keep it and restore a backup",
    Reason.AWAY: "the database server cannot be reached; check that it runs, its address and the account",
    Reason.IO: "the journal cannot be read or written; check the disk and the path",
    Reason.ERROR: "an error of the program; the log has the details",
}

SQLITE = {
    sqlite3.SQLITE_BUSY: Reason.LOCKED,
    sqlite3.SQLITE_LOCKED: Reason.LOCKED,
    sqlite3.SQLITE_FULL: Reason.DISK_FULL,
    sqlite3.SQLITE_READONLY: Reason.READ_ONLY,
    sqlite3.SQLITE_PERM: Reason.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Reason.CORRUPT,
    sqlite3.SQLITE_NOTADB: Reason.CORRUPT,
}
POSTGRESQL = {  # SQLSTATE
    "53100": Reason.DISK_FULL,
    "25006": Reason.READ_ONLY,
    "55P03": Reason.LOCKED,
    "40001": Reason.LOCKED,
    "40P01": Reason.LOCKED,
}
SYSTEM = {
    errno.ENOSPC: Reason.DISK_FULL,
    errno.EDQUOT: Reason.DISK_FULL,
    errno.EACCES: Reason.READ_ONLY,
    errno.EPERM: Reason.READ_ONLY,
    errno.EROFS: Reason.READ_ONLY,
}


def reason_of(error: BaseException) -> Reason:
    """The code for what a database driver, SQLAlchemy or the file system raised."""
    if isinstance(error, IntegrityError):
        return Reason.LOCKED  # another writer was between our look and our insert: look again
    if isinstance(error, DBAPIError) and error.orig is not None:
        return reason_of(error.orig)
    if isinstance(error, sqlite3.Error):
        return SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, Reason.IO)
    if isinstance(error, OSError):
        return SYSTEM.get(error.errno or 0, Reason.IO)
    if isinstance(error, DBAPIError) or hasattr(error, "sqlstate"):
        return POSTGRESQL.get(getattr(error, "sqlstate", None) or "", Reason.AWAY)
    return Reason.ERROR


def detail_of(error: BaseException) -> str:
    """The driver's own first line, without statement and values."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return str(cause).split("\n", 1)[0]


@contextmanager
def named(doing: str, where: str) -> Iterator[None]:
    """Turn what the driver or the file system raises into a StoreError that says what to do about it."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        reason = reason_of(error)
        raise StoreError(f"{doing} {where}: {SENTENCES[reason]} ({reason}: {detail_of(error)})") from error
