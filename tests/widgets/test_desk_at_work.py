"""Other threads are told while the desk thread is at work: it paints, or it empties its inbox; then it rests."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from console.inbox import Inbox
from tests.waiting import wait_until
from tests.widgets.desk import Desk
from widgets.pace import Steady
from widgets.pump import Pump


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def pump(desk: Desk, inbox: Inbox) -> Iterator[Pump]:
    made = Pump(desk.console, inbox, desk.clock)
    made.start()
    yield made
    made.stop()


def rests(inbox: Inbox) -> None:
    """Returns when it does, seen from another thread."""
    wait_until(lambda: not inbox.is_desk_at_work, 30, "the desk to rest")


def test_it_is_at_work_while_the_inbox_is_emptied_and_rests_after_it(
    desk: Desk, inbox: Inbox, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(desk.console, "handle", lambda _item: seen.append(inbox.is_desk_at_work))
    inbox.post("anything")
    wait_until(lambda: seen, 5, "the item")
    assert seen == [True]
    other = threading.Thread(target=lambda: rests(inbox))
    other.start()
    wait_until(lambda: not other.is_alive(), 6, "the desk to rest")


def test_after_its_end_it_is_never_at_work(inbox: Inbox, pump: Pump) -> None:
    pump.begin_work()
    pump.stop()
    said = inbox.is_desk_at_work
    pump.start()
    assert not said


def test_timers_of_one_interval_come_apart_and_each_comes_round(qapp: QApplication) -> None:
    came: list[int] = []
    timers = [Steady(200, partial(came.append, n), qapp) for n in range(4)]
    for timer in timers:
        timer.begin()
    due = sorted(timer.remainingTime() for timer in timers)
    assert min(b - a for a, b in itertools.pairwise(due)) >= 20 and due[-1] <= 200
    wait_until(lambda: all(came.count(n) >= 3 for n in range(4)), 10, "three rounds of each")
    assert {timer.interval() for timer in timers} == {200}
    for timer in timers:
        timer.stop()
        timer.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
