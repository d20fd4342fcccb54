"""What is said in the room: read aloud, played between the tones, answered once. Loop of the voice process."""

from __future__ import annotations

from collections.abc import Callable

from console.model.sounds import SpeechOutcome
from console.sounds.synthesis import Samples
from console.talkd.control import Said, Speak
from console.talkd.player import Player
from console.talkd.speech import Reader


class Saying:
    """One announcement at a time; the next one cuts it."""

    def __init__(self, player: Player, report: Callable[[Said], None]) -> None:
        self._player = player
        self._report = report
        self._reader = Reader(self._read, self.end)
        self._number: int | None = None
        self._is_read = False

    def say(self, what: Speak, *, can_be_heard: bool) -> None:
        self.end(SpeechOutcome.CUT)
        self._number, self._is_read = what.number, False
        if can_be_heard:
            self._reader.read(what.text, what.language)
        else:
            self.end(SpeechOutcome.NO_DEVICE)

    def end(self, outcome: SpeechOutcome) -> None:
        """Whatever is being said is over, for this reason."""
        number, self._number = self._number, None
        self._reader.drop()
        self._player.hush()
        if number is not None:
            self._report(Said(number, outcome))

    def look(self) -> None:
        """Call it while the device is fed: whether all of it was said."""
        if self._number is not None and self._is_read and not self._player.is_saying:
            self.end(SpeechOutcome.SPOKEN)

    def _read(self, words: Samples) -> None:
        self._is_read = True
        self._player.say(words)
