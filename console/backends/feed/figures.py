"""What the feed counts, and the last raw messages of each source. Written by the feed's thread, read by any."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from console.model import Message

WINDOW_S = 10  # messages per second are an average over this many seconds
RAW_KEPT = 20  # last messages per source
RAW_BYTES = 4_096  # shown of each


@dataclass(frozen=True, slots=True)
class Figures:
    """Since the start of this process. `stored` + `repeated` + `dropped` = `received` while nothing is on its way."""

    received: int = 0
    stored: int = 0
    repeated: int = 0  # delivered again by the broker and recognised
    oversized: int = 0  # stored by their head only
    set_aside: int = 0  # made the program raise
    dropped: int = 0  # QoS 0 messages that could not be stored before the connection ended
    per_second: float = 0.0


class Tally:
    """Counts while the feed works."""

    def __init__(self, source_of: Callable[[str], str]) -> None:
        self._source_of = source_of
        self._figures = Figures()
        self._recent: deque[tuple[float, int]] = deque()
        self._raw: dict[str, deque[Message]] = {}

    def figures(self) -> Figures:
        since = time.monotonic() - WINDOW_S
        recent = sum(count for at, count in tuple(self._recent) if at >= since)
        return replace(self._figures, per_second=recent / WINDOW_S)

    def last_raw(self, source: str) -> tuple[Message, ...]:
        """The newest messages of a source, oldest first, payloads cut to 4 KiB; "" are those of no source."""
        return tuple(self._raw.get(source, ()))

    def count(self, *, received: int = 0, stored: int = 0, oversized: int = 0, set_aside: int = 0, dropped: int = 0,
              ) -> None:  # fmt: skip
        """Add to the counts. What was received and neither stored nor dropped was a repetition."""
        old = self._figures
        self._figures = replace(
            old,
            received=old.received + received,
            stored=old.stored + stored,
            repeated=old.repeated + received - stored - dropped,
            oversized=old.oversized + oversized,
            set_aside=old.set_aside + set_aside,
            dropped=old.dropped + dropped,
        )
        if received:
            self._recent.append((time.monotonic(), received))
            while self._recent[0][0] < time.monotonic() - WINDOW_S:
                self._recent.popleft()

    def show(self, message: Message) -> None:
        source = self._source_of(message.topic)
        ring = self._raw.get(source)
        if ring is None:
            ring = self._raw[source] = deque(maxlen=RAW_KEPT)
        if len(message.payload) > RAW_BYTES:
            message = replace(message, payload=message.payload[:RAW_BYTES])
        ring.append(message)
