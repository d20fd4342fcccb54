"""Start of the voice process: ends with its window, logs to standard error."""

from __future__ import annotations

import logging
import os
import signal
import sys

from PySide6.QtCore import QLoggingCategory

from console import leash
from console.talkd import burst, daemon, looking
from console.talkd.settings import read


def main() -> int:
    settings = read()
    leash.end_with_parent()
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
