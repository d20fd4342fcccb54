"""What other threads are doing, told without taking hold of their frames. Any thread.

A frame in another thread's hands outlives its call, and with it a QPainter that should have ended with the paint event:
the window then draws with freed memory. The fault handler only reads, with the interpreter held still.
"""

from __future__ import annotations

import faulthandler
import re
import tempfile
import threading

PART = re.compile(r"(?:Current thread|Thread) 0x([0-9a-f]+)[^\n]*\n")
UNTOLD = "(not told)\n"


def of_threads() -> dict[int, str]:
    """The calls of every thread by its identity, the innermost first; empty when there is no room to write them."""
    try:
        with tempfile.TemporaryFile() as file:
            faulthandler.dump_traceback(file, all_threads=True)
            file.seek(0)
            text = file.read().decode("utf-8", "backslashreplace")
    except OSError:
        return {}
    _, *parts = PART.split(text)
    return {int(ident, 16): calls.rstrip() + "\n" for ident, calls in zip(parts[::2], parts[1::2], strict=True)}


def of_thread(ident: int) -> str:
    """The calls of one thread, the innermost first."""
    return of_threads().get(ident, UNTOLD)


def by_name() -> str:
    """What every thread does now, under its name."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    return "\n".join(f"{names.get(ident, ident)}:\n{calls}" for ident, calls in of_threads().items())
