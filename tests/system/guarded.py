"""The real program under its guardian, followed from outside; kills and stops hit the console, not the guardian."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from console.journal import Entry
from tests.system.journal import entries
from tests.system.process import ROOT, START_S, Running
from tests.waiting import wait_until

KEEPER = "tests.system.guard_a_program"
AILING = "tests.system.ailing_console"
CRASHING = "tests.system.crashing_console"


class Guarded(Running):
    """`child` is the guardian; `pid` the console it looks after."""

    def start(self, command: str, *more: str) -> Guarded:
        self.launch(command, *more)
        self.wait_for_console()
        return self

    def launch(self, command: str, *more: str) -> None:
        self._spawn(["main.py", "guard", command, *self._arguments, *more])

    def launch_program(self, *words: str) -> None:
        """A program of the test's own under the guardian of the product."""
        self._spawn(["-m", KEEPER, *words])

    def launch_ailing(self) -> None:
        """A console that ails as soon as a file `block` or `fail` is in its data folder (`ailing_console`)."""
        self.launch_program(AILING, "run", *self._arguments)

    def launch_crashing(self) -> None:
        """Something that beats once, says a password and dies of SIGABRT."""
        self.launch_program(CRASHING, str(self.data))

    def _spawn(self, words: list[str]) -> None:
        with self.stderr.open("ab") as stderr:
            self._child = subprocess.Popen([sys.executable, *words], cwd=ROOT, env=self._env, stderr=stderr)

    @property
    def pid(self) -> int:
        return int(self.runtime().get("pid", 0))

    def wait_for_console(self, not_pid: int = 0) -> int:
        """Another console than that one is ready; returns its process id."""

        def another() -> int:
            status = self.child.poll()
            assert status is None, f"the guardian ended with {status}: {self.last_words()}"
            return self.pid if self.pid != not_pid else 0

        return wait_until(another, START_S, "the console to be ready")

    def signal_console(self, number: signal.Signals) -> tuple[int, float]:
        """Returns the console's process id, and when it was hit (monotonic seconds)."""
        pid = self.pid
        assert pid, "no console is ready"
        os.kill(pid, number)
        return pid, time.monotonic()

    def said(self, pattern: str, timeout: float = 20.0) -> tuple[str, float]:
        """The guardian says it on its standard error: what was found, and when (monotonic seconds)."""
        found = wait_until(lambda: re.search(pattern, self.words()), timeout, f"the guardian to say {pattern!r}")
        return found[0], time.monotonic()

    def words(self) -> str:
        return self.stderr.read_text(errors="replace") if self.stderr.exists() else ""

    def reports(self) -> list[Path]:
        return sorted((self.data / "crashes").glob("*.txt"))

    def report(self, number: int = 0) -> str:
        """The text of a report; waits until it is there."""
        return wait_until(lambda: self.reports()[number:], 10, "the crash report")[0].read_text(encoding="utf-8")

    def journalled(self, kind: str) -> list[Entry]:
        return [entry for entry in entries(self.data) if entry.kind == kind]
