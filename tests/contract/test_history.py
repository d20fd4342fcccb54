"""The history on its real homes, SQLite files and a PostgreSQL server: everything measured is there again, in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from console.backends.history.levels import Level
from console.backends.history.library import Library
from console.histories import Measured, Series
from console.model import LinkDown, LinkUp, point_id
from console.trends.reduction import DAY, HOUR, MINUTE, SECOND
from tests.contract.history_home import FAR, NOW, PRESSURE, Home, day, shown, told
from tests.waiting import wait_until


@pytest.fixture(params=["files", "server"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    where = tmp_path / "history" if request.param == "files" else request.getfixturevalue("postgresql")
    home = Home(tmp_path / "history", where)
    yield home
    home.history.stop()


# ---- every sample ----


def test_a_sample_is_found_as_soon_as_it_was_taken_and_again_when_it_is_in_the_tables(home: Home) -> None:
    measured = day(NOW, 4 * MINUTE, 10 * SECOND)
    home.take(measured)
    assert shown(home.read(PRESSURE, NOW, NOW + 5 * MINUTE)) == told(measured)
    home.settle()
    assert shown(home.read(PRESSURE, NOW, NOW + 5 * MINUTE)) == told(measured)
    assert home.posted(LinkDown) == [] and len(home.posted(LinkUp)) == 1


def test_memory_log_and_tables_are_one_series(home: Home) -> None:
    first, second, third = (day(NOW + n * 5 * MINUTE, 5 * MINUTE, 10 * SECOND) for n in range(3))
    home.take(first)
    home.settle()
    home.take(second)
    home.restart()
    home.take(third)
    found = shown(home.read(PRESSURE, NOW, NOW + 20 * MINUTE))
    assert found == told([*first, *second, *third])


def test_points_do_not_mix_and_an_unknown_one_has_no_samples(home: Home) -> None:
    here, there = day(NOW, MINUTE, SECOND), day(NOW, MINUTE, SECOND, FAR)
    home.take([one for pair in zip(here, there, strict=True) for one in pair])
    home.settle()
    assert shown(home.read(FAR, NOW, NOW + MINUTE)) == told(there)
    assert len(home.read(point_id("site", "nobody", "gas"), NOW, NOW + MINUTE)) == 0


def test_bad_readings_and_silences_are_kept_as_such(home: Home) -> None:
    measured = [*day(NOW, MINUTE, SECOND), *day(NOW + 3 * MINUTE, MINUTE, SECOND)]
    bad = Measured(PRESSURE, NOW + MINUTE, float("nan"), is_bad=True)
    home.take([*measured, bad])
    home.settle()
    series = home.read(PRESSURE, NOW, NOW + 5 * MINUTE)
    assert shown(series) == told(measured)
    assert series.t_ms[series.bad].tolist() == [NOW + MINUTE]
    assert np.isnan(series.mean[series.t_ms > NOW + MINUTE][0]), "the silence begins with a gap"


def test_late_samples_take_their_place_among_those_that_were_in_the_tables_before(home: Home) -> None:
    even = [one for one in day(NOW, 10 * MINUTE, SECOND) if one.t_ms // SECOND % 2 == 0]
    odd = [one for one in day(NOW, 10 * MINUTE, SECOND) if one.t_ms // SECOND % 2]
    home.take(even)
    home.settle()
    home.take([*odd, *even[:5]])  # some come a second time
    home.settle()
    assert shown(home.read(PRESSURE, NOW, NOW + 10 * MINUTE)) == told([*even, *odd])


# ---- minutes and hours ----


def minutes(measured: Sequence[Measured]) -> dict[int, tuple[float, float]]:
    """Lowest and highest of each minute."""
    found: dict[int, tuple[float, float]] = {}
    for one in measured:
        at = one.t_ms - one.t_ms % MINUTE
        low, high = found.get(at, (one.value, one.value))
        found[at] = (min(low, one.value), max(high, one.value))
    return found


def extremes(series: Series) -> dict[int, tuple[float, float]]:
    return {
        int(t): (float(low), float(high))
        for t, low, high in zip(series.t_ms, series.low, series.high, strict=True)
        if not np.isnan(low)
    }


def gather(home: Home) -> None:
    """Time passes until everything is gathered."""
    home.settle()
    home.clock.step(11 * DAY)
    home.history._writer._gather_at = 0.0
    wait_until(lambda: not due(home), 30, "everything gathered")


def due(home: Home) -> list[object]:
    reader = home.library()
    try:
        with reader.catalogue().begin():
            return list(reader.catalogue().exec_driver_sql("SELECT * FROM due"))
    finally:
        reader.close()


def test_a_day_in_minutes_is_the_same_before_and_after_it_is_gathered(home: Home) -> None:
    measured = day(NOW - DAY, DAY, 20 * SECOND)
    home.take(measured)
    expected = {at: pair for at, pair in minutes(measured).items() if at > NOW - DAY}
    for step in (lambda: None, home.settle, lambda: gather(home)):
        step()
        series = home.read(PRESSURE, NOW - DAY, NOW, 1_500)
        assert series.step_ms == MINUTE
        assert {at: pair for at, pair in extremes(series).items() if at > NOW - DAY} == expected


def test_a_late_sample_changes_the_minute_it_belongs_to_although_that_was_gathered(home: Home) -> None:
    home.take(day(NOW - DAY, DAY, 20 * SECOND))
    gather(home)
    peak = Measured(PRESSURE, NOW - DAY // 2, 9.5)
    home.take([peak])
    for step in (lambda: None, home.settle, lambda: gather(home)):
        step()
        series = home.read(PRESSURE, NOW - DAY, NOW, 1_500)
        assert np.nanmax(series.high) == 9.5
        assert int(series.t_ms[int(np.nanargmax(series.high))]) == peak.t_ms - peak.t_ms % MINUTE


def test_a_month_in_hours_comes_from_gathered_and_due_blocks_alike(home: Home) -> None:
    measured = day(NOW - 30 * DAY, 30 * DAY, 10 * MINUTE)
    home.take(measured)
    before = extremes(home.read(PRESSURE, NOW - 30 * DAY, NOW, 400))
    home.settle()
    assert extremes(home.read(PRESSURE, NOW - 30 * DAY, NOW, 400)) == before
    gather(home)
    after = home.read(PRESSURE, NOW - 30 * DAY, NOW, 400)
    assert after.step_ms == 2 * HOUR and extremes(after) == before


# ---- how long ----


def test_what_is_too_old_is_dropped_volume_by_volume_and_the_coarser_levels_stay(home: Home) -> None:
    home.take([*day(NOW - 9 * DAY, HOUR, MINUTE), *day(NOW - DAY, HOUR, MINUTE)])
    home.settle()
    reader = home.library()
    assert len(reader.volumes(Level.RAW)) == 2
    gather(home)
    home.clock.step(-11 * DAY)
    home.history._writer._drop_at = 0.0
    wait_until(lambda: len(reader.volumes(Level.RAW)) == 1, 20, "the older day to be dropped")
    reader.close()
    assert len(home.read(PRESSURE, NOW - 9 * DAY, NOW - 9 * DAY + HOUR)) >= 60, "minutes remain"


# ---- two consoles ----


def rows(server: Library) -> int:
    with server.catalogue().begin():
        return int(server.catalogue().exec_driver_sql("SELECT count(*) FROM block_raw").scalar_one())


def test_of_two_consoles_on_one_server_one_writes_and_the_other_takes_over(postgresql: str, tmp_path: Path) -> None:
    first = Home(tmp_path / "desk-1", postgresql)
    wait_until(lambda: first.posted(LinkUp), what="the first console")
    second = Home(tmp_path / "desk-2", postgresql)
    wait_until(lambda: second.posted(LinkUp), what="the second console")
    measured = [day(NOW + n * 5 * MINUTE, 5 * MINUTE, SECOND) for n in range(6)]
    server = first.library()
    try:
        for part in measured[:5]:
            first.take(part)
            second.take(part)
            first.settle()
            second.clock.step(5 * MINUTE)
        assert rows(server) == 5, "each block once"
        wait_until(lambda: len(second.history._unsettled.batches) <= 4, 20, "the second to let the oldest go")
        first.history.stop()
        second.take(measured[5])
        second.settle()
        assert shown(second.read(PRESSURE, NOW, NOW + HOUR)) == told([one for part in measured for one in part])
    finally:
        server.close()
        first.history.stop()
        second.history.stop()
