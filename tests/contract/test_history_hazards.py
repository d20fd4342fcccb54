"""What a wrong clock and a hostile name may do to the history: nothing that was measured goes, nothing is mixed up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.backends.history.levels import Level
from console.histories import Measured
from console.model import LinkDown, point_id
from console.trends.reduction import DAY, HOUR, MINUTE, SECOND
from tests.contract.history_home import NOW, PRESSURE, Home, day, shown, told
from tests.waiting import wait_until

YEARS = 3_650 * DAY


@pytest.fixture(params=["files", "server"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    where = tmp_path / "history" if request.param == "files" else request.getfixturevalue("postgresql")
    home = Home(tmp_path / "history", where)
    yield home
    home.history.stop()


def test_a_name_no_database_takes_costs_no_other_point_anything(home: Home) -> None:
    """A payload may name its device as it likes, with a NUL in it, too."""
    measured = day(NOW, MINUTE, SECOND)
    home.take([Measured(point_id("site", "pump\0x", "gas"), NOW, 9.5), *measured])
    home.restart()  # what is read now comes from the log
    assert shown(home.read(PRESSURE, NOW, NOW + MINUTE)) == told(measured)
    home.settle()
    assert shown(home.read(PRESSURE, NOW, NOW + MINUTE)) == told(measured)
    assert home.posted(LinkDown) == []


def volumes(home: Home) -> list[str]:
    reader = home.library()
    try:
        return [volume.name for volume in reader.volumes(Level.RAW)]
    finally:
        reader.close()


def tended(home: Home) -> None:
    """It was looked for what is too old."""
    home.history._writer._drop_at = 0.0
    wait_until(lambda: home.history._writer._drop_at > 0.0, 20, "a look for what is too old")


def test_a_clock_that_jumps_years_ahead_makes_nothing_old(home: Home) -> None:
    measured = day(NOW - DAY, HOUR, MINUTE)
    home.take(measured)
    home.settle()
    kept = volumes(home)
    home.clock.step(YEARS)
    tended(home)
    assert volumes(home) == kept
    home.take(day(NOW + YEARS, HOUR, MINUTE))
    home.settle()
    tended(home)
    assert volumes(home)[: len(kept)] == kept, "a first day at the wrong time is no proof of it"
    home.clock.step(-YEARS)
    tended(home)
    assert shown(home.read(PRESSURE, NOW - DAY, NOW - DAY + HOUR))[:60] == told(measured)


def test_a_room_that_was_empty_for_years_forgets_them_after_a_week(home: Home) -> None:
    home.take(day(NOW - DAY, HOUR, MINUTE))
    home.settle()
    kept = volumes(home)
    home.clock.step(YEARS)
    for number in range(8):
        home.take(day(NOW + YEARS + number * DAY, HOUR, 10 * MINUTE))
    home.settle()
    home.clock.step(7 * DAY)
    tended(home)
    assert not set(kept) & set(volumes(home))
