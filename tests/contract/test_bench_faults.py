"""The bench of faults breaks real streams of the real video process and says how soon each fault was named."""

from __future__ import annotations

import argparse
import json

import pytest

from console.bench import faults
from console.bench.faults import Case, Found
from console.ports import CameraState


@pytest.mark.long
def test_the_bench_says_how_soon_a_fault_is_named_and_healed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "CALM_S", 0.1)
    parser = argparse.ArgumentParser()
    faults.add_arguments(parser)
    faults.run(parser.parse_args(["--only", "abort"]))
    tcp, udp, dialled = json.loads(capsys.readouterr().out)["faults"]
    for running in (tcp, udp):
        assert running["named"] == "no_signal: connection_lost"
        assert 0 <= running["named_s"] < 60 and 0 < running["back_s"] < 60
        assert 0 < running["other_gap_s"] < 60
    assert (dialled["when"], dialled["named"]) == ("dialled", "no_signal: connection_lost")


STALL = Case("stall", "tcp", frozenset({CameraState.STALE}), limit_s=1.5)


@pytest.mark.parametrize(
    ("named_s", "back_s", "late_s", "is_kept"),
    [(1.55, 1.0, 0.0, True), (1.7, 1.0, 0.0, False), (1.7, 1.0, 0.2, True), (None, 1.0, 0.0, False),
     (1.5, None, 0.0, False)],
)  # fmt: skip
def test_a_promise_is_kept_when_named_in_time_and_healed_less_what_the_bench_was_late(
    named_s: float | None, back_s: float | None, late_s: float, is_kept: bool
) -> None:
    found = Found("stall", "tcp", "running", 1.5, named_s=named_s, back_s=back_s, late_s=late_s)
    found.judge(STALL)
    assert found.is_kept is is_kept


def test_where_pictures_should_go_on_a_long_pause_breaks_the_promise() -> None:
    found = Found("reorder", "udp", "running", 1.5, back_s=0.1, own_gap_s=1.8)
    found.judge(Case("reorder", "udp", limit_s=1.5))
    assert not found.is_kept
