"""The trends' bench measures what it says, on a history small enough for the suite."""

from __future__ import annotations

import argparse
import json

import pytest

from console.bench import trends


def test_the_bench_prints_what_samples_cost_and_how_long_reading_takes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trends, "MANY", 40)
    monkeypatch.setattr(trends, "FEW", 3)
    monkeypatch.setattr(trends.samples, "BARE_POINTS", 2)
    parser = argparse.ArgumentParser()
    trends.add_arguments(parser)
    trends.run(parser.parse_args(["--samples", "2000", "--hours", "1", "--days", "1"]))
    printed = json.loads(capsys.readouterr().out)
    assert printed["taking"]["samples"] == 2000 and printed["taking"]["logged_per_s"] > 0
    many, few = printed["kept"]
    assert (many["points"], many["samples"]) == (40, 40 * 360)
    assert (few["points"], few["samples"]) == (3, 3 * 86_400)
    assert (
        0.5
        < few["bytes_per_sample"]
        < many["bytes_per_sample"]
        < printed["reading"]["sqlite3_rows"]["bytes_per_sample"]
    )
    assert 0 < printed["reading"]["day_ms"]["p50"] <= printed["reading"]["day_ms"]["p95"]
