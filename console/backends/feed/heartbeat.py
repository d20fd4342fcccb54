"""Whether the broker still delivers: a message of our own comes back every second, or the broker is lost. Pure."""

from __future__ import annotations

EVERY_S = 1.0
SILENT_S = 2.5  # with a turn of the loop in between, a frozen broker is noticed within three seconds
STALL_S = 0.5  # a longer gap between two turns was ours, and is not held against the broker


class Heartbeat:
    """Times are seconds of one monotonic clock, given by the caller."""

    def __init__(self, now: float) -> None:
        self._due = now
        self._seen = now
        self._turned = now

    def turn(self, now: float) -> bool:
        """To be called every turn of the loop; True when the next beat has to be sent."""
        if now - self._turned > STALL_S:
            self._seen += now - self._turned
        self._turned = now
        if now < self._due:
            return False
        self._due = now + EVERY_S
        return True

    def heard(self, now: float) -> None:
        """Something was delivered: the beat itself or any message, both prove that delivery works."""
        self._seen = now

    def is_silent(self, now: float) -> bool:
        return now - self._seen > SILENT_S
