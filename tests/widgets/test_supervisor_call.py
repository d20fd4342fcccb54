"""A supervisor is called where everybody reads it, until the alarm has its answer."""

from __future__ import annotations

from console.alarms import Outcome
from tests.widgets.desk import SMOKE, Desk


def shown(desk: Desk) -> str:
    return desk.window.notices.shown()


def test_a_fire_nobody_acknowledges_calls_the_supervisor_until_somebody_does(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.clock.advance(59_000)
    desk.settle()
    assert shown(desk) == ""
    desk.clock.advance(2_000)
    desk.settle()
    assert shown(desk).startswith("A supervisor is called. Nobody acknowledges: ")
    desk.console.acknowledge(fire)
    desk.settle()
    assert shown(desk) == ""


def test_a_check_that_ran_out_calls_the_supervisor_until_somebody_says_what_it_is(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.console.acknowledge(fire)
    desk.clock.advance(91_000)
    desk.settle()
    assert "Nobody said in time whether it is real: " in shown(desk)
    desk.console.alarming.verify(fire, Outcome.REAL)
    desk.settle()
    assert "Nobody said" not in shown(desk)


def test_two_calls_are_one_notice(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.clock.advance(91_000)  # not acknowledged, and the clock ran out
    desk.settle()
    assert "Nobody said in time" in shown(desk) and "more" not in shown(desk)
