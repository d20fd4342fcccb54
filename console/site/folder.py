"""A whole site folder: its files read in the order in which they refer to each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from console.config.paths import is_folder
from console.errors import ConfigError, Problem
from console.model import Site
from console.site.areas import read_buildings, read_zones
from console.site.cameras import read_cameras
from console.site.drills import read_scenarios
from console.site.findings import Findings
from console.site.frame import Frame
from console.site.groups import read_groups
from console.site.guidance import read_guidance
from console.site.hubs import read_hubs
from console.site.inside import read_doors, read_floors, read_walls
from console.site.measuring import read_bindings, read_places, read_points
from console.site.placing import Ground
from console.site.settings import Settings, read_settings
from console.site.survey import Survey
from console.site.units import read_responses, read_units


def load(folder: Path) -> tuple[Site, tuple[Problem, ...]]:
    """The site and the warnings about it. Raises ConfigError with every problem when one of them is an error.

    Reads the files of the folder: call it at start, in a `work` child or in `check`, never on the desk thread.
    """
    findings = Findings()
    site = _read(folder, findings)
    if site is None or findings.has_errors:
        raise ConfigError(findings.problems)
    return site, findings.problems


def check(folder: Path) -> tuple[Problem, ...]:
    """Everything wrong with a site folder, errors and warnings, sorted by file and line. Never raises for content."""
    findings = Findings()
    _read(folder, findings)
    return findings.problems


def _read(folder: Path, findings: Findings) -> Site | None:
    if not is_folder(folder):
        findings.error(folder.name, 0, "", "there is no such folder", "give the folder that holds site.toml")
        return None
    settings = read_settings(folder, findings)
    survey = Survey(findings)
    if settings is not None:
        survey.datum, survey.origin, survey.frame = settings.datum, settings.origin, Frame(settings.origin)
        survey.video_base, survey.onvif_base = settings.video_base, settings.onvif_base
    read_buildings(folder, survey)
    read_floors(folder, survey)
    read_zones(folder, survey)
    return _fill(folder, survey, settings)


def _fill(folder: Path, survey: Survey, settings: Settings | None) -> Site | None:
    walls, doors = read_walls(folder, survey), read_doors(folder, survey)
    ground = Ground(survey)
    read_hubs(folder, survey)
    read_cameras(folder, survey, ground)
    read_points(folder, survey, ground)
    bindings, places = read_bindings(folder, survey), read_places(folder, survey, ground)
    guidance, groups = read_guidance(folder, survey), read_groups(folder, survey)
    units = read_units(folder, survey, ground, groups)
    responses = read_responses(folder, survey, units)
    if settings is None:
        return None
    site = Site(
        name=settings.name,
        name_en=settings.name_en,
        time_zone=settings.time_zone,
        origin=settings.origin,
        video_base=settings.video_base,
        onvif_base=settings.onvif_base,
        buildings=tuple((survey.buildings or {}).values()),
        floors=tuple((survey.floors or {}).values()),
        zones=tuple((survey.zones or {}).values()),
        walls=walls,
        doors=doors,
        cameras=tuple((survey.cameras or {}).values()),
        points=tuple((survey.points or {}).values()),
        bindings=bindings,
        places=places,
        guidance=guidance,
        groups=groups,
        units=units,
        responses=responses,
        floors_with_walls=frozenset(survey.traced | {(wall.building, wall.floor) for wall in walls}),
    )
    return replace(site, scenarios=read_scenarios(folder, site, survey.findings))
