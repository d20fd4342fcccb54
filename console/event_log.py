"""The event log's file, written by a thread of its own: the desk thread never waits for a disk.

Lines keep their order. A disk that is full or gone costs lines of this log, never an alarm: the journal is the record.
"""

from __future__ import annotations

import logging
import queue
import threading
from typing import IO

log = logging.getLogger(__name__)

STOP_S = 2.0


class EventLog:
    """Looks like a text file to the Announcer. `close` writes what waits."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._failing = False
        self._thread = threading.Thread(target=self._run, name="event-log", daemon=True)
        self._thread.start()

    def write(self, line: str) -> None:
        self._lines.put(line)

    def close(self) -> None:
        """Write what waits, for at most two seconds."""
        self._lines.put(None)
        self._thread.join(STOP_S)

    def _run(self) -> None:
        while (line := self._lines.get()) is not None:
            try:
                self._file.write(line)
                if self._lines.empty():
                    self._file.flush()
            except OSError as error:
                self._say_once(error)
            else:
                self._failing = False

    def _say_once(self, error: OSError) -> None:
        if not self._failing:
            log.error("the event log cannot be written: %s", error.strerror)
        self._failing = True
