"""Two levels of liveness from the wire to the desk: a bridge that dies takes its devices along, and gives none back."""

from __future__ import annotations

import json

import pytest
from paho.mqtt.client import Client, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

from tests.servers.mosquitto import Broker
from tests.system.process import Running

SMOKE = "z2m/0x00158d0000000042#smoke"
BRIDGE = "z2m/zigbee2mqtt/bridge#availability"
DEVICE = "zigbee2mqtt/0x00158d0000000042"
LONG_S = 20.0


class Bridge:
    """A bridge as Zigbee2MQTT is one: its last will says that it is gone."""

    def __init__(self, broker: Broker) -> None:
        self._client = Client(CallbackAPIVersion.VERSION2, client_id="bridge", protocol=MQTTv5)
        self._client.will_set("zigbee2mqtt/bridge/state", '{"state":"offline"}', 1, retain=True)
        self._client.connect(broker.host, broker.port)
        self._client.loop_start()

    def says(self, topic: str, said: object, *, retain: bool = False) -> None:
        """Returns when the broker has it."""
        self._client.publish(topic, json.dumps(said), 1, retain).wait_for_publish(LONG_S)

    def dies(self) -> None:
        """Without a word: the broker notices, and tells the last will."""
        socket = self._client.socket()
        assert socket is not None
        self._client.loop_stop()
        socket.close()

    def leaves(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()


# paho leaves a socket that was closed under it to the garbage collector.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_an_alarm_behind_a_bridge_that_dies_is_unknown_until_the_device_itself_is_heard(
    mosquitto: Broker, serving: Running
) -> None:
    bridge = Bridge(mosquitto)
    bridge.says("zigbee2mqtt/bridge/state", {"state": "online"}, retain=True)
    bridge.says(DEVICE, {"smoke": True})
    alarm = serving.wait_for("AlarmRaised", LONG_S, point=SMOKE)["alarm"]

    bridge.dies()
    lost = serving.wait_for("AlarmRaised", LONG_S, point=BRIDGE, **{"class": "T"})["alarm"]
    serving.wait_for("AlarmUnknown", LONG_S, alarm=alarm)

    before = len(serving.events())
    mosquitto.publish(f"{DEVICE}/availability", '{"state":"online"}')  # its own word, through nobody knows whom
    again = Bridge(mosquitto)
    again.says("zigbee2mqtt/bridge/state", {"state": "online"}, retain=True)
    serving.wait_for("AlarmCleared", LONG_S, after=before, alarm=lost)
    told = [event["event"] for event in serving.events()[before:] if event.get("alarm") == alarm]
    assert "AlarmCleared" not in told, "that the bridge is back says nothing of the device"

    again.says(DEVICE, {"smoke": False})
    serving.wait_for("AlarmCleared", LONG_S, after=before, alarm=alarm)
    again.leaves()
