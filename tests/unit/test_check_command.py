"""`main.py check`: what a person sees and what a script gets."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from console.commands import check
from tests.unit.site_folder import GOOD, write


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    return check.run(parser.parse_args(arguments))


def test_a_good_site_ends_with_0_and_says_what_it_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--site", str(write(tmp_path))) == 0
    assert capsys.readouterr().out == "试验园 (Test Park): 2 cameras, 2 points, 1 building; 0 errors, 0 warnings\n"


def test_errors_end_with_1_and_are_printed_with_place_and_cure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    (tmp_path / "cameras.csv").write_text(GOOD["cameras.csv"].replace("C-2,2", "C-2,119"), encoding="utf-8")
    assert run("--site", str(tmp_path)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "cameras.csv:3: error: number: 119 is an emergency call number. Cure: give the camera another number",
        "1 error, 0 warnings",
    ]


def test_warnings_alone_end_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    (tmp_path / "cameras.csv").write_text(GOOD["cameras.csv"].replace("A,0,A-W", "A,0,A-E"), encoding="utf-8")
    assert run("--site", str(tmp_path)) == 0
    assert "cameras.csv:2: warning: zone:" in capsys.readouterr().out


def test_the_site_that_a_configuration_names_is_checked_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "place").mkdir()
    write(tmp_path / "place")
    (tmp_path / "place" / "points.csv").unlink()
    (tmp_path / "config.toml").write_text('site = "place"\n', encoding="utf-8")
    assert run("--config", str(tmp_path / "config.toml")) == 1
    assert "points.csv: error: the file is missing" in capsys.readouterr().out


def test_a_broken_configuration_is_reported_and_not_raised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.toml").write_text('site = "place"\nsiet = 1\n', encoding="utf-8")
    assert run("--config", str(tmp_path / "config.toml")) == 1
    assert "config.toml:2" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--site", str(tmp_path / "nowhere")) == 1
    assert "there is no such folder" in capsys.readouterr().out


def test_a_rule_about_nothing_of_the_site_is_warned_of_with_the_nearest_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").mkdir()
    write(tmp_path / "site")
    (tmp_path / "config.toml").write_text(
        'site = "site"\n[[alarms.count]]\nname = "a"\nkinds = ["smokes"]\npoints = ["z2m/nobody*"]\n'
        '[[alarms.raise]]\nname = "b"\nkinds = ["smoke", "smoke.rising"]\nwhile_kinds = ["heet"]\n',
        encoding="utf-8",
    )
    assert run("--config", str(tmp_path / "config.toml")) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.partition("config.toml:")[2].partition(". Cure")[0] for line in said[:-1]] == [
        "4: warning: alarms.count.kinds: no kind of the site's points is called 'smokes'",
        "5: warning: alarms.count.points: no point of the site is called 'z2m/nobody*'",
        "9: warning: alarms.raise.while_kinds: no kind is called 'heet'",
    ]
    assert "did you mean 'smoke'?" in said[0] and "did you mean 'heat'?" in said[2]
    assert said[-1].endswith("0 errors, 3 warnings")
