"""The desk that has alarms said aloud at this position: the gravest first, each once, in few words. Desk thread.

Words come from whoever knows the operator's language, a voice from a Sound backend; without either nothing is said.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Collection
from typing import Protocol

from console import announce
from console.alarms import Alarm, Shown
from console.announce import Announcement
from console.audible import Sound
from console.clock import Clock, Deadline
from console.model import AlarmClass, AlarmId
from console.model.sounds import SpeechOutcome, Spoken

ANSWER_MS = 60_000  # an announcement of which nothing is heard for so long was not said
GRAVITY = {1: 0, 2: 1, 3: 2, 0: 3, 4: 4}  # of a priority; a fault comes before what is merely low
TOGETHER = 3  # more than so many waiting are told as a number


class Wording(Protocol):
    """Knows the operator's language."""

    @property
    def language(self) -> str: ...

    def alarm(self, alarm: Alarm) -> str:
        """Class, what and where."""

    def more(self, fires: int, others: int) -> str:
        """That so many further alarms have come."""


class Speaking:
    """`classes`: what is said aloud. `sound` None, or no class: this position says nothing."""

    def __init__(
        self, clock: Clock, sound: Sound | None, classes: Collection[str], announce_it: Callable[[Announcement], None]
    ) -> None:
        self._clock = clock
        self._sound = sound
        self._classes = frozenset(map(AlarmClass, classes))
        self._announce = announce_it
        self._words_of: Callable[[], Wording | None] = lambda: None
        self._said: dict[AlarmId, int] = {}  # the occurrence that was told, or waits to be
        self._waiting: dict[AlarmId, Alarm] = {}
        self._number = 0
        self._now: Alarm | None = None  # what is being said; None while a number of alarms is
        self._answer: Deadline | None = None

    def connect(self, wording: Wording) -> None:
        """From now on there are words, as long as whoever gives them lives."""
        self._words_of = weakref.ref(wording)

    @property
    def _wording(self) -> Wording | None:
        return self._words_of()

    @property
    def is_on(self) -> bool:
        return self._sound is not None and self._wording is not None and bool(self._classes)

    @property
    def is_speaking(self) -> bool:
        return self._answer is not None

    def see(self, alarm: Alarm) -> None:
        """The alarm is new or has changed: what has to be seen is said once for each time it came."""
        if not self.is_on or alarm.alarm_class not in self._classes:
            return
        if alarm.shown is not Shown.UNACKNOWLEDGED:
            self.forget(alarm.id)
        elif self._said.get(alarm.id) != len(alarm.occurrences):
            self._said[alarm.id] = len(alarm.occurrences)
            self._waiting[alarm.id] = alarm
            self._go_on(alarm)

    def forget(self, alarm: AlarmId) -> None:
        """Nobody has to be told of it any more."""
        self._said.pop(alarm, None)
        self._waiting.pop(alarm, None)

    def silence(self) -> None:
        """A person silenced the room: whatever is being said and waits is heard."""
        self._waiting.clear()
        if self.is_speaking and self._sound is not None:
            self._sound.hush()

    def answered(self, spoken: Spoken) -> None:
        """The backend says what became of an announcement."""
        if self._answer is not None and spoken.number == self._number:
            self._over(spoken.outcome)

    # ---- inside ----

    def _go_on(self, new: Alarm) -> None:
        """Something graver than what is being said cuts in; anything else waits."""
        if self._answer is None:
            self._next()
        elif self._now is not None and GRAVITY[new.priority] < GRAVITY[self._now.priority]:
            self._waiting[self._now.id] = self._now
            self._over(SpeechOutcome.CUT)

    def _next(self) -> None:
        wording = self._wording
        if not self._waiting or wording is None:
            return
        first = min(self._waiting.values(), key=lambda alarm: alarm.sort_key)
        if self._now is None or len(self._waiting) <= TOGETHER:
            del self._waiting[first.id]
            self._say(wording.alarm(first), wording.language, first)
            return
        told, self._waiting = self._waiting, {}
        fires = sum(alarm.alarm_class is AlarmClass.FIRE for alarm in told.values())
        self._say(wording.more(fires, len(told) - fires), wording.language, None)

    def _say(self, text: str, language: str, alarm: Alarm | None) -> None:
        assert self._sound is not None
        self._number += 1
        self._now = alarm
        self._answer = self._clock.after(ANSWER_MS, self._unanswered)
        self._sound.say(self._number, text, language)

    def _unanswered(self) -> None:
        self._over(SpeechOutcome.FAILED)

    def _over(self, outcome: SpeechOutcome) -> None:
        assert self._answer is not None
        self._answer.cancel()
        self._answer = None
        about = self._now.id if self._now is not None else AlarmId("")
        self._announce(announce.AlarmSpoken(alarm=about, outcome=outcome))
        self._next()
