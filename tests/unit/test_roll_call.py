"""Units and incidents on the command line: found by id or name, and what a unit said by voice is understood."""

from __future__ import annotations

import pytest

from console.finding import Sought
from console.model import Crew, IncidentId, UnitId, UnitKind, UnitStatus
from console.roll_call import RollCall, report_of

CREWS = (
    Crew(UnitId("M2"), UnitKind.MICRO_STATION, "微型消防站二站", "Micro fire station 2"),
    Crew(UnitId("M21"), UnitKind.MICRO_STATION, "微型消防站二十一站", "Micro fire station 21"),
    Crew(UnitId("G1"), UnitKind.GRID, "网格员林芳", "Grid officer Lin Fang"),
)
ROLL = RollCall(CREWS)
INCIDENTS = ((IncidentId("E-0007"), "东楼三层", "East building 3F"), (IncidentId("E-0012"), "南门", "South gate"))


def keys(text: str, kind: Sought) -> list[str]:
    return [found.key for found in ROLL.find(text, INCIDENTS) if found.kind is kind]


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("M21 on scene", UnitStatus.ON_SCENE), ("/m21 on sc", UnitStatus.ON_SCENE), ("M21 到场", UnitStatus.ON_SCENE),
        ("M21抵達", UnitStatus.ON_SCENE), ("M21 en route", UnitStatus.EN_ROUTE), ("M21 declines", UnitStatus.DECLINED),
        ("Micro fire station 21 out of service", UnitStatus.OUT_OF_SERVICE),
        ("微型消防站二十一站接单", UnitStatus.ACCEPTED), ("M21   returning", UnitStatus.RETURNING),
    ],
)  # fmt: skip
def test_what_a_unit_said_is_understood_in_each_language(typed: str, status: UnitStatus) -> None:
    assert [report_of(key) for key in keys(typed, Sought.REPORT)] == [("M21", status)]


def test_a_unit_is_not_taken_for_another_whose_name_begins_the_same() -> None:
    assert [report_of(key)[0] for key in keys("M2 on scene", Sought.REPORT)] == ["M2"]
    assert keys("M2", Sought.UNIT) == ["M2"]


@pytest.mark.parametrize(("typed", "unit"), [("lin", "G1"), ("林芳", "G1"), ("g1", "G1"), ("grid officer", "G1")])
def test_a_unit_is_found_by_its_id_and_its_names(typed: str, unit: str) -> None:
    assert keys(typed, Sought.UNIT) == [unit]


@pytest.mark.parametrize(("typed", "incident"), [("E-0007", "E-0007"), ("e-0012", "E-0012"), ("south", "E-0012")])
def test_an_incident_is_found_by_its_number_and_its_place(typed: str, incident: str) -> None:
    assert keys(typed, Sought.INCIDENT) == [incident]


@pytest.mark.parametrize("typed", ["", "/", "M21 ", "M21 xyz", "M9 on scene", "on scene"])
def test_what_says_nothing_reports_nothing(typed: str) -> None:
    assert keys(typed, Sought.REPORT) == []
