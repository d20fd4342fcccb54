"""The clip that is being played, as the window's side of the video process sees it. Thread-safe.

`take` and `frame_slot` are for the desk thread, everything else for the child's.
"""

from __future__ import annotations

import threading

from console.inbox import Inbox
from console.replays import CloseClip, PlayClip, PlayTrouble, ReplayFailed, ReplayOrder, ReplayWord


class Replaying:
    """One clip at a time; words on any other are dropped, and a process that ends takes its clip with it."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._open: PlayClip | None = None
        self._lock = threading.Lock()

    def take(self, order: ReplayOrder) -> None:
        with self._lock:
            if isinstance(order, PlayClip):
                self._open = order
            elif isinstance(order, CloseClip) and self._open is not None and self._open.play == order.play:
                self._open = None

    @property
    def slot(self) -> int | None:
        """The slot that shows a clip, None while none is open."""
        played = self._open
        return played.slot if played is not None else None

    def greeting(self) -> list[PlayClip]:
        """What a new process has to be told: a clip that was asked for while there was none."""
        with self._lock:
            return [self._open] if self._open is not None else []

    def heard(self, word: ReplayWord) -> None:
        """Hand on what the process says of the clip that is open."""
        with self._lock:
            if self._open is None or self._open.play != word.play:
                return
            if isinstance(word, ReplayFailed):
                self._open = None
        self._inbox.post(word)

    def lost(self) -> None:
        """The process ended."""
        with self._lock:
            gone, self._open = self._open, None
        if gone is not None:
            self._inbox.post(ReplayFailed(gone.play, PlayTrouble.STOPPED, ""))
