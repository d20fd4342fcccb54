"""Simulated sensors: real MQTT messages of a whole site, at start and every ten seconds, and alarms on command.

Owns the thread `sensors`, which runs what is due; paho's own thread does the network. Every method is thread-safe.
"""

from __future__ import annotations

import heapq
import itertools
import json
import logging
import threading
import time
from collections.abc import Callable, Sequence

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessageInfo, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from console.clock import Clock
from console.model import PointId, Site
from console.sim.devices import ALARMING, ZIGBEE_BASE, Device, ZigbeeDevice, build, by_point
from console.sim.weather import offices

log = logging.getLogger(__name__)

PERIOD_S = 10.0
STOP_S = 3.0
LOOK_S = 0.1
BRIDGE_STATE = f"{ZIGBEE_BASE}/bridge/state"
BRIDGE_DEVICES = f"{ZIGBEE_BASE}/bridge/devices"
ONLINE, OFFLINE = b'{"state":"online"}', b'{"state":"offline"}'
EFFECTS = {"smoke": "smoke", "heat": "fire"}  # what a camera shows while such a detector alarms

Effect = Callable[[PointId, str | None], None]


class SensorSim:
    """All devices of a site's points. `on_effect` is told what a detector's cameras should show, None for nothing."""

    def __init__(
        self,
        site: Site,
        host: str,
        port: int,
        *,
        seed: int = 1,
        on_effect: Effect | None = None,
        user: str = "",
        password: str = "",
        period_s: float = PERIOD_S,
    ) -> None:
        self.site = site
        self._address = host, port
        self._on_effect = on_effect or (lambda _point, _effect: None)
        self._period_s = period_s
        self._clock = Clock()
        self._devices = build(site.points, seed) + offices(site.points, seed)
        self._by_point = by_point(self._devices)
        self._lock = threading.RLock()
        self._due = threading.Condition(self._lock)
        self._jobs: list[tuple[float, int, Callable[[], None]]] = []
        self._count = itertools.count()
        self._stopping = False
        self._connected = threading.Event()
        self._client = self._make_client(user, password)
        self._thread = threading.Thread(target=self._run, name="sensors", daemon=True)

    def _make_client(self, user: str, password: str) -> Client:
        client = Client(CallbackAPIVersion.VERSION2, protocol=MQTTv5)
        client.on_connect = self._on_connect
        client.on_disconnect = self._on_disconnect
        client.will_set(BRIDGE_STATE, OFFLINE, 1, retain=True)
        client.reconnect_delay_set(1, 10)
        if user:
            client.username_pw_set(user, password)
        return client

    # ---- life ----

    def start(self) -> None:
        """Begin to connect; returns at once. Keeps trying while the broker is away."""
        self._client.connect_async(*self._address, keepalive=20)
        self._client.loop_start()
        self._thread.start()

    def wait_connected(self, timeout_s: float) -> bool:
        """Whether the broker has been reached within the time."""
        return self._connected.wait(timeout_s)

    def stop(self) -> None:
        """Tell the broker that the bridge is gone, disconnect, end the thread; waits at most six seconds."""
        with self._due:
            self._stopping = True
            self._due.notify()
        if self._thread.is_alive():
            self._thread.join(STOP_S)
        if self._client.is_connected():
            self._wait(self._publish(BRIDGE_STATE, OFFLINE, retain=True))
        self._client.disconnect()
        self._client.loop_stop()

    # ---- commands ----

    def publish_alarm(self, point: PointId, on: bool) -> None:
        """Let a point alarm (a number goes beyond any limit) or clear, at once. Raises KeyError when it is not ours."""
        meter = self._by_point[point].meters[point]
        alarming = True if meter.is_flag else ALARMING.get(meter.point.kind, 0.0)
        self._force(point, alarming if on else None)
        effect = EFFECTS.get(meter.point.kind)
        if effect is not None:
            self._on_effect(point, effect if on else None)

    def set_value(self, point: PointId, value: float | None) -> None:
        """Hold a number at a value, or let it wander again (None). Published at once."""
        self._force(point, value)

    def silence(self, point: PointId, silent: bool = True) -> None:
        """Let the point's device say nothing any more, as a dead one does, or speak again."""
        with self._lock:
            device = self._by_point[point]
            device.silent = silent
            if not silent:
                self._say(device)

    def set_available(self, point: PointId, online: bool) -> None:
        """What the bridge thinks of a Zigbee device; a wired one simply falls silent."""
        with self._lock:
            device = self._by_point[point]
            if isinstance(device, ZigbeeDevice):
                device.available = online
                self._say_available(device)
        self.silence(point, not online)

    def self_test(self, point: PointId, on: bool) -> None:
        """Press or release the test button of a Zigbee detector: it alarms and says that it is a test."""
        device = self._by_point[point]
        if isinstance(device, ZigbeeDevice):
            with self._lock:
                device.testing = on
            self._force(point, on or None)

    def join(self, devices: Sequence[Device]) -> None:
        """More devices from now on: the bridge announces its own, and all of them speak."""
        with self._lock:
            self._devices += devices
            self._by_point |= by_point(devices)
            self._introduce(devices)
            for device in devices:
                self._repeat(device, self._period_s)

    def after(self, delay_s: float, call: Callable[[], None]) -> None:
        """Call once on the sensors' thread."""
        with self._due:
            heapq.heappush(self._jobs, (time.monotonic() + delay_s, next(self._count), call))
            self._due.notify()

    def _force(self, point: PointId, value: bool | float | None) -> None:
        with self._lock:
            device = self._by_point[point]
            device.meters[point].forced = value
            device.touch(self._clock.now_ms())
            self._say(device)

    # ---- the sensors' thread ----

    def _run(self) -> None:
        while (call := self._next()) is not None:
            try:
                call()
            except Exception:
                log.exception("a simulated sensor failed")

    def _next(self) -> Callable[[], None] | None:
        """Wait for the next thing that is due; None when it is time to end."""
        with self._due:
            while not self._stopping:
                wait_s = self._jobs[0][0] - time.monotonic() if self._jobs else None
                if wait_s is not None and wait_s <= 0:
                    return heapq.heappop(self._jobs)[2]
                self._due.wait(wait_s)
        return None

    def _announce(self) -> None:
        """After every connect: the bridge, its devices, everybody's state; from then on spread over the period."""
        with self._lock:
            self._publish(BRIDGE_STATE, ONLINE, retain=True)
            self._introduce(self._devices)

    def _introduce(self, devices: Sequence[Device]) -> None:
        """The bridge lists all it has; these say how they are."""
        listed = [device.describe() for device in self._devices if isinstance(device, ZigbeeDevice)]
        self._publish(BRIDGE_DEVICES, json.dumps(listed, ensure_ascii=False).encode(), retain=True)
        for device in devices:
            if isinstance(device, ZigbeeDevice):
                self._say_available(device)
        for device in devices:
            self._say(device)

    def _begin(self) -> None:
        step_s = self._period_s / max(1, len(self._devices))
        for index, device in enumerate(self._devices):
            self._repeat(device, step_s * (index + 1))

    def _repeat(self, device: Device, delay_s: float) -> None:
        def speak() -> None:
            with self._lock:
                device.step(self._clock.now_ms())
                self._say(device)
            self._repeat(device, self._period_s)

        self.after(delay_s, speak)

    # ---- talking to the broker ----

    def _say(self, device: Device) -> None:
        if not device.silent:
            self._publish(device.topic, device.payload(self._clock.now_ms()))

    def _say_available(self, device: ZigbeeDevice) -> None:
        self._publish(f"{device.topic}/availability", ONLINE if device.available else OFFLINE, retain=True)

    def _publish(self, topic: str, payload: bytes, *, retain: bool = False) -> MQTTMessageInfo | None:
        """QoS 1; nothing is queued while the broker is away, because the whole state is said after the connect."""
        return self._client.publish(topic, payload, 1, retain) if self._client.is_connected() else None

    def _wait(self, info: MQTTMessageInfo | None) -> None:
        """Until the broker has it, or is gone itself: a killed console takes both of us along."""
        if info is None or info.rc is not MQTTErrorCode.MQTT_ERR_SUCCESS:
            return
        end = time.monotonic() + STOP_S
        while not info.is_published() and self._client.is_connected() and time.monotonic() < end:
            info.wait_for_publish(LOOK_S)

    def _on_connect(
        self, _client: Client, _data: object, _flags: ConnectFlags, reason: ReasonCode, _more: Properties | None
    ) -> None:
        if reason.is_failure:
            log.warning("the broker refuses the simulated sensors: %s", reason)
            return
        first = not self._connected.is_set()
        self._connected.set()
        self.after(0, self._announce)
        if first:
            self.after(0, self._begin)

    def _on_disconnect(
        self, _client: Client, _data: object, _flags: DisconnectFlags, reason: ReasonCode, _more: Properties | None
    ) -> None:
        if reason.is_failure:
            log.info("the simulated sensors lost the broker: %s", reason)
