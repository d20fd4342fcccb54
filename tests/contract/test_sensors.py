"""The simulated sensors speak over a real broker as the real ones do."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import paho.mqtt.client as mqtt
import pytest
from paho.mqtt.enums import CallbackAPIVersion

from console.model import Point, PointId, Site, point_id
from console.sim import story
from console.sim.panel import is_of_panel
from console.sim.sensors import SensorSim
from console.site import load
from tests.servers.mosquitto import Broker
from tests.sources import ROOT
from tests.waiting import wait_until

DEMO = ROOT / "resources" / "demo"
WAIT_S = 15.0
SMOKE = point_id("z2m", "0x00158d0000000001", "smoke")
HEAT = point_id("z2m", "0x00158d0000000002", "heat")
WARMTH = point_id("z2m", "0x00158d0000000002", "temperature")
PRESSURE = point_id("site", "hyd-01", "water_pressure")
LANE = point_id("site", "lane-01", "fire_lane_occupied")
NAME = "东厂房/3F/走廊C"
SMOKE_TOPIC, PRESSURE_TOPIC = f"zigbee2mqtt/{NAME}", "site/hyd-01/water_pressure"


def small_site() -> Site:
    """One smoke detector, one heat detector that tells its temperature, a hydrant, a fire lane."""
    points = (
        Point(SMOKE, "烟感", "Smoke", "smoke", alias=NAME),
        Point(HEAT, "感温", "Heat", "heat", alias="kitchen-heat"),
        Point(WARMTH, "感温温度", "Heat temperature", "temperature", alias="kitchen-heat"),
        Point(PRESSURE, "消火栓", "Hydrant", "water_pressure"),
        Point(LANE, "消防车道", "Fire lane", "fire_lane_occupied"),
    )
    return Site("试验", "Test", "Asia/Shanghai", (120.7, 30.8), points=points)


class Listener:
    """Hears everything a broker says, by topic."""

    def __init__(self, broker: Broker) -> None:
        self._heard: dict[str, queue.Queue[mqtt.MQTTMessage]] = {}
        self._lock = threading.Lock()
        self._ready = threading.Event()
        self._client = mqtt.Client(CallbackAPIVersion.VERSION2)
        self._client.on_connect = lambda client, *_: client.subscribe("#", 1)
        self._client.on_subscribe = lambda *_: self._ready.set()
        self._client.on_message = lambda _client, _data, message: self._of(message.topic).put(message)
        self._client.connect(broker.host, broker.port)
        self._client.loop_start()
        assert self._ready.wait(WAIT_S)

    def _of(self, topic: str) -> queue.Queue[mqtt.MQTTMessage]:
        with self._lock:
            return self._heard.setdefault(topic, queue.Queue())

    def topics(self) -> set[str]:
        with self._lock:
            return set(self._heard)

    def next(self, topic: str) -> mqtt.MQTTMessage:
        return self._of(topic).get(timeout=WAIT_S)

    def say(self, topic: str) -> dict[str, object]:
        """The next message of a topic, as JSON."""
        return json.loads(self.next(topic).payload)

    def until(self, topic: str, key: str, value: object) -> dict[str, object]:
        """Messages of a topic until one has that value."""
        while (said := self.say(topic))[key] != value:
            pass
        return said

    def rest(self, topic: str) -> list[dict[str, object]]:
        """What is left of a topic without waiting."""
        heard = self._of(topic)
        return [json.loads(heard.get_nowait().payload) for _ in range(heard.qsize())]

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()


@pytest.fixture
def listener(mosquitto: Broker) -> Iterator[Listener]:
    listener = Listener(mosquitto)
    yield listener
    listener.close()


@pytest.fixture
def effects() -> queue.Queue[tuple[PointId, str | None]]:
    return queue.Queue()


@pytest.fixture
def sim(mosquitto: Broker, listener: Listener, effects: queue.Queue[tuple[PointId, str | None]]) -> Iterator[SensorSim]:
    sim = SensorSim(
        small_site(), mosquitto.host, mosquitto.port, on_effect=lambda *what: effects.put(what), period_s=0.05
    )
    sim.start()
    assert sim.wait_connected(WAIT_S)
    yield sim
    sim.stop()


def test_the_bridge_introduces_itself_and_its_devices_as_zigbee2mqtt_does(listener: Listener, sim: SensorSim) -> None:
    assert listener.say("zigbee2mqtt/bridge/state") == {"state": "online"}
    listed = json.loads(listener.next("zigbee2mqtt/bridge/devices").payload)
    assert [(each["ieee_address"], each["friendly_name"]) for each in listed] == [
        ("0x00158d0000000001", NAME),
        ("0x00158d0000000002", "kitchen-heat"),
    ]
    assert {"heat", "temperature", "tamper"} <= {each["property"] for each in listed[1]["definition"]["exposes"]}
    assert listener.say(f"{SMOKE_TOPIC}/availability") == {"state": "online"}


def test_who_comes_later_hears_bridge_and_availability_from_the_broker(
    mosquitto: Broker, listener: Listener, sim: SensorSim
) -> None:
    listener.next(f"{SMOKE_TOPIC}/availability")
    late = Listener(mosquitto)
    try:
        retained = [late.next(f"zigbee2mqtt/{topic}").retain for topic in ("bridge/state", "bridge/devices")]
        assert [*retained, late.next(f"{SMOKE_TOPIC}/availability").retain] == [True, True, True]
    finally:
        late.close()


def test_a_detector_says_what_a_real_one_says(listener: Listener, sim: SensorSim) -> None:
    message = listener.next(SMOKE_TOPIC)
    assert (message.qos, message.retain) == (1, False)
    said = json.loads(message.payload)
    assert list(said) == sorted(
        ["battery", "battery_low", "last_seen", "linkquality", "smoke", "tamper", "test", "voltage"]
    )
    assert said["smoke"] is False
    assert 0 < said["battery"] <= 100
    heat = listener.say("zigbee2mqtt/kitchen-heat")
    assert heat["heat"] is False
    assert 10 < float(str(heat["temperature"])) < 40


def test_a_wired_meter_says_value_and_time_on_its_own_topic(listener: Listener, sim: SensorSim) -> None:
    said = listener.say(PRESSURE_TOPIC)
    assert set(said) == {"v", "t"}
    assert 0.25 < float(str(said["v"])) < 0.4
    assert listener.say("site/lane-01/fire_lane_occupied")["v"] is False


def test_every_device_repeats_its_state_each_period(listener: Listener, sim: SensorSim) -> None:
    for topic in (SMOKE_TOPIC, PRESSURE_TOPIC):
        assert [bool(listener.say(topic)) for _ in range(4)] == [True] * 4


def test_repeats_carry_the_cached_state_until_the_device_is_heard_again(listener: Listener, sim: SensorSim) -> None:
    said = [str(listener.say(SMOKE_TOPIC)) for _ in range(14)]
    assert 1 < len(set(said)) < len(said)


def test_an_alarm_is_said_at_once_repeated_and_shown_to_the_cameras_until_it_clears(
    listener: Listener, sim: SensorSim, effects: queue.Queue[tuple[PointId, str | None]]
) -> None:
    sim.publish_alarm(SMOKE, True)
    first = listener.until(SMOKE_TOPIC, "smoke", True)
    assert listener.say(SMOKE_TOPIC)["smoke"] is True
    assert first["test"] is False
    assert effects.get(timeout=WAIT_S) == (SMOKE, "smoke")
    sim.publish_alarm(SMOKE, False)
    listener.until(SMOKE_TOPIC, "smoke", False)
    assert effects.get(timeout=WAIT_S) == (SMOKE, None)
    sim.publish_alarm(HEAT, True)
    assert effects.get(timeout=WAIT_S) == (HEAT, "fire")


def test_a_number_can_be_held_pushed_over_its_limit_and_let_go(
    listener: Listener, sim: SensorSim, effects: queue.Queue[tuple[PointId, str | None]]
) -> None:
    sim.set_value(PRESSURE, 0.11)
    listener.until(PRESSURE_TOPIC, "v", 0.11)
    sim.publish_alarm(PRESSURE, True)
    listener.until(PRESSURE_TOPIC, "v", 0.06)
    sim.publish_alarm(PRESSURE, False)
    wait_until(lambda: float(str(listener.say(PRESSURE_TOPIC)["v"])) > 0.25, WAIT_S, "normal pressure")
    assert effects.empty(), "no camera shows water pressure"


def test_a_self_test_says_that_it_is_one(listener: Listener, sim: SensorSim) -> None:
    sim.self_test(SMOKE, True)
    assert listener.until(SMOKE_TOPIC, "test", True)["smoke"] is True
    sim.self_test(SMOKE, False)
    assert listener.until(SMOKE_TOPIC, "test", False)["smoke"] is False


def test_a_dead_device_is_silent_and_offline_until_it_is_back(listener: Listener, sim: SensorSim) -> None:
    listener.next(f"{SMOKE_TOPIC}/availability")
    sim.set_available(SMOKE, False)
    assert listener.say(f"{SMOKE_TOPIC}/availability") == {"state": "offline"}
    sim.publish_alarm(SMOKE, True)
    sim.publish_alarm(LANE, True)
    listener.until("site/lane-01/fire_lane_occupied", "v", True)  # said after the alarm, which nobody heard
    assert not any(said["smoke"] for said in listener.rest(SMOKE_TOPIC))
    sim.publish_alarm(SMOKE, False)
    sim.set_available(SMOKE, True)
    assert listener.say(f"{SMOKE_TOPIC}/availability") == {"state": "online"}


def test_an_unknown_point_is_refused(sim: SensorSim) -> None:
    with pytest.raises(KeyError):
        sim.publish_alarm(PointId("z2m/nobody#smoke"), True)


def test_after_the_broker_was_away_everything_is_said_again(
    mosquitto: Broker, listener: Listener, sim: SensorSim
) -> None:
    listener.next(SMOKE_TOPIC)
    mosquitto.stop()
    sim.publish_alarm(SMOKE, True)
    mosquitto.start()
    listener.until(SMOKE_TOPIC, "smoke", True)


def test_stopping_tells_the_broker_that_the_bridge_is_gone(mosquitto: Broker, listener: Listener) -> None:
    sim = SensorSim(small_site(), mosquitto.host, mosquitto.port)
    sim.start()
    assert sim.wait_connected(WAIT_S)
    assert listener.say("zigbee2mqtt/bridge/state") == {"state": "online"}
    sim.stop()
    assert listener.say("zigbee2mqtt/bridge/state") == {"state": "offline"}


def test_without_a_broker_it_neither_fails_nor_hangs(free_port: object) -> None:
    assert callable(free_port)
    sim = SensorSim(small_site(), "127.0.0.1", int(free_port()))
    sim.start()
    sim.publish_alarm(SMOKE, True)
    assert not sim.wait_connected(0.05)
    sim.stop()


def test_the_same_seed_gives_the_same_first_values(mosquitto: Broker, listener: Listener) -> None:
    said = []
    for _ in range(2):
        sim = SensorSim(small_site(), mosquitto.host, mosquitto.port, seed=5)
        sim.start()
        said.append(listener.say(PRESSURE_TOPIC)["v"])
        sim.stop()
    assert said[0] == said[1]


def test_the_whole_demo_site_speaks_at_start_and_its_story_is_told_in_order(
    mosquitto: Broker, listener: Listener
) -> None:
    site, _warnings = load(DEMO)
    sim = SensorSim(site, mosquitto.host, mosquitto.port)
    acts = [story.Act(at_s=act.at_s / 1000, deed=act.deed, point=act.point, value=act.value, text=act.text)
            for act in story.load(Path(DEMO / "story.toml"), site)
            if act.point is None or not is_of_panel(act.point)]  # fmt: skip
    told: queue.Queue[story.Act] = queue.Queue()
    sim.start()
    try:
        assert sim.wait_connected(WAIT_S)
        topics = {f"zigbee2mqtt/{p.alias}" for p in site.points if p.alias}
        topics |= {f"site/{p.id[5:].replace('#', '/')}" for p in site.points if p.id.startswith("site/")}
        assert len(topics) == 164
        wait_until(lambda: topics <= listener.topics(), WAIT_S, "every device")
        story.tell(sim, acts, told.put)
        assert [told.get(timeout=WAIT_S) for _ in acts] == acts
        listener.until("zigbee2mqtt/东厂房/3F/走廊C/电梯厅侧烟感", "smoke", True)
        listener.until("site/hyd-01/water_pressure", "v", 0.06)
    finally:
        sim.stop()
