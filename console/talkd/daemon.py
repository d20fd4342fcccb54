"""The loop of the voice process: commands in, samples to the device, reports out. One thread, Qt's event loop.

Whatever is wrong with the device, it is said once, and when one is found the process starts itself anew in the same
pipes: a new start finds a sound server that was not there before, an old one never does. The talk groups are left and
entered again only then.
"""

from __future__ import annotations

import logging
import os
import resource
import sys
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer
from PySide6.QtMultimedia import QMediaDevices

from console.audible import SoundTrouble, ToneOutcome
from console.lines import BadLine, Hello, Quit
from console.model import Tone
from console.model.sounds import SpeechOutcome
from console.talkd.control import (
    LINE_LIMIT,
    Back,
    Beat,
    Command,
    Hush,
    Lost,
    Play,
    Report,
    Speak,
    Stop,
    Tried,
    Try,
    Volume,
    decode_command,
    encode,
)
from console.talkd.looking import Looking
from console.talkd.player import Player
from console.talkd.precedence import Precedence
from console.talkd.saying import Saying
from console.talkd.settings import Settings
from console.talkd.speakers import Speakers
from console.talkd.talk import Talk
from console.talkd.timing import precise

log = logging.getLogger("talkd")

FEED_MS = 25
BEAT_MS = 200


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
        self._feeder = precise(FEED_MS, self._feed)
        self._beater = precise(BEAT_MS, self._beat)
        self._talk = Talk(settings, _say, self._player.duck)
        self._saying = Saying(self._player, _say)
        self._looking = Looking(settings, self._found)
        self._precedence = Precedence()

    def serve(self) -> bool:
        """Returns when it is over; True: start anew."""
        _say(Hello(os.getpid()))
        self._beat()
        self._beater.start()
        self._talk.start()
        if not self._settings.silent:
            self._open()
        self._precedence.take()
        self._app.exec()
        self._precedence.give_up()
        self._talk.stop()
        return self._anew

    # ---- the device ----

    def _open(self) -> None:
        speakers = Speakers(self._settings.device, self._player.read)
        trouble = speakers.open()
        if trouble is not None:
            self._lose(trouble, speakers.name, is_alive=trouble is SoundTrouble.NO_DEVICE)
            return
        self._speakers = speakers
        self._feeder.start()

    def _feed(self) -> None:
        speakers = self._speakers
        assert speakers is not None
        did_work = speakers.works
        self._player.must_wait = self._talk.has_voices
        trouble = speakers.feed()
        if trouble is not None:
            self._lose(trouble, speakers.name)
            return
        if speakers.works and not did_work:
            log.info("sound goes to %s", speakers.name)
            self._settings = replace(self._settings, retry=0)
            _say(Back(speakers.name))
            self._talk.open_earphone()
        if self._testing and self._player.tone is not Tone.TEST:
            self._answer(ToneOutcome.PLAYED)
        self._saying.look()

    def _outputs_changed(self) -> None:
        if self._settings.silent:
            return
        if self._speakers is None:
            self._found()
        elif self._speakers.has_gone():
            self._lose(SoundTrouble.DEVICE_GONE, self._speakers.name)

    def _lose(self, trouble: SoundTrouble, device: str, *, is_alive: bool = False) -> None:
        """Say so and look for a device, with nothing of Qt's audio touched until then unless it is known to live."""
        self._feeder.stop()
        self._speakers = None
        if self._testing:
            self._answer(ToneOutcome.NO_DEVICE)
        self._saying.end(SpeechOutcome.NO_DEVICE)
        if self._settings.retry == 0:
            log.warning("no sound: %s %s", trouble, device)
        _say(Lost(trouble, device))
        if not is_alive:
            self._talk.abandon_devices()
        self._looking.start()

    def _found(self) -> None:
        """There is a device: a new start of ours opens it. Nobody is cut off in the middle of a word."""
        if self._talk.is_on_air:
            QTimer.singleShot(BEAT_MS, self._found)
            return
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
            case Speak():
                self._saying.say(command, can_be_heard=self._speakers is not None)
            case Hush():
                self._saying.end(SpeechOutcome.CUT)
            case Volume(percent):
                self._player.volume = max(1, min(percent, 100))
            case Quit():
                self._app.quit()
            case _:
                self._talk.obey(command)

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
