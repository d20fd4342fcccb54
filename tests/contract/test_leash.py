"""What a bench or a soak starts ends with it, also when it is killed and can put nothing away."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from console.sim.child import CAMERA_PASSWORD
from tests.sources import ROOT

GONE_S = 5
STARTED = {
    "the simulated cameras": "from console.bench.streams import Streams; kept = Streams(2)",
    "a peer that is measured": f"from console.bench.peers import running; kept = running([[{sys.executable!r}, '-c', "
    "'import time; time.sleep(60)']]); kept.__enter__()",
}
TELL = "import psutil; print(*(child.pid for child in psutil.Process().children(recursive=True)), flush=True); input()"


@pytest.mark.parametrize("what", STARTED)
def test_a_bench_that_is_killed_leaves_nothing_behind(what: str) -> None:
    command = [sys.executable, "-c", f"{STARTED[what]}\n{TELL}"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as bench:
        assert bench.stdout is not None
        children = [psutil.Process(int(pid)) for pid in bench.stdout.readline().split()]
        bench.kill()
    _, left = psutil.wait_procs(children, timeout=GONE_S)
    for process in left:
        process.kill()
    assert children and left == []


HELD = ("(leashed(", "stdin=subprocess.PIPE", "input=", '(["pactl"')  # the last ones are over in a moment


def started_in(path: Path) -> list[str]:
    """The calls of a module that start a child, as they stand there."""
    source = path.read_text()
    calls = (ast.get_source_segment(source, node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call for call in calls if call and call.startswith(("subprocess.Popen(", "subprocess.run("))]


def test_every_child_of_a_bench_is_on_the_leash_or_ends_with_its_input() -> None:
    starts = [text for path in (ROOT / "console" / "bench").glob("*.py") for text in started_in(path)]
    assert len(starts) > 8
    assert [start for start in starts if not any(held in start for held in HELD)] == []


def test_simulators_whose_console_is_gone_before_they_serve_never_begin() -> None:
    command = [
        sys.executable,
        "main.py",
        "simulate",
        "all",
        "--site",
        "resources/demo",
        "--quiet",
        "--until-input-ends",
    ]
    env = os.environ | {CAMERA_PASSWORD: "x"}
    ended = subprocess.run(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    assert (ended.returncode, ended.stdout) == (-signal.SIGTERM, b"")
