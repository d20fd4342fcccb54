"""Another program at the journal: `python -m tests.system.lock_journal FILE SECONDS` holds its write lock so long.

Says `locked` when it has the lock; it lets go when the time is over.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from contextlib import closing


def main(file: str, seconds: str) -> None:
    with closing(sqlite3.connect(file, timeout=30, isolation_level=None)) as journal:
        journal.execute("BEGIN EXCLUSIVE")
        sys.stdout.write("locked\n")
        sys.stdout.flush()
        threading.Event().wait(float(seconds))
        journal.execute("ROLLBACK")


if __name__ == "__main__":
    main(*sys.argv[1:])
