"""A window that hangs is noticed while it hangs, with the place, and its lateness is announced."""

from __future__ import annotations

import json
import logging
import threading
from io import StringIO

import pytest
from pytestqt.qtbot import QtBot

from console.announce import Announcer
from console.clock import Clock
from tests.waiting import wait_until
from widgets.heartbeat import Heartbeat, Watch


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
    heartbeat.stop()
    hung, whole = [json.loads(line) for line in log.getvalue().splitlines()]
    assert hung["event"] == whole["event"] == "WindowLate"
    assert hung["max_ms"] == whole["max_ms"] > 100
