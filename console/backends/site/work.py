"""The site folder, read by a `work site` child (`revising.SiteFolder`). A thread per reading waits for the answer."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import console
from console.backends.site.answer import Answer, BadAnswer, Loaded, Unusable, decode
from console.config.environment import inherited
from console.errors import Problem
from console.inbox import Inbox
from console.model import Site
from console.revising import FolderRead, FolderRefused
from console.site import difference

log = logging.getLogger(__name__)

READ_S = 120.0  # a folder of 100,000 cameras takes half a minute on a slow machine
MAIN = Path(console.__file__).parents[1] / "main.py"
CURE = "see the messages of the console, and try main.py check"


class WorkingReader:
    """Starts a child when asked, costs nothing in between."""

    def __init__(self, folder: Path, inbox: Inbox, video_base: str = "") -> None:
        """`video_base`, unless "", stands in for the one of site.toml (the demo's cameras)."""
        self._folder = folder
        self._inbox = inbox
        base = ["--video-base", video_base] if video_base else []
        self._arguments = [sys.executable, str(MAIN), "work", "site", "--site", str(folder), *base]
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._stopping = False

    def read(self, known: Site) -> None:
        self._thread = threading.Thread(target=self._read, args=(known,), name="site-folder", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Give up a reading that is under way."""
        with self._lock:
            self._stopping = True
            if self._child is not None:
                self._child.kill()
        if self._thread is not None:
            self._thread.join()

    # ---- the reading's thread ------------------------------------------------------------------------------------

    def _read(self, known: Site) -> None:
        given = self._answer()
        if self._stopping:
            return
        if isinstance(given, Loaded):
            self._inbox.post(FolderRead(given.site, given.index, difference(known, given.site), given.warnings))
        else:
            self._inbox.post(FolderRefused(given.problems))

    def _answer(self) -> Answer:
        try:
            return decode(self._said())
        except (OSError, subprocess.SubprocessError, BadAnswer) as error:
            log.error("the site folder was not read: %s", error)
            what = f"the folder could not be read ({type(error).__name__})"
            return Unusable((Problem(self._folder.name, 0, "", what, CURE),))

    def _said(self) -> bytes:
        """Everything the child says. Raises OSError, SubprocessError."""
        with self._lock:
            if self._stopping:
                return b""
            child = subprocess.Popen(self._arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=inherited())
            self._child = child
        with child:
            try:
                return child.communicate(timeout=READ_S)[0]
            finally:
                child.kill()
