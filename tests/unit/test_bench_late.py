"""How a bench tells how late the windows were: of spans that do not overlap, over as many parts as it has."""

from __future__ import annotations

from console.announce import WindowLate
from console.bench.flood import Part, report
from console.bench.late import Late


def late(beats: int, too_late: int, p99_ms: float, max_ms: float) -> WindowLate:
    return WindowLate(beats=beats, too_late=too_late, p50_ms=0.1, p95_ms=1.0, p99_ms=p99_ms, max_ms=max_ms)


def test_a_beat_told_at_once_is_not_counted_twice() -> None:
    seen = Late()
    seen.take(late(1, 1, 140.0, 140.0))
    seen.take(late(2_000, 15, 12.0, 140.0))
    assert seen.figures() == {"p99": 12.0, "max": 140.0, "over_16_ms_percent": 0.75}


def test_a_flood_tells_the_share_of_late_beats_of_each_part_and_of_all_together() -> None:
    calm, upset = Part("pouring", []), Part("fires", [])
    calm.late.take(late(30_000, 60, 8.0, 40.0))
    upset.late.take(late(2_000, 100, 39.0, 90.0))
    told = report([calm, upset])
    parts = told["parts"]
    assert isinstance(parts, dict)
    shares = [part["window_late_ms"]["over_16_ms_percent"] for part in parts.values()]
    assert shares == [0.2, 5.0]
    assert told["window_late_ms"] == {"p99": 39.0, "max": 90.0, "over_16_ms_percent": 0.5}
