"""Programs that others wrote: what they publish is understood, live where they run here and recorded where not.

Live: `ha-mqtt-discoverable` against a real broker. Recorded (`recorded/`), because they need an older MQTT client than
the console: `pysparkplug` 0.6.1 and `mqtt-spb-wrapper` 2.1.2; because they run on Node.js: what Zigbee2MQTT's own
`zigbee-herdsman-converters` 26.112.0 makes of IAS zone states of 32 makers' devices, and Milesight's own GS524N codec;
what that codec says went through ChirpStack's own messages, `chirpstack-api` 4.20.0.
"""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path

import pytest
from ha_mqtt_discoverable import DeviceInfo, Settings
from ha_mqtt_discoverable.sensors import BinarySensor, BinarySensorInfo, Sensor, SensorInfo
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config.schema import BrokerConfig, SourceConfig
from console.explain.cases import Case
from console.inbox import Inbox
from console.model import LinkUp, Message, Reading, Rejected, State
from console.parse import Decoder
from console.parse.sparkplug_payload import read, rebirth
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

RECORDED = Path(__file__).parent / "recorded"
LONG_S = 30.0
HOME = (SourceConfig("ha", "homeassistant"),)
PLANT = (SourceConfig("spb", "sparkplug"),)
ZIGBEE = (SourceConfig("z2m", "zigbee2mqtt"),)
RADIO = (SourceConfig("lora", "chirpstack"),)
DETECTS = {"smoke": "smoke", "carbon_monoxide": "co", "gas": "gas", "water_leak": "water_leak"}  # property → kind
FAULTS = {"tamper": "tamper", "battery_low": "battery"}


@dataclass
class Listener:
    """A decoder behind a feed: keeps what was read, and lets a test wait for it."""

    decoder: Decoder
    heard: list[Reading] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)
    handled: Callable[[list[int]], None] = lambda _receipts: None

    def __call__(self, message: Message) -> None:
        told = self.decoder.decode(message)
        with self.changed:
            self.heard += told if isinstance(told, list) else []
            self.changed.notify_all()
        self.handled([message.receipt])

    def wait(self, kind: str, state: State) -> Reading:
        """The first reading of this kind and state; an AssertionError tells what came instead."""

        def found() -> Reading | None:
            return next((each for each in self.heard if (each.kind, each.state) == (kind, state)), None)

        with self.changed:
            self.changed.wait_for(lambda: found() is not None, LONG_S)
            reading = found()
            assert reading is not None, [(r.device, r.kind, r.value, r.state) for r in self.heard]
            return reading


@contextmanager
def listening(broker: Broker, folder: Path, sources: tuple[SourceConfig, ...]) -> Iterator[Listener]:
    """A console's feed at this broker, up."""
    listener = Listener(Decoder(sources))
    inbox, up = Inbox(), threading.Event()
    inbox.on_wake(lambda: _watch(inbox, up))
    feed = MqttFeed(
        BrokerConfig(url=broker.url), sources, Seat("park", "desk-1"), receipts=Receipts(folder / "receipts.sqlite"),
        parse=listener, inbox=inbox, clock=Clock(), errands=listener.decoder.errands,
    )  # fmt: skip
    listener.handled = feed.handled
    feed.start()
    try:
        assert up.wait(LONG_S), "the feed did not come up"
        yield listener
    finally:
        feed.stop()


def _watch(inbox: Inbox, up: threading.Event) -> None:
    def see(item: object) -> None:
        if isinstance(item, LinkUp) and item.kind == "broker":
            up.set()

    def fail(_item: object, error: Exception) -> None:
        raise error

    inbox.drain(see, fail)


@contextmanager
def subscribed(broker: Broker, topic: str) -> Iterator[queue.Queue[tuple[str, bytes]]]:
    """What a node of its own would hear on a topic."""
    heard: queue.Queue[tuple[str, bytes]] = queue.Queue()
    ready = threading.Event()
    node = Client(CallbackAPIVersion.VERSION2)
    node.on_connect = lambda *_: node.subscribe(topic)
    node.on_subscribe = lambda *_: ready.set()
    node.on_message = lambda _client, _data, message: heard.put((message.topic, message.payload))
    node.connect(broker.host, broker.port)
    node.loop_start()
    try:
        assert ready.wait(LONG_S), "the broker did not answer"
        yield heard
    finally:
        node.disconnect()
        node.loop_stop()


class Home:
    """Two sensors of one device, published by `ha-mqtt-discoverable`."""

    def __init__(self, broker: Broker) -> None:
        mqtt = Settings.MQTT(host=broker.host, port=broker.port)
        device = DeviceInfo(name="Hall 7", identifiers="gw-000451", manufacturer="Acme", model="SD-9")
        smoke = BinarySensorInfo(name="Smoke", device_class="smoke", unique_id="hall7_smoke", device=device)
        heat = SensorInfo(
            name="Temp", device_class="temperature", unit_of_measurement="°F", unique_id="hall7_t", device=device
        )
        self.smoke = BinarySensor(Settings(mqtt=mqtt, entity=smoke, manual_availability=True))
        self.temperature = Sensor(Settings(mqtt=mqtt, entity=heat))
        self.smoke.write_config()
        self.temperature.write_config()

    def wait_listened_to(self, broker: Broker, times: int = 1) -> None:
        """Its states are not retained: what is said before the console has subscribed is said to nobody."""
        line = f"watchroom-park-desk-1 1 {self.smoke.state_topic}"
        wait_until(lambda: broker.log.read_text().count(line) >= times, LONG_S, "the console's subscription")

    def close(self) -> None:
        for each in (self.smoke, self.temperature):
            each.mqtt_client.disconnect()
            each.mqtt_client.loop_stop()


@pytest.fixture
def home(mosquitto: Broker) -> Iterator[Home]:
    home = Home(mosquitto)
    yield home
    home.close()


def test_a_home_assistant_publisher_is_understood_on_topics_nobody_configured(
    mosquitto: Broker, home: Home, tmp_path: Path
) -> None:
    with listening(mosquitto, tmp_path, HOME) as console:
        home.wait_listened_to(mosquitto)
        home.smoke.on()
        alarm = console.wait("smoke", State.ALARM)
        assert alarm.device == "gw-000451"
        home.smoke.off()
        console.wait("smoke", State.NORMAL)
        home.temperature.set_state(68)
        assert console.wait("temperature", State.READING).value == 20.0
        home.smoke.set_availability(False)
        assert console.wait("availability", State.OFFLINE).device == "gw-000451"


def test_an_alarm_that_came_while_the_console_was_away_is_heard_although_its_discovery_comes_later(
    mosquitto: Broker, home: Home, tmp_path: Path
) -> None:
    with listening(mosquitto, tmp_path, HOME) as console:
        home.wait_listened_to(mosquitto)
        home.smoke.off()
        console.wait("smoke", State.NORMAL)
    mosquitto.publish(home.smoke.state_topic, "on")  # QoS 1: waits in the session; the library's own QoS 0 does not
    with listening(mosquitto, tmp_path, HOME) as restarted:
        assert restarted.wait("smoke", State.ALARM).device == "gw-000451"


@pytest.mark.parametrize(("name", "node"), [("pysparkplug-0.6.1", "edge-a"), ("mqtt-spb-wrapper-2.1.2", "edge-b")])
def test_what_a_sparkplug_library_published_is_understood_from_birth_to_death(name: str, node: str) -> None:
    decoder = Decoder(PLANT)
    heard: list[Reading] = []
    for line in (RECORDED / f"{name}.jsonl").read_text().splitlines():
        told = decoder.decode(Case.of(line, 0).message)
        assert isinstance(told, list), told
        heard += told
    smoke = [each.state for each in heard if each.kind == "smoke" and each.device == f"plant/{node}/panel"]
    assert smoke[:3] == [State.NORMAL, State.ALARM, State.NORMAL]
    assert (heard[-1].device, heard[-1].state, heard[-1].reach) == (f"plant/{node}", State.OFFLINE, f"plant/{node}/")


def test_a_number_left_out_by_a_sparkplug_node_makes_the_console_ask_for_its_rebirth(
    mosquitto: Broker, tmp_path: Path
) -> None:
    """The recording holds such a gap; that the library reads the command was tried with the library itself."""
    lines = (RECORDED / "pysparkplug-0.6.1.jsonl").read_text().splitlines()
    with subscribed(mosquitto, "spBv1.0/+/NCMD/+") as commands, listening(mosquitto, tmp_path, PLANT) as console:
        for line in lines[:-1]:
            message = Case.of(line, 0).message
            mosquitto.publish(message.topic, message.payload)
        console.wait("smoke", State.ALARM)
        topic, payload = commands.get(timeout=LONG_S)
    assert topic == "spBv1.0/plant/NCMD/edge-a"
    assert read(payload).value("Node Control/Rebirth") is True
    assert read(rebirth(1_795_163_400_000)).at_ms == 1_795_163_400_000


def recorded(name: str) -> list[Message]:
    return [Case.of(line, 0).message for line in (RECORDED / f"{name}.jsonl").read_text().splitlines()]


def test_what_zigbee2mqtts_own_converters_say_of_detectors_is_an_alarm_when_it_is_one_and_none_when_it_is_not() -> None:
    decoder = Decoder(ZIGBEE)
    devices, *states = recorded("zigbee-herdsman-converters-26.112.0")
    assert isinstance(decoder.decode(devices), list)
    raised: set[str] = set()
    for message in states:
        said, told = json.loads(message.payload), decoder.decode(message)
        assert isinstance(told, list), (message, told)
        alarms = {each.kind for each in told if each.state is State.ALARM}
        assert alarms == {kind for key, kind in DETECTS.items() if said.get(key) is True}, (message, told)
        faults = {each.kind for each in told if each.state is State.TROUBLE}
        assert faults == {kind for key, kind in FAULTS.items() if said.get(key) is True}, (message, told)
        raised |= {message.topic} if alarms else set()
    assert raised == {message.topic for message in states} and len(raised) == 32


def test_a_makers_codec_behind_chirpstack_says_what_the_frame_says() -> None:
    with_codec, without = Decoder(RADIO), Decoder(RADIO)
    states: list[State] = []
    for message in recorded("chirpstack-api-4.20.0"):
        bare = json.loads(message.payload)
        bare.pop("object", None)
        told = with_codec.decode(message)
        assert isinstance(told, list), (message, told)
        assert plain(told) == plain(without.decode(replace(message, payload=json.dumps(bare).encode()))), message
        states += [each.state for each in told if each.kind in ("smoke", "fault", "removed")]
    normal, aside = State.NORMAL, State.SUPERVISORY
    assert states == [
        normal, State.ALARM, aside, normal, normal, State.TROUBLE, normal, aside, normal, aside, aside, normal,
    ]  # fmt: skip


def plain(told: list[Reading] | Rejected) -> object:
    """Everything but its order."""
    if isinstance(told, Rejected):
        return told
    return sorted(((r.kind, r.value, r.state, r.reason) for r in told), key=itemgetter(0))
