"""`drills/*.toml` of the site folder: the scenarios a drill can be started with."""

from __future__ import annotations

from pathlib import Path

from console.errors import Problem
from console.model import Deed, Reply, Scenario, ScenarioId, Site
from console.site.acts import ActReader, Table, read_toml, tables_of
from console.site.findings import Findings

FOLDER = "drills"
DEEDS = tuple(deed for deed in Deed if deed not in {Deed.SILENCE, Deed.SPEAK})  # a real device is never silenced
EXAMPLE = "docs/site-folder.md#drills"
MOST_MINUTES = 8 * 60


def read_scenarios(folder: Path, site: Site, findings: Findings) -> tuple[Scenario, ...]:
    """Every scenario of the site, by the name of its file; what is wrong with them is among the findings."""
    problems: list[Problem] = []
    scenarios = tuple(_scenario(path, site, problems) for path in sorted((folder / FOLDER).glob("*.toml")))
    for problem in problems:
        findings.error(problem.file, problem.line, problem.key, problem.what, problem.cure)
    return scenarios


def _scenario(path: Path, site: Site, problems: list[Problem]) -> Scenario:
    unread = len(problems)
    table = read_toml(path, problems, EXAMPLE)
    reader = ActReader(f"{FOLDER}/{path.name}", site, DEEDS)
    scenario = Scenario(
        id=ScenarioId(path.stem),
        name=reader.text("drill", table, "name"),
        minutes=_minutes(reader, table),
        acts=reader.acts(table.get("act")),
        replies=_replies(reader, site, table),
    )
    if len(problems) == unread:  # a file that cannot be read has that one problem
        problems += reader.problems
    return scenario


def _minutes(reader: ActReader, table: Table) -> int:
    minutes = reader.number("drill", table, "minutes") or 0.0
    if not 1 <= minutes <= MOST_MINUTES:
        reader.wrong("drill.minutes", f"is not from 1 to {MOST_MINUTES}", "say how long the drill takes")
    return int(minutes)


def _replies(reader: ActReader, site: Site, table: Table) -> tuple[Reply, ...]:
    return tuple(
        _reply(reader, site, f"reply {number}", each)
        for number, each in enumerate(tables_of(table.get("reply")), start=1)
    )


def _reply(reader: ActReader, site: Site, where: str, table: Table) -> Reply:
    unit = str(table.get("unit", ""))
    if unit != "*" and unit not in {each.id for each in site.units}:
        reader.wrong(f"{where}.unit", f"'{unit[:40]}' is no unit", "give an id of units.csv, or * for every other one")
    accept, en_route, on_scene = (reader.number(where, table, key) for key in ("accept_s", "en_route_s", "on_scene_s"))
    said = [second for second in (accept, en_route, on_scene) if second is not None]
    if said != sorted(said) or any(second < 0 for second in said):
        reader.wrong(where, "does not go forward in time", "accept_s, then en_route_s, then on_scene_s")
    return Reply(unit, accept, en_route, on_scene)
