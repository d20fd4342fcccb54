"""The short signals only the person at this position hears: the limit is near, the press was cut. Pure."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from console.mumble.opus import FRAME, RATE
from console.talk_words import TalkTone

# Hz and ms of each note, 0 Hz a pause
NOTES = {
    TalkTone.WARNING: ((880, 90), (0, 60), (880, 90)),
    TalkTone.CUT: ((440, 140), (0, 40), (330, 220)),
}
PEAK = 0.25 * 32_768
EDGE = RATE * 5 // 1000  # samples of fading, against clicks


class Beep:
    """One signal, 20 ms after 20 ms."""

    def __init__(self, tone: TalkTone) -> None:
        self._samples = np.concatenate([_note(hertz, ms) for hertz, ms in NOTES[tone]])
        self._at = 0

    def sound(self) -> npt.NDArray[np.float64] | None:
        """The next 20 ms, None at the end."""
        piece = self._samples[self._at : self._at + FRAME]
        self._at += FRAME
        return np.pad(piece, (0, FRAME - len(piece))) if len(piece) else None


def _note(hertz: int, ms: int) -> npt.NDArray[np.float64]:
    count = RATE * ms // 1000
    note = PEAK * np.sin(2 * np.pi * hertz * np.arange(count) / RATE)
    edge = np.linspace(0.0, 1.0, EDGE)
    note[:EDGE] *= edge
    note[-EDGE:] *= edge[::-1]
    return note
