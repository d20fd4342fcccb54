"""The standby bench measures the real video process beside its peer, with few cameras."""

from __future__ import annotations

import argparse
import json

import pytest

from console.bench import standby


def test_the_bench_says_what_kept_cameras_cost_beside_their_peer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standby, "STREAMS", 2)
    monkeypatch.setattr(standby, "SETTLE_S", 0.1)
    parser = argparse.ArgumentParser()
    standby.add_arguments(parser)
    assert standby.run(parser.parse_args(["--cameras", "4", "--seconds", "1"])) == 0
    (size,) = json.loads(capsys.readouterr().out)["sizes"]
    assert size["cameras"] == size["live"] == 4
    assert size["threads"] >= 2 and size["peer_threads"] >= 4
    assert 0 < size["mb_without_rings"] < 200 and size["peer_mb"] > 0
    assert 0 <= size["cpu"] < 100 and 0 <= size["peer_cpu"] < 100
