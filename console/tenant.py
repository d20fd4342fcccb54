"""A server of ours: which user it runs as, that this user can write its folder, how it is put down. Any thread."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Owner:
    """The user a server runs as; -1 means: as we are."""

    uid: int = -1
    gid: int = -1


def handed_over(files: Iterable[Path], name: str, kept: Path) -> Owner:
    """Started by root, these files go to the server's own user, where that one can reach the folder `kept`.

    Else they stay ours, and the server runs as we do. Raises OSError.
    """
    if os.geteuid() != 0:
        return Owner()
    try:
        user = pwd.getpwnam(name)
    except KeyError:
        return Owner()
    given = tuple(files)
    for path in given:
        os.chown(path, user.pw_uid, user.pw_gid)
    if can_write(kept, user.pw_uid, user.pw_gid):
        return Owner(user.pw_uid, user.pw_gid)
    for path in given:
        os.chown(path, 0, 0)
    return Owner()


def can_write(folder: Path, uid: int, gid: int) -> bool:
    """Whether that user can write into the folder, every parent directory included: tried, not computed."""
    test = shutil.which("test") or "/usr/bin/test"
    tried = subprocess.run([test, "-w", str(folder)], user=uid, group=gid, extra_groups=[], check=False, cwd="/")
    return tried.returncode == 0


def put_down(child: subprocess.Popen[str] | None, keeper: threading.Thread, wait_s: float) -> None:
    """SIGTERM, so that it can save its state, then SIGKILL; `keeper` is the thread that waits for its end."""
    if child is not None and child.poll() is None:
        child.terminate()
        child.send_signal(signal.SIGCONT)  # frozen, it would not hear the first
    if keeper.is_alive():
        keeper.join(wait_s)
    if child is not None and child.poll() is None:
        child.kill()
