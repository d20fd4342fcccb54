"""Looks every two seconds whether a connected screen is on, by the kernel's own files. A thread of its own.

Where the kernel tells nothing (a virtual machine, some drivers) there is nothing to watch, and a screen counts as on.
"""

from __future__ import annotations

import threading
from pathlib import Path

from console.inbox import Inbox
from console.screens.power import Connector, Powered

DRM = Path("/sys/class/drm")
LOOK_S = 2.0
MOST = 64  # connectors: more is no graphics card


class PowerWatch:
    """Posts `Powered` when anything changed, first only when a screen is off."""

    def __init__(self, inbox: Inbox, folder: Path = DRM, look_s: float = LOOK_S) -> None:
        self._inbox = inbox
        self._folder = folder
        self._look_s = look_s
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="monitors", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join(1.0)

    # ---- its own thread ----

    def _run(self) -> None:
        told: tuple[Connector, ...] = ()
        while True:
            seen = self.look()
            is_news = seen != told if told else any(not connector.is_on for connector in seen)
            if is_news:
                told = seen
                self._inbox.post(Powered(seen))
            if not self._folder.is_dir() or self._ended.wait(self._look_s):
                return

    def look(self) -> tuple[Connector, ...]:
        """Every socket with a screen in it, and whether that is on; one that says nothing of it is on."""
        folders = sorted(self._folder.glob("card*-*"))[:MOST]
        return tuple(
            Connector(folder.name, _word(folder / "dpms") in ("", "On"))
            for folder in folders
            if _word(folder / "status") == "connected"
        )


def _word(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
