"""The stretch of time the plots show: it follows the clock, or stands where the hand left it. Pure; milliseconds."""

from __future__ import annotations

from dataclasses import dataclass, replace

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
RANGES = (15 * MINUTE, HOUR, 8 * HOUR, DAY, 7 * DAY, 30 * DAY)
LEAST, MOST = 10_000, RANGES[-1]
BEFORE, AFTER = 10 * MINUTE, 5 * MINUTE  # what is shown around an alarm
STEP = 1.25  # one notch of the wheel


@dataclass(frozen=True, slots=True)
class Span:
    """`end_ms` None follows the clock; else the span is paused there."""

    length_ms: int = HOUR
    end_ms: int | None = None

    @property
    def is_live(self) -> bool:
        return self.end_ms is None

    def at(self, now_ms: int) -> tuple[int, int]:
        """Start and end, epoch ms."""
        end = now_ms if self.end_ms is None else self.end_ms
        return end - self.length_ms, end

    def live(self) -> Span:
        return replace(self, end_ms=None)

    def paused(self, now_ms: int) -> Span:
        return replace(self, end_ms=self.at(now_ms)[1])

    def of(self, length_ms: int, now_ms: int) -> Span:
        """Another length: live stays live, what is paused keeps its middle."""
        if self.is_live:
            return Span(length_ms)
        return _ending(self.at(now_ms)[1] + (length_ms - self.length_ms) // 2, length_ms, now_ms)

    def zoomed(self, notches: float, about: float, now_ms: int) -> Span:
        """Pause and zoom so that what lies under the pointer stays there; `about` is 0 at the left, 1 at the right."""
        start, _ = self.at(now_ms)
        length = max(LEAST, min(MOST, round(self.length_ms / STEP**notches)))
        return _ending(round(start + about * (self.length_ms - length)) + length, length, now_ms)

    def moved(self, share: float, now_ms: int) -> Span:
        """Pause and go on by this share of the length, back where it is negative; never beyond now."""
        return _ending(self.at(now_ms)[1] + round(share * self.length_ms), self.length_ms, now_ms)


def around(alarm_ms: int, now_ms: int) -> Span:
    """Ten minutes before an alarm and five after it; live while those five are not over."""
    length = BEFORE + AFTER
    return Span(length) if now_ms < alarm_ms + AFTER else Span(length, alarm_ms + AFTER)


def _ending(end_ms: int, length_ms: int, now_ms: int) -> Span:
    return Span(length_ms, min(end_ms, now_ms))
