"""A console of the product that ails when told to from outside: its desk thread blocks, or a part of it fails."""

from __future__ import annotations

import os
import sys
import threading

import main
from console.commands import run
from console.room import Room

LOOK_MS = 20


def a_call_that_never_returns() -> None:
    threading.Event().wait()


def a_part_that_fails() -> None:
    raise ZeroDivisionError("a part of the program")


def watch(room: Room) -> None:
    """Blocks once, at the file `block`; a thread raises again and again from the file `fail` on."""
    if (room.options.data / "fail").exists():
        threading.Thread(target=a_part_that_fails, name="ailing").start()
    if (room.options.data / "block").exists() and room.console.mishaps.restart is None:
        a_call_that_never_returns()
    room.clock.after(LOOK_MS, lambda: watch(room))


def windows(room: Room) -> int:
    """In place of windows: a desk thread like that of a headless console."""
    watch(room)
    return run.headless(room)


if __name__ == "__main__":
    os.environ["DISPLAY"] = ":never-opened"
    args = main.build_parser(sys.argv[1:]).parse_args(sys.argv[1:])
    args.windows = windows
    sys.exit(run.run(args))
