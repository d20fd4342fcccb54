"""`guidance.csv`: what to do at an alarm, per kind and, where it differs, per class, zone or building."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from console.kinds import KINDS
from console.model import AlarmClass, Guidance, Wording, ZoneId, ids
from console.site.cells import Record
from console.site.columns import GUIDANCE
from console.site.survey import Survey, claim
from console.site.tables import read_table

OWN = (  # our own troubles
    "picture", "broker", "intake", "store", "spool", "video", "audio", "voice", "gateway", "message", "refused",
    "program", "clock", "proof_missing", "camera_moved", "camera_covered", "camera_dark", "camera_defocused",
    "camera_frozen",
)  # fmt: skip
COMPANIONS = tuple(companion.removeprefix(".") for companion in ids.COMPANIONS)
LANGUAGES = ("en", "zh_cn", "zh_tw")
MAX_RESPOND_S = 7 * 24 * 3600


def read_guidance(folder: Path, survey: Survey) -> tuple[Guidance, ...]:
    """The rows that can be used; a kind of the site's points that no row speaks of is a warning."""
    rows = read_table(folder, GUIDANCE, survey.findings)
    if rows is None:
        return ()
    taken: dict[str, int] = {}
    known = {point.kind for point in (survey.points or {}).values()}
    read = [_guidance(row, survey, known, taken) for row in rows]
    _judge_gaps(known, {row.text("kind") for row in rows}, survey)
    return tuple(one for one in read if one is not None)


def _guidance(row: Record, survey: Survey, known: set[str], taken: dict[str, int]) -> Guidance | None:
    kind, alarm_class = row.required("kind"), row.choice("alarm_class", AlarmClass, None)
    building, zone = survey.building(row), _zone(row, survey)
    if kind:
        _judge_kind(row, kind, known)
        scope = " ".join((kind, row.text("alarm_class"), row.text("zone"), row.text("building")))
        claim(row, "kind", scope.strip(), taken)
    row.required("respond_s")
    respond_s = row.integer("respond_s", 1, MAX_RESPOND_S)
    consequence_s = row.integer("consequence_s", 1, MAX_RESPOND_S)
    if respond_s is not None and consequence_s is not None and consequence_s < respond_s:
        row.error("consequence_s", "it is there before anybody has to act", "write at least what respond_s says")
    cause, consequence, whom = (_wording(row, key) for key in ("cause", "consequence", "whom"))
    steps = _steps(row)
    if row.broken or respond_s is None:
        return None
    return Guidance(kind, respond_s, cause, consequence, steps, whom, alarm_class, zone, building, consequence_s)


def _judge_kind(row: Record, kind: str, known: set[str]) -> None:
    base, _, companion = kind.partition(".")
    kinds = {*KINDS, *known, *OWN}
    if companion and companion not in COMPANIONS:
        row.error("kind", f"there is no companion '.{companion[:40]}'", f"use one of .{', .'.join(COMPANIONS)}")
    elif base not in kinds and not (companion and base == "*"):
        row.error(
            "kind", f"there is no kind '{base[:40]}'", row.findings.nearest(base, kinds, "name a kind of your points")
        )


def _zone(row: Record, survey: Survey) -> ZoneId | None:
    zone = ZoneId(row.text("zone"))
    if zone and survey.zones is not None and zone not in survey.zones:
        row.error(
            "zone", f"there is no zone '{zone[:40]}'", row.findings.nearest(zone, survey.zones, "see zones.geojson")
        )
    return zone or None


def _wording(row: Record, key: str) -> Wording:
    return Wording(*(row.required(f"{key}_{language}") for language in LANGUAGES))


def _steps(row: Record) -> tuple[Wording, ...]:
    """The same number of steps in every language: a position may change its language in the middle of them."""
    for language in LANGUAGES:
        row.required(f"steps_{language}")
    told = {language: row.words(f"steps_{language}") for language in LANGUAGES}
    for language in LANGUAGES[1:]:
        if told[language] and len(told[language]) != len(told["en"]):
            what = f"has {len(told[language])} steps, steps_en has {len(told['en'])}"
            row.error(f"steps_{language}", what, "give every language the same steps, separated by ;")
    return () if row.broken else tuple(Wording(*texts) for texts in zip(*told.values(), strict=True))


def _judge_gaps(kinds: Iterable[str], told: set[str], survey: Survey) -> None:
    points = Counter(point.kind for point in (survey.points or {}).values())
    for kind in sorted(set(kinds) - told - {""}):
        what = f"nothing is said about '{kind}', which {points[kind]} points report"
        survey.findings.warn(GUIDANCE.name, 0, "kind", what, f"add a row for '{kind}'")
