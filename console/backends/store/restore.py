"""A backup put back: into a data folder without a journal, or an empty database. Nothing is written over."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

from console.backends.store import migrate
from console.backends.store.copying import copy_in
from console.backends.store.database import Database
from console.backends.store.manifest import Held, Manifest
from console.backends.store.recordings import digest_of
from console.errors import StoreError

Elsewhere = Callable[[str], bool]  # whether the file of this path is put back by somebody else


def put_back(
    manifest: Manifest, backup: Path, data: Path, journal: Database, elsewhere: Elsewhere = lambda _path: False
) -> int:
    """Files first, the journal last: a start in between finds none. Returns how many files. Raises StoreError, OSError.

    `backup` was judged by the caller.
    """
    if manifest.revision > migrate.HEAD:
        raise StoreError(f"{backup} was made by a newer Watchroom (revision {manifest.revision}): use that version")
    _make_sure_nobody_runs(data)
    if journal.file is not None and journal.file.exists():
        raise StoreError(f"there is a journal at {journal.name}: move it away first, with its -wal and -shm")
    if journal.file is not None:
        _make_sure_nothing_is_left_of(journal.file)
    missing = [held for held in manifest.files if not elsewhere(held.path) and not _is_there(data, held)]
    for held in missing:
        _make_sure_nothing_is_left_of(data / held.path)
    for held in missing:
        _copy(backup, data, held)
    copy_in(backup / manifest.journal.path, journal)
    return len(missing)


def _make_sure_nothing_is_left_of(file: Path) -> None:
    """SQLite pours a log it finds beside a file into it, whichever file it was the log of. Raises StoreError."""
    for log in (file.with_name(f"{file.name}{end}") for end in ("-wal", "-shm", "-journal")):
        if log.exists():
            raise StoreError(f"{log} is left of another {file.name}: move it away first")


def _is_there(data: Path, held: Held) -> bool:
    """Raises StoreError when another file has its name."""
    path = data / held.path
    if not path.exists():
        return False
    if path.is_file() and digest_of(path) == held.sha256:
        return True
    raise StoreError(f"{path} is another file than the one in the backup: move it away first")


def _copy(backup: Path, data: Path, held: Held) -> None:
    target = data / held.path
    if not target.resolve().is_relative_to(data.resolve()):
        raise StoreError(f"{held.path} does not lie in the data folder")
    if not (backup / held.path).is_file():
        return  # whoever restores a damaged backup has been told
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    shutil.copy2(backup / held.path, part)
    part.replace(target)


def _make_sure_nobody_runs(data: Path) -> None:
    """Each console holds a lock of its position's name. Raises StoreError."""
    for lock in sorted(data.glob("*.lock")):
        with lock.open("a") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreError(f"position {lock.stem} is running on {data}: end it first") from None
