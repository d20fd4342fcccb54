"""The output device: chosen, opened, fed, and watched for whether it really takes the sound. Voice process, one thread.

Qt reports neither a device that vanishes under an open stream nor a sound server that died: what counts is whether
samples are taken. After a loss Qt is not touched any more (it aborts when the server died); the process starts itself
anew instead (`daemon`).
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QIODevice
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from console.audible import SoundTrouble
from console.sounds.synthesis import RATE

SAMPLE = 2  # bytes
BUFFER_MS = 160  # what waits for the device: so long a tone sounds on after it was stopped
BUFFER = RATE * BUFFER_MS // 1000  # samples
STALL_S = 1.0  # a device that takes nothing for so long is lost
WAKE_S = 3.0  # … but one that has just been opened may have to wake up


class Speakers:
    """One attempt with one device. `name` is the device's for people."""

    def __init__(self, wanted: str, source: Callable[[int], bytes]) -> None:
        """`wanted`: name or id, "" = the default device; `source` gives so many samples."""
        self._wanted = wanted
        self._source = source
        self._sink: QAudioSink | None = None
        self._io: QIODevice | None = None
        self._id = b""
        self._took = 0.0  # monotonic seconds
        self.name = ""
        self.frames = 0  # samples the device has taken

    def open(self) -> SoundTrouble | None:
        """Open the device; why not, when it cannot be done."""
        device = device_of(self._wanted)
        if device is None:
            return SoundTrouble.NO_DEVICE
        self.name, self._id = device.description(), bytes(device.id().data())
        self._sink = QAudioSink(device, mono())
        self._sink.setBufferSize(BUFFER * SAMPLE)
        self._io = self._sink.start()
        self._took = time.monotonic()
        return SoundTrouble.DEVICE_REFUSED if self._io is None else self._trouble()

    def feed(self) -> SoundTrouble | None:
        """Give the device what it has room for; the trouble that is found. Call it every 20 to 50 ms."""
        assert self._sink is not None
        assert self._io is not None
        room = self._sink.bytesFree() // SAMPLE
        if room > 0:
            taken = self._io.write(self._source(room))
            if taken > 0:
                self.frames += taken // SAMPLE
                self._took = time.monotonic()
        return self._trouble()

    def _trouble(self) -> SoundTrouble | None:
        assert self._sink is not None
        if self._sink.error() in (QtAudio.Error.OpenError, QtAudio.Error.IOError, QtAudio.Error.FatalError):
            return SoundTrouble.DEVICE_REFUSED
        if time.monotonic() - self._took > (STALL_S if self.works else WAKE_S):
            return SoundTrouble.DEVICE_STALLED
        return None

    @property
    def works(self) -> bool:
        """Whether it has taken more than the buffer in front of it holds, so that something comes out."""
        return self.frames > BUFFER

    def has_gone(self) -> bool:
        """Whether the device is not in the list any more, or another one has become the default we follow."""
        device = device_of(self._wanted)
        return device is None or bytes(device.id().data()) != self._id


def device_of(wanted: str) -> QAudioDevice | None:
    """The output device of this name or id, "" = the default one."""
    if not wanted:
        default = QMediaDevices.defaultAudioOutput()
        return None if default.isNull() else default
    outputs = QMediaDevices.audioOutputs()
    return next((each for each in outputs if wanted in (each.description(), bytes(each.id().data()).decode())), None)


def mono() -> QAudioFormat:
    """48 kHz, one channel, 16 bits."""
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
