"""What to do at an alarm: written once, checked before it is needed, found for the alarm it was written for."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.kinds import KINDS
from console.model import AlarmClass, BuildingId, Case, Guidance, Site, Wording, ZoneId, guidance_for
from console.site import check, difference, load
from console.site.guidance import COMPANIONS, OWN
from tests.sources import ROOT
from tests.unit.site_folder import write

LANGUAGES = ("en", "zh_cn", "zh_tw")
HEAD = ",".join(
    ["kind,alarm_class,zone,building,respond_s"]
    + [f"{text}_{language}" for text in ("cause", "consequence", "steps", "whom") for language in LANGUAGES]
)
TEXTS = "Steam,蒸汽,蒸氣,Smoke,烟,煙,Look;Call,查看;呼叫,查看;呼叫,Guard,门卫,警衛"
SMOKE, PRESSURE = f"smoke,,,,60,{TEXTS}", f"water_pressure,,,,600,{TEXTS}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def say(folder: Path, *rows: str) -> Path:
    (folder / "guidance.csv").write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    return folder


def test_every_text_is_read_in_its_language(folder: Path) -> None:
    site, warnings = load(say(folder, SMOKE, PRESSURE))
    assert warnings == ()
    told = site.guidance[0]
    assert (told.kind, told.respond_s, told.alarm_class, told.zone) == ("smoke", 60, None, None)
    assert [told.cause.in_language(code) for code in ("en", "zh_CN", "zh_TW", "qps")] == [
        "Steam", "蒸汽", "蒸氣", "Steam",
    ]  # fmt: skip
    assert [step.zh_cn for step in told.steps] == ["查看", "呼叫"]


@pytest.mark.parametrize(
    ("row", "key", "says"),
    [
        (SMOKE.replace("smoke,", "smoek,"), "kind", "no kind 'smoek'"),
        (SMOKE.replace("smoke,", "smoke.quiet,"), "kind", "no companion '.quiet'"),
        (SMOKE.replace("smoke,,", "smoke,Q,"), "alarm_class", "'Q' is not known"),
        (SMOKE.replace("smoke,,,", "smoke,,A-Q,"), "zone", "no zone 'A-Q'"),
        (SMOKE.replace("smoke,,,,", "smoke,,,B,"), "building", "no building 'B'"),
        (SMOKE.replace(",60,", ",0,"), "respond_s", "out of range"),
        (SMOKE.replace(",60,", ",,"), "respond_s", "is empty"),
        (SMOKE.replace("蒸汽", ""), "cause_zh_cn", "is empty"),
        (SMOKE.replace("Look;Call", "Look"), "steps_zh_cn", "has 2 steps, steps_en has 1"),
    ],
)
def test_a_mistake_is_named_with_line_column_and_cure(folder: Path, row: str, key: str, says: str) -> None:
    found = [problem for problem in check(say(folder, PRESSURE, row)) if problem.key == key and not problem.warning]
    assert found and (found[0].file, found[0].line) == ("guidance.csv", 3)
    assert says in found[0].what and found[0].cure


def test_the_time_to_the_consequence_may_be_said_and_is_never_before_the_time_to_act(folder: Path) -> None:
    head, row = HEAD.replace("respond_s,", "respond_s,consequence_s,"), SMOKE.replace(",60,", ",60,{},")
    for written, read in (("150", 150), ("", None)):
        (folder / "guidance.csv").write_text(f"{head}\n{row.format(written)}\n", encoding="utf-8")
        assert load(folder)[0].guidance[0].consequence_s == read
    (folder / "guidance.csv").write_text(f"{head}\n{row.format('30')}\n", encoding="utf-8")
    assert [(p.key, p.line) for p in check(folder) if not p.warning] == [("consequence_s", 2)]


def test_the_same_case_twice_is_a_mistake_and_another_zone_is_not(folder: Path) -> None:
    other = SMOKE.replace("smoke,,,", "smoke,,A-W,")
    assert check(say(folder, SMOKE, other, PRESSURE)) == ()
    twice = check(say(folder, SMOKE, PRESSURE, SMOKE))
    assert [(problem.line, problem.key) for problem in twice] == [(4, "kind")]


def test_a_kind_of_the_points_that_nobody_wrote_about_is_a_warning(folder: Path) -> None:
    found = check(say(folder, SMOKE))
    assert [(p.file, p.warning) for p in found] == [("guidance.csv", True)]
    assert "'water_pressure', which 1 points report" in found[0].what


TEXT = Wording("a", "b", "c")


def told(kind: str, **where: object) -> Guidance:
    return Guidance(kind, 60, TEXT, TEXT, (TEXT,), TEXT, **where)  # type: ignore[arg-type]  # named fields


def test_the_most_specific_row_wins() -> None:
    a, b, zone = BuildingId("A"), BuildingId("B"), ZoneId("A-W")
    rows = [
        told("smoke"), told("smoke", alarm_class=AlarmClass.PRE), told("smoke", building=a), told("smoke", zone=zone),
        told("*.silent"), told("smoke.silent"),
    ]  # fmt: skip
    fire = AlarmClass.FIRE

    def found(case: Case) -> int:
        row = guidance_for(rows, case)
        assert row is not None
        return rows.index(row)

    assert found(Case("smoke", fire)) == found(Case("smoke", fire, ZoneId("B-W"), b)) == 0
    assert found(Case("smoke", AlarmClass.PRE)) == 1
    assert found(Case("smoke", AlarmClass.PRE, None, a)) == 2
    assert found(Case("smoke", fire, zone, a)) == 3
    assert found(Case("heat.silent", AlarmClass.TROUBLE)) == 4
    assert found(Case("smoke.silent", AlarmClass.TROUBLE)) == 5
    assert guidance_for(rows, Case("heat", fire)) is None


def test_a_reload_shows_changed_guidance(folder: Path) -> None:
    before = load(say(folder, SMOKE, PRESSURE))[0]
    after = load(say(folder, SMOKE.replace(",60,", ",90,")))[0]
    assert difference(before, after).counts == {"guidance": (0, 1, 1)}


# ---- the demo site ----


@pytest.fixture(scope="module")
def demo() -> Site:
    return load(ROOT / "resources" / "demo")[0]


def test_no_alarm_of_the_demo_site_is_without_guidance(demo: Site) -> None:
    for point in demo.points:
        alarm_class = point.alarm_class or KINDS[point.kind].alarm_class
        assert guidance_for(demo.guidance, Case(point.kind, alarm_class, point.zone, point.building)), point.id
        for companion in COMPANIONS:
            assert guidance_for(demo.guidance, Case(f"{point.kind}.{companion}", AlarmClass.TROUBLE)), companion
    for kind in OWN:
        assert guidance_for(demo.guidance, Case(kind, AlarmClass.TROUBLE)), kind


def test_a_battery_fire_is_not_fought_like_an_office_fire(demo: Site) -> None:
    fire = AlarmClass.FIRE
    office = guidance_for(demo.guidance, Case("smoke", fire, None, BuildingId("OFFICE")))
    battery = guidance_for(demo.guidance, Case("smoke", fire, ZoneId("BAT-1F-B"), BuildingId("BAT")))
    assert office is not None and battery is not None
    assert battery.respond_s < office.respond_s
    assert any("lithium" in step.en for step in battery.steps)


def test_taiwan_reads_its_own_words_and_not_converted_script(demo: Site) -> None:
    texts = [
        wording.zh_tw for row in demo.guidance for wording in (row.cause, row.consequence, row.whom, *row.steps)
    ]  # fmt: skip
    mainland = ("報警", "攝像機", "視頻", "信號", "燃氣", "軟件", "數據庫", "網絡", "屏幕")
    assert [text for text in texts if any(word in text for word in mainland)] == []
