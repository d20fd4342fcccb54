"""Start of the gateway as a console's child: ends when its input does; writes no core, logs to standard error."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import resource
import signal
import sys

from console.gatewayd.standing import Child
from console.leash import end_with_parent

_MEMORY = 1024 * 1024 * 1024  # address space: whatever is sent, this process ends and nothing else
DESCRIPTION = (
    "The gateway as a console's child: it reads what to do from standard input (JSON lines), reports on standard "
    "output, logs on standard error, and ends when standard input closes. By itself: main.py gateway."
)


def confine() -> None:
    """No core, which would hold passwords, and no more memory than a gateway needs."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> int:
    argparse.ArgumentParser(prog="python -m console.gatewayd", description=DESCRIPTION).parse_args()
    end_with_parent()
    confine()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the console's to judge
    logging.basicConfig(
        level=os.environ.get("WATCHROOM_LOG", "INFO"), stream=sys.stderr, format="gateway %(levelname)s %(message)s",
    )  # fmt: skip
    asyncio.run(Child().run())
    return 0


if __name__ == "__main__":
    sys.exit(main())
