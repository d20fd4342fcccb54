"""The microphone: open from the start, read whole, and never another one than the one that was chosen.

A cold start costs 0.6 to 0.8 s, so it is opened once and gated in software. At a PulseAudio (or PipeWire's own) server
it is a stream that may not be moved (`capture`). Elsewhere it is Qt's, whose own buffer is left as it is: a smaller one
loses samples without a word.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QIODevice
from PySide6.QtMultimedia import QAudioDevice, QAudioSource, QMediaDevices, QtAudio

from console.talk_words import MicrophoneTrouble
from console.talkd.capture import Capture, Course
from console.talkd.speakers import mono

STALL_S = 1.0  # it gives nothing for so long
WAKE_S = 3.0  # … but one that has just been opened may have to wake up


class Microphone:
    """One attempt with one device."""

    def __init__(self, wanted: str, on_sound: Callable[[bytes], None]) -> None:
        """`wanted`: name or id, "" = the default device."""
        self._wanted = wanted
        self._on_sound = on_sound
        self._capture: Capture | None = None
        self._source: QAudioSource | None = None
        self._io: QIODevice | None = None
        self._gave = 0.0  # monotonic seconds
        self._works = False
        self.name = ""
        self.id = ""

    def open(self) -> MicrophoneTrouble | None:
        """Open the device; why not, when it cannot be done."""
        device = _device(self._wanted)
        if device is None:
            return MicrophoneTrouble.NONE_THERE
        self.name, self.id = device.description(), bytes(device.id().data()).decode()
        self._gave = time.monotonic()
        capture = Capture(self.id, self._take)
        if capture.start():
            self._capture = capture
            return None
        return self._open_with_qt(device)

    def _open_with_qt(self, device: QAudioDevice) -> MicrophoneTrouble | None:
        self._source = QAudioSource(device, mono())
        self._io = self._source.start()
        if self._io is None or self._source.error() is not QtAudio.Error.NoError:
            return MicrophoneTrouble.NOT_OPENED
        self._io.readyRead.connect(self._read)
        return None

    def close(self) -> None:
        if self._capture is not None:
            self._capture.stop()
        if self._source is not None:
            self._source.stop()
            self._source = self._io = None

    def abandon(self) -> None:
        """The sound server may be dead: hear nothing more of it, and touch nothing of Qt's."""
        if self._capture is not None:
            self._capture.stop()
        self._io = None

    def trouble(self) -> MicrophoneTrouble | None:
        """What is wrong with it; call it a few times a second."""
        if self._capture is not None and self._capture.course is Course.ENDED:
            return MicrophoneTrouble.UNPLUGGED
        if time.monotonic() - self._gave > (STALL_S if self._works else WAKE_S):
            return MicrophoneTrouble.STALLED
        return MicrophoneTrouble.UNPLUGGED if _device(self.id) is None else None

    def _read(self) -> None:
        if self._io is not None:
            self._take(bytes(self._io.readAll().data()))

    def _take(self, pcm: bytes) -> None:
        if pcm:
            self._gave = time.monotonic()
            self._works = True
            self._on_sound(pcm)


def microphones() -> tuple[str, ...]:
    """What there is to speak into. A loudspeaker's own sound is no microphone."""
    return tuple(each.description() for each in QMediaDevices.audioInputs() if not _is_monitor(each))


def _device(wanted: str) -> QAudioDevice | None:
    if not wanted:
        default = QMediaDevices.defaultAudioInput()
        return None if default.isNull() or _is_monitor(default) else default
    inputs = QMediaDevices.audioInputs()
    return next((each for each in inputs if wanted in (each.description(), bytes(each.id().data()).decode())), None)


def _is_monitor(device: QAudioDevice) -> bool:
    return bytes(device.id().data()).endswith(b".monitor")
