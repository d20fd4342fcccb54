"""The last lines of standard error, kept in memory the guardian can read when the console is gone. Any thread.

Not a pipe through the guardian: a console must neither die with it nor wait for it.
"""

from __future__ import annotations

import io
import os
import threading
from typing import TextIO

KEPT = 32 * 1024  # bytes; up to twice as much stands there


class LastWords(io.TextIOBase):
    """Takes the place of `sys.stderr`: writes through, and remembers."""

    def __init__(self, through: TextIO, memory: int) -> None:
        self._through = through
        self._memory = memory
        self._size = 0
        self._lock = threading.RLock()  # a finalizer may have something to say while we write

    @property
    def encoding(self) -> str:  # type: ignore[override]  # the stream's own says str too
        return self._through.encoding

    def write(self, text: str) -> int:
        with self._lock:
            self._remember(text.encode("utf-8", "replace"))
        return self._through.write(text)

    def _remember(self, data: bytes) -> None:
        if self._size + len(data) > 2 * KEPT:
            end = os.pread(self._memory, KEPT, max(0, self._size - KEPT))
            os.ftruncate(self._memory, 0)
            self._size = os.pwrite(self._memory, end, 0)
        self._size += os.pwrite(self._memory, data[-KEPT:], self._size)

    def flush(self) -> None:
        self._through.flush()

    def fileno(self) -> int:
        return self._through.fileno()

    def isatty(self) -> bool:
        return self._through.isatty()

    def writable(self) -> bool:
        return True
