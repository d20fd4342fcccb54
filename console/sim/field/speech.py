"""Text to Opus: spoken by espeak-ng, a tone where it is not installed. Whoever asks waits for it."""

from __future__ import annotations

import io
import logging
import shutil
import subprocess
import wave
from functools import cache

import numpy as np
from numpy.typing import NDArray

from console.mumble.opus import FRAME, RATE, Encoder

log = logging.getLogger(__name__)

PROGRAM = "espeak-ng"
VOICES = {"zh_CN": "cmn", "zh_TW": "cmn", "en": "en"}
WORDS_A_MINUTE = 170
PATIENCE_S = 10.0
PEAK = 0.5  # of full amplitude
TONE_HZ, TONE_S = 700.0, 0.8
QUIET_S = 0.1  # before the first word, so that nothing of it is cut
Sound = NDArray[np.float32]


class Speech:
    """One language. The same text and pitch give the same packets."""

    def __init__(self, language: str) -> None:
        self._voice = VOICES.get(language, "en")
        self._said = cache(self._say)

    @staticmethod
    def is_there() -> bool:
        """Whether there is a voice; else everything is a tone."""
        return shutil.which(PROGRAM) is not None

    def packets(self, text: str, pitch: int) -> tuple[bytes, ...]:
        """20 ms each. `pitch` 0…99. Raises BackendError without libopus."""
        return self._said(text, pitch)

    def _say(self, text: str, pitch: int) -> tuple[bytes, ...]:
        sound = self._spoken(text, pitch)
        if sound is None:
            sound = tone()
        return encoded(sound)

    def _spoken(self, text: str, pitch: int) -> Sound | None:
        command = [PROGRAM, "-v", self._voice, "-p", str(pitch), "-s", str(WORDS_A_MINUTE), "--stdin", "--stdout"]
        try:
            done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=PATIENCE_S, check=True)
            return _read(done.stdout)
        except (OSError, subprocess.SubprocessError, wave.Error, EOFError, ValueError) as error:
            log.warning("no speech (%s): the field teams answer with a tone", error)
            return None


def _read(data: bytes) -> Sound:
    """A WAV of 16 bits mono at 48 kHz. Raises wave.Error, EOFError, ValueError."""
    with wave.open(io.BytesIO(data)) as file:
        rate = file.getframerate()
        if file.getsampwidth() != 2 or file.getnchannels() != 1:
            raise ValueError("16 bits mono expected")
        pcm = np.frombuffer(data[44 : 44 + (len(data) - 44) // 2 * 2], "<i2").astype(np.float32)  # a pipe has no length
    at = np.arange(int(len(pcm) * RATE / rate)) * (rate / RATE)
    found = np.interp(at, np.arange(len(pcm)), pcm).astype(np.float32)
    loudest = float(np.abs(found).max(initial=1.0))
    return np.asarray(found / loudest * PEAK, np.float32)


def tone() -> Sound:
    """What is heard without a voice."""
    at = np.arange(int(RATE * TONE_S), dtype=np.float32) / RATE
    return (np.sin(2 * np.pi * TONE_HZ * at) * PEAK).astype(np.float32)


def encoded(sound: Sound) -> tuple[bytes, ...]:
    """Opus packets of 20 ms; the last one is filled up. Raises BackendError without libopus."""
    quiet = np.zeros(int(RATE * QUIET_S), np.float32)
    whole = np.concatenate([quiet, sound])
    whole = np.concatenate([whole, np.zeros(-len(whole) % FRAME, np.float32)])
    pcm = (np.clip(whole, -1, 1) * 32_767).astype("<i2")
    encoder = Encoder()
    return tuple(encoder.encode(pcm[i : i + FRAME].tobytes()) for i in range(0, len(pcm), FRAME))
