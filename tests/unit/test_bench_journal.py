"""The journal's bench measures what it says, on a journal small enough for the suite."""

from __future__ import annotations

import argparse
import json

import pytest

from console.bench import journal


def test_the_bench_prints_figures_of_the_store_beside_bare_sqlite3(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    journal.add_arguments(parser)
    assert journal.run(parser.parse_args(["--entries", "200", "--startup-entries", "3000"])) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [(line["group"], line["entries"]) for line in printed["writing"]] == [(1, 20), (10, 200), (100, 200)]
    for line in printed["writing"]:
        assert line["ratio"] == pytest.approx(line["store_per_s"] / line["sqlite3_per_s"], rel=0.05)
    assert printed["starting"]["entries"] == 3200
    assert printed["starting"]["start_ms"] > 0
