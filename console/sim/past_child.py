"""The demo's month before it was there, made up by a child process while the console opens.

The child is on a leash: it ends with the thread that started it, however that ends.
"""

from __future__ import annotations

import logging
import subprocess
from pathlib import Path

from console.config.environment import inherited
from console.errands import work

log = logging.getLogger(__name__)


class PastChild:
    """`main.py work past` for one site and one new history."""

    def __init__(self, site: Path, history: Path, seed: int) -> None:
        place = ("--site", str(site), "--history", str(history), "--seed", str(seed))
        self._arguments = work(["past", *place])
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns at once. A demo without a past is one all the same."""
        try:
            self._child = subprocess.Popen(self._arguments, stdin=subprocess.DEVNULL, env=inherited())
        except OSError as error:
            log.error("the demo's past could not be made up: %s", error)

    @property
    def is_running(self) -> bool:
        """Any thread."""
        return self._child is not None and self._child.poll() is None

    def stop(self) -> None:
        """What is half made is kept; nobody makes the other half."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
