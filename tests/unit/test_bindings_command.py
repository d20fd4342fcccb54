"""`main.py bindings` on the demo site: the table a site signs, the gaps, the differences."""

from __future__ import annotations

import argparse
import csv
import json
import shutil
from pathlib import Path

import pytest

from console.bench import nearest
from console.commands import bindings
from console.errors import ConfigError
from console.site import load

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    bindings.add_arguments(parser)
    return bindings.run(parser.parse_args(arguments))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_the_proposal_is_a_table_a_person_can_sign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "proposal.csv"
    assert run("--propose", "--site", str(DEMO), "--out", str(out)) == 0
    rows = table(out.read_text(encoding="utf-8-sig"))
    assert list(rows[0]) == ["target", "order", "camera", "preset", "tier", "reason", "distance_m", "signed_by"]
    assert {row["signed_by"] for row in rows} == {""}
    assert {row["reason"].split()[0].split("=")[0] for row in rows if row["tier"] == "1"} == {"sees_it"}
    said = capsys.readouterr().out
    site, _warnings = load(DEMO)
    assert f"of {len(site.points)} points are neither seen by a camera nor bound to one:" in said
    assert "东厂房2F吊顶内烟感: at best 111" in said, "the detector above the ceiling is not on the plan"


def test_without_a_file_the_table_alone_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--propose", "--site", str(DEMO)) == 0
    said = capsys.readouterr()
    assert len(table(said.out)) > 100
    assert "bindings proposed" in said.err


def test_a_signed_proposal_is_a_valid_bindings_file_and_then_nothing_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signed = tmp_path / "site"
    shutil.copytree(DEMO, signed)
    run("--propose", "--site", str(DEMO))
    rows = table(capsys.readouterr().out)
    lines = [",".join(row[key] for key in ("target", "order", "camera", "preset")) for row in rows]
    (signed / "bindings.csv").write_text("\n".join(["target,order,camera,preset", *lines]), encoding="utf-8")
    assert run("--difference", "--site", str(signed)) == 0
    said = capsys.readouterr()
    assert table(said.out) == []
    assert said.err.startswith("0 differences")


def test_the_difference_names_a_signed_camera_that_was_moved_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(DEMO, folder)
    target = "z2m/0x00158d00906adb0d#smoke"
    (folder / "bindings.csv").write_text(f"target,camera,order\n{target},C-200,1\n{target},C-100,2\n", "utf-8")
    run("--difference", "--site", str(folder))
    rows = [row for row in table(capsys.readouterr().out) if row["target"] == target]
    assert [(row["change"], row["camera"], row["signed_order"]) for row in rows] == [("gone", "C-200", "1")]


def test_a_site_that_is_not_there_is_named_with_a_cure(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such folder"):
        run("--propose", "--site", str(tmp_path / "nowhere"))


def test_a_file_that_cannot_be_written_is_named_with_a_cure(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        run("--propose", "--site", str(DEMO), "--out", str(tmp_path / "no" / "such" / "folder.csv"))


def test_the_bench_prints_one_document_with_a_floor_of_the_same_run(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    nearest.add_arguments(parser)
    nearest.run(parser.parse_args(["--sizes", "200", "400"]))
    found = json.loads(capsys.readouterr().out)
    assert [size["cameras"] for size in found["sizes"]] == [200, 400]
    for size in found["sizes"]:
        assert 0 < size["rank_median_ms"] <= size["rank_p99_ms"]
        assert size["ratio_to_floor"] == pytest.approx(
            size["rank_median_ms"] / size["floor_sort_by_distance_ms"], rel=0.2
        )
