"""A new demo has a month behind it: plausible, the same for the same seed, joined to what is measured from now on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from console.backends.history.filling import fill, is_new
from console.backends.history.library import Files
from console.backends.history.reading import Reading
from console.config.schema import HistoryConfig
from console.errors import BackendError
from console.histories import HistoryRequest, Series
from console.model import Point, PointId, Site, point_id
from console.sim.devices import WALKS, build
from console.sim.past import Past, past
from console.trends.reduction import DAY, HOUR, MINUTE, SECOND

NOW = 1_795_219_200_000 + 9 * HOUR + 137
WIRED, RADIO = point_id("site", "hyd-01", "water_pressure"), point_id("z2m", "0x01", "temperature")
SITE = Site(
    "s", "s", "Asia/Shanghai", (0.0, 0.0),
    points=(
        Point(WIRED, "压力", "Pressure", "water_pressure"),
        Point(RADIO, "温度", "Temperature", "temperature"),
        Point(point_id("z2m", "0x01", "smoke"), "烟感", "Smoke", "smoke"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def month() -> dict[PointId, Past]:
    return {each.point: each for each in past(SITE, 1, NOW)}


def test_every_point_that_measures_a_number_has_a_month(month: dict[PointId, Past]) -> None:
    assert set(month) == {WIRED, RADIO}
    for each in month.values():
        assert each.minutes.t_ms[0] <= NOW - 30 * DAY + MINUTE
        assert each.minutes.t_ms[-1] < each.samples.t_ms[0] <= NOW - 2 * HOUR
        assert NOW - 2 * MINUTE < each.samples.t_ms[-1] <= NOW


def test_values_stay_where_the_living_sensor_keeps_them_and_lead_to_it(month: dict[PointId, Past]) -> None:
    meters = {id_: meter for device in build(SITE.points, 1) for id_, meter in device.meters.items()}
    for point, each in month.items():
        walk = WALKS[meters[point].point.kind]
        assert walk.low <= each.minutes.low.min() and each.minutes.high.max() <= walk.high
        assert (each.minutes.low <= each.minutes.mean).all() and (each.minutes.mean <= each.minutes.high).all()
        assert abs(each.samples.value[-1] - float(meters[point].value)) < 5 * walk.step


def test_the_same_seed_makes_the_same_month_and_another_seed_another(month: dict[PointId, Past]) -> None:
    again = {each.point: each for each in past(SITE, 1, NOW)}[WIRED]
    other = {each.point: each for each in past(SITE, 2, NOW)}[WIRED]
    assert np.array_equal(month[WIRED].minutes.mean, again.minutes.mean)
    assert not np.array_equal(month[WIRED].minutes.mean, other.minutes.mean)


def test_a_room_is_warmer_in_the_afternoon_than_before_dawn(month: dict[PointId, Past]) -> None:
    hours = (month[RADIO].minutes.t_ms // HOUR + 8) % 24
    mean = month[RADIO].minutes.mean
    assert mean[(hours >= 14) & (hours <= 16)].mean() > mean[(hours >= 2) & (hours <= 4)].mean() + 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, month: dict[PointId, Past]) -> Path:
    folder = tmp_path_factory.mktemp("past") / "history"
    assert is_new(folder)
    fill(folder, [(each.point, each.minutes, each.samples) for each in month.values()], NOW)
    return folder


def read(folder: Path, point: PointId, start_ms: int, end_ms: int) -> Series:
    files = Files(folder, is_writer=False)
    try:
        return Reading(files, HistoryConfig(), (), NOW).answer(HistoryRequest(1, point, start_ms, end_ms, 1_000))
    finally:
        files.close()


@pytest.mark.parametrize("length_ms", [15 * MINUTE, 6 * HOUR, DAY, 7 * DAY, 30 * DAY - HOUR])
def test_every_stretch_of_it_is_shown_without_a_hole(folder: Path, length_ms: int) -> None:
    series = read(folder, WIRED, NOW - length_ms, NOW)
    assert not np.isnan(series.mean).any()
    assert series.t_ms[0] <= NOW - length_ms + max(series.step_ms, 10 * SECOND)
    assert series.t_ms[-1] >= NOW - max(2 * series.step_ms, 30 * SECOND)


def test_a_quarter_of_an_hour_long_ago_is_shown_in_minutes(folder: Path) -> None:
    series = read(folder, WIRED, NOW - 3 * DAY, NOW - 3 * DAY + 15 * MINUTE)
    assert (series.step_ms, 15 <= len(series) <= 18) == (MINUTE, True)


def test_the_radio_bridge_was_away_for_a_while(folder: Path) -> None:
    series = read(folder, RADIO, NOW - 4 * DAY, NOW - 3 * DAY)
    assert np.isnan(series.mean).sum() == 1


def test_a_history_that_holds_something_is_left_alone(folder: Path) -> None:
    with pytest.raises(BackendError, match="already"):
        fill(folder, [], 1)
