"""What decoders want of the broker beside what comes by itself: topics discovered later, and words to devices.

Feed's thread only. A decoder stays pure: it leaves a wish here, and the feed sees to it when it has read the burst.
"""

from __future__ import annotations

from dataclasses import dataclass

from console.topics import problem_of

MOST_FILTERS = 20_000  # topics that discoveries may bring; who invents more is not listened to
LONGEST_TOPIC = 2_048  # characters
MOST_WORDS = 256  # words that may wait; a device that needs more of them is asked again later


@dataclass(frozen=True, slots=True)
class Word:
    """A message to a device that is worth saying once: nobody repeats it when nobody hears it."""

    topic: str
    payload: bytes


class Errands:
    """Wishes since they were last taken. `revision` grows with every topic discovered or forgotten."""

    def __init__(self) -> None:
        self._topics: dict[str, None] = {}
        self._fresh: list[str] = []
        self._words: list[Word] = []
        self.revision = 0

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic that a discovery has named, in the order of discovery."""
        return tuple(self._topics)

    def listen(self, topic: str) -> bool:
        """This topic is wanted as well; False when it is no plain topic, or there are too many."""
        if (
            not 0 < len(topic) <= LONGEST_TOPIC
            or topic.startswith("$")
            or problem_of(topic, pattern=False)
            or "+" in topic
            or "#" in topic
        ):
            return False
        if topic not in self._topics:
            if len(self._topics) >= MOST_FILTERS:
                return False
            self._topics[topic] = None
            self._fresh.append(topic)
            self.revision += 1
        return True

    def forget(self, topic: str) -> None:
        """Nobody needs this topic any more."""
        if self._topics.pop(topic, "") is None:
            self.revision += 1

    def take_fresh(self) -> list[str]:
        """The topics named since the last call."""
        if not self._fresh:
            return []
        fresh, self._fresh = self._fresh, []
        return fresh

    def say(self, topic: str, payload: bytes) -> bool:
        """Tell a device something; False when too much waits already."""
        if len(self._words) >= MOST_WORDS or problem_of(topic, pattern=False):
            return False
        self._words.append(Word(topic, payload))
        return True

    def take_words(self) -> list[Word]:
        """What is to be said, oldest first; each once."""
        if not self._words:
            return []
        words, self._words = self._words, []
        return words
