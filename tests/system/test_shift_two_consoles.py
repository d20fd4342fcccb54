"""A shift changes and a detector is tested at one of two real consoles; the other one shows it and answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.mosquitto import Broker
from tests.system.pairs import Pair, running_pair
from tests.system.small_site import point, smoke
from tests.waiting import wait_until

pytestmark = pytest.mark.long

SEEN_S = 30.0
NOTE = "pump 2 is being repaired"


@pytest.fixture
def pair(tmp_path: Path, mosquitto: Broker) -> Iterator[Pair]:
    journal, detector = str(tmp_path / "shared.sqlite"), f"{point('a')},烟感,Smoke,,,,,,,,,"
    with running_pair(tmp_path, mosquitto, journal, [detector]) as both:
        yield both


def test_what_is_taken_over_at_one_console_has_its_new_owner_at_the_other_and_both_tell_of_the_change(
    pair: Pair, mosquitto: Broker
) -> None:
    first, second = pair.first, pair.second
    alarm = f"{point('a')}/1"
    mosquitto.publish(*smoke("a"))
    for console in pair.consoles:
        console.wait_for("AlarmRaised", alarm=alarm)
    first.do("acknowledge", alarm)
    second.wait_for("AlarmAcknowledged", alarm=alarm)
    assert second.do("owner", alarm) == "Li"
    first.do("note for the next", NOTE)
    wait_until(lambda: NOTE in second.do("sheet"), SEEN_S, "the note at the other console")
    first.do("hand over", "Chan")
    second.wait_for("HandoverBegun", position="desk-1", leaver="Li", comer="Chan")
    first.do("accept")
    first.do("take over")
    taken = second.wait_for("HandoverTaken", position="desk-1")
    assert (taken["leaver"], taken["comer"]) == ("Li", "Chan")
    wait_until(lambda: second.do("owner", alarm) == "Chan", SEEN_S, "the new owner at the other console")
    assert first.do("owner", alarm) == "Chan"


def test_a_detector_that_is_put_on_test_at_one_console_signals_a_test_at_the_other_until_either_ends_it(
    pair: Pair, mosquitto: Broker
) -> None:
    first, second = pair.first, pair.second
    tested = point("a")
    assert first.do("on test", tested) is None
    wait_until(lambda: second.do("tested") == [tested], SEEN_S, "on test at the other console")
    mosquitto.publish(*smoke("a"))
    for console in pair.consoles:
        console.wait_for("AlarmRaised", alarm=f"{tested}/1")
        assert f"{tested}/1" not in console.do("alarms"), "not in the list: it is a test"
    mosquitto.publish(*smoke("b"))
    for console in pair.consoles:
        console.wait_for("AlarmRaised", alarm=f"{point('b')}/1")
        assert f"{point('b')}/1" in console.do("alarms")
    second.do("end test", tested)
    wait_until(lambda: first.do("tested") == [], SEEN_S, "the end of the test at the first console")
    for console in pair.consoles:
        wait_until(lambda c=console: f"{tested}/1" in c.do("alarms"), SEEN_S, "still smoke, and no test any more")
