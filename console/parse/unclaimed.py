"""Messages on topics that no source knows yet: after a start they may come before the discovery that names them.

Feed's thread. They count as refused like any other; when a discovery names their topic in time they are read after all.
"""

from __future__ import annotations

from console.model import Message

MOST_TOPICS = 1_000
MOST_OF_ONE = 8  # messages of a topic, the newest
MOST_BYTES = 4_096  # of a message: a signal that stands alone on its topic is a word or a small table
LONGEST_TOPIC = 2_048  # characters


class Unclaimed:
    def __init__(self) -> None:
        self._kept: dict[str, list[Message]] = {}

    def keep(self, message: Message) -> None:
        if len(message.payload) > MOST_BYTES or len(message.topic) > LONGEST_TOPIC:
            return
        kept = self._kept.get(message.topic)
        if kept is None:
            if len(self._kept) >= MOST_TOPICS:
                del self._kept[next(iter(self._kept))]
            kept = self._kept[message.topic] = []
        elif len(kept) >= MOST_OF_ONE:
            del kept[0]
        kept.append(message)

    def take(self, topic: str) -> list[Message]:
        """What came on this topic, oldest first; it is not kept any more."""
        return self._kept.pop(topic, [])
