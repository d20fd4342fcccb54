"""Start of the video process: ends with its window, writes no core, logs to standard error."""

from __future__ import annotations

import ctypes
import logging
import os
import resource
import select
import signal
import sys

from console.videod.daemon import serve
from console.videod.settings import read

_PR_SET_PDEATHSIG = 1


def _end_with_parent() -> None:
    """The kernel kills us when the thread that started us ends; standard input closes in every other case."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def main() -> int:
    settings = read()
    _end_with_parent()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would hold every camera's password
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the window's to judge
    logging.basicConfig(
        level=os.environ.get("WATCHROOM_LOG", "INFO"), stream=sys.stderr, format="videod %(levelname)s %(message)s"
    )
    select.select([sys.stdin], [], [])  # a spare waits here, its imports done, until it is needed
    serve(settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
