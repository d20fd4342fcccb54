"""Who can be sent at the demo site, and what its alarms ask for. Pure; people and numbers are invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from console.model import XY
from console.sim.demo_site import estate, park
from console.sim.demo_site.plan import House

FIRE, SECURITY, HOMES = "fire-1", "security", "estate"  # groups of groups.csv
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Team:
    """A row of units.csv; `at` is of the site, None: nowhere in particular."""

    id: str
    kind: str
    names: tuple[str, str]
    at: XY | None
    house: str
    people: int
    phone: str
    skills: str
    group: str


def _in(house: House, ident: str, names: tuple[str, str], crew: tuple[int, str], skills: str, group: str) -> Team:
    """A team that waits in a house; its kind is the first letter of its id."""
    at = house.out((house.width / 2, house.depth / 2))
    return Team(ident, ident[0], names, at, house.id, *crew, skills, group)


def _out(ident: str, names: tuple[str, str], at: XY, crew: tuple[int, str], skills: str, group: str) -> Team:
    return Team(ident, ident[0], names, at, "", *crew, skills, group)


def teams() -> list[Team]:
    """Fifteen units of every kind."""
    return [*_stations(), *_squads(), *_officers(), *_staff(), *_experts()]


def _stations() -> list[Team]:
    skills = "fire;scba;first_aid"
    return [
        _in(park.MFS, "M1", ("微型消防站一站", "Micro fire station 1"), (6, "0573-555-0111"), skills, FIRE),
        _in(estate.COMM, "M2", ("微型消防站二站", "Micro fire station 2"), (5, "0573-555-0112"), skills, FIRE),
        _in(park.W1, "M3", ("仓储区志愿消防队", "Warehouse fire volunteers"), (4, "0573-555-0113"), "fire", FIRE),
    ]


def _squads() -> list[Team]:
    skills = "first_aid;evacuation;body_camera"
    first, second, third = ("0573-555-0121", "0573-555-0122", "0573-555-0123")
    return [
        _in(park.OFFICE, "S1", ("应急处置一小分队", "Response squad 1"), (6, first), f"fire;{skills}", FIRE),
        _out("S2", ("应急处置二小分队", "Response squad 2"), (40.0, 13.0), (5, second), skills, FIRE),
        _in(estate.GYM, "S3", ("苇鹭救援队", "Reed Heron Rescue"), (8, third), "first_aid;flood;evacuation", FIRE),
    ]


def _officers() -> list[Team]:
    skills = "evacuation;keys"
    return [
        _out("G1", ("网格员林芳", "Grid officer Lin Fang"), (30.0, 30.0), (1, "0573-555-0131"), skills, SECURITY),
        _out("G2", ("网格员周明", "Grid officer Zhou Ming"), (-160.0, 13.0), (1, "0573-555-0132"), skills, SECURITY),
        _in(estate.COMM, "G3", ("网格员沈洁", "Grid officer Shen Jie"), (1, "0573-555-0133"), skills, HOMES),
    ]


def _staff() -> list[Team]:
    guards = "evacuation;keys;traffic"
    return [
        _in(park.GATE, "P1", ("园区保安队", "Park security"), (4, "0573-555-0141"), guards, SECURITY),
        _out("P2", ("巡逻岗", "Security patrol"), (-110.0, 13.0), (2, "0573-555-0142"), "traffic;keys", SECURITY),
        _in(park.SUB, "P3", ("物业电工班", "Estate electricians"), (2, "0573-555-0143"), "electrical;keys", HOMES),
        _in(park.PUMP, "P4", ("物业水暖班", "Estate plumbers"), (2, "0573-555-0144"), "water;keys", HOMES),
    ]


def _experts() -> list[Team]:
    hazmat, electrical = ("危化品专家顾教授", "Hazmat expert Prof Gu"), ("电气专家何工", "Electrical expert He")
    return [
        _in(park.OFFICE, "E1", hazmat, (1, "0573-555-0151"), "hazmat;battery", ""),
        Team("E2", "E", electrical, None, "", 1, "0573-555-0152", "electrical;battery", ""),
    ]


def responses() -> list[Row]:
    """Rows of responses.csv: kind, class, zone, building, skills, units."""
    return [
        ("*", "", "", "", "", 1),
        ("*", "F", "", "", "fire;evacuation", 2),
        ("*", "P", "", "", "fire", 1),
        ("smoke", "", "", "", "fire;scba;evacuation", 2),
        ("heat", "", "", "", "fire;scba;evacuation", 2),
        ("smoke", "", "", "BAT", "fire;scba;hazmat", 3),
        ("heat", "", "", "BAT", "fire;scba;hazmat", 3),
        ("gas", "", "", "", "fire;scba;evacuation", 3),
        ("water_pressure", "", "", "", "water", 1),
        ("water_level", "", "", "", "flood", 1),
        ("waterlogging", "", "", "", "flood;evacuation", 2),
        ("leakage_current", "", "", "", "electrical", 1),
        ("repeated", "", "", "", "electrical", 1),
        ("temperature", "", "", "", "electrical", 1),
        ("charging_overheat", "", "", "", "electrical;fire", 2),
        ("fire_lane_occupied", "", "", "", "traffic", 1),
        ("ebike_in_elevator", "", "", "", "keys", 1),
    ]


# How they behave in the demo; the others accept after four seconds and walk at 2.5 m/s.
MANNERS: tuple[Row, ...] = (
    ("M1", "accepts", 3, 3.5, ""),
    ("M2", "accepts", 25, 2.5, ""),
    ("G2", "silent", 0, 1, ""),
    ("P2", "declines", 6, 1, "正在指挥交通，无法离岗"),
    ("E1", "accepts", 15, 1.5, ""),
)
