"""What one source of the sound server hears, and never what another one does. Owns the thread `microphone`.

A stream of Qt's is handed over to another microphone when its own goes, without a word. Ours may not be moved: it ends.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from enum import StrEnum

from console.mumble.opus import RATE
from console.talkd.crossing import Crossing
from console.talkd.pulse import Context, Stream

FRAGMENT_MS = 10  # what the server hands over at once
TURN_S = 0.5
REACH_S = 0.3  # a sound server that does not answer at once is treated as none
STOP_S = 1.0
NAME = "Watchroom"


class Course(StrEnum):
    RUNS = "runs"
    NO_SERVER = "no_server"  # of the kind that can be asked for such a stream
    ENDED = "ended"  # the source went, the server went, or there is no such source


class Capture:
    """`on_sound` is called in the loop that made this; nothing comes after `stop`."""

    def __init__(self, source: str, on_sound: Callable[[bytes], None]) -> None:
        self._source = source
        self._on_sound = on_sound
        self._crossing: Crossing[bytes] = Crossing(self._pass_on)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="microphone", daemon=True)
        self._context: Context | None = None
        self.course = Course.NO_SERVER

    def start(self) -> bool:
        """Whether a sound server is there that can be asked; waits for it a third of a second at most."""
        context = _reached()
        if context is None:
            return False
        self._context, self.course = context, Course.RUNS
        self._thread.start()
        return True

    def stop(self) -> None:
        """Nothing more is passed on; the thread ends soon."""
        self._stopping.set()

    def _pass_on(self, pcm: bytes) -> None:
        if not self._stopping.is_set():
            self._on_sound(pcm)

    # ---- the thread ----

    def _run(self) -> None:
        assert self._context is not None
        stream = self._context.record(self._source, RATE, FRAGMENT_MS)
        while not (self._stopping.is_set() or stream.has_ended or self._context.has_failed):
            self._turn(self._context, stream)
        self.course = Course.ENDED
        stream.close()
        self._context.close()

    def _turn(self, context: Context, stream: Stream) -> None:
        context.turn(TURN_S)
        if sound := stream.read():
            self._crossing.post(sound)


def _reached() -> Context | None:
    try:
        context = Context(NAME)
    except OSError:
        return None
    end = time.monotonic() + REACH_S
    while not context.is_ready:
        left = end - time.monotonic()
        if context.has_failed or left <= 0:
            context.close()
            return None
        context.turn(left)
    return context
