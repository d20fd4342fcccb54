"""What could not be committed, on the local disk: a kill while the journal is away takes nothing. Store thread.

One JSON line for each append. Whoever starts next on this file commits what is in it.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from console.backends.store.rows import Prepared, Waiting, prepare
from console.journal import Entry
from console.model import By, Domain

log = logging.getLogger(__name__)

UNREAD = ".unread"  # behind the name of the file: lines of it that nobody could read


class Spool:
    """`path` None: nothing is kept beyond this process."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._is_empty = path is None or not path.exists()
        self._failed = False
        self._is_left = False
        self._unread: list[bytes] = []

    @property
    def is_empty(self) -> bool:
        return self._is_empty

    def keep(self, group: Sequence[Waiting]) -> None:
        """On the disk when this returns, unless the disk is the trouble: then it stays in memory alone."""
        lines = [_line(waiting) for waiting in group if waiting.entries]
        if self._path is None or not lines:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "ab") as file:
                file.write((_mended(descriptor) + "".join(lines)).encode())
                file.flush()
                os.fsync(file.fileno())
            self._is_empty = False
        except OSError as error:
            if not self._failed:
                log.error("what waits for the journal is in memory alone: %s", error)
            self._failed = True

    def left(self) -> list[Prepared]:
        """What an earlier run could not commit, in its order; a line the kill cut short is none. Raises OSError."""
        if self._path is None or self._is_empty:
            return []
        found: list[Prepared] = []
        self._unread = []
        for line in self._path.read_bytes().split(b"\n"):
            try:
                found += [prepare(_entry(fields)) for fields in json.loads(line)] if line else []
            except (ValueError, TypeError, KeyError) as error:
                log.error("a line of %s cannot be read: %s", self._path, error)
                self._unread.append(line)
        return found

    def leave_it(self) -> None:
        """What is in it could not be committed now: it stays, whatever this run adds and commits."""
        log.warning("what an earlier run could not commit waits for another start: %s", self._path)
        self._is_left = True

    def clear(self) -> None:
        """All of it is in the journal, but for what nobody could read: that is put aside for a person to look at."""
        if self._is_empty or self._is_left or self._path is None:
            return
        try:
            self._put_aside(self._path)
            self._path.unlink(missing_ok=True)
            self._is_empty, self._failed = True, False
        except OSError as error:
            log.error("%s: %s", self._path, error)  # what is in it will be found in the journal and dropped

    def _put_aside(self, path: Path) -> None:
        if self._unread:
            aside = path.with_name(path.name + UNREAD)
            with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
                file.writelines(line + b"\n" for line in self._unread)
            log.error("what could not be read is in %s", aside)
        self._unread = []


def _mended(descriptor: int) -> str:
    """What has to stand between the file's end and a new line: a full disk or a kill may have torn the last one."""
    size = os.fstat(descriptor).st_size
    return "\n" if size and os.pread(descriptor, 1, size - 1) != b"\n" else ""


def _line(waiting: Waiting) -> str:
    return json.dumps([asdict(prepared.entry) for prepared in waiting.entries], ensure_ascii=False, default=dict) + "\n"


def _entry(fields: dict[str, Any]) -> Entry:
    return Entry(**{**fields, "domain": Domain(fields["domain"]), "by": By(**fields["by"])})
