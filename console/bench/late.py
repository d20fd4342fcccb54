"""How late the loop of the windows was, over some spans: what every bench with windows prints. Desk thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from console import announce


@dataclass(slots=True)
class Late:
    """Each span's p99 and the latest beat of all, ms; how many beats there were, and how many later than 16 ms."""

    p99_ms: list[float] = field(default_factory=list)
    max_ms: float = 0.0
    beats: int = 0
    too_late: int = 0

    @classmethod
    def of(cls, parts: Iterable[Late]) -> Late:
        """All of them together."""
        whole = cls()
        for part in parts:
            whole.p99_ms += part.p99_ms
            whole.max_ms = max(whole.max_ms, part.max_ms)
            whole.beats += part.beats
            whole.too_late += part.too_late
        return whole

    def take(self, late: announce.WindowLate) -> None:
        """The words of a span, and of a beat so late that it is told at once."""
        self.max_ms = max(self.max_ms, late.max_ms)
        if late.is_of_span:
            self.p99_ms.append(late.p99_ms)
            self.beats += late.beats
            self.too_late += late.too_late

    @property
    def worst_p99_ms(self) -> float:
        """Of the worst span."""
        return max(self.p99_ms, default=0.0)

    @property
    def too_late_percent(self) -> float:
        """Of all beats: where it is at most 1, the p99 of the whole time is at most 16 ms."""
        return 100 * self.too_late / max(1, self.beats)

    def figures(self) -> dict[str, float]:
        """`p99` is that of the worst span."""
        over = round(self.too_late_percent, 2)
        return {"p99": round(self.worst_p99_ms, 1), "max": round(self.max_ms, 1), "over_16_ms_percent": over}
