"""The console's end of the cord: introduces itself, beats from the desk thread, says when it ends. Desk thread.

Without a guardian (`main.py run` started directly) every method does nothing.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from console.clock import Clock
from console.guardian.cord import BEAT, BEAT_S, ENDING, FAILING, VARIABLE, Cord, Hello
from console.guardian.last_words import LastWords
from console.mishaps import Restart

log = logging.getLogger(__name__)

SHOW_STACKS = signal.SIGUSR2  # RELOAD and APPLY have the other two


class Lifeline:
    """One per process. The beat is a deadline of the clock: whatever stops the desks from working stops it too."""

    def __init__(self, cord: Cord | None) -> None:
        self._cord = cord
        self._lost: Callable[[], None] = lambda: None
        self._clock: Clock | None = None

    @staticmethod
    def taken(hello: Hello) -> Lifeline:
        """Take the cord out of the environment, where no child shall find it, and introduce ourselves."""
        text = os.environ.pop(VARIABLE, "")
        lifeline = Lifeline(Cord.from_text(text) if text else None)
        lifeline._introduce(hello)
        return lifeline

    @property
    def is_guarded(self) -> bool:
        return self._cord is not None

    @property
    def restart(self) -> Restart | None:
        """Why the guardian has started us again, None at a first start."""
        return self._cord.restart if self._cord is not None else None

    def _introduce(self, hello: Hello) -> None:
        if (cord := self._cord) is None:
            return
        for descriptor in (cord.pulse, cord.stacks, cord.words):
            os.set_inheritable(descriptor, False)
        os.set_blocking(cord.pulse, False)
        assert sys.stderr is not None
        sys.stderr = LastWords(sys.stderr, cord.words)
        faulthandler.enable(cord.stacks)
        # Of this thread alone, the desk's: those of the others run on while the handler reads, and reading a frame that
        # ends meanwhile would kill a console that only stood still for a moment.
        faulthandler.register(SHOW_STACKS, cord.stacks, all_threads=False)
        self._send(hello.to_line())

    @contextmanager
    def held(self, clock: Clock, lost: Callable[[], None]) -> Iterator[None]:
        """Beat until the block ends, then say how it ended. `lost` is called once if the guardian is gone."""
        self._clock, self._lost = clock, lost
        clock.after(0, self._beat)  # not before the desks work: opening many windows takes its time
        try:
            yield
        except BaseException:
            self._send(FAILING)
            raise
        else:
            self._send(ENDING)
        finally:
            self._clock = None

    def _beat(self) -> None:
        if self._cord is not None and self._clock is not None:
            self._send(BEAT)
            self._clock.after(int(BEAT_S * 1000), self._beat)

    def _send(self, data: bytes) -> None:
        """Never waits: a guardian that was stopped reads its beats later, or never."""
        if self._cord is None:
            return
        try:
            os.write(self._cord.pulse, data)
        except BlockingIOError:
            return
        except OSError:
            log.error("the guardian is gone: the console goes on, but nothing starts it again should it fail")
            self._cord = None
            self._lost()
