"""A recorded burst, decoded for the room: on a thread of its own, so that neither disk nor decoder hold up a voice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from console.mumble.opus import FRAME, RATE
from console.talk_words import SayTrouble
from console.talkd.recorder import FOLDER

LONGEST_S = 600

Pcm = npt.NDArray[np.int16]


class Replay:
    """One burst. `on_ready` is called on the reading thread, with the sound or why there is none."""

    def __init__(self, data: Path | None, path: str, on_ready: Callable[[Replay], None]) -> None:
        self.path = path
        self.trouble = SayTrouble.NONE
        self.is_loaded = False
        self._pcm: Pcm = np.zeros(0, np.int16)
        self._at = 0
        self._data = data
        self._on_ready = on_ready
        threading.Thread(target=self._load, name="replay", daemon=True).start()

    def sound(self) -> npt.NDArray[np.float64] | None:
        """The next 20 ms, None at the end."""
        piece = self._pcm[self._at : self._at + FRAME]
        self._at += FRAME
        return np.pad(piece, (0, FRAME - len(piece))).astype(np.float64) if len(piece) else None

    def _load(self) -> None:
        try:
            self._pcm = _decoded(_within(self._data, self.path))
        except FileNotFoundError:
            self.trouble = SayTrouble.MISSING
        except (OSError, ValueError, av.FFmpegError):
            self.trouble = SayTrouble.UNPLAYABLE
        self.is_loaded = True
        self._on_ready(self)


def _within(data: Path | None, path: str) -> Path:
    """The file, which must be one of ours. Raises FileNotFoundError."""
    if data is None or not (file := (data / path).resolve()).is_relative_to((data / FOLDER).resolve()):
        raise FileNotFoundError(path)
    if not file.is_file():
        raise FileNotFoundError(path)
    return file


def _decoded(file: Path) -> Pcm:
    """48 kHz mono; where packets are missing it is silent."""
    out = np.zeros(0, np.int16)
    resampler = av.AudioResampler("s16", "mono", RATE)
    with av.open(str(file)) as container:
        pieces: list[tuple[int, Pcm]] = []
        for frame in container.decode(audio=0):
            at = int((frame.time or 0.0) * RATE)
            pieces += [(at, part.to_ndarray()[0]) for part in resampler.resample(frame)]
            if at > LONGEST_S * RATE:
                raise ValueError("too long")
        if pieces:
            out = np.zeros(max(at + len(pcm) for at, pcm in pieces), np.int16)
        for at, pcm in pieces:
            out[at : at + len(pcm)] = pcm
    return out
