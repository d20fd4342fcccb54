"""What a test asks of a journal from outside: its alarms, whether it holds, and to be locked for a while."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.journal import Entry
from tests.sources import ROOT


def entries(data: Path) -> list[Entry]:
    """Everything in the journal of that data folder, in order of commit."""
    return [recorded.entry for chunk in JournalReader(data / JOURNAL_FILE).chunks() for recorded in chunk]


def raised(data: Path, alarm_class: str = "F") -> Counter[str]:
    """How often each alarm stream of that class was raised."""
    found = (e for e in entries(data) if e.kind == "AlarmRaised" and e.data["alarm_class"] == alarm_class)
    return Counter(entry.stream for entry in found)


def assert_verifies(data: Path) -> None:
    """`main.py verify` walks every chain and finds nothing wrong."""
    command = [sys.executable, "main.py", "verify", "--data", str(data)]
    verdict = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@contextmanager
def locked(data: Path, seconds: float) -> Iterator[subprocess.Popen[str]]:
    """Another process holds the journal's write lock from here on, for all of that time; the block ends after it."""
    command = [sys.executable, "-m", "tests.system.lock_journal", str(data / JOURNAL_FILE), str(seconds)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        yield holder
        holder.wait(seconds + 30)
