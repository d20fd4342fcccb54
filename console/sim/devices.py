"""The simulated sensors as values: what each measures, how it wanders, what it says on which topic. Owns no thread.

Zigbee devices speak as Zigbee2MQTT does: one JSON object with the cached state of every property, repeated whether or
not the device itself was heard again. Everything else speaks on `site/<device>/<kind>`.
"""

from __future__ import annotations

import json
import random
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from console.clock import iso_ms
from console.kinds import kind_of
from console.model import Point, PointId

ZIGBEE_SOURCE = "z2m"
ZIGBEE_BASE = "zigbee2mqtt"
SITE_BASE = "site"
HEARD_EVERY = 6  # a battery device is itself heard in every sixth repeat of its cached state


@dataclass(frozen=True, slots=True)
class Walk:
    """How a number wanders when nothing happens: around `middle`, by about `step` each time, within its bounds."""

    middle: float
    step: float
    low: float
    high: float
    digits: int

    def start(self, rng: random.Random) -> float:
        return self.bounded(self.middle + rng.gauss(0, 3 * self.step))

    def next(self, value: float, rng: random.Random) -> float:
        pull = (self.middle - value) * 0.1
        return self.bounded(value + pull + rng.gauss(0, self.step))

    def bounded(self, value: float) -> float:
        return round(min(self.high, max(self.low, value)), self.digits)


WALKS = {
    "water_pressure": Walk(0.32, 0.003, 0.28, 0.38, 3),
    "leakage_current": Walk(90.0, 4.0, 30.0, 160.0, 1),
    "gas": Walk(0.8, 0.2, 0.0, 3.0, 1),
    "temperature": Walk(24.0, 0.3, 12.0, 38.0, 1),
    "water_level": Walk(2.1, 0.0005, 2.0, 2.2, 3),
}
PLAIN_WALK = Walk(0.0, 0.1, -10.0, 10.0, 2)
LINK_QUALITY = Walk(120.0, 6.0, 30.0, 255.0, 0)
ALARMING = {
    "water_pressure": 0.06,
    "leakage_current": 520.0,
    "gas": 34.0,
    "temperature": 78.0,
    "water_level": 3.6,
}  # beyond any limit
BATTERY_LOW, BATTERY_FULL, BATTERY_MV = 62, 100, 3000


class Meter:
    """One signal: a flag that is off until something happens, or a number that wanders. `forced` overrides it."""

    def __init__(self, point: Point, rng: random.Random) -> None:
        self.point = point
        self.is_flag = point.kind not in WALKS and not kind_of(point.kind).numeric
        self._walk = WALKS.get(point.kind, PLAIN_WALK)
        self._rng = rng
        self._value = self._walk.start(rng)
        self.forced: bool | float | None = None

    def step(self) -> None:
        self._value = self._walk.next(self._value, self._rng)

    @property
    def value(self) -> bool | float:
        if self.forced is not None:
            return self.forced
        return False if self.is_flag else self._value


class Device(ABC):
    """What publishes on one topic. `silent` devices are dead: they say nothing at all."""

    def __init__(self, name: str, topic: str, meters: Iterable[Meter]) -> None:
        self.name = name
        self.topic = topic
        self.meters = {meter.point.id: meter for meter in meters}
        self.silent = False

    def step(self, _now_ms: int) -> None:
        """A period has passed: what wanders, wanders."""
        for meter in self.meters.values():
            meter.step()

    @abstractmethod
    def touch(self, now_ms: int) -> None:
        """Something happened at the device: it is heard now."""

    @abstractmethod
    def payload(self, now_ms: int) -> bytes:
        """What it publishes now."""


class SiteDevice(Device):
    """A wired meter: `{"v": value, "t": epoch ms}`."""

    def __init__(self, meter: Meter, device: str) -> None:
        super().__init__(device, f"{SITE_BASE}/{device}/{meter.point.kind}", [meter])
        self._meter = meter

    def touch(self, now_ms: int) -> None:
        """Every message of a wired meter is fresh anyway."""

    def payload(self, now_ms: int) -> bytes:
        return _json({"v": self._meter.value, "t": now_ms})


class ZigbeeDevice(Device):
    """A battery device behind a Zigbee2MQTT bridge."""

    def __init__(self, address: str, name: str, meters: list[Meter], rng: random.Random) -> None:
        super().__init__(name, f"{ZIGBEE_BASE}/{name}", meters)
        self.address = address
        self.available = True
        self.testing = False
        self._rng = rng
        self._battery = rng.randint(BATTERY_LOW, BATTERY_FULL)
        self._link_quality = LINK_QUALITY.start(rng)
        self._heard_ms = 0
        self._repeats = rng.randrange(HEARD_EVERY)

    def step(self, now_ms: int) -> None:
        """Most repeats carry the cached state as it is; only when the device was heard do its values change."""
        self._repeats += 1
        if self._repeats % HEARD_EVERY == 0:
            self.touch(now_ms)
            self._link_quality = LINK_QUALITY.next(self._link_quality, self._rng)
            super().step(now_ms)

    def touch(self, now_ms: int) -> None:
        self._heard_ms = now_ms

    def payload(self, now_ms: int) -> bytes:
        self._heard_ms = self._heard_ms or now_ms
        state: dict[str, object] = {meter.point.kind: meter.value for meter in self.meters.values()}
        state |= {
            "battery": self._battery,
            "battery_low": False,
            "last_seen": iso_ms(self._heard_ms),
            "linkquality": int(self._link_quality),
            "tamper": False,
            "test": self.testing,
            "voltage": BATTERY_MV - (BATTERY_FULL - self._battery) * 10,
        }
        return _json(dict(sorted(state.items())))

    def describe(self) -> dict[str, object]:
        """The device's entry in the bridge's list."""
        kinds = [meter.point.kind for meter in self.meters.values()]
        heat = "heat" in kinds
        return {
            "ieee_address": self.address,
            "friendly_name": self.name,
            "type": "EndDevice",
            "power_source": "Battery",
            "supported": True,
            "disabled": False,
            "interview_completed": True,
            "definition": {
                "model": "LT-HEAT-2" if heat else "LT-SMOKE-2",
                "vendor": "Luting",
                "description": "Heat alarm" if heat else "Smoke alarm",
                "exposes": [_exposed(kind) for kind in (*kinds, "battery_low", "tamper", "test")],
            },
        }


def build(points: Iterable[Point], seed: int) -> list[Device]:
    """The devices behind the points of a site; points of other sources are left out. Same seed, same devices."""
    rng = random.Random(seed)
    zigbee: dict[str, list[Point]] = {}
    devices: list[Device] = []
    for point in points:
        source, _, rest = point.id.partition("/")
        device = rest.rpartition("#")[0]
        if source == ZIGBEE_SOURCE:
            zigbee.setdefault(device, []).append(point)
        elif source == SITE_BASE:
            devices.append(SiteDevice(Meter(point, rng), device))
    for address, owned in zigbee.items():
        name = owned[0].alias or address
        devices.append(ZigbeeDevice(address, name, [Meter(point, rng) for point in owned], rng))
    return devices


def by_point(devices: Iterable[Device]) -> dict[PointId, Device]:
    return {point: device for device in devices for point in device.meters}


def _exposed(kind: str) -> dict[str, object]:
    if kind_of(kind).numeric:
        return {"type": "numeric", "name": kind, "property": kind, "access": 1, "unit": kind_of(kind).unit or ""}
    return {"type": "binary", "name": kind, "property": kind, "access": 1, "value_on": True, "value_off": False}


def _json(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
