"""The console is killed while it works: alarms, acknowledgements and messages are all there afterwards, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.model import LIVE
from tests.servers.mosquitto import Broker
from tests.servers.publisher import Publisher
from tests.servers.xvfb import Screen
from tests.system.journal import assert_verifies, entries, locked, raised
from tests.system.operator import press
from tests.system.process import Running
from tests.system.small_site import now_ms, point, smoke
from tests.waiting import wait_until


def test_an_acknowledged_alarm_is_still_open_and_still_acknowledged_after_a_kill(
    mosquitto: Broker, config: Path, xvfb: Screen, tmp_path: Path
) -> None:
    with Running(tmp_path / "console", "--config", str(config), env=xvfb.env()) as console:
        console.start("run")
        console.wait_for("LinkUp", kind="broker")
        mosquitto.publish(*smoke("first"))
        alarm = console.wait_for("AlarmRaised", point=point("first"))["alarm"]
        press(xvfb, console.child.pid, "F2")
        console.wait_for("AlarmAcknowledged", alarm=alarm, by="Li")
        wait_until(lambda: "AlarmAcknowledged" in story(console, alarm), 20, "the acknowledgement to be in the journal")
        console.kill()

        before = len(console.events())
        console.start("run")
        assert console.wait_for("Started", after=before)["open_alarms"] == 1
        mosquitto.publish(*smoke("second"))
        second = console.wait_for("AlarmRaised", after=before, point=point("second"))["alarm"]
        press(xvfb, console.child.pid, "F2")
        console.wait_for("AlarmAcknowledged", after=before)
        assert [e["alarm"] for e in console.named("AlarmAcknowledged")] == [alarm, second]
        assert [e["alarm"] for e in console.named("AlarmRaised")] == [alarm, second]


def story(console: Running, alarm: str) -> list[str]:
    recorded = JournalReader(console.data / JOURNAL_FILE).stream(LIVE, f"alarm/{alarm}")
    return [each.entry.kind for each in recorded]


def test_what_was_sent_while_the_console_was_down_is_raised_with_its_own_time(
    mosquitto: Broker, serving: Running
) -> None:
    console = serving
    console.kill()
    sent_ms = now_ms()
    mosquitto.publish(*smoke("meanwhile", sent_ms))
    before, restarted_ms = len(console.events()), now_ms()
    console.start("run")
    late = console.wait_for("AlarmRaised", after=before, point=point("meanwhile"))
    assert late["source_ms"] == sent_ms
    assert late["received_ms"] >= restarted_ms
    assert late["late_ms"] == late["received_ms"] - sent_ms


@pytest.mark.parametrize(
    ("messages", "locked_s"), [(600, 2), pytest.param(3_000, 10, marks=pytest.mark.long)], ids=["quick", "whole"]
)
def test_three_kills_a_restart_of_the_broker_and_a_locked_journal_lose_no_alarm_and_raise_none_twice(
    mosquitto: Broker, serving: Running, messages: int, locked_s: int
) -> None:
    console = serving
    batches = [range(n, n + messages // 6) for n in range(0, messages, messages // 6)]
    with Publisher(mosquitto) as publisher:
        for batch in batches[:3]:
            publisher.publish(smoke(device(n)) for n in batch)
            kill_in_the_middle(console, batch)
        publisher.publish(smoke(device(n)) for n in batches[3])
        publisher.wait_for_acknowledgement(of=batches[3].start + len(batches[3]) // 3)
        mosquitto.stop()
        publisher.publish(smoke(device(n)) for n in batches[4])
        mosquitto.start()
        publisher.wait_for_acknowledgement()
        with locked(console.data, locked_s):
            publisher.publish(smoke(device(n)) for n in batches[5])
            newest = {f"{point(device(n))}/1" for n in batches[5]}
            wait_until(lambda: newest <= alarms(console), 60, "the newest alarms while the journal is locked")
    wait_until(lambda: len(raised(console.data)) >= messages, 60, "every alarm to be in the journal")
    assert console.stop() == 0
    assert raised(console.data) == {f"alarm/{point(device(n))}/1": 1 for n in range(messages)}
    assert {e.data["occurrence"] for e in entries(console.data) if e.kind == "AlarmRaised"} == {1}
    assert_verifies(console.data)


def device(number: int) -> str:
    return f"dev-{number:04d}"


def alarms(console: Running) -> set[str]:
    return {event["alarm"] for event in console.named("AlarmRaised", **{"class": "F"})}


def kill_in_the_middle(console: Running, batch: range) -> None:
    """Kill the console while a batch is on its way to it, and start it again."""
    half = batch.start + len(batch) // 2
    wait_until(lambda: len(alarms(console)) >= half, 30, "the console to be in the middle of it")
    console.kill()
    before = len(console.events())
    console.start("run")
    console.wait_for("LinkUp", after=before, kind="broker")
