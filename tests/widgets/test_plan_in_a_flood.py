"""The plan while alarms pour in: looked at and painted in several turns of the loop, one piece in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from console.model import AlarmClass, Point, PointId
from tests.waiting import wait_until
from tests.widgets.plans import SITE, YARD, Plan
from widgets.application import Languages
from widgets.plan.renewal import Renewal

VALVES = tuple(
    Point(PointId(f"site/v-{n}#valve_shut"), f"阀{n}", f"Valve {n}", "valve_shut", (66.0 + 2 * n, 30.0))
    for n in range(14)
)  # fmt: skip


@pytest.fixture
def flooded(languages: Languages) -> Iterator[Plan]:
    """A plan over which more alarms have come than a person can follow."""
    plan = Plan(site=replace(SITE, points=(*SITE.points, *VALVES)))
    for valve in VALVES:
        plan.alarm(valve.id, AlarmClass.SUPERVISORY)
        plan.clock.advance(100)
    assert plan.panel.situation.is_flood
    yield plan
    plan.close()


def test_what_came_in_a_flood_is_on_the_plan_a_moment_later_painted_in_turns(flooded: Plan) -> None:
    view = flooded.panel.main
    flooded.alarm(YARD, AlarmClass.HAZARD)
    wait_until(lambda: "Yard lane: ALARM HAZARD" in view.listing.lines(), 20, "the alarm is on the plan")
    wait_until(lambda: view.is_from_turns, 20, "and was painted beforehand")
    wait_until(lambda: not view.is_renewing, 20, "no turn is left over")


def test_what_was_painted_beforehand_looks_as_if_it_were_painted_now(flooded: Plan) -> None:
    view = flooded.panel.main
    flooded.alarm(YARD, AlarmClass.HAZARD)
    wait_until(lambda: view.is_from_turns and not view.is_renewing, 20, "painted beforehand")
    beforehand = view.grab().toImage()
    view.look(view.view)  # drops it: the same view is painted at once
    assert not view.is_from_turns
    at_once = view.grab().toImage()
    differing = [
        (x, y)
        for x in range(0, view.width(), 7) for y in range(0, view.height(), 7)
        if not _is_close(beforehand.pixelColor(x, y), at_once.pixelColor(x, y))
    ]  # fmt: skip
    assert not differing


def test_a_hand_that_moves_the_plan_in_a_flood_sees_it_move_at_once(flooded: Plan) -> None:
    view = flooded.panel.main
    flooded.alarm(YARD, AlarmClass.HAZARD)
    wait_until(lambda: view.is_renewing, 20, "its turns have begun")
    before = view.view
    view.look(view.view.zoomed(2.0))
    assert view.view is not before
    assert not view.is_renewing, "what was under way was for another view"
    view.grab()
    assert "Yard lane: ALARM HAZARD" in flooded.lines()


def test_work_in_steps_is_done_one_step_a_turn_and_begun_anew_when_it_is_of_no_use(qapp: QApplication) -> None:
    done: list[float] = []
    renewal, steps = Renewal(done.append, qapp), []

    def work(name: str) -> Iterator[None]:
        for number in range(3):
            steps.append(f"{name}{number}")
            yield

    renewal.begin(work("a"))
    renewal.on_turn()
    renewal.begin(work("b"))
    for _ in range(3):
        renewal.on_turn()
        assert done == []
    renewal.on_turn()
    assert steps == ["a0", "b0", "b1", "b2"]
    assert len(done) == 1
    assert not renewal.is_running
    renewal.begin(work("c"))
    renewal.give_up()
    renewal.on_turn()
    assert steps[-1] == "b2"


def _is_close(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= 40 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))
