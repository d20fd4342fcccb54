"""Looks for a loudspeaker where there was none: by a program run of its own, since Qt never finds a server late."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QProcess, QTimer

from console.talkd.settings import Settings
from console.talkd.speakers import device_of

FOUND, NONE = 0, 1
RETRY_S = (0.3, 0.5, 1.0, 2.0, 5.0, 10.0)
LONGEST_MS = 10_000  # a sound server that does not answer


def look(settings: Settings) -> int:
    """The program run: 0 when the device is there."""
    app = QCoreApplication([])
    found = device_of(settings.device) is not None
    del app
    return FOUND if found else NONE


class Looking:
    """At first soon, later every ten seconds; `on_found` is called once."""

    def __init__(self, settings: Settings, on_found: Callable[[], None]) -> None:
        self._settings = settings
        self._on_found = on_found
        self._tries = settings.retry
        self._process = QProcess()
        self._process.finished.connect(self._looked)
        self._process.errorOccurred.connect(self._looked)
        self._longest = QTimer()
        self._longest.setSingleShot(True)
        self._longest.timeout.connect(self._process.kill)

    def start(self) -> None:
        wait = RETRY_S[min(self._tries, len(RETRY_S) - 1)]
        self._tries += 1
        QTimer.singleShot(int(wait * 1000), self._look)

    def _look(self) -> None:
        arguments = replace(self._settings, probe=True, tone=None).arguments()
        self._process.start(sys.executable, ["-m", "console.talkd", *arguments])
        self._longest.start(LONGEST_MS)

    def _looked(self) -> None:
        self._longest.stop()
        ended = self._process.exitStatus() is QProcess.ExitStatus.NormalExit
        if ended and self._process.exitCode() == FOUND and self._process.error() is QProcess.ProcessError.UnknownError:
            self._on_found()
        else:
            self.start()
