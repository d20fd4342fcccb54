"""`main.py reload`: asks a running console to read its site folder again, or to apply the change it has shown."""

from __future__ import annotations

import argparse
import fcntl
import json
import os
from pathlib import Path

from console.commands.run import default_data
from console.errors import BackendError
from console.hosting import RUNTIME
from console.loop import APPLY, RELOAD


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=default_data(demo=False), help="data folder of the console")
    parser.add_argument("--apply", action="store_true", help="apply the change that was read and shown")


def run(args: argparse.Namespace) -> int:
    """Send the signal; what came of it is in the console's window and event log. Raises BackendError."""
    pid = running(args.data)
    try:
        os.kill(pid, APPLY if args.apply else RELOAD)
    except OSError as error:
        raise BackendError(f"the console (process {pid}) cannot be reached: {error.strerror}") from error
    print(f"asked process {pid} to {'apply the change' if args.apply else 'read its site folder'}")
    return 0


def running(data: Path) -> int:
    """Process id of the console that runs on a data folder. Raises BackendError.

    A runtime.json may be left over and its number be somebody else's by now: only a console holds the lock.
    """
    try:
        facts = json.loads((data / RUNTIME).read_text(encoding="utf-8"))
        pid, lock = int(facts["pid"]), data / f"{facts['position']}.lock"
        with lock.open() as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return pid
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise BackendError(f"no console runs on {data}: give its folder with --data")
