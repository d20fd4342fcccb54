"""What others say: each talker's sound for the room, each burst for the recorder. Loop of the voice process."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

import numpy as np

from console.clock import Clock
from console.errors import BackendError
from console.model import GroupId
from console.mumble import Voice
from console.mumble.opus import BadOpus
from console.talk_words import Direction, Speaking
from console.talkd.recorder import Beginning, Ending, Piece, Recorder
from console.talkd.talker import Mix, Talker

MOST = 64  # talkers at once: more is no conversation


class Hearing:
    """`speaks` is told who speaks in a group, "" when nobody does any more."""

    def __init__(
        self,
        clock: Clock,
        recorder: Recorder,
        numbers: itertools.count[int],
        report: Callable[[Speaking], None],
        speaks: Callable[[GroupId, str], None],
    ) -> None:
        self._clock = clock
        self._recorder = recorder
        self._numbers = numbers
        self._report = report
        self._speaks = speaks
        self._talkers: dict[tuple[GroupId, int], Talker] = {}
        self._playing: list[Talker] = []  # those whose last words are not played yet
        self.muted: frozenset[GroupId] = frozenset()  # groups we speak to right now: half duplex

    def hear(self, group: GroupId, voice: Voice) -> None:
        """20 ms of somebody, or the end of what is said."""
        key = (group, voice.who.session)
        talker = self._talkers.get(key) or self._begin(key, voice)
        if talker is None:
            return
        if voice.opus:
            try:
                length = talker.hear(voice.sequence, voice.opus, voice.is_last, time.monotonic())
            except BadOpus:
                return
            at = max(0, voice.sequence - talker.first)
            self._recorder.take(Piece(talker.burst, at * 10, length * 10, voice.opus))
        if voice.is_last:
            self._end(key)

    def _begin(self, key: tuple[GroupId, int], voice: Voice) -> Talker | None:
        if voice.is_last or len(self._talkers) >= MOST:
            return None
        try:
            talker = Talker(
                key[0], voice.who.name, next(self._numbers), self._clock.now_ms(), time.monotonic(), voice.sequence
            )
        except BackendError:  # without the codec there is nothing to hear
            return None
        self._talkers[key] = talker
        self._playing.append(talker)
        self._recorder.take(Beginning(talker.burst, Direction.HEARD, (key[0],), talker.name, talker.since_ms))
        self._report(Speaking(key[0], talker.name, True))
        self._speaks(key[0], talker.name)
        return talker

    def sweep(self) -> None:
        """Ends of which no packet told. Call it a few times a second."""
        now = time.monotonic()
        for key, talker in tuple(self._talkers.items()):
            if talker.has_ended(now):
                self._end(key)

    def _end(self, key: tuple[GroupId, int]) -> None:
        talker = self._talkers.pop(key)
        self._recorder.take(Ending(talker.burst, talker.length_ms, talker.holes))
        self._report(Speaking(talker.group, talker.name, False))
        others = [each.name for (group, _), each in self._talkers.items() if group == talker.group]
        self._speaks(talker.group, others[-1] if others else "")

    # ---- for the room ----

    @property
    def has_sound(self) -> bool:
        return bool(self._playing)

    def sound(self, is_urgent: bool) -> Mix | None:
        """The next 20 ms of everybody, None when nobody has said anything further yet.

        `is_urgent`: the loudspeaker has nothing left; what is missing now is concealed.
        """
        pieces = []
        for talker in tuple(self._playing):
            piece = talker.sound(is_urgent)
            if piece is not None and talker.group not in self.muted:
                pieces.append(piece)
            if talker.jitter.is_over and talker not in self._talkers.values():
                self._playing.remove(talker)
        return np.sum(pieces, axis=0) if pieces else None
