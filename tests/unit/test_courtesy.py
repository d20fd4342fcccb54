"""Who reads messages waits while the desk is at work, but never for long and never twice in a row."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import pytest

from console import courtesy
from console.courtesy import LONGEST_S, LOOK_S, Courtesy
from console.inbox import Inbox


@dataclass
class Hours:
    """Time that only passes while somebody waits."""

    now: float = 100.0
    waits: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    made = Hours()
    monkeypatch.setattr(courtesy, "time", made)
    return made


def test_while_the_desk_rests_nobody_waits(hours: Hours) -> None:
    Courtesy(Inbox()).give_way()
    assert hours.waits == []


def test_it_waits_until_the_desk_has_finished() -> None:
    inbox, done = Inbox(), threading.Event()
    polite = Courtesy(inbox)
    inbox.is_desk_at_work = True

    def work() -> None:
        polite.give_way()
        done.set()

    inbox_is_left = threading.Thread(target=work)
    inbox_is_left.start()
    inbox.is_desk_at_work = False
    assert done.wait(5)
    inbox_is_left.join()


def test_a_desk_that_never_rests_holds_nobody_up_for_more_than_half_of_the_time(hours: Hours) -> None:
    inbox = Inbox()
    polite = Courtesy(inbox)
    inbox.is_desk_at_work = True
    polite.give_way()
    waited = sum(hours.waits)
    assert LONGEST_S <= waited < LONGEST_S + 2 * LOOK_S
    polite.give_way()
    hours.now += 0.9 * LONGEST_S
    polite.give_way()
    assert sum(hours.waits) == waited  # its own turn
    hours.now += 0.2 * LONGEST_S
    polite.give_way()
    assert sum(hours.waits) == pytest.approx(2 * waited, rel=0.1)
