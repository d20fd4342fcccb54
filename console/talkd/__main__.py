"""Start of the voice process: ends with its window, logs to standard error."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
from contextlib import suppress

from PySide6.QtCore import QLoggingCategory

from console.talkd import burst, daemon, looking
from console.talkd.settings import read

PRIORITY = -11  # the sound server's own
_PR_SET_PDEATHSIG = 1


def _end_with_parent() -> None:
    """The kernel kills us when the thread that started us ends; standard input closes in every other case."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _go_first() -> None:
    """Sound cannot wait for its turn: before other programs, as the sound server does it, where we may."""
    with suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, min(PRIORITY, os.getpriority(os.PRIO_PROCESS, 0)))


def main() -> int:
    settings = read()
    _end_with_parent()
    _go_first()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the window's to judge
    logging.basicConfig(
        level=os.environ.get("WATCHROOM_LOG", "INFO"), stream=sys.stderr, format="talkd %(levelname)s %(message)s"
    )
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # remarks about itself, at every start
    if settings.probe:
        return looking.look(settings)
    if settings.tone is not None:
        return burst.play(settings, settings.tone)
    daemon.serve(settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
