"""Who is told what: everybody who listens, whatever becomes of the others."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest

from console.announce import Announcer, IncidentStirred
from console.clock import FakeClock
from console.model import IncidentId

NEWS = IncidentStirred(incident=IncidentId("E-0001"))


class Listener:
    """Writes down how often it was told, and does something then."""

    def __init__(self, announcer: Announcer, then: Callable[[], object] = lambda: None) -> None:
        self.told = 0
        self._then = then
        announcer.subscribe(IncidentStirred, self.on_told)

    def on_told(self, _news: IncidentStirred) -> None:
        self.told += 1
        self._then()


def divide() -> float:
    return 1 / 0


def test_who_raises_is_reported_and_everybody_else_is_told() -> None:
    reported: list[Exception] = []
    announcer = Announcer(FakeClock(), failed=reported.append)
    listeners = [Listener(announcer, divide), Listener(announcer), Listener(announcer, divide), Listener(announcer)]
    announcer.publish(NEWS)
    assert [listener.told for listener in listeners] == [1, 1, 1, 1]
    assert [type(error) for error in reported] == [ZeroDivisionError] * 2


def test_with_nobody_to_report_it_to_it_is_raised_once_all_have_been_told() -> None:
    announcer = Announcer(FakeClock())
    listeners = [Listener(announcer, divide), Listener(announcer)]
    with pytest.raises(ZeroDivisionError):
        announcer.publish(NEWS)
    assert [listener.told for listener in listeners] == [1, 1]


def test_a_window_that_was_closed_is_forgotten_also_while_the_same_news_is_told_within_the_news() -> None:
    announcer = Announcer(FakeClock())
    again = [announcer.publish]
    first = Listener(announcer, lambda: again and again.pop()(NEWS))
    closed = Listener(announcer)
    last = Listener(announcer)
    del closed
    gc.collect()
    announcer.publish(NEWS)
    assert (first.told, last.told) == (2, 2)
