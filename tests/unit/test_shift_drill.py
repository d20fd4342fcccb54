"""A drill's alarms live by the same machine as live ones, in their own domain, and leave nothing behind."""

from __future__ import annotations

import pytest

from console.alarms import Outcome
from console.model import LIVE
from console.model.ids import domain_of, in_domain
from tests.unit.test_drill import SMOKE, Hall


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_the_clocks_of_a_drill_alarm_run_in_the_domain_of_the_drill(hall: Hall) -> None:
    alarm = hall.smoked()
    hall.clock.advance(100_000)
    kinds = {"AlarmEscalated", "AlarmVerifyExpired"}
    written = [entry for entry in hall.store.entries if entry.kind in kinds]
    assert {entry.kind for entry in written} == kinds
    assert {entry.domain for entry in written} == {domain_of(alarm)} != {LIVE}


def test_acts_about_a_drill_alarm_are_recorded_in_the_drill_and_change_no_live_alarm(hall: Hall) -> None:
    alarm = hall.smoked()
    hall.console.acknowledge(alarm)
    hall.console.alarming.verify(alarm, Outcome.REAL)
    entry = next(entry for entry in hall.store.entries if entry.kind == "AlarmVerified")
    assert entry.domain == domain_of(alarm) and len(hall.console.live) == 0
    found = hall.console.alarming.alarm(alarm)
    assert found is not None and found.verify.is_real


def test_when_the_drill_ends_no_clock_of_it_rings_any_more(hall: Hall) -> None:
    hall.smoked()
    hall.console.drilling.end()
    before = [entry.kind for entry in hall.store.entries]
    hall.clock.advance(600_000)
    later = [entry.kind for entry in hall.store.entries][len(before) :]
    assert not [kind for kind in later if kind.startswith("Alarm")]


def test_while_a_drill_is_paused_its_clocks_run_and_nothing_of_it_is_heard_or_shown(hall: Hall) -> None:
    alarm = hall.smoked()
    hall.console.alarming.acknowledge(alarm)
    hall.console.drilling.pause()
    hall.clock.advance(300_000)  # the acknowledgement wears off meanwhile
    found = hall.console.alarming.alarm(alarm)
    assert found is not None and found.acknowledged is None
    assert hall.console.sounding.tone is None and hall.console.seeing.wall.current is None
    hall.console.drilling.resume()
    assert hall.console.sounding.tone is not None


def test_a_detector_put_on_test_in_a_drill_is_relied_on_again_when_the_drill_is_over(hall: Hall) -> None:
    hall.begin()
    drill = hall.console.drilling.drill
    assert drill is not None
    point = in_domain(SMOKE, drill.domain)
    hall.console.alarming.put_on_test([point], hall.clock.now_ms() + 600_000)
    assert hall.console.alarms.counts().on_test == 1 and hall.console.live.counts().on_test == 0
    hall.console.drilling.end()
    ended = [entry for entry in hall.store.entries if entry.kind == "PointTestEnded"]
    assert [(entry.domain, entry.open) for entry in ended] == [(drill.domain, False)]
