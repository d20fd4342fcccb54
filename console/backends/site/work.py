"""The site folder, read and written by `work` children (`revising.SiteFolder`). A thread per child waits for it."""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from console.backends.site import placing
from console.backends.site.answer import Answer, BadAnswer, Loaded, Unusable, decode
from console.errands import worker
from console.errors import Problem
from console.inbox import Inbox
from console.model import Placement, Site
from console.newcomers import PlacementRefused, PlacementWritten
from console.revising import FolderRead, FolderRefused
from console.site import difference

log = logging.getLogger(__name__)

READ_S = 120.0  # a folder of 100,000 cameras takes half a minute on a slow machine
CURE = "see the messages of the console, and try main.py check"


class WorkingReader:
    """Starts a child when asked, costs nothing in between."""

    def __init__(
        self, folder: Path, inbox: Inbox, video_base: str = "", onvif_base: str = "", copy: Path | None = None
    ) -> None:
        """Bases that are not "" stand in for those of site.toml (the demo's cameras). `copy`: the folder is not to be
        written, this copy of it is, and once it is there it is read.
        """
        self._original = folder
        self._copy = copy
        self._inbox = inbox
        self._base = ["--video-base", video_base, "--onvif-base", onvif_base] if video_base else []
        self._lock = threading.Lock()
        self._children: set[subprocess.Popen[bytes]] = set()
        self._threads: dict[str, threading.Thread] = {}
        self._stopping = False

    @property
    def _folder(self) -> Path:
        return self._copy if self._copy is not None and self._copy.is_dir() else self._original

    def read(self, known: Site) -> None:
        self._begin("site-folder", lambda: self._read(known))

    def add(self, placement: Placement) -> None:
        self._begin("site-placing", lambda: self._add(placement))

    def _begin(self, name: str, task: Callable[[], None]) -> None:
        self._threads[name] = threading.Thread(target=task, name=name, daemon=True)
        self._threads[name].start()

    def stop(self) -> None:
        """Give up what is under way; a device that is being written is written."""
        with self._lock:
            self._stopping = True
            for child in self._children:
                child.kill()
        for thread in self._threads.values():
            thread.join()

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
            return decode(self._said(["site", *self._base]))
        except (OSError, subprocess.SubprocessError, BadAnswer) as error:
            log.error("the site folder was not read: %s", error)
            what = f"the folder could not be read ({type(error).__name__})"
            return Unusable((Problem(self._folder.name, 0, "", what, CURE),))

    def _said(self, job: list[str], order: bytes = b"") -> bytes:
        """Everything the child says. Raises OSError, SubprocessError."""
        with self._lock:
            if self._stopping:
                return b""
            child = worker([job[0], "--site", str(self._folder), *job[1:]])
            self._children.add(child)
        with child:
            try:
                return child.communicate(order, timeout=READ_S)[0]
            finally:
                child.kill()
                with self._lock:
                    self._children.discard(child)

    # ---- the writing's thread ------------------------------------------------------------------------------------

    def _add(self, placement: Placement) -> None:
        copy = ["--copy", str(self._copy)] if self._copy is not None else []
        try:
            problems = placing.read_answer(self._said(["place", *copy], placing.order(placement)))
        except (OSError, subprocess.SubprocessError, placing.BadOrder) as error:
            log.error("the device was not written into the site folder: %s", error)
            what = f"the device could not be written ({type(error).__name__})"
            problems = (Problem(self._folder.name, 0, "", what, CURE),)
        if self._stopping:
            return
        self._inbox.post(PlacementRefused(placement, problems) if problems else PlacementWritten(placement))
