"""What is heard of others: talkers and replayed bursts mixed into a stream of its own at the room's loudspeaker.

Apart from the alarms' stream, whose long buffer would make every voice late. Voice process, one thread.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QIODevice, Qt, QTimer
from PySide6.QtMultimedia import QAudioDevice, QAudioSink

from console.mumble.opus import FRAME, RATE
from console.talkd.speakers import device_of, mono

BUFFER = RATE * 4 // 10 * 2  # bytes the device could take; what is really queued is kept small
LOW_MS = 14.0  # less than this in the queue: the next 20 ms are written
CUSHION_MS = 10.0  # silence before the first word, against a packet that is late
TICK_MS = 5
DUCK_DB = -20.0  # while the talk key is down: the room's microphone must not hear the room's loudspeaker

URGENT_MS = 4.0  # with so little left a packet that is missing is not waited for any longer

Sound = npt.NDArray[np.float64]
Source = Callable[[bool], Sound | None]  # the next 20 ms, None = nothing yet; it is told whether that is urgent


class Earphone:
    """`sound` is asked for 20 ms after 20 ms, as long as `has_sound` says that somebody may have some."""

    def __init__(self, wanted: str, volume: int, has_sound: Callable[[], bool], sound: Source) -> None:
        self._wanted = wanted
        self._gain = volume / 100
        self._has_sound = has_sound
        self._sound = sound
        self._sink: QAudioSink | None = None
        self._io: QIODevice | None = None
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.fill)
        self.is_ducked = False

    def open(self) -> None:
        device: QAudioDevice | None = device_of(self._wanted)
        if device is None:
            return
        self._sink = QAudioSink(device, mono())
        self._sink.setBufferSize(BUFFER)
        self._io = self._sink.start()

    def abandon(self) -> None:
        """The sound server may be dead: nothing of Qt's is touched any more."""
        self._timer.stop()
        self._io = None

    @property
    def works(self) -> bool:
        return self._io is not None

    def fill(self) -> None:
        """Something is there to be heard, or time has passed."""
        if self._io is None or self._sink is None:
            return
        if not self._timer.isActive():
            self._timer.start()
        if self._queued_ms() <= 0.0 and self._has_sound():
            self._io.write(bytes(int(CUSHION_MS * RATE / 1000) * 2))
        while (queued := self._queued_ms()) < LOW_MS:
            sound = self._sound(queued < URGENT_MS)
            if sound is None:
                if not self._has_sound():
                    self._timer.stop()
                return
            self._write(sound)

    def _queued_ms(self) -> float:
        assert self._sink is not None
        return (self._sink.bufferSize() - self._sink.bytesFree()) / (2 * RATE / 1000)

    def _write(self, sound: Sound) -> None:
        assert self._io is not None
        gain = self._gain * (math.pow(10, DUCK_DB / 20) if self.is_ducked else 1.0)
        assert len(sound) == FRAME
        self._io.write(np.rint(sound * gain).clip(-32_768, 32_767).astype("<i2").tobytes())
