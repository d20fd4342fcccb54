"""What the gateway has taken, and what it has not, by reason; said in the log when it has changed. Loop thread."""

from __future__ import annotations

import logging
from collections import Counter
from enum import StrEnum

log = logging.getLogger(__name__)


class Told(StrEnum):
    """What became of something that arrived."""

    TAKEN = "taken"  # the broker has it, and whoever sent it was told so
    REPEATED = "repeated"  # the broker had it already
    UNCONFIRMED = "unconfirmed"  # the broker does not have it: whoever sent it will send it again
    DENIED = "denied"  # a frame that is spoilt, or asks for what a centre does not do
    GARBAGE = "garbage"  # bytes that belong to no frame
    TURNED_AWAY = "turned_away"  # not allowed in, too many, too much, too slow
    FORBIDDEN = "forbidden"  # a push without the right secret
    REFUSED = "refused"  # a push that is none


class Tally:
    """Counts by what became of it and why."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[Told, str]] = Counter()
        self._said: Counter[tuple[Told, str]] = Counter()

    def add(self, told: Told, reason: str = "", count: int = 1) -> None:
        if count:
            self.counts[told, reason] += count

    def of(self, told: Told) -> int:
        """All of this kind, whatever the reason."""
        return sum(count for (what, _), count in self.counts.items() if what is told)

    def say(self) -> None:
        """One line of what has come since the last one, none when nothing has."""
        new = self.counts - self._said
        self._said = self.counts.copy()
        if new:
            parts = (f"{what.value}{f' ({why})' if why else ''} {count}" for (what, why), count in sorted(new.items()))
            log.info("since the last line: %s", ", ".join(parts))
