"""Shelly: generation 2 and later (`ID/events/rpc`, `ID/status/COMPONENT`, `ID/online`) and 1 (`shellies/ID/…`).

| fact | what the console does |
|---|---|
| generation 2: NotifyStatus holds what changed only | a missing key is unchanged |
| `params.ts` is seconds UTC, 0 or missing before the clock is set | arrival time and a clock fault |
| `src` is the device's own id; a topic prefix may be chosen | the id is the device, the prefix its name |
| `smoke:0 {alarm,mute}`, `flood:0`, `errors` | alarm, silence (supervisory), fault |
| `NotifyEvent` with `alarm_test` | supervisory, no fire |
| `ID/online` is the text `true`/`false`, retained will | availability |
| generation 1: `sensor/smoke`, `flood` as text `true`/`false` | flags |
| Shelly Gas: `gas` none, mild, heavy, test; `operation`; `self_test` | alarm from mild on; fault; supervisory |
| `sensor/error` not 0, `overtemperature` 1 | fault |
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from console.model import Message, State
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import epoch
from console.parse.reader import Place, Reader
from console.parse.register import Register
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement

ALARMS = {"smoke": "smoke", "flood": "water_leak", "gas": "gas", "co": "co", "heat": "heat"}
GEN1_LEVELS = {
    "battery": ("battery", "%"), "temperature": ("temperature", "°C"), "humidity": ("humidity", "%"),
    "concentration": ("gas_value", "ppm"),
}  # fmt: skip
LONGEST_ID = 64
MOST_PREFIXES = 10_000  # of devices that are none of the site's
GAS_WORDS: dict[Json, bool] = {"none": False, "mild": True, "heavy": True}


class Shelly(Reader):
    def takes(self, topic: str) -> bool:
        rest = topic.partition("/")[2]
        if topic.startswith(f"{self.base}/") or rest == "events/rpc":
            return True
        is_ours = topic.startswith("shelly") or topic.partition("/")[0] in self.prefixes
        return is_ours and (rest == "online" or rest.startswith("status/"))

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        source, directory = self.source.name, self.directory
        self.prefixes: Register[str, None] = Register(  # topic prefixes whose devices have told their id
            MOST_PREFIXES, lambda prefix: directory.is_name_of_ours((source, prefix)),
            lambda _prefix, _nothing: directory.forgot(source),
        )  # fmt: skip

    def subscriptions(self) -> tuple[str, ...]:
        return ("+/events/rpc", "+/online", "+/status/#", f"{self.base}/#")

    def place(self, topic: str) -> Place:
        return Place(self._identity(topic) or None)

    def _identity(self, topic: str) -> str:
        rest = topic.removeprefix(f"{self.base}/")
        return self.directory.device(self.source.name, rest.partition("/")[0])

    def read(self, message: Message) -> list[Statement]:
        device = self._identity(message.topic)
        rest = message.topic.removeprefix(f"{self.base}/").partition("/")[2]
        if rest == "online":
            return [Speaker(device).availability({"true": True, "false": False}.get(self._text(message)))]
        if rest.startswith("status/"):
            data = envelope.table(message.payload, self.source)
            said = _component(Speaker(device), rest.removeprefix("status/"), data)
        elif rest == "events/rpc":
            data = envelope.table(message.payload, self.source)
            device = self._known_by(message.topic, device, data.get("src"))
            said = self._notification(device, data)
        elif message.topic.startswith(f"{self.base}/"):
            return self._first_generation(Speaker(device), rest, message)
        else:
            raise MessageRefused(Reject.UNKNOWN_TOPIC, rest)
        return said or [Speaker(device).ignored("nothing_watched")]

    def _known_by(self, topic: str, device: str, src: Json) -> str:
        """The id the device gives itself; its topic prefix becomes one of its names."""
        name = topic.removeprefix(f"{self.base}/").partition("/")[0]
        if not isinstance(src, str) or not src or len(src) > LONGEST_ID or src == name:
            return device
        self.directory.know(self.source.name, name, src)
        self.prefixes.keep(name, None)
        return self.directory.device(self.source.name, name)

    def _text(self, message: Message) -> str:
        return envelope.text(message.payload, self.source).strip().lower()

    def _notification(self, device: str, data: Mapping[str, Json]) -> list[Statement]:
        params = data.get("params")
        if not isinstance(params, dict):
            raise MessageRefused(Reject.WRONG_TYPE, "a notification without params")
        at_ms = epoch(params.get("ts"), 1)
        speaker = Speaker(device, at_ms, clock_fault=params.get("ts") is not None and at_ms is None)
        if data.get("method") == "NotifyEvent":
            return _events(speaker, params.get("events"))
        return [each for name, values in params.items() for each in _component(speaker, name, values)]

    def _first_generation(self, speaker: Speaker, rest: str, message: Message) -> list[Statement]:
        what = rest.removeprefix("sensor/")
        word = self._text(message)
        if rest == what:
            return [speaker.fault(word) if rest == "overtemperature" else speaker.ignored(rest)]
        said = _gas_alarm(speaker, what, word)
        if said is not None:
            return [said]
        if what in ALARMS:
            return [speaker.flag(ALARMS[what], word)]
        if what in GEN1_LEVELS:
            kind, unit = GEN1_LEVELS[what]
            return [speaker.level(kind, word, unit)]
        return [speaker.fault(word)] if what == "error" else [speaker.ignored(what)]


def _gas_alarm(speaker: Speaker, what: str, word: str) -> Statement | None:
    """What only the gas detector says; None for anything else."""
    if what == "gas" and word == "test":
        return speaker.say("gas", State.SUPERVISORY, None, reason="self_test")
    if what == "gas":
        return speaker.flag("gas", GAS_WORDS.get(word, word))
    if what == "self_test":
        running = word == "running"
        return speaker.say("test", State.SUPERVISORY if running else State.NORMAL, running, reason="self_test")
    if what == "operation":
        return speaker.fault({"normal": False, "warmup": False, "unknown": False}.get(word, word))
    return None


def _component(speaker: Speaker, name: str, values: Json) -> list[Statement]:
    """What one component (smoke:0, devicepower:0 …) says."""
    if not isinstance(values, dict):
        return []
    kind = name.partition(":")[0]
    said = []
    if kind in ALARMS and "alarm" in values:
        said.append(speaker.flag(ALARMS[kind], values["alarm"]))
    if kind in ALARMS and values.get("mute") is not None:
        said.append(speaker.flag("silence", values["mute"]))
    battery = values.get("battery")
    if kind == "devicepower" and isinstance(battery, dict):
        if battery.get("percent") is not None:
            said.append(speaker.level("battery", battery["percent"]))
        if battery.get("V") is not None:
            said.append(speaker.level("voltage", battery["V"], "V"))
    if kind == "temperature" and "tC" in values:
        said.append(speaker.level("temperature", values["tC"], "°C"))
    elif kind == "temperature" and "tF" in values:
        said.append(speaker.level("temperature", values["tF"], "°F"))
    if kind == "humidity" and "rh" in values:
        said.append(speaker.level("humidity", values["rh"]))
    if kind in (*ALARMS, "temperature", "humidity") and values.get("errors"):
        said.append(speaker.say("fault", State.TROUBLE, str(values["errors"]), reason="fault"))
    return said


def _events(speaker: Speaker, events: Json) -> list[Statement]:
    said = []
    for event in events if isinstance(events, list) else []:
        if not isinstance(event, dict):
            continue
        kind = ALARMS.get(str(event.get("component", "")).partition(":")[0])
        word = event.get("event")
        if kind and word in ("alarm", "alarm_off"):
            said.append(speaker.flag(kind, word == "alarm"))
        elif kind and word in ("alarm_test", "test", "self_test"):
            said.append(speaker.say(kind, State.SUPERVISORY, None, reason="self_test"))
    return said
