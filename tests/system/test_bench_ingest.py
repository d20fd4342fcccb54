"""`main.py bench ingest` measures the whole chain beside its floor, in one run."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.sources import ROOT


def test_the_chain_is_measured_beside_bare_paho_and_every_message_arrives() -> None:
    command = [sys.executable, "main.py", "bench", "ingest", "--messages", "1000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["messages"] == 1_000
    assert result["console_per_s"] > 0 and result["bare_paho_per_s"] > 0
    late = result["publish_to_parsed_ms"]
    assert 0 < late["p50"] <= late["p99"] <= late["max"]
