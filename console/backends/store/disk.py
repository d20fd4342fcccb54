"""What was committed on its way to the disk: synced beside the lock, not under it. A thread of its own.

SQLite in its surest mode syncs a commit while it holds the write lock, and shows it to others only after that: two
consoles on one file then wait for each other's disk. Here a commit is seen by the other console at once, and is
called saved after a sync that began after it. The log is one file and is recovered up to its first gap, so whatever
the other console built on an entry is never kept without that entry.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

log = logging.getLogger(__name__)

synced = getattr(os, "fdatasync", os.fsync)  # macOS has no fdatasync


class Disk:
    """`ask`, `settled` and `mend` belong to the store thread. `file` None: a home that sees to it by itself."""

    def __init__(self, file: Path | None, nudge: Callable[[], None]) -> None:
        """`nudge` is called after each sync, on the thread that syncs."""
        self._log = Path(f"{file}-wal") if file is not None else None
        self._nudge = nudge
        self._changed = threading.Condition()
        self._asked = self._done = 0
        self._error: OSError | None = None
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="journal disk", daemon=True)

    @property
    def is_needed(self) -> bool:
        """Whether commits have to be synced here."""
        return self._log is not None

    def ask(self) -> int:
        """A sync that begins from now on, by its number."""
        if self._log is None:
            return 0
        if self._thread.ident is None:
            self._thread.start()
        with self._changed:
            self._asked += 1
            self._changed.notify_all()
            return self._asked

    def settled(self) -> int:
        """Whatever was asked for up to this number is on the disk. Raises OSError when the last sync failed."""
        with self._changed:
            if self._error is not None:
                raise self._error
            return self._done

    def wait(self, number: int, for_s: float) -> None:
        """Until that one is over or has failed, but no longer."""
        with self._changed:
            self._changed.wait_for(lambda: self._done >= number or self._error is not None, for_s)

    def mend(self, connection: Connection) -> bool:
        """After a failed sync the system may have forgotten what it did not write: all of it goes into the file itself.

        Whether it did; a reader may be in the way. Raises DBAPIError.
        """
        driver: Any = connection.connection.driver_connection
        is_busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        with self._changed:
            if not is_busy:
                self._error, self._done = None, self._asked
        return not is_busy

    def close(self) -> None:
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while (number := self._next()) is not None:
            error = self._sync()
            with self._changed:
                self._error = error
                self._done = self._done if error is not None else number
                self._changed.notify_all()
            self._nudge()

    def _next(self) -> int | None:
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_closed or (self._asked > self._done and self._error is None)
            )  # fmt: skip
            return None if self._is_closed else self._asked

    def _sync(self) -> OSError | None:
        assert self._log is not None
        try:
            handle = os.open(self._log, os.O_RDONLY | os.O_CLOEXEC)
            try:
                synced(handle)
            finally:
                os.close(handle)
        except OSError as error:
            log.error("the journal cannot be synced: %s", error)
            return error
        return None
