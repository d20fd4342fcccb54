"""`units.csv` and `responses.csv`: every mistake with its line and cure, and what a right one becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from console import site
from console.errors import ConfigError
from console.model import BuildingId, Crew, Response, UnitId, UnitKind, ZoneId
from tests.unit.site_folder import lat_lon, write

HEAD = "id,kind,name,name_en,lat,lon,datum,building,people,phone,skills,group"
STATION = f"M1,M,微站,Station,{lat_lon(9, 5)},,A,4,0573-1,fire;scba;fire,fire-1"
GROUPS = "id,name,name_en,channel,kind,chosen\nfire-1,消防一组,Fire 1,Luting/Fire 1,team,yes\n"
RESPONSE_HEAD = "kind,alarm_class,zone,building,skills,units"


def folder(tmp_path: Path, *units: str, responses: tuple[str, ...] = ()) -> Path:
    write(tmp_path)
    (tmp_path / "groups.csv").write_text(GROUPS, encoding="utf-8")
    (tmp_path / "units.csv").write_text("\n".join((HEAD, *units)) + "\n", encoding="utf-8")
    (tmp_path / "responses.csv").write_text("\n".join((RESPONSE_HEAD, *responses)) + "\n", encoding="utf-8")
    return tmp_path


def test_a_unit_is_read_with_its_station_skills_and_group(tmp_path: Path) -> None:
    found, warnings = site.load(folder(tmp_path, STATION, "E1,E,专家,Expert,,,,,,,hazmat,"))
    assert warnings == ()
    station, expert = found.units
    assert station.station == pytest.approx((9, 5), abs=0.1)
    assert (station.kind, station.skills, station.people) == (UnitKind.MICRO_STATION, ("fire", "scba"), 4)
    assert (station.group, station.building, station.phone) == ("fire-1", BuildingId("A"), "0573-1")
    assert expert == Crew(UnitId("E1"), UnitKind.EXPERT, "专家", "Expert", None, ("hazmat",))


def test_what_alarms_ask_for_is_read_with_its_scope(tmp_path: Path) -> None:
    rows = ("*,F,,,fire,2", "smoke,,A-W,,fire;scba,", "smoke,,,A,,3")
    found, warnings = site.load(folder(tmp_path, STATION, responses=rows))
    assert warnings == ()
    assert found.responses == (
        Response("*", ("fire",), 2, alarm_class=found.responses[0].alarm_class),
        Response("smoke", ("fire", "scba"), 1, zone=ZoneId("A-W")),
        Response("smoke", (), 3, building=BuildingId("A")),
    )


@pytest.mark.parametrize(
    ("row", "key", "what"),
    [
        ("M/1,M,微站,Station,,,,,,,,", "id", "cannot be part of a topic"),
        ("M2,F,微站,Station,,,,,,,,", "kind", "'F' is not known"),
        ("m1,M,微站,Station,,,,,,,,", "id", "already used in line 2"),
        ("M2,M,微站,Station,,,,,,,Fire,", "skills", "'Fire' is not a skill"),
        ("M2,M,微站,Station,,,,,,,,fire-9", "group", "there is no group 'fire-9'"),
        ("M2,M,微站,Station,,,,B,,,,", "building", "there is no building 'B'"),
        ("M2,M,微站,Station,30.8,,,,,,,", "lon", "is empty but 'lat' is given"),
        ("M2,M,微站,Station,,,,,0,,,", "people", "0 is out of range"),
    ],
)
def test_a_wrong_unit_is_an_error_that_names_line_and_column(tmp_path: Path, row: str, key: str, what: str) -> None:
    with pytest.raises(ConfigError) as wrong:
        site.load(folder(tmp_path, STATION, row))
    (problem,) = wrong.value.problems
    assert (problem.file, problem.line, problem.key) == ("units.csv", 3, key) and what in problem.what


@pytest.mark.parametrize(
    ("row", "key", "what", "is_warning"),
    [
        ("smok,,,,fire,1", "kind", "there is no kind 'smok'", False),
        ("smoke,,X,,fire,1", "zone", "there is no zone 'X'", False),
        ("smoke,Q,,,fire,1", "alarm_class", "'Q' is not known", False),
        ("smoke,,,,fire,99", "units", "99 is out of range", False),
        ("smoke,,,,hazmat,1", "skills", "no unit has the skill 'hazmat'", True),
    ],
)
def test_a_wrong_response_names_line_and_column(
    tmp_path: Path, row: str, key: str, what: str, is_warning: bool
) -> None:
    (problem,) = site.check(folder(tmp_path, STATION, responses=(row,)))
    assert (problem.file, problem.line, problem.key, problem.warning) == ("responses.csv", 2, key, is_warning)
    assert what in problem.what


def test_a_change_of_units_is_shown_before_it_is_applied(tmp_path: Path) -> None:
    before, _ = site.load(folder(tmp_path, STATION))
    after, _ = site.load(folder(tmp_path, STATION.replace("0573-1", "0573-2"), "G1,G,网格员,Grid,,,,,,,,"))
    assert site.difference(before, after).counts == {"units": (1, 0, 1)}


def test_the_demo_site_has_a_dozen_units_of_every_kind_and_asks_only_for_what_they_can() -> None:
    found, warnings = site.load(Path("resources/demo"))
    assert warnings == () and len(found.units) >= 12
    assert {crew.kind for crew in found.units} == set(UnitKind)
    skills = {skill for crew in found.units for skill in crew.skills}
    assert {skill for row in found.responses for skill in row.skills} <= skills
