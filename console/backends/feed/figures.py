"""What the feed counts. Written by its thread, read by any; what became of each message is in `console.arrivals`."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, replace

WINDOW_S = 10  # messages per second are an average over this many seconds


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

    def __init__(self) -> None:
        self._figures = Figures()
        self._recent: deque[tuple[float, int]] = deque()

    def figures(self) -> Figures:
        since = time.monotonic() - WINDOW_S
        recent = sum(count for at, count in tuple(self._recent) if at >= since)
        return replace(self._figures, per_second=recent / WINDOW_S)

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
