"""One burst of one tone, for whoever has no window: the guardian. A program run of its own, one thread."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from console.model import Tone
from console.sounds.synthesis import sounding
from console.talkd.player import Player
from console.talkd.settings import Settings
from console.talkd.speakers import BUFFER, Speakers

FEED_MS = 25
PLAYED, SILENT = 0, 1


def play(settings: Settings, tone: Tone) -> int:
    """0 when the device took the whole burst, 1 when not."""
    app = QCoreApplication([])
    player = Player(settings.volume)
    speakers = Speakers(settings.device, player.read)
    if speakers.open() is not None:
        return SILENT
    player.play(tone)
    end = len(sounding(tone)) + BUFFER  # the last sample has left the buffer

    def feed() -> None:
        if speakers.feed() is not None:
            os._exit(SILENT)
        if speakers.frames >= end:
            os._exit(PLAYED)

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(feed)
    timer.start(FEED_MS)
    return app.exec()
