"""Which source the sound server really feeds us from: asked again whenever it says that something changed.

`pactl subscribe` runs as long as we listen; its words make us look. Without pactl, or at another kind of sound server,
nothing is known and nothing is said.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QProcess, QTimer

from console import leash

PROGRAM = "pactl"
LOOK_MS = 2_000  # and without any word
DOUBTFUL = (b"'remove' on source #", b"'change' on source-output #")  # our stream may have been moved


class Binding:
    """`on_source` is told the name of the source of our stream, as often as it was looked at.

    `on_doubt` says that this has to be waited for: from now on it may be another one.
    """

    def __init__(self, on_source: Callable[[str], None], on_doubt: Callable[[], None]) -> None:
        self._on_source = on_source
        self._on_doubt = on_doubt
        self._is_stale = False  # what is being looked at was asked for before the last doubt
        self._watch = QProcess()
        self._watch.readyReadStandardOutput.connect(self._changed)
        self._look = QProcess()
        self._look.finished.connect(self._seen)
        self._again = QTimer()
        self._again.setInterval(LOOK_MS)
        self._again.timeout.connect(self.ask)
        self.is_known = False  # the sound server can be asked, and knows our stream

    def start(self) -> None:
        if (program := shutil.which(PROGRAM)) is not None:
            ours = (str(os.getpid()), "-1", "-1")  # it ends with us, however we end
            self._watch.start(sys.executable, ["-I", "-S", leash.__file__, *ours, program, "subscribe"])
        self._again.start()
        self.ask()

    def stop(self) -> None:
        self._again.stop()
        for process in (self._watch, self._look):
            if process.state() is not QProcess.ProcessState.NotRunning:
                process.kill()
                process.waitForFinished(200)

    def _changed(self) -> None:
        said = bytes(self._watch.readAllStandardOutput().data())
        if any(word in said for word in DOUBTFUL):
            self._on_doubt()
            self._is_stale = True
            self.ask()

    def ask(self) -> None:
        if self._look.state() is QProcess.ProcessState.NotRunning:
            self._is_stale = False
            self._look.start(PROGRAM, ["--format=json", "list"])

    def _seen(self) -> None:
        listing = bytes(self._look.readAllStandardOutput().data())
        if self._is_stale:
            self.ask()
            return
        name = source_of(listing, os.getpid())
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
