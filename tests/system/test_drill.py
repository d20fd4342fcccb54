"""A drill on the real program at a real broker: everything happens as on a live day, and the broker hears nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion

from tests.servers.mosquitto import Broker
from tests.system.journal import assert_verifies, entries
from tests.system.small_site import point, smoke
from tests.system.test_dispatch import UNITS, Commanded
from tests.waiting import wait_until

DETECTOR = "z2m/0x01#smoke"  # of the small site; the live one is another
SCENARIO = f"""\
minutes = 6
name = {{en = "Smoke in the hall", zh_CN = "大厅冒烟", zh_TW = "大廳冒煙"}}

[[act]]
at_s = 0
deed = "alarm"
target = "{DETECTOR}"
text = {{en = "Smoke.", zh_CN = "冒烟。", zh_TW = "冒煙。"}}
"""
MARK = "test/over"
ALWAYS = {"owner", "heartbeat", "over"}  # last parts of what is heard of a console that does nothing


class Ear:
    """Hears everything the broker carries."""

    def __init__(self) -> None:
        self.topics: list[str] = []

    @contextmanager
    def listening(self, broker: Broker) -> Iterator[None]:
        ready = threading.Event()
        client = Client(CallbackAPIVersion.VERSION2, client_id="ear")
        client.on_message = self._on_message
        client.on_subscribe = lambda *_: ready.set()
        client.on_connect = lambda client, *_: client.subscribe("#", 1)
        client.connect(broker.host, broker.port)
        client.loop_start()
        assert ready.wait(5)
        yield
        broker.publish(MARK, "now")
        wait_until(lambda: MARK in self.topics, 10, "the last message")
        client.disconnect()
        client.loop_stop()

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        self.topics.append(message.topic)


@pytest.fixture
def config(config: Path) -> Path:
    site = config.parent / "site"
    (site / "units.csv").write_text(UNITS, encoding="utf-8")
    (site / "drills").mkdir()
    (site / "drills" / "hall.toml").write_text(SCENARIO, encoding="utf-8")
    return config


@pytest.fixture
def console(config: Path, tmp_path: Path) -> Iterator[Commanded]:
    with Commanded(tmp_path / "console", "--config", str(config)) as console:
        console.start("run")
        console.wait_for("LinkUp", kind="broker")
        yield console


def begun(console: Commanded) -> tuple[str, str]:
    """Domain and alarm of a drill that was started."""
    domain = str(console.do("start drill", "hall", "Gao Lei"))
    raised = console.wait_for("AlarmRaised", domain=domain)
    return domain, str(raised["alarm"])


def test_from_alarm_to_result_and_the_broker_has_heard_nothing_of_it(console: Commanded, mosquitto: Broker) -> None:
    ear = Ear()
    with ear.listening(mosquitto):
        domain, alarm = begun(console)
        incident = console.do("open", alarm)
        console.do("acknowledge", alarm)
        console.do("dispatch", incident, "M1")
        console.wait_for_unit("M1", "ordered", "sent", incident)
        ((kind, unit, number),) = console.do("phones")
        assert (kind, unit) == ("order", "M1")
        for status in ("accepted", "en_route", "on_scene"):
            assert console.do("answer", str(number), status) is None
            console.wait_for("OrderAnswered", unit="M1", status=status, domain=domain)
        assert console.do("close", incident, "resolved") is None
        assert console.do("end drill") is None
    assert {topic.rpartition("/")[2] for topic in ear.topics} <= ALWAYS
    (row,) = console.do("result")
    steps = [row[step] for step in ("acknowledged", "dispatched", "accepted", "on_scene")]
    assert row["incident"] == incident == "D-0001" and None not in steps and steps == sorted(steps)
    assert console.do("alarms") == [] and console.do("incidents") == []
    assert console.do("unit", "M1") == ["available", "", ""]
    assert not console.named("AlarmRaised", domain="live", point=DETECTOR)
    assert console.stop() == 0
    written = {entry.kind for entry in entries(console.data) if entry.domain == domain}
    assert {"AlarmRaised", "IncidentOpened", "UnitOrdered", "IncidentClosed", "DrillResult"} <= written
    assert_verifies(console.data)


def test_a_live_fire_pauses_the_drill_and_is_acknowledged_as_on_any_day(console: Commanded, mosquitto: Broker) -> None:
    domain, _ = begun(console)
    mosquitto.publish(*smoke("hall"))
    live = console.wait_for("AlarmRaised", point=point("hall"), domain="live")
    paused = console.wait_for("DrillChanged", domain=domain, what="paused", cause="live_alarm")
    told = console.events()
    assert told.index(paused) < told.index(live)
    assert console.do("alarms")[0] == live["alarm"] and domain not in str(console.do("alarms"))
    assert console.do("resume drill") == {"refused": "live_alarm_open"}
    console.do("acknowledge", live["alarm"])
    console.wait_for("AlarmAcknowledged", alarm=live["alarm"])
    assert console.do("resume drill") is None and console.do("drill") == ["running", ""]


def test_a_console_killed_in_a_drill_comes_back_with_it_paused_and_everything_in_it(console: Commanded) -> None:
    domain, alarm = begun(console)
    incident = console.do("open", alarm)
    wait_until(lambda: any(e.kind == "IncidentOpened" for e in entries(console.data)), 10, "the commit")
    console.kill()
    console.start("run")
    console.wait_for("DrillChanged", domain=domain, what="paused", cause="restart")
    assert console.do("drill") == ["paused", "restart"] and console.do("alarms") == []
    assert console.do("resume drill") is None
    assert console.do("alarms") == [alarm] and console.do("incidents") == [incident]
    assert console.do("end drill") is None and console.do("alarms") == []
    assert console.stop() == 0
    assert_verifies(console.data)
