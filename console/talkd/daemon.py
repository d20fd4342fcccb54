"""The loop of the voice process: commands in, samples to the device, reports out. One thread, Qt's event loop.

Whatever is wrong with the device, it is said once and the process starts itself anew in the same pipes, at first soon
and later every ten seconds: a new start finds a sound server that was not there before, an old one never does.
"""

from __future__ import annotations

import logging
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt, QTimer
from PySide6.QtMultimedia import QMediaDevices

from console.lines import BadLine
from console.model import Tone
from console.ports import SoundTrouble, ToneOutcome
from console.talkd.control import (
    LINE_LIMIT,
    Back,
    Beat,
    Command,
    Hello,
    Lost,
    Play,
    Quit,
    Report,
    Stop,
    Tried,
    Try,
    Volume,
    decode_command,
    encode,
)
from console.talkd.player import Player
from console.talkd.settings import Settings
from console.talkd.speakers import Speakers

log = logging.getLogger("talkd")

FEED_MS = 25
BEAT_MS = 200
RETRY_S = (0.3, 0.5, 1.0, 2.0, 5.0, 10.0)


class Daemon:
    """Serves until standard input closes or it is told to quit."""

    def __init__(self, settings: Settings, app: QCoreApplication) -> None:
        self._settings = settings
        self._app = app
        self._player = Player(settings.volume)
        self._speakers: Speakers | None = None
        self._testing = False
        self._anew = False
        self._unread = b""
        self._devices = QMediaDevices()
        self._devices.audioOutputsChanged.connect(self._outputs_changed)
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)
        self._feeder = _timer(FEED_MS, self._feed)
        self._beater = _timer(BEAT_MS, self._beat)

    def serve(self) -> bool:
        """Returns when it is over; True: start anew."""
        _say(Hello(os.getpid()))
        self._beat()
        self._beater.start()
        self._open()
        self._app.exec()
        return self._anew

    # ---- the device ----

    def _open(self) -> None:
        speakers = Speakers(self._settings.device, self._player.read)
        trouble = speakers.open()
        if trouble is not None:
            self._lose(trouble, speakers.name)
            return
        self._speakers = speakers
        self._feeder.start()

    def _feed(self) -> None:
        speakers = self._speakers
        assert speakers is not None
        did_work = speakers.works
        trouble = speakers.feed()
        if trouble is not None:
            self._lose(trouble, speakers.name)
            return
        if speakers.works and not did_work:
            log.info("sound goes to %s", speakers.name)
            self._settings = replace(self._settings, retry=0)
            _say(Back(speakers.name))
        if self._testing and self._player.tone is not Tone.TEST:
            self._answer(ToneOutcome.PLAYED)

    def _outputs_changed(self) -> None:
        if self._speakers is None:
            self._renew(0.0)
        elif self._speakers.has_gone():
            self._lose(SoundTrouble.DEVICE_GONE, self._speakers.name)

    def _lose(self, trouble: SoundTrouble, device: str) -> None:
        """Say so and try again later, with nothing of Qt's audio touched until then."""
        self._feeder.stop()
        self._speakers = None
        if self._testing:
            self._answer(ToneOutcome.NO_DEVICE)
        if self._settings.retry == 0:
            log.warning("no sound: %s %s", trouble, device)
        _say(Lost(trouble, device))
        self._renew(RETRY_S[min(self._settings.retry, len(RETRY_S) - 1)])

    def _renew(self, after_s: float) -> None:
        QTimer.singleShot(int(after_s * 1000), self._end_anew)

    def _end_anew(self) -> None:
        self._anew = True
        self._app.quit()

    # ---- the pipes ----

    def _read(self) -> None:
        data = os.read(0, 65_536)
        *lines, self._unread = (self._unread + data).split(b"\n")
        for line in lines:
            try:
                self._obey(decode_command(line))
            except BadLine as error:
                log.error("the window says: %s", error)
        if not data or len(self._unread) > LINE_LIMIT:
            self._app.quit()

    def _obey(self, command: Command) -> None:
        match command:
            case Play(tone):
                if self._testing:
                    self._answer(ToneOutcome.CUT)
                self._player.play(tone)
            case Stop():
                if not self._testing:
                    self._player.stop()
            case Try():
                self._test()
            case Volume(percent):
                self._player.volume = max(1, min(percent, 100))
            case Quit():
                self._app.quit()

    def _test(self) -> None:
        if self._speakers is None:
            self._answer(ToneOutcome.NO_DEVICE)
        elif self._player.tone not in (None, Tone.TEST):
            self._answer(ToneOutcome.ALARM_SOUNDS)
        else:
            self._testing = True
            self._player.play(Tone.TEST)

    def _answer(self, outcome: ToneOutcome) -> None:
        self._testing = False
        _say(Tried(outcome, self._speakers.name if self._speakers is not None else ""))

    def _beat(self) -> None:
        speakers, tone = self._speakers, self._player.tone
        used = resource.getrusage(resource.RUSAGE_SELF)
        _say(
            Beat(
                device=speakers.name if speakers is not None else "",
                playing=tone or "",
                frames=speakers.frames if speakers is not None else 0,
                cpu_s=round(used.ru_utime + used.ru_stime, 3),
            )
        )


def serve(settings: Settings) -> None:
    """Serve until the window closes the pipe."""
    os.set_blocking(1, False)
    app = QCoreApplication([])
    if Daemon(settings, app).serve():
        again = replace(settings, retry=settings.retry + 1)
        os.execv(sys.executable, [sys.executable, "-m", "console.talkd", *again.arguments()])  # noqa: S606  # ourselves
    os._exit(0)  # Qt's audio aborts in its own end when the sound server is gone


def _say(report: Report) -> None:
    """A window that hangs or is gone does not stop the tone: then it is told nothing."""
    with suppress(BlockingIOError, BrokenPipeError):
        os.write(1, encode(report))


def _timer(every_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(every_ms)
    timer.timeout.connect(call)
    return timer
