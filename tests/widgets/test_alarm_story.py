"""The journal panel and an incident's timeline tell what happened to an alarm, in words and with who did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from console.alarms import Outcome
from console.model import AlarmClass, Condition
from tests.widgets.desk import LEAKAGE, SMOKE, Desk, texts
from tests.widgets.sending import SENDING_SITE
from widgets.dispatch.timeline_words import TimelineWords

OpenDesk = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    opened = open_desk(site=SENDING_SITE)
    opened.hear_all()
    opened.settle()
    return opened


def panel(desk: Desk) -> str:
    desk.settle()
    return "\n".join(texts(desk.window.journal))


def test_the_panel_tells_who_looked_into_a_fire_and_what_was_found(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.console.alarming.acknowledge(fire)
    desk.console.alarming.verify(fire, Outcome.FALSE)
    (line,) = [text for text in texts(desk.window.journal) if text.startswith("Looked into:")]
    assert line.endswith(f"· False · {desk.console.seat.person}")


def test_the_panel_tells_that_nobody_acknowledges_and_that_it_counts_as_real(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.console.alarming.displayed(fire)
    desk.clock.advance(16_000)
    assert any(
        text.startswith("Nobody acknowledges:") and text.endswith("· 15 s") for text in texts(desk.window.journal)
    )
    desk.clock.advance(80_000)
    assert "Not looked into in time, counts as real:" in panel(desk)


def test_the_panel_tells_of_shelves_and_of_what_has_to_be_seen_again(desk: Desk) -> None:
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.console.alarming.shelve(leak, 10, "works")
    assert "Shelved:" in panel(desk)
    desk.clock.advance(600_000)
    told = panel(desk)
    assert "Off the shelf:" in told and "shelf ended" in told


def test_the_panel_calls_a_detector_on_test_by_its_name(desk: Desk) -> None:
    desk.console.alarming.put_on_test([SMOKE], desk.clock.now_ms() + 600_000)
    point = desk.console.points.get(SMOKE)
    assert point is not None
    assert f"On test: {point.name_en} · {desk.console.seat.person}" in panel(desk)
    desk.console.alarming.end_test(SMOKE)
    assert f"Test ended: {point.name_en}" in panel(desk)


def test_every_kind_of_line_of_a_timeline_has_words(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    incident = desk.console.dispatching.open_from(fire)
    desk.console.alarming.displayed(fire)
    desk.clock.advance(20_000)
    desk.console.alarming.acknowledge(fire)
    desk.console.alarming.verify(fire, Outcome.FALSE)
    kinds = [line.kind for line in desk.console.dispatching.timeline(incident)]
    assert [kind for kind in kinds if kind.startswith("Alarm")] == [
        "AlarmRaised", "AlarmDisplayed", "AlarmEscalated", "AlarmAcknowledged", "AlarmVerified"
    ]  # fmt: skip
    told = story(desk)
    assert not set(told) & set(kinds), "a kind without words is told by its name"
    assert any(text.startswith("Looked into:") and "False" in text for text in told)


def story(desk: Desk) -> list[str]:
    words = desk.window.findChild(TimelineWords)
    assert words is not None
    (incident,) = desk.console.dispatching.incidents()
    return [entry.text for entry in words.entries(incident)]


def test_the_panel_tells_that_the_source_of_a_fire_is_lost(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.change(SMOKE, Condition.UNKNOWN)
    (line,) = [text for text in texts(desk.window.journal) if text.startswith("Source lost:")]
    assert "Smoke" in line
