"""Starts a program that must not outlive us: `python leash.py PARENT_PID UID GID PROGRAM ARGUMENT…`.

A program of its own (standard library only): it drops to the user, asks the kernel for SIGTERM when the thread that
started it is gone, and becomes the program. UID and GID -1 keep the user. `leashed` makes that command line; children
that are Python of ours take `end_with_parent` instead.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1


def leashed(command: Sequence[str], uid: int = -1, gid: int = -1) -> list[str]:
    """The command line of a program that is told to end when the thread that starts it is gone."""
    return [sys.executable, "-I", "-S", __file__, str(os.getpid()), str(uid), str(gid), *command]


def end_with_parent() -> None:
    """The kernel kills us when the thread that started us ends; standard input closes in every other case."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def main(argv: list[str]) -> None:
    """Become the program of `argv[3:]`, on the leash. Raises OSError."""
    parent, uid, gid = (int(a) for a in argv[:3])
    if uid >= 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    # After the change of user, which clears it. SIGTERM, not SIGKILL: the program may have something to save.
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    if os.getppid() != parent:  # it died before we could ask
        return
    os.execvp(argv[3], argv[3:])  # noqa: S606  # no shell is wanted: it becomes the program


if __name__ == "__main__":
    main(sys.argv[1:])
