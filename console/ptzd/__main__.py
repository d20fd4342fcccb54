"""Start of the process that turns heads: ends when its input does; writes no core, logs to standard error.

It is not killed with its window, as the others are: it has to stop what turns first.
"""

from __future__ import annotations

import argparse
import logging
import os
import resource
import signal
import sys

from console.ptzd.daemon import serve

_MEMORY = 1024 * 1024 * 1024  # address space: a device that makes a parser greedy costs this process, nothing else


def _settings() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m console.ptzd",
        description=(
            "The process that turns the heads of cameras by ONVIF and asks their clocks. The window starts it; it "
            "reads commands from standard input (JSON lines), reports on standard output, logs on standard error, and "
            "stops what turns and ends when standard input closes."
        ),
    )
    parser.add_argument("--clock-s", type=float, default=120.0, help="seconds between two looks at a camera's clock")
    parser.add_argument("--authority", default="", help="PEM file of the site's own certificate authority")
    return parser.parse_args()


def main() -> int:
    settings = _settings()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would hold every camera's password
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the window's to judge
    logging.basicConfig(
        level=os.environ.get("WATCHROOM_LOG", "INFO"), stream=sys.stderr, format="ptzd %(levelname)s %(message)s",
        force=True,  # a library has set up its own while it was imported
    )  # fmt: skip
    serve(settings.clock_s, settings.authority)
    return 0


if __name__ == "__main__":
    sys.exit(main())
