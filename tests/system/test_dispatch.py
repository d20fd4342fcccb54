"""Alarm, incident, unit, there, closed: the real program at a real broker, killed and cut off in between."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from paho.mqtt.client import Client, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from tests.servers.mosquitto import Broker
from tests.sources import ROOT
from tests.system.journal import assert_verifies, entries
from tests.system.process import Running
from tests.system.small_site import now_ms, point, smoke
from tests.unit.site_folder import lat_lon
from tests.waiting import wait_until

TOPIC = "watchroom/site/unit"
UNITS = (
    "id,kind,name,name_en,lat,lon,skills,people\n"
    f"M1,M,微站,Station,{lat_lon(9, 5)},fire,4\nS1,S,小分队,Squad,{lat_lon(30, 5)},fire,3\n"
)


class Commanded(Running):
    """The program with a test for an operator."""

    def launch(self, command: str, *more: str) -> None:
        with self.stderr.open("ab") as stderr:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "tests.system.commanded_console", command, *self._arguments, *more],
                cwd=ROOT, env={**self._env, "DISPLAY": ":never-opened"}, stderr=stderr,
            )  # fmt: skip
        self._asked = getattr(self, "_asked", 0)

    def do(self, act: str, *arguments: str) -> Any:
        """What the act answered."""
        with (self.data / "acts.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps([act, *arguments]) + "\n")
        self._asked += 1
        answers = self.data / "answers.jsonl"
        wait_until(lambda: answers.exists() and answers.read_text().count("\n") >= self._asked, 10, f"{act} done")
        return json.loads(answers.read_text().splitlines()[self._asked - 1])

    def wait_for_unit(self, unit: str, *state: str) -> None:
        """Until status, sending and incident of the unit are these."""
        wait_until(lambda: self.do("unit", unit) == list(state), 15, f"{unit} {state}, not {self.do('unit', unit)}")


class Devices:
    """The devices of all units: they keep what they are told and say what the test lets them say."""

    def __init__(self, broker: Broker) -> None:
        self._broker = broker
        self.orders: list[dict[str, Any]] = []
        self._client: Client | None = None

    @contextmanager
    def listening(self) -> Iterator[None]:
        ready, gone = threading.Event(), threading.Event()
        client = self._client = Client(CallbackAPIVersion.VERSION2, client_id="devices", protocol=MQTTv5)
        client.reconnect_delay_set(1, 1)
        client.on_message = self._on_message
        client.on_subscribe = lambda *_: ready.set()
        client.on_disconnect = lambda *_: gone.set()
        client.on_connect = lambda client, *_: client.subscribe(f"{TOPIC}/+/order", 1)
        properties = Properties(PacketTypes.CONNECT)
        properties.SessionExpiryInterval = 600
        client.connect(self._broker.host, self._broker.port, clean_start=False, properties=properties)
        client.loop_start()
        assert ready.wait(5)
        yield
        gone.clear()
        client.disconnect()
        assert gone.wait(5)
        client.loop_stop()

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        self.orders.append(json.loads(message.payload))

    def of(self, unit: str, act: str = "go") -> list[str]:
        return [told["order"] for told in list(self.orders) if (told["unit"], told["act"]) == (unit, act)]

    def order(self, unit: str, act: str = "go") -> str:
        return wait_until(lambda: self.of(unit, act), 15, f"an order for {unit}")[-1]

    def say(self, unit: str, status: str, order: str, **more: object) -> None:
        body = {"v": 1, "order": order, "status": status, "t": now_ms(), **more}
        self._broker.publish(f"{TOPIC}/{unit}/status", json.dumps(body))


@pytest.fixture
def config(config: Path) -> Path:
    (config.parent / "site" / "units.csv").write_text(UNITS, encoding="utf-8")
    text = config.read_text(encoding="utf-8").replace("answer_s = 60", "answer_s = 5")
    config.write_text(text, encoding="utf-8")
    return config


@pytest.fixture
def console(config: Path, tmp_path: Path) -> Iterator[Commanded]:
    with Commanded(tmp_path / "console", "--config", str(config)) as console:
        console.start("run")
        console.wait_for("LinkUp", kind="broker")
        yield console


@pytest.fixture
def devices(mosquitto: Broker) -> Iterator[Devices]:
    devices = Devices(mosquitto)
    with devices.listening():
        yield devices


def alarm(console: Commanded, broker: Broker) -> str:
    broker.publish(*smoke("hall"))
    return str(console.wait_for("AlarmRaised", point=point("hall"))["alarm"])


def ordered(console: Commanded, broker: Broker, *units: str) -> str:
    """The incident of a smoke alarm, these units ordered to it."""
    incident = str(console.do("open", alarm(console, broker)))
    assert console.do("dispatch", incident, *units) is None
    return incident


def a_forged_a_foreign_and_an_outsized_answer_change_nothing(
    console: Commanded, mosquitto: Broker, devices: Devices
) -> None:
    mosquitto.publish(f"{TOPIC}/M9/status", json.dumps({"order": devices.order("M1"), "status": "accepted"}))
    console.wait_for("MessageRejected", reason="unknown_unit")
    mosquitto.publish(f"{TOPIC}/M1/status", b'{"status": ' + b"x" * 9_000)
    console.wait_for("MessageRejected", reason="too_large")
    devices.say("S1", "accepted", devices.order("M1"))
    console.wait_for("AnswerIgnored", unit="S1", code="other_order")
    assert console.do("unit", "M1")[0] == console.do("unit", "S1")[0] == "ordered"


def test_from_alarm_to_closed_with_everything_on_the_timeline(
    console: Commanded, mosquitto: Broker, devices: Devices
) -> None:
    raised = alarm(console, mosquitto)
    incident = console.do("open", raised)
    console.do("dispatch", incident, "M1", "S1")
    first, second = devices.order("M1"), devices.order("S1")
    console.wait_for("OrderSent", unit="M1", order=first)
    a_forged_a_foreign_and_an_outsized_answer_change_nothing(console, mosquitto, devices)
    for status in ("accepted", "en_route", "on_scene"):
        devices.say("M1", status, first)
        console.wait_for("OrderAnswered", unit="M1", status=status, answered_by="device")
    console.do("acknowledge", raised)
    console.do("note", incident, "smoke on the third floor")
    devices.say("S1", "declined", second, reason="tyre")
    console.wait_for("UnitChanged", unit="S1", status="declined")
    assert console.do("close", incident, "resolved") is None
    devices.say("M1", "available", devices.order("M1", "stand_down"))
    console.wait_for("UnitChanged", unit="M1", status="available")
    told = console.do("timeline", incident)
    wanted = [
        "AlarmRaised",
        "IncidentOpened",
        "IncidentAlarmLinked",
        "UnitOrdered M1",
        "UnitOrdered S1",
        "UnitReported M1 accepted",
        "ClockStopped M1 response_started",
        "UnitReported M1 en_route",
        "UnitReported M1 on_scene",
        "ClockStopped M1 on_scene",
        "AlarmAcknowledged",
        "IncidentNoted",
        "UnitReported S1 declined",
        "IncidentClosed resolved",
        "UnitReleased M1 returning",
        "UnitReleased S1 available",
        "UnitReported M1 available",
    ]
    whenever = ("OrderSent", "AlarmEscalated", "AlarmVerifyExpired", "AlarmUnacknowledged")  # as fast as the machine is
    assert [line for line in told if not line.startswith(whenever)] == wanted
    assert {"OrderSent M1", "OrderSent S1"} <= set(told)
    assert console.stop() == 0
    assert_verifies(console.data)


def test_killed_between_commit_and_sending_the_order_arrives_once_and_under_one_name(
    console: Commanded, mosquitto: Broker
) -> None:
    devices = Devices(mosquitto)
    with devices.listening():
        pass  # its session is at the broker now
    raised = alarm(console, mosquitto)
    mosquitto.stop()
    console.wait_for("LinkDown", kind="broker")
    incident = console.do("open", raised)
    console.do("dispatch", incident, "M1")
    console.wait_for_unit("M1", "ordered", "waiting", incident)
    wait_until(lambda: any(e.kind == "UnitOrdered" for e in entries(console.data)), 10, "the commit")
    console.kill()
    mosquitto.start()
    console.start("run")
    sent = console.wait_for("OrderSent", unit="M1")
    with devices.listening():
        order = devices.order("M1")
        assert order == sent["order"]
        devices.say("M1", "accepted", order)
        console.wait_for_unit("M1", "accepted", "sent", incident)
    assert devices.of("M1") == [order]
    assert console.do("timeline", incident)[:4] == [
        "AlarmRaised", "IncidentOpened", "IncidentAlarmLinked", "UnitOrdered M1",
    ]  # fmt: skip


def test_killed_between_sending_and_the_word_of_the_broker_the_second_order_is_the_first(
    console: Commanded, mosquitto: Broker
) -> None:
    devices = Devices(mosquitto)
    with devices.listening():
        pass
    raised = alarm(console, mosquitto)
    incident = console.do("open", raised)
    mosquitto.freeze()
    console.do("dispatch", incident, "M1")
    wait_until(lambda: any(e.kind == "UnitOrdered" for e in entries(console.data)), 10, "the commit")
    console.kill()
    mosquitto.thaw()
    console.start("run")
    console.wait_for("OrderSent", unit="M1")
    with devices.listening():
        devices.order("M1")
        devices.say("M1", "accepted", devices.order("M1"))
        console.wait_for_unit("M1", "accepted", "sent", incident)
    assert len(set(devices.of("M1"))) == 1
    assert sum(e.kind == "UnitOrdered" for e in entries(console.data)) == 1


def test_a_broker_that_restarts_during_an_order_delivers_it_and_until_then_it_is_said_to_wait(
    console: Commanded, mosquitto: Broker
) -> None:
    devices = Devices(mosquitto)
    with devices.listening():
        pass
    raised = alarm(console, mosquitto)
    incident = console.do("open", raised)
    mosquitto.stop()
    console.wait_for("LinkDown", kind="broker")
    console.do("dispatch", incident, "M1")
    console.wait_for_unit("M1", "ordered", "waiting", incident)
    assert console.named("OrderSent") == []
    mosquitto.start()
    console.wait_for("OrderSent", unit="M1")
    with devices.listening():
        devices.say("M1", "en_route", devices.order("M1"))
        console.wait_for_unit("M1", "en_route", "sent", incident)


def test_a_unit_that_says_nothing_is_marked_one_that_nobody_hears_is_not_said_to_have_its_order(
    console: Commanded, mosquitto: Broker
) -> None:
    incident = ordered(console, mosquitto, "M1")
    console.wait_for("OrderNotSent", unit="M1", code="unheard")
    console.wait_for_unit("M1", "ordered", "unheard", incident)
    devices = Devices(mosquitto)
    with devices.listening():
        console.wait_for("OrderSent", 15, unit="M1")
        console.wait_for("OrderAnswered", 15, unit="M1", status="no_answer", answered_by="console")
        console.do("voice", "M1", "en_route")
        console.wait_for_unit("M1", "en_route", "sent", incident)
    assert console.do("dispatch", incident, "M1") == {"refused": "already_ordered"}
