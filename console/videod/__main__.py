"""Start of the video process: ends with its window, writes no core, logs to standard error."""

from __future__ import annotations

import logging
import os
import resource
import select
import signal
import sys

from console import leash
from console.videod.daemon import serve
from console.videod.settings import read


def main() -> int:
    settings = read()
    leash.end_with_parent()
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
