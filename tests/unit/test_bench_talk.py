"""The talk bench measures what it says, with few presses and clicks and without a wall."""

from __future__ import annotations

import argparse
import json

import pytest

from console.bench import talk


@pytest.mark.long
def test_the_bench_prints_each_way_beside_its_promise(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    talk.add_arguments(parser)
    assert talk.run(parser.parse_args(["--presses", "2", "--clicks", "2", "--busy", "1", "--wall", "0"])) == 0
    printed = json.loads(capsys.readouterr().out)
    ways = printed["mouth_to_ear_ms"]
    assert list(ways) == ["loop", "at_rest", "busy"] and printed["press_to_packet_ms"]["n"] == 2
    assert all(0 < way["p50"] <= way["max"] for way in ways.values())
    assert ways["loop"]["p50"] < ways["at_rest"]["p50"]
    assert printed["promised_p95_ms"] == {"press_to_packet": 25, "mouth_to_ear": 100}
