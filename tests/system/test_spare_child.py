"""A spare child: another process stands ready while one works, and takes over without a start of its own."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import psutil
import pytest

from console.child import Child, Conduct
from console.lines import Hello, Lines, Quit
from tests.waiting import wait_until

PATIENCE_S = 10.0
PROGRAM = """
import sys, threading
sys.stdin.readline()
beat = threading.Event()
while not beat.wait(0.05):
    print('{"is": "Hello", "pid": 0}', flush=True)
"""


@dataclass(frozen=True, slots=True)
class Begin:
    """What it waits for."""


LINES: Lines[Begin | Quit, Hello | Quit] = Lines("spared process", Begin | Quit, Hello | Quit, 1_000)
Spared = Child[Begin | Quit, Hello | Quit]


@pytest.fixture
def child() -> Iterator[Spared]:
    conduct = Conduct(
        LINES,
        arguments=lambda: [sys.executable, "-c", PROGRAM],
        fds=tuple,
        environment=lambda: dict(os.environ),
        greeting=lambda: (Begin(),),
        on_report=lambda _report: None,
        on_down=lambda _reason, _detail: None,
        silence_s=2.0,
        spare_after_s=0.05,
    )
    child = Child("spared", conduct)
    child.start()
    yield child
    child.stop()


def spare_of(child: Spared) -> int:
    """The process that waits beside the one that works, as soon as there is one."""

    def others() -> list[int]:
        ours = [one.pid for one in psutil.Process().children() if PROGRAM in one.cmdline()]
        return [pid for pid in ours if child.pid and pid != child.pid]

    wait_until(lambda: len(others()) == 1, PATIENCE_S, "a spare")
    return others()[0]


def replaced(child: Spared, pid: int) -> int:
    """The process that works after this one."""
    wait_until(lambda: child.pid not in (0, pid), PATIENCE_S, "another process")
    return child.pid


def test_the_spare_takes_over_and_gets_a_spare_itself(child: Spared) -> None:
    for _ in range(3):
        spare, working = spare_of(child), child.pid
        os.kill(working, signal.SIGKILL)
        assert replaced(child, working) == spare


def test_a_spare_that_died_is_missed_by_nobody(child: Spared) -> None:
    spare, working = spare_of(child), child.pid
    os.kill(spare, signal.SIGKILL)
    wait_until(lambda: psutil.Process(spare).status() == psutil.STATUS_ZOMBIE, PATIENCE_S, "its end")
    os.kill(working, signal.SIGKILL)
    assert replaced(child, working) != spare
    assert spare_of(child) != spare


def test_at_the_end_the_spare_is_gone_too(child: Spared) -> None:
    both = [spare_of(child), child.pid]
    child.stop()
    assert not any(psutil.pid_exists(pid) for pid in both)
