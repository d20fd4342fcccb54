"""Which source the sound server really feeds us from: asked again whenever it says that something changed.

`pactl subscribe` runs as long as we listen; its words make us look. Without pactl, or at another kind of sound server,
nothing is known and nothing is said.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QProcess, QTimer

PROGRAM = "pactl"
SETTLE_MS = 30  # one change is many words
LOOK_MS = 1_000  # and without any


class Binding:
    """`on_source` is told the name of the source of our stream, as often as it was looked at."""

    def __init__(self, on_source: Callable[[str], None]) -> None:
        self._on_source = on_source
        self._watch = QProcess()
        self._watch.readyReadStandardOutput.connect(self._changed)
        self._look = QProcess()
        self._look.finished.connect(self._seen)
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.ask)
        self._again = QTimer()
        self._again.setInterval(LOOK_MS)
        self._again.timeout.connect(self.ask)
        self.is_known = False  # the sound server can be asked, and knows our stream

    def start(self) -> None:
        self._watch.start(PROGRAM, ["subscribe"])
        self._again.start()
        self._soon.start()

    def stop(self) -> None:
        self._again.stop()
        self._soon.stop()
        for process in (self._watch, self._look):
            if process.state() is not QProcess.ProcessState.NotRunning:
                process.kill()
                process.waitForFinished(200)

    def _changed(self) -> None:
        if b"source" in bytes(self._watch.readAllStandardOutput().data()):
            self._soon.start()

    def ask(self) -> None:
        if self._look.state() is QProcess.ProcessState.NotRunning:
            self._look.start(PROGRAM, ["--format=json", "list"])

    def _seen(self) -> None:
        name = source_of(bytes(self._look.readAllStandardOutput().data()), os.getpid())
        if name is not None:
            self.is_known = True
            self._on_source(name)


def source_of(listing: bytes, pid: int) -> str | None:
    """The name of the source that feeds this process, from what pactl lists; None when it does not say."""
    try:
        told: dict[str, Any] = json.loads(listing)
        names = {each["index"]: str(each["name"]) for each in told["sources"]}
        ours = (each for each in told["source_outputs"] if _pid(each) == str(pid))
        stream = next(ours, None)
        return names.get(stream["source"]) if stream is not None else None
    except (ValueError, KeyError, TypeError):
        return None


def _pid(stream: dict[str, Any]) -> str:
    return str(stream["properties"].get("application.process.id", ""))
