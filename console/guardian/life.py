"""One life of the console as its guardian sees it: the process, its pulse, and the memory it leaves behind."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from console.guardian import report
from console.guardian.cord import VARIABLE, Cord
from console.guardian.lifeline import SHOW_STACKS
from console.guardian.vitals import vitals
from console.mishaps import Restart

STACKS_LOOKS, STACKS_LOOK_S = 5, 0.1  # a process that is not stopped shows its stacks in less
_CHUNK = 65_536


class Life:
    """Use as a context manager; leaving kills what still runs and lets go of everything."""

    def __init__(self, command: Sequence[str], restart: Restart | None) -> None:
        self.pulse, theirs = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._stacks = os.memfd_create("watchroom-stacks")
        self._words = os.memfd_create("watchroom-words")
        cord = Cord(theirs, self._stacks, self._words, restart)
        try:
            # A process group of its own: Ctrl-C in a terminal reaches the guardian alone, which passes it on once.
            self._process = subprocess.Popen(
                command, env={**os.environ, VARIABLE: cord.to_text()},
                pass_fds=(theirs, self._stacks, self._words), process_group=0,
            )  # fmt: skip
        finally:
            os.close(theirs)
        self.death = os.pidfd_open(self._process.pid)  # readable when it is gone

    def __enter__(self) -> Life:
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()
        for descriptor in (self.pulse, self._stacks, self._words, self.death):
            os.close(descriptor)

    @property
    def pid(self) -> int:
        return self._process.pid

    def read(self) -> bytes:
        """What came over the pulse since; b"" also when nothing can come any more."""
        with contextlib.suppress(BlockingIOError):
            return os.read(self.pulse, _CHUNK)
        return b""

    def pass_on(self, number: int) -> None:
        """Give a signal to the console; one that is gone needs none."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.death, number)

    def kill(self) -> int:
        """End it now; returns its status (`Popen.returncode`)."""
        if self._process.poll() is None:
            self.pass_on(signal.SIGKILL)
        return self._process.wait()

    def status(self) -> int:
        """Of a process whose `death` is readable."""
        return self._process.wait()

    # ---- what it looks like ----

    def ask_for_stacks(self) -> None:
        """Have it write where its desk thread stands, without its interpreter's help; waits half a second at most."""
        self.pass_on(SHOW_STACKS)
        for _ in range(STACKS_LOOKS):
            before = os.fstat(self._stacks).st_size
            select.select([self.death], [], [], STACKS_LOOK_S)
            if 0 < before == os.fstat(self._stacks).st_size:
                return

    def sections(self, log_file: Path | None, process: str = "") -> dict[str, str]:
        """What a report quotes; `process`: vitals taken while it still lived."""
        return {
            "stacks": report.remembered(self._stacks),
            "process": process or vitals(self.pid),
            "last lines of standard error": report.remembered(self._words),
            "last events": report.last_events(log_file),
        }
