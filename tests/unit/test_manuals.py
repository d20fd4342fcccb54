"""The manuals for integrators, operators and auditors: examples answer what they say, tables are those of the code."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection
from dataclasses import fields
from pathlib import Path

import pytest

import main
from console import announce, drill, evidence, handover, incidents, newcomers, proving, remote, talking, units
from console.alarms import FACTS as ALARM_FACTS
from console.alarms import POINT_FACTS, Aside, Reopening
from console.announce import Announcement
from console.announce.announcer import LOG_KEYS, LOG_NAMES, QUIET
from console.audible import SoundTrouble, ToneOutcome
from console.backends.feed.trouble import Reason
from console.backends.store.recordings import Damage
from console.config.schema import ECOSYSTEMS
from console.custody.desk import KINDS as CUSTODY_KINDS
from console.dispatching import PRESETS
from console.model import Tone, UnitStatus
from console.parse.rejects import Reject
from console.ports import CameraState, ClipTrouble, Detail
from console.replays import PlayTrouble
from console.rewinds import Shortage
from console.sealing import Flaw
from console.sounds import PATTERNS
from console.talk_words import MicrophoneTrouble, TalkDetail
from console.verify import Broken
from tests.sources import ROOT, python_files

PAGE, OPERATING, JOURNAL = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("connecting", "operating", "journal")
)
WRITTEN = re.compile(r"(?:_log|_log_of\([\w.]+\)|logbook\.of\([\w.]+\))\.write\(\s*\"(\w+)\"")
FILE = re.compile(r"^`((?:site/)?[\w.]+)`[^\n]*\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^\$ \./watchroom (explain .*)\n(.*)$", re.MULTILINE)


def table(page: str, mark: str) -> list[list[str]]:
    """The cells of the table behind `<!-- mark -->`, head left out."""
    found = re.search(rf"<!-- {mark} -->\n((?:\|.*\n)+)", page)
    assert found, mark
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in found[1].splitlines()]
    return rows[2:]


def codes(page: str, mark: str) -> list[str]:
    return [row[0].strip("`") for row in table(page, mark)]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The example of the page, written to disk as it stands there."""
    files = dict(FILE.findall(PAGE))
    assert {"site/site.toml", "site/cameras.csv", "site/points.csv", "config.toml"} <= set(files)
    (tmp_path / "site").mkdir()
    for path, text in files.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path / "config.toml"


def test_the_example_site_has_no_mistake(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check", "--config", str(config)]) == 0
    expected = "示例小区 (Sample Court): 1 camera, 2 points, 1 building; 0 errors, 0 warnings\n"
    assert capsys.readouterr().out == expected


@pytest.mark.parametrize(("command", "answer"), EXAMPLE.findall(PAGE), ids=lambda text: text[:60])
def test_every_example_answers_what_the_page_says(
    command: str, answer: str, config: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main.main([*shlex.split(command), "--config", str(config)]) == 0
    assert capsysbinary.readouterr().out.decode() == answer + "\n"


def test_the_page_has_examples_of_both_kinds_of_source() -> None:
    assert len(EXAMPLE.findall(PAGE)) >= 5


@pytest.mark.parametrize(
    ("mark", "known"), [("rejects", Reject), ("broker reasons", Reason), ("ecosystems", ECOSYSTEMS)], ids=str
)
def test_every_code_is_explained_and_no_other(mark: str, known: Collection[str]) -> None:
    assert codes(PAGE, mark) == [str(code) for code in known]


def test_the_topic_of_each_ecosystem_is_the_one_it_has() -> None:
    assert {row[0].strip("`"): row[1].strip("`") for row in table(PAGE, "ecosystems")} == ECOSYSTEMS


def test_every_camera_state_is_explained_to_the_operator() -> None:
    assert codes(OPERATING, "camera states") == [state.value for state in CameraState]


def test_every_reason_for_a_missing_picture_or_clip_is_explained_to_the_operator() -> None:
    assert codes(OPERATING, "picture details") == [detail.value for detail in Detail if detail]
    assert codes(OPERATING, "clip troubles") == [trouble.value for trouble in ClipTrouble]
    assert codes(OPERATING, "play troubles") == [trouble.value for trouble in PlayTrouble]
    assert codes(OPERATING, "shortages") == [shortage.value for shortage in Shortage if shortage]


def test_every_reason_for_missing_sound_is_explained_to_the_operator() -> None:
    assert codes(OPERATING, "sound troubles") == [trouble.value for trouble in SoundTrouble]
    assert codes(OPERATING, "tone outcomes") == [outcome.value for outcome in ToneOutcome]


def test_the_tones_are_those_of_the_operators_manual() -> None:
    page = OPERATING[OPERATING.index("## Sounds") :]
    rows = {tone: next(line for line in page.splitlines() if line.startswith(f"| {tone} |")) for tone in Tone}
    for tone, row in rows.items():
        pattern, cells = PATTERNS[tone], [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[4] == ", ".join(f"{hertz:g}" for hertz in dict.fromkeys(p.hertz for p in pattern.pulses))
        assert cells[5] == f"−{-pattern.level_dbfs:g} dBFS"
        assert cells[3] == (f"every {pattern.every_s:g} s" if pattern.every_s else "no")


def test_every_way_a_clip_can_be_spoilt_is_in_the_journals_manual() -> None:
    assert codes(JOURNAL, "spoilt") == [what.value for what in Damage]


def test_every_flaw_of_a_seal_is_in_the_journals_manual() -> None:
    assert codes(JOURNAL, "flaws") == [what.value for what in Flaw]


def test_every_kind_of_entry_is_in_the_journals_manual() -> None:
    written = {kind for path in python_files("console") for kind in WRITTEN.findall(path.read_text(encoding="utf-8"))}
    assert {"Started", "CameraShown"} < written
    kinds = (
        written
        | set(ALARM_FACTS.kinds)
        | set(POINT_FACTS.kinds)
        | set(evidence.KINDS)
        | set(CUSTODY_KINDS)
        | set(talking.KINDS)
        | set(remote.KINDS)
        | set(newcomers.FACTS.kinds)
    )
    assert {kind for kind in kinds if f"`{kind}`" not in JOURNAL} == set()


def test_every_reason_of_the_voice_groups_is_in_the_manuals() -> None:
    assert codes(PAGE, "talk details") == [detail.value for detail in TalkDetail if detail]
    assert codes(OPERATING, "microphone troubles") == [trouble.value for trouble in MicrophoneTrouble]


def test_every_way_a_press_can_end_or_be_refused_is_explained_to_the_operator() -> None:
    assert codes(OPERATING, "press endings") == [ending.value for ending in talking.Ending]
    assert codes(OPERATING, "press refusals") == [refusal.value for refusal in talking.Refusal]


def test_every_kind_of_entry_of_incidents_units_and_drills_is_in_the_journals_manual() -> None:
    kinds = {*incidents.FACTS.kinds, *units.FACTS.kinds, *drill.FACTS.kinds}
    assert {kind for kind in kinds if f"`{kind}`" not in JOURNAL} == set()


def test_every_kind_of_entry_and_code_of_proofs_and_shifts_is_in_the_manuals() -> None:
    assert {kind for kind in handover.KINDS if f"`{kind}`" not in JOURNAL} == set()
    assert codes(OPERATING, "handover sections") == [section.value for section in handover.Section]
    assert {kind for kind in proving.KINDS if f"`{kind}`" not in JOURNAL} == set()
    assert codes(OPERATING, "proof standings") == [standing.value for standing in proving.Standing]
    assert codes(OPERATING, "proof misses") == [missing.value for missing in proving.Missing]


def test_every_reason_to_look_again_and_every_way_to_be_put_aside_is_explained_to_the_operator() -> None:
    assert codes(OPERATING, "reopenings") == [reason.value for reason in Reopening]
    assert codes(OPERATING, "asides") == [aside.value for aside in Aside]


def test_every_reason_why_an_answer_changes_nothing_is_explained_to_integrators() -> None:
    assert codes(PAGE, "ignored answers") == [ignored.value for ignored in units.Ignored]


def test_every_code_of_dispatch_is_explained_to_the_operator() -> None:
    assert codes(OPERATING, "dispositions") == [how.value for how in incidents.Disposition]
    assert codes(OPERATING, "unit statuses") == [status.value for status in UnitStatus]
    assert codes(OPERATING, "sending") == [sending.value for sending in units.Sending]


def test_the_response_clocks_are_those_of_the_operators_manual() -> None:
    told = [tuple(row[:3]) for row in table(OPERATING, "clocks")]
    rules = [(rule, preset) for preset, row in PRESETS.items() for rule in row]
    assert told == [(f"`{rule.name}`", preset, f"{rule.limit_ms // 60_000} min") for rule, preset in rules]


def test_every_way_a_chain_can_break_is_in_the_journals_manual() -> None:
    assert codes(JOURNAL, "broken") == [what.value for what in Broken]


def test_every_event_is_described_with_its_fields() -> None:
    kinds = [
        kind for kind in vars(announce).values()
        if isinstance(kind, type) and issubclass(kind, Announcement) and kind not in (Announcement, *QUIET)
    ]  # fmt: skip
    written = {
        LOG_NAMES.get(kind.__name__, kind.__name__): {
            LOG_KEYS.get(field.name, field.name) for field in fields(kind) if field.name != "domain"
        }
        for kind in kinds
    }
    assert {row[0].strip("`"): set(row[1].replace("`", "").split()) for row in table(PAGE, "events")} == written
