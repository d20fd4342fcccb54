"""Text to samples: read aloud by espeak-ng, a child of ours for one sentence, while the loop goes on. One thread."""

from __future__ import annotations

import io
import logging
import wave
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QProcess, QTimer

from console.model.sounds import SpeechOutcome
from console.sounds.synthesis import FULL, RATE, Samples

log = logging.getLogger("talkd")

PROGRAM = "espeak-ng"
VOICES = {"zh_CN": "cmn", "zh_TW": "cmn", "en": "en-gb"}
WORDS_A_MINUTE = 150
PATIENCE_MS = 8_000
MOST_BYTES = 4_000_000  # a minute and a half: no announcement is that long
HEADER = 44  # bytes before the samples
PEAK = 0.5  # of full amplitude: about as loud as a tone

Read = Callable[[Samples], None]
Failed = Callable[[SpeechOutcome], None]


class Reader:
    """One sentence at a time; a new one ends the one before, which then is told to nobody."""

    def __init__(self, done: Read, failed: Failed) -> None:
        self._done = done
        self._failed = failed
        self._process: QProcess | None = None
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._too_late)

    def read(self, text: str, language: str) -> None:
        """Answered by `done` or `failed`, once."""
        self.drop()
        process = self._process = QProcess()
        process.finished.connect(lambda code, _status: self._finished(process, code))
        process.errorOccurred.connect(lambda _error: self._broken(process))
        process.setStandardErrorFile(QProcess.nullDevice())
        voice = VOICES.get(language, VOICES["en"])
        process.start(PROGRAM, ["-v", voice, "-s", str(WORDS_A_MINUTE), "--stdin", "--stdout"])
        process.write(text.encode())
        process.closeWriteChannel()
        self._timer.start()

    def drop(self) -> None:
        """Nobody waits for it any more."""
        process, self._process = self._process, None
        self._timer.stop()
        if process is not None:
            process.kill()
            process.finished.connect(process.deleteLater)

    def _finished(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        data = bytes(process.readAllStandardOutput().data())
        self._process = None
        self._timer.stop()
        try:
            samples = samples_of(data) if code == 0 else None
        except (wave.Error, EOFError, ValueError) as error:
            log.warning("what %s said cannot be read: %s", PROGRAM, error)
            samples = None
        if samples is None or not len(samples):
            self._failed(SpeechOutcome.FAILED)
        else:
            self._done(samples)

    def _broken(self, process: QProcess) -> None:
        if process is self._process and process.error() is QProcess.ProcessError.FailedToStart:
            self._process = None
            self._timer.stop()
            self._failed(SpeechOutcome.NO_PROGRAM)

    def _too_late(self) -> None:
        self.drop()
        self._failed(SpeechOutcome.FAILED)


def samples_of(data: bytes) -> Samples:
    """A WAV of 16 bits mono as it comes out of a pipe, at our rate. Raises wave.Error, EOFError, ValueError."""
    if len(data) > MOST_BYTES:
        raise ValueError("too long")
    with wave.open(io.BytesIO(data)) as file:
        rate = file.getframerate()
        if file.getsampwidth() != 2 or file.getnchannels() != 1 or not 8_000 <= rate <= 96_000:
            raise ValueError("16 bits mono expected")
    pcm = np.frombuffer(data[HEADER : HEADER + (len(data) - HEADER) // 2 * 2], "<i2")  # a pipe has no length
    at = np.arange(int(len(pcm) * RATE / rate)) * (rate / RATE)
    found = np.interp(at, np.arange(len(pcm)), pcm)
    loudest = max(1.0, float(np.abs(found).max(initial=1.0)))
    samples: Samples = np.rint(found / loudest * PEAK * FULL).astype(np.int16)
    return samples
