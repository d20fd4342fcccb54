"""How late the loop of the windows was, over some spans: what every bench with windows prints. Desk thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from console import announce


@dataclass(slots=True)
class Late:
    """Each span's p99 and the latest beat of all, ms."""

    p99_ms: list[float] = field(default_factory=list)
    max_ms: float = 0.0

    def take(self, late: announce.WindowLate) -> None:
        """The words of a span, and of a beat so late that it is told at once."""
        self.max_ms = max(self.max_ms, late.max_ms)
        if late.is_of_span:
            self.p99_ms.append(late.p99_ms)

    @property
    def worst_p99_ms(self) -> float:
        """Of the worst span."""
        return max(self.p99_ms, default=0.0)

    def figures(self) -> dict[str, float]:
        return {"p99": round(self.worst_p99_ms, 1), "max": round(self.max_ms, 1)}
