"""Home Assistant discovery: retained configurations name topics, words and units of signals that may come anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from jmespath.exceptions import JMESPathError

from console.model import Message, State
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.expression import MISSING, Getter, compiled
from console.parse.naming import of_kind
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement
from console.parse.values import truth

SHORT = {
    "stat_t": "state_topic", "avty_t": "availability_topic", "avty": "availability", "dev_cla": "device_class",
    "pl_on": "payload_on", "pl_off": "payload_off", "pl_avail": "payload_available", "t": "topic",
    "pl_not_avail": "payload_not_available", "val_tpl": "value_template", "unit_of_meas": "unit_of_measurement",
    "uniq_id": "unique_id", "dev": "device", "ids": "identifiers", "cns": "connections", "cmps": "components",
    "p": "platform", "sn": "serial_number",
}  # fmt: skip
CLASSES = {
    "smoke": "smoke", "gas": "gas", "carbon_monoxide": "co", "moisture": "water_leak", "heat": "heat",
    "tamper": "tamper", "battery": "battery", "problem": "fault", "safety": "safety",
}  # fmt: skip
MEASURES = {
    "temperature": "temperature", "humidity": "humidity", "battery": "battery", "pressure": "water_pressure",
    "water_pressure": "water_pressure", "voltage": "voltage", "power": "power", "carbon_monoxide": "co_value",
    "gas": "gas_value", "current": "current",
}  # fmt: skip
_TEMPLATE = re.compile(
    r"\{\{\s*(?:value|value_json((?:\.\w+|\[['\"][^'\"\]]+['\"]\])+))\s*"
    r"(?:\|\s*(?:float|int|round|string|trim)(?:\([^)]*\))?\s*)*\}\}"
)
_STEP = re.compile(r"\.(\w+)|\[['\"]([^'\"\]]+)['\"]\]")


@dataclass(frozen=True, slots=True)
class Entity:
    """One discovered signal; `get` None: its template is more than a look-up, so it is refused by name."""

    device: str
    kind: str
    binary: bool
    topic: str
    get: Getter | None
    whole: bool
    on: str
    off: str
    unit: str
    label: str
    liveness: tuple[tuple[str, str, str], ...]


@dataclass(slots=True)
class Registry:
    """What was discovered: by the topic that said so, and by the topics to listen to."""

    by_config: dict[str, list[Entity]] = field(default_factory=dict)
    by_topic: dict[str, list[Entity]] = field(default_factory=dict)

    def put(self, config: str, entities: list[Entity]) -> list[Entity]:
        """Replace what a configuration topic had said; returns that."""
        before = self.by_config.pop(config, [])
        if entities:
            self.by_config[config] = entities
        self.by_topic = {}
        for each in (entity for listed in self.by_config.values() for entity in listed):
            for topic in (each.topic, *(topic for topic, _, _ in each.liveness)):
                if topic:
                    self.by_topic.setdefault(topic, []).append(each)
        return before


class HomeAssistant(Reader):
    """Reads configurations and whatever they point to."""

    def __init__(self, *args: Any) -> None:
        self.registry = Registry()
        super().__init__(*args)

    def takes(self, topic: str) -> bool:
        return topic in self.registry.by_topic or (topic.startswith(f"{self.base}/") and topic.endswith("/config"))

    def subscriptions(self) -> tuple[str, ...]:
        return (f"{self.base}/#", *sorted(self.registry.by_topic))

    def place(self, topic: str) -> Place:
        entity = next(iter(self.registry.by_topic.get(topic, ())), None)
        return Place(entity.device, entity.kind) if entity else Place()

    def read(self, message: Message) -> list[Statement]:
        if message.topic.endswith("/config") and message.topic.startswith(f"{self.base}/"):
            return self._configuration(message)
        entities = self.registry.by_topic.get(message.topic)
        if not entities:
            raise MessageRefused(Reject.NO_RULE, "no configuration names this topic")
        said: list[Statement] = []
        for entity in entities:
            speaker = Speaker(entity.device, label=entity.label)
            for topic, yes, no in entity.liveness:
                if topic == message.topic and not any(each.device == entity.device for each in said):
                    body = envelope.text(message.payload, self.source)
                    said.append(speaker.availability(truth(body.strip(), (yes,), (no,))))
            if entity.topic == message.topic:
                said.append(self._state(entity, speaker, message))
        return said

    def _configuration(self, message: Message) -> list[Statement]:
        if not message.payload.strip():
            removed = self.registry.put(message.topic, [])
            return [Speaker(removed[0].device if removed else "").ignored("removed")]
        config = _expanded(envelope.table(message.payload, self.source))
        entities = _entities(message.topic.split("/"), config)
        self.registry.put(message.topic, entities)
        return [Speaker(each.device, label=each.label).ignored("discovered", each.kind) for each in entities]

    def _state(self, entity: Entity, speaker: Speaker, message: Message) -> Statement:
        if entity.get is None:
            raise MessageRefused(Reject.NO_RULE, "the value template is more than a look-up")
        if entity.whole:
            value: Json = envelope.text(message.payload, self.source)
        else:
            value = entity.get(envelope.document(message.payload, self.source))
            if value is MISSING:
                raise MessageRefused(Reject.NO_VALUE, "the value template finds nothing")
        if not entity.binary:
            return of_kind(speaker, self.source, entity.kind, value, entity.unit)
        words = {str(value), str(value).lower()} if isinstance(value, bool) else {str(value)}
        yes = True if entity.on in words else (False if entity.off in words else None)
        if yes is None:
            return speaker.say(entity.kind, State.TROUBLE, reason="bad_value")
        return speaker.flag(entity.kind, yes)


def _expanded(config: Mapping[str, Json]) -> dict[str, Json]:
    """Long names for short ones, and `~` put in, here and in the tables below."""
    long = {SHORT.get(key, key): value for key, value in config.items()}
    base = long.pop("~", None)

    def fill(value: Json) -> Json:
        if isinstance(value, dict):
            return {SHORT.get(key, key): fill(each) for key, each in value.items()}
        if isinstance(value, list):
            return [fill(each) for each in value]
        if isinstance(value, str) and isinstance(base, str):
            value = base + value[1:] if value.startswith("~") else value
            return value[:-1] + base if value.endswith("~") else value
        return value

    return {key: fill(value) for key, value in long.items()}


def _entities(levels: list[str], config: Mapping[str, Json]) -> list[Entity]:
    """The signals of a configuration: one, or with `components` the parts of a device."""
    parts = config.get("components")
    if isinstance(parts, dict):
        found = []
        for name, part in parts.items():
            if isinstance(part, dict):
                merged = {**config, **part}
                found.append(_entity(str(merged.get("platform", "")), name, merged))
        return [each for each in found if each is not None]
    component = levels[1] if len(levels) > 2 else ""
    entity = _entity(component, levels[-2] if len(levels) > 1 else "", config)
    if entity is None:
        raise MessageRefused(Reject.NO_SIGNAL, f"{component} is nothing the room watches")
    return [entity]


def _entity(component: str, name: str, config: Mapping[str, Json]) -> Entity | None:
    binary = component == "binary_sensor"
    kind = (CLASSES if binary else MEASURES).get(_text(config, "device_class"), "")
    topic = _text(config, "state_topic")
    if component not in ("binary_sensor", "sensor") or not kind or not topic:
        return None
    template = _text(config, "value_template")
    get = _getter(template)
    return Entity(
        _identity(config) or name, kind, binary, topic, get, not template or "value_json" not in template,
        _text(config, "payload_on") or "ON", _text(config, "payload_off") or "OFF",
        _text(config, "unit_of_measurement"), _text(config, "name"), _liveness(config),
    )  # fmt: skip


def _getter(template: str) -> Getter | None:
    if not template:
        return compiled("")
    found = _TEMPLATE.fullmatch(template.strip())
    if not found:
        return None
    steps = [dotted or quoted for dotted, quoted in _STEP.findall(found[1] or "")]
    try:
        return compiled(".".join(step if step.isidentifier() else orjson.dumps(step).decode() for step in steps))
    except JMESPathError:
        return None


def _identity(config: Mapping[str, Json]) -> str:
    """The device's own identifier; the entity's unique id only where there is none."""
    device = config.get("device")
    if isinstance(device, dict):
        for listed in (device.get("identifiers"), device.get("serial_number"), device.get("connections")):
            first = listed[0] if isinstance(listed, list) and listed else listed
            first = first[-1] if isinstance(first, list) and first else first
            if isinstance(first, str | int) and first:
                return str(first)
    return _text(config, "unique_id")


def _liveness(config: Mapping[str, Json]) -> tuple[tuple[str, str, str], ...]:
    """Topic, word for online, word for offline of every availability topic."""
    listed = config.get("availability")
    tables = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    if isinstance(listed, dict):
        tables = [listed]
    if topic := _text(config, "availability_topic"):
        tables.append({**config, "topic": topic})
    return tuple(
        (_text(table, "topic"), _text(table, "payload_available") or "online",
         _text(table, "payload_not_available") or "offline")
        for table in tables
    )  # fmt: skip


def _text(table: Mapping[str, Json], key: str) -> str:
    value = table.get(key)
    if isinstance(value, bool):
        return str(value)
    return str(value) if isinstance(value, str | int | float) else ""
