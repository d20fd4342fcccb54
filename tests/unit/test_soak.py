"""The soak's figures: a leak is seen as a slope, an odd look moves nothing, a new process counts from its own birth."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from console.bench import soak
from console.bench.soaking import Soaking


def look(at_s: float, window_mb: float = 100.0, video_mb: float = 500.0, pid: int = 7, fds: int = 60) -> soak.Look:
    return soak.Look(at_s, window_mb, 18, fds, pid, video_mb, 5, 200, 450.0, 187)


@given(per_hour=st.floats(-50, 50), odd=st.floats(-1_000, 1_000))
def test_a_steady_growth_is_found_whatever_one_odd_look_says(per_hour: float, odd: float) -> None:
    looks = [look(at * 10.0, 100 + per_hour * at * 10 / 3_600) for at in range(30)]
    looks[12] = look(120.0, 100 + odd)
    found = soak.slope(looks, lambda seen: seen.window_mb)
    assert found is not None and abs(found - per_hour) < 0.02 + abs(per_hour) * 0.01


def test_of_too_few_looks_no_slope_is_said() -> None:
    assert soak.slope([look(0.0), look(10.0)], lambda seen: seen.window_mb) is None


def test_the_report_leaves_warming_up_out_and_counts_the_lives_of_the_video_process() -> None:
    first = [look(at * 10.0, 100.0 + at, 300.0 + at * 8) for at in range(30)]
    second = [look(300 + at * 10.0, 200.0, 520.0, pid=8) for at in range(30)]
    seen = soak.Looks([*first, *second], [(10.0, 40.0), (500.0, 12.0)], 700.0)
    hands = cast("Soaking", SimpleNamespace(done=Counter(put=3), refused=Counter()))
    said = soak.report(seen, hands, 600.0)
    window, video = said["window"], said["video"]
    assert isinstance(window, dict) and isinstance(video, dict)
    assert video["lives"] == 2 and video["mb_without_rings"]["last"] == 70.0 and video["mb_without_rings_per_hour"] == 0
    assert window["mb"]["last"] == 200.0 and window["mb_per_hour"] < 100
    assert said["window_late_p99_ms"] == {"before": 40.0, "after": 12.0, "max": 700.0}
