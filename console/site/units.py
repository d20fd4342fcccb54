"""`units.csv` and `responses.csv`: who can be sent, and what an alarm asks of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from console.kinds import KINDS
from console.model import AlarmClass, Crew, Group, Response, UnitId, UnitKind, ZoneId
from console.site.cells import Record
from console.site.columns import RESPONSES, UNITS
from console.site.findings import nearest
from console.site.guidance import OWN
from console.site.placing import Ground
from console.site.position import spot
from console.site.survey import Survey, claim
from console.site.tables import read_table

IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")  # part of a topic, a user's name at the broker, an order's name
SKILL = re.compile(r"[a-z][a-z0-9_]{0,31}")
SKILL_CURE = "write lower-case letters, digits and _, such as first_aid; several separated by ;"
ANY = "*"
MOST_PEOPLE = 1_000
MOST_UNITS = 20


def read_units(folder: Path, survey: Survey, ground: Ground, groups: Sequence[Group]) -> tuple[Crew, ...]:
    """The units that can be used, in the order of the file."""
    rows = read_table(folder, UNITS, survey.findings)
    taken: dict[str, int] = {}
    read = [_unit(row, survey, ground, groups, taken) for row in rows or ()]
    return tuple(crew for crew in read if crew is not None)


def _unit(row: Record, survey: Survey, ground: Ground, groups: Sequence[Group], taken: dict[str, int]) -> Crew | None:
    ident, name, name_en = (row.required(key) for key in ("id", "name", "name_en"))
    row.required("kind")
    if ident and not IDENT.fullmatch(ident):
        row.error("id", f"'{ident[:40]}' cannot be part of a topic", "use letters, digits, - and _, at most 32")
    elif ident:
        claim(row, "id", ident.casefold(), taken)
    kind = row.choice("kind", UnitKind, None)
    building, at = survey.building(row), spot(row, survey)
    if at is not None and not row.broken:
        ground.judge(row, at, building, None, None)
    group, skills = _group(row, groups), _skills(row)
    people = row.integer("people", 1, MOST_PEOPLE) or 1
    if row.broken or kind is None:
        return None
    station = at.at if at is not None else None
    return Crew(UnitId(ident), kind, name, name_en, station, skills, row.text("phone"), people, group, building)


def _group(row: Record, groups: Sequence[Group]) -> str:
    word, known = row.text("group"), [group.id for group in groups]
    if word and word not in known:
        row.error("group", f"there is no group '{word[:40]}'", nearest(word, known, "add it to groups.csv"))
    return word


def _skills(row: Record) -> tuple[str, ...]:
    words = row.words("skills")
    for word in words:
        if not SKILL.fullmatch(word):
            row.error("skills", f"'{word[:40]}' is not a skill", SKILL_CURE)
    return tuple(dict.fromkeys(words))


def read_responses(folder: Path, survey: Survey, units: Sequence[Crew]) -> tuple[Response, ...]:
    """What alarms ask for; a skill that no unit has is a warning."""
    rows = read_table(folder, RESPONSES, survey.findings)
    taken: dict[str, int] = {}
    there = {skill for crew in units for skill in crew.skills}
    read = [_response(row, survey, there, taken) for row in rows or ()]
    return tuple(one for one in read if one is not None)


def _response(row: Record, survey: Survey, there: set[str], taken: dict[str, int]) -> Response | None:
    kind, alarm_class = row.required("kind"), row.choice("alarm_class", AlarmClass, None)
    building, zone = survey.building(row), survey.zone(row, row.text("zone"))
    if kind:
        _judge_kind(row, kind, survey)
        scope = " ".join((kind, row.text("alarm_class"), row.text("zone"), row.text("building")))
        claim(row, "kind", scope.strip(), taken)
    skills, count = _skills(row), row.integer("units", 1, MOST_UNITS)
    _judge_skills(row, skills, there)
    if row.broken:
        return None
    return Response(kind, skills, count or 1, alarm_class, ZoneId(zone) if zone else None, building)


def _judge_kind(row: Record, kind: str, survey: Survey) -> None:
    known = {*KINDS, *OWN, *(point.kind for point in (survey.points or {}).values())}
    if kind != ANY and kind.partition(".")[0] not in known:
        cure = row.findings.nearest(kind, known, "name a kind of your points, or * for every kind")
        row.error("kind", f"there is no kind '{kind[:40]}'", cure)


def _judge_skills(row: Record, skills: Iterable[str], there: set[str]) -> None:
    for skill in skills:
        if there and skill not in there:
            row.warn("skills", f"no unit has the skill '{skill}'", nearest(skill, there, "give it to a unit"))
