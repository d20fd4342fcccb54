"""Zigbee2MQTT: what a device says about itself (`BASE/NAME`) and whether it is there (`BASE/NAME/availability`).

| fact | what the console does |
|---|---|
| names may hold `/`, blanks, Chinese; and change | the address of discovery is the device, names are labels |
| every message carries the cached state of all signals | a repeat is no news by itself; a missing key is unchanged |
| `smoke`, `gas`, `carbon_monoxide`, `water_leak` … as booleans, or the words of its `exposes` | flags; else a trouble |
| `test`, `self_test_result` | supervisory while it lasts, a fault when it failed |
| `battery` %, `battery_low`, `battery_state`; `voltage` in mV of what has a battery | one signal; volts |
| `last_seen` off, ISO or epoch ms | the device's time; very old: it was silent for long, and its clock is right |
| `NAME/availability`, retained, JSON or text; off by default | availability; the bridge's own takes all devices along |
| `NAME/set`, `NAME/get`, groups | known, without effect |

What the bridge says about the network is in `zigbee_bridge.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from console.kinds import kind_of
from console.model import AlarmClass, Message, State
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import PAST_MS, epoch, iso
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement
from console.parse.values import number, truth
from console.parse.zigbee_bridge import Bridge, Roster
from console.parse.zigbee_words import (
    ACTIONS,
    FAULTS,
    FLAGS,
    LEVELS,
    TEST_FAILED,
    TEST_RUNNING,
    VOLTAGE_UNIT,
    is_online,
)

COMMANDS = ("set", "get")


class Zigbee2Mqtt(Reader):
    """The reader of one bridge. `BASE` is its base topic; names may hold slashes, spaces and Chinese."""

    def __init__(self, *args: Any) -> None:
        self.roster = Roster()
        super().__init__(*args)

    def prepare(self) -> None:
        self._prefix = len(self.base) + 1
        self._bridge = Bridge(self.source, self.base, self.directory, self.roster)

    def place(self, topic: str) -> Place:
        rest = topic[self._prefix :]
        if rest.startswith("bridge/"):
            return Place(self._bridge.device)
        name = rest.removesuffix("/availability")
        return Place(self._device(name), "availability" if name != rest else None)

    def read(self, message: Message) -> list[Statement]:
        rest = message.topic[self._prefix :]
        if rest.startswith("bridge/"):
            return self._bridge.read(rest.removeprefix("bridge/"), message)
        if not rest:
            raise MessageRefused(Reject.UNKNOWN_TOPIC, "no device name")
        if rest.endswith("/availability"):
            return [self._availability(rest.removesuffix("/availability"), message)]
        if name := _commanded(rest):
            return [Speaker(self._device(name)).ignored("command")]
        if rest in self.roster.groups:
            return [Speaker(rest).ignored("group")]
        return self._state(rest, message)

    def _device(self, name: str) -> str:
        return self.directory.device(self.source.name, name)

    def _availability(self, name: str, message: Message) -> Statement:
        online = is_online(message.payload, self.source)
        return Speaker(self._device(name), label=name).availability(online)

    def _state(self, name: str, message: Message) -> list[Statement]:
        data = envelope.table(message.payload, self.source)
        device = _own_address(data) or self._device(name)
        if device != name and self._device(name) != device:
            self.directory.know(self.source.name, name, device)
        speaker = Speaker(device, self._last_seen(data, message), label=name)
        said = [*self._flags(data, speaker), *self._troubles(data, speaker), *self._levels(data, speaker)]
        if not said:
            raise MessageRefused(Reject.NO_SIGNAL, f"keys {', '.join(list(data)[:8])}")
        return said

    def _last_seen(self, data: Mapping[str, Json], message: Message) -> int | None:
        """When the bridge last heard the device: its time for what it said then.

        A very old one is no wrong clock but a device long silent, whose cached state is published once more.
        """
        raw = data.get("last_seen")
        at_ms = iso(raw, self.local) if isinstance(raw, str) and not raw.isdigit() else epoch(raw, 1000)
        return at_ms if at_ms is not None and at_ms >= message.received_ms - PAST_MS else None

    def _flags(self, data: Mapping[str, Json], speaker: Speaker) -> list[Statement]:
        """Smoke, gas, water … While the device tests itself they are supervisory: a test is no fire."""
        said = []
        testing = truth(data.get("test")) is True or _word(data.get("self_test_result")) in TEST_RUNNING
        for key, kind in FLAGS.items():
            if key in data:
                expose = self.roster.expose(speaker.device, key)
                said.append(speaker.flag(kind, data[key], expose.on, expose.off))
        if _word(data.get("action")) in ACTIONS:
            said.append(speaker.say("panic", State.ALARM, True))
        if not testing:
            return said
        tested = [_as_test(each, speaker) for each in said]
        return tested if any(_is_alarm_kind(each.kind) for each in said) else [*tested, *self._bare_test(speaker)]

    def _bare_test(self, speaker: Speaker) -> list[Statement]:
        """A test reported without the tested signal: it belongs to what the site says this device is."""
        kinds = sorted(kind for kind in self.directory.kinds(self.source.name, speaker.device) if _is_alarm_kind(kind))
        return [speaker.say(kind, State.SUPERVISORY, None, reason="self_test") for kind in kinds or ["test"]]

    def _troubles(self, data: Mapping[str, Json], speaker: Speaker) -> list[Statement]:
        said = []
        if "tamper" in data and data["tamper"] is not None:
            said.append(speaker.flag("tamper", data["tamper"]))
        faults = [speaker.fault(data[key]) for key in FAULTS if data.get(key) is not None]
        if _word(data.get("self_test_result")) in TEST_FAILED:
            faults.append(speaker.say("fault", State.TROUBLE, "self_test_failed", reason="self_test_failed"))
        if faults:
            said.append(next((fault for fault in faults if fault.state is State.TROUBLE), faults[0]))
        if battery := _battery(data, speaker):
            said.append(battery)
        return said

    def _levels(self, data: Mapping[str, Json], speaker: Speaker) -> list[Statement]:
        said = []
        for key, (kind, unit) in LEVELS.items():
            raw = data.get(key)
            if raw is not None:
                said.append(speaker.level(kind, raw, self.roster.expose(speaker.device, key).unit or unit))
        voltage = data.get("voltage")
        if voltage is not None:
            unit = self.roster.expose(speaker.device, "voltage").unit or _voltage_unit(voltage, data)
            said.append(speaker.level("voltage", voltage, unit))
        return said


def _commanded(rest: str) -> str:
    """The device a command topic is for, "" when it is none: NAME/set, NAME/get, NAME/set/ATTRIBUTE."""
    head, _, last = rest.rpartition("/")
    if head and last in COMMANDS:
        return head
    front, _, before = head.rpartition("/")
    return front if front and before in COMMANDS else ""


def _own_address(data: Mapping[str, Json]) -> str:
    """The IEEE address, when the bridge is set to put the device into each message."""
    own = data.get("device")
    if not isinstance(own, dict):
        return ""
    address = own.get("ieeeAddr") or own.get("ieee_address")
    return address if isinstance(address, str) else ""


def _word(value: Json) -> str:
    return value.strip().lower() if isinstance(value, str) else ""


def _is_alarm_kind(kind: str) -> bool:
    shape = kind_of(kind)
    return not shape.numeric and shape.alarm_class in (AlarmClass.FIRE, AlarmClass.PRE, AlarmClass.HAZARD)


def _as_test(said: Statement, speaker: Speaker) -> Statement:
    if not _is_alarm_kind(said.kind) or said.state is State.TROUBLE:
        return said
    return speaker.say(said.kind, State.SUPERVISORY, said.value, reason="self_test")


def _battery(data: Mapping[str, Json], speaker: Speaker) -> Statement | None:
    """Per cent and the device's own word are one signal: low when either says so."""
    percent, low = data.get("battery"), data.get("battery_low")
    if low is None and (word := _word(data.get("battery_state"))) in ("low", "medium", "high"):
        low = word == "low"
    if percent is None and low is None:
        return None
    if percent is None:
        return speaker.flag("battery", low)
    level = speaker.level("battery", percent)
    if level.state is State.READING and truth(low) is True:
        return speaker.say("battery", State.TROUBLE, level.value, level.unit, reason="battery_low")
    return level


def _voltage_unit(voltage: Json, data: Mapping[str, Json]) -> str:
    """Battery devices report millivolts, sockets volts; only the discovery says so for certain."""
    count = number(voltage)
    is_millivolts = "battery" in data or "battery_low" in data or (count is not None and count > 1000)
    return VOLTAGE_UNIT if is_millivolts else "V"
