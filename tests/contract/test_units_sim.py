"""Simulated units at a real broker: what an integrator's device has to do with an order, done as the manual says."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from paho.mqtt.client import Client, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

from console.model import Crew, Site, UnitId, UnitKind
from console.sim.units import Manner, UnitSim
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

ROOT = "watchroom/test/unit"
PLACE = {"lon": 120.0001, "lat": 30.0}
SITE = Site(
    "测试", "Test", "Asia/Shanghai", (120.0, 30.0),
    units=tuple(
        Crew(UnitId(name), UnitKind.SQUAD, name, name, (0.0, 0.0)) for name in ("S1", "S2", "S3")
    ),
)  # fmt: skip
MANNERS = {
    "S1": Manner(accept_s=0.0, speed_m_s=100.0),
    "S2": Manner("declines", 0.0, 1.0, "on another job"),
    "S3": Manner("silent", 0.0, 1.0),
}


class Listener:
    """Whatever units say, in order."""

    def __init__(self, broker: Broker) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.ready = threading.Event()
        self.client = Client(CallbackAPIVersion.VERSION2, protocol=MQTTv5)
        self.client.on_message = self._on_message
        self.client.on_subscribe = lambda *_: self.ready.set()
        self.client.on_connect = lambda client, *_: client.subscribe(f"{ROOT}/#", 1)
        self.client.connect(broker.host, broker.port)
        self.client.loop_start()
        assert self.ready.wait(5)

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        self.heard.append((message.topic.removeprefix(f"{ROOT}/"), json.loads(message.payload)))

    def statuses(self, unit: str) -> list[str]:
        return [told["status"] for topic, told in list(self.heard) if topic == f"{unit}/status"]

    def wait_for(self, unit: str, *statuses: str) -> None:
        wait_until(lambda: self.statuses(unit) == list(statuses), 10, f"{unit} says {statuses}: {self.heard}")

    def stop(self) -> None:
        gone = threading.Event()
        self.client.on_disconnect = lambda *_: gone.set()
        self.client.disconnect()
        assert gone.wait(5)
        self.client.loop_stop()


class Steps:
    """Runs what is due when the test says so: no unit walks by itself."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self._lock = threading.Lock()

    def after(self, _delay_s: float, call: Callable[[], None]) -> None:
        with self._lock:
            self._waiting.append(call)

    def run(self) -> bool:
        with self._lock:
            due, self._waiting = self._waiting, []
        for call in due:
            call()
        return bool(due)


@pytest.fixture
def steps() -> Steps:
    return Steps()


@pytest.fixture
def units(mosquitto: Broker, steps: Steps) -> Iterator[UnitSim]:
    sim = UnitSim(SITE, mosquitto.host, mosquitto.port, steps.after, told=MANNERS)
    sim.start()
    assert sim.wait_ready(10)
    yield sim
    sim.stop()


@pytest.fixture
def listener(mosquitto: Broker) -> Iterator[Listener]:
    listener = Listener(mosquitto)
    yield listener
    listener.stop()


def order(broker: Broker, unit: str, name: str, act: str = "go") -> None:
    body = {"v": 1, "order": name, "act": act, "unit": unit, "place": PLACE}
    broker.publish(f"{ROOT}/{unit}/order", json.dumps(body))


def test_a_unit_accepts_walks_to_the_place_and_comes_back_when_it_is_stood_down(
    mosquitto: Broker, units: UnitSim, steps: Steps, listener: Listener
) -> None:
    order(mosquitto, "S1", "o-1")
    there = ("accepted", "en_route", "on_scene")
    wait_until(lambda: steps.run() or listener.statuses("S1") == list(there), 10, "the first step")
    wait_until(lambda: steps.run() is False and listener.statuses("S1") == list(there), 10, f"{listener.heard}")
    assert units.players["S1"].at == pytest.approx((9.65, 0.0), abs=0.1)
    order(mosquitto, "S1", "o-2", "stand_down")
    back = (*there, "returning", "available")
    wait_until(lambda: steps.run() is False and listener.statuses("S1") == list(back), 10, f"{listener.heard}")
    answers = [told["order"] for topic, told in listener.heard if topic == "S1/status"]
    assert answers == ["o-1"] * 3 + ["o-2"] * 2
    assert {"S1/position"} <= {topic for topic, _ in listener.heard}


def test_the_same_order_again_is_answered_again_and_not_carried_out_twice(
    mosquitto: Broker, units: UnitSim, steps: Steps, listener: Listener
) -> None:
    order(mosquitto, "S2", "o-7")
    wait_until(lambda: steps.run() or "declined" in listener.statuses("S2"), 10, "the answer")
    listener.wait_for("S2", "declined")
    order(mosquitto, "S2", "o-7")
    listener.wait_for("S2", "declined", "declined")
    assert not steps.run()


def test_a_silent_unit_reads_its_order_and_says_nothing(
    mosquitto: Broker, units: UnitSim, steps: Steps, listener: Listener
) -> None:
    order(mosquitto, "S3", "o-9")
    order(mosquitto, "S2", "o-10")
    wait_until(lambda: steps.run() or listener.statuses("S2"), 10, "another unit's answer")
    listener.wait_for("S2", "declined")
    assert listener.statuses("S3") == []
