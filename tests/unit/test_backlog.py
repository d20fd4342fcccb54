"""A feed that cannot keep up says so, and says when it can again."""

from __future__ import annotations

from console.backends.feed.backlog import Backlog
from console.backends.feed.trouble import Report
from console.clock import Clock
from console.inbox import Inbox
from console.model import LinkDown, LinkUp


class Road:
    """A backlog with a clock in the hand of the test."""

    def __init__(self) -> None:
        self.now = 100.0
        self.inbox = Inbox()
        self.backlog = Backlog(Report("intake", "intake", self.inbox, Clock()), lambda: self.now)

    def run(self, seconds: float, *, more: bool) -> list[str]:
        """Ten turns a second; what was told meanwhile."""
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            self.backlog.turn(more=more)
        told: list[str] = []

        def take(item: object) -> None:
            assert isinstance(item, LinkDown | LinkUp)
            told.append(str(item.reason) if isinstance(item, LinkDown) else "up")

        def fail(_item: object, error: Exception) -> None:
            raise error

        self.inbox.drain(take, fail)
        return told


def test_a_broker_that_has_more_for_us_for_five_seconds_is_told_once_and_its_end_after_two_calm_ones() -> None:
    road = Road()
    assert road.run(1, more=False) == ["up"]
    assert road.run(4.8, more=True) == []
    assert road.run(3, more=True) == ["behind"]
    assert road.run(1.5, more=False) == []
    assert road.run(1, more=False) == ["up"]


def test_bursts_with_breaths_between_are_no_backlog() -> None:
    road = Road()
    road.run(1, more=False)
    assert [told for _ in range(5) for told in (*road.run(4, more=True), *road.run(0.1, more=False))] == []


def test_short_breaths_do_not_end_a_backlog() -> None:
    road = Road()
    road.run(6, more=True)
    assert road.run(0.5, more=False) == []
    assert road.run(1, more=True) == []


def test_a_connection_that_ends_takes_its_backlog_along() -> None:
    road = Road()
    road.run(4, more=True)
    road.backlog.lost()
    assert road.run(4, more=True) == []
