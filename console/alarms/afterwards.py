"""What waits until every answer of the journal about an alarm has been heard: only then is its state the true one.

Desk thread. Several entries of ours may have lost at once. What is decided between two of those answers is decided on a
state that the second one takes away again, and would lose as they did, for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from console.clock import Clock, Deadline

ANSWERS_MS = 20  # the answers to what was committed together come one right behind the other


class Afterwards:
    """Acts by the stream they are about; those of one stream are done in order."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._acts: dict[str, list[Callable[[], None]]] = {}
        self._due: dict[str, Deadline] = {}

    def add(self, stream: str, act: Callable[[], None]) -> None:
        """An answer about this stream came: do this after the last of them."""
        if (due := self._due.get(stream)) is not None:
            due.cancel()
        self._acts.setdefault(stream, []).append(act)
        self._due[stream] = self._clock.after(ANSWERS_MS, partial(self._do, stream))

    def _do(self, stream: str) -> None:
        del self._due[stream]
        with ExitStack() as rest:  # one that raises keeps none of the others from being done
            for act in reversed(self._acts.pop(stream)):
                rest.callback(act)
