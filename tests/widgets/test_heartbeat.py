"""A window that hangs is noticed while it hangs, with the place, and its lateness is announced."""

from __future__ import annotations

import json
import logging
import threading
import weakref
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.announce import Announcer
from console.clock import Clock
from console.guardian import stacks
from tests.waiting import wait_until
from widgets.heartbeat import Heartbeat, Watch

HOUSE = Path(__file__).parents[2]


def a_call_that_hangs(until: threading.Event) -> None:
    until.wait(10)


def test_the_stack_of_a_hanging_thread_is_logged_once_while_it_hangs(caplog: pytest.LogCaptureFixture) -> None:
    release = threading.Event()
    hanging = threading.Thread(target=a_call_that_hangs, args=(release,))
    hanging.start()
    assert hanging.ident is not None
    watch = Watch(hanging.ident, late_ms=20)
    with caplog.at_level(logging.WARNING):
        watch.start()
        wait_until(lambda: caplog.records, 5, "the stack in the log")
        release.set()
        hanging.join()
        watch.stop()
    assert len(caplog.records) == 1 and "a_call_that_hangs" in caplog.records[0].getMessage()


def test_lateness_is_announced_each_minute_and_each_hang_at_once(qtbot: QtBot) -> None:
    log = StringIO()
    heartbeat = Heartbeat(Announcer(Clock(), log))
    heartbeat.start()
    hang = threading.Event()
    hang.wait(0.15)  # the GUI thread itself hangs
    wait_until(log.getvalue, 5, "the announcement")
    with qtbot.waitSignal(heartbeat._timer.timeout):
        pass
    heartbeat.stop()
    hung, whole = [json.loads(line) for line in log.getvalue().splitlines()]
    assert hung["event"] == whole["event"] == "WindowLate"
    assert hung["max_ms"] == whole["max_ms"] > 100
    assert hung["beats"] == 1 < whole["beats"], "whoever reckons with them takes none twice"
    assert hung["too_late"] == 1 <= whole["too_late"] <= whole["beats"]


class Held:
    """Like a painter: must be gone when the call that made it is over."""


def test_looking_at_a_thread_keeps_nothing_of_it_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """A painter that outlives its paint event, held by the frame another thread looks at, crashes the window."""
    looked, gone = threading.Event(), threading.Event()
    begun: list[weakref.ref[Held]] = []

    def call() -> None:
        held = Held()
        begun.append(weakref.ref(held, lambda _: gone.set()))
        looked.wait(5)

    def lasting(of_threads: Callable[[], dict[int, str]]) -> dict[int, str]:
        told = of_threads()
        looked.set()
        assert gone.wait(5)  # while the watch still has in its hands what it looked at
        return told

    thread = threading.Thread(target=call)
    look = stacks.of_threads
    monkeypatch.setattr(stacks, "of_threads", lambda: lasting(look))
    thread.start()
    wait_until(lambda: begun, 5, "the call")
    assert thread.ident is not None and "in call" in stacks.of_thread(thread.ident)
    thread.join()


def test_no_thread_takes_the_frames_of_another() -> None:
    """What is looked at from outside is read by the fault handler alone."""
    takers = [path.name for folder in ("console", "widgets") for path in (HOUSE / folder).rglob("*.py")
              if "_current_frames" in path.read_text("utf-8")]  # fmt: skip
    assert takers == []
