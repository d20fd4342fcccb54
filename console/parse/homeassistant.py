"""Home Assistant discovery: retained configurations name topics, words and units of signals that may come anywhere.

| fact | what the console does |
|---|---|
| `homeassistant/COMPONENT/[NODE/]OBJECT/config`; `homeassistant/device/ID/config` with `cmps` | both are read |
| short names, `~` | written out |
| `binary_sensor`, `sensor` with a `device_class` the room watches | signals; all else is refused as `no_signal` |
| `device_class: battery` of a binary sensor | on means low |
| payloads match exactly; `ON`/`OFF`, `online`/`offline` by default | anything else is a trouble, never normal |
| `value_template` | the look-ups of `template.py`; every other one is refused by name |
| availability: one topic or a list, `latest` (default), `all`, `any` | the availability of the device |
| empty retained configuration | the signal is forgotten; with its last signal the device is told of as gone |
| `off_delay` | an ON that is not said again is over after so long, with the next message of the source |
| `expire_after` | not taken: it restarts on each retained repetition; `stale_after_s` watches for silence |
| identity | `ids`, `sn` or `cns` of the device, else `uniq_id`: topics and names may change |

The topics that configurations name are subscribed when they come, and forgotten with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from console.model import Message, State
from console.parse import envelope
from console.parse.entities import ALL, ANY, LATEST, MOST_OF_ONE, Entity, Liveness, Registry
from console.parse.envelope import Json
from console.parse.expression import MISSING
from console.parse.naming import of_kind
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement
from console.parse.template import Template, template
from console.parse.values import number

SHORT = {
    "stat_t": "state_topic", "avty_t": "availability_topic", "avty": "availability", "dev_cla": "device_class",
    "pl_on": "payload_on", "pl_off": "payload_off", "pl_avail": "payload_available", "t": "topic",
    "pl_not_avail": "payload_not_available", "val_tpl": "value_template", "unit_of_meas": "unit_of_measurement",
    "uniq_id": "unique_id", "dev": "device", "ids": "identifiers", "cns": "connections", "cmps": "components",
    "p": "platform", "sn": "serial_number", "mf": "manufacturer", "mdl": "model",
    "avty_mode": "availability_mode", "avty_tpl": "availability_template", "off_dly": "off_delay",
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


class HomeAssistant(Reader):
    """Reads configurations and whatever they point to."""

    discovers = True

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.registry = Registry(self.source.name, self.directory, self.errands)

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
            for one in entity.liveness:
                if one.topic == message.topic and not any(each.device == entity.device for each in said):
                    said.append(speaker.availability(self._is_there(entity, one, message)))
            if entity.topic == message.topic:
                said.append(self._state(entity, speaker, message))
        return said

    def _is_there(self, entity: Entity, one: Liveness, message: Message) -> bool | None:
        word = self._value(one.template, message)
        text = str(word).lower() if isinstance(word, bool) else str(word).strip()
        online = True if text == one.yes else (False if text == one.no else None)
        return self.registry.is_there(entity, one.topic, online)

    def _value(self, found: Template | None, message: Message) -> Json:
        """What a template finds in a message."""
        if found is None:
            raise MessageRefused(Reject.NO_RULE, "the value template is more than a look-up")
        if found.whole:
            return found.get(envelope.text(message.payload, self.source))
        value = found.get(envelope.document(message.payload, self.source))
        if value == MISSING:
            raise MessageRefused(Reject.NO_VALUE, "the value template finds nothing")
        return value

    def _configuration(self, message: Message) -> list[Statement]:
        if not message.payload.strip():
            before = self.registry.put(message.topic, [])
            self._dismiss(before)
            return [Speaker(before[0].device if before else "").ignored("removed")]
        config = _expanded(envelope.table(message.payload, self.source))
        entities = _entities(message.topic.split("/"), config)
        before = self.registry.put(message.topic, entities)
        self._introduce(entities, config.get("device"))
        self._dismiss(before)
        if not entities:
            raise MessageRefused(Reject.NO_SIGNAL, "nothing in it that the room watches")
        return [Speaker(each.device, label=each.label).ignored("discovered", each.kind) for each in entities]

    def _introduce(self, entities: list[Entity], about: Json) -> None:
        told = about if isinstance(about, dict) else {}
        for each in entities:
            self.directory.strangers.introduce(
                self.source.name, each.device, name=_text(told, "name") or each.label,
                maker=_text(told, "manufacturer"), model=_text(told, "model"), kinds=(each.kind,),
            )  # fmt: skip

    def _dismiss(self, before: list[Entity]) -> None:
        """Devices of which no configuration is left are taken back."""
        for each in before:
            if each.device not in self.registry.devices:
                self.directory.strangers.dismiss(self.source.name, each.device)

    def _state(self, entity: Entity, speaker: Speaker, message: Message) -> Statement:
        value = self._value(entity.template, message)
        if not entity.binary:
            return of_kind(speaker, self.source, entity.kind, value, entity.unit)
        words = {str(value), str(value).lower()} if isinstance(value, bool) else {str(value)}
        yes = True if entity.on in words else (False if entity.off in words else None)
        if yes is None:
            return speaker.say(entity.kind, State.TROUBLE, reason="bad_value")
        said = speaker.flag(entity.kind, yes)
        return replace(said, lasts_ms=entity.lasts_ms) if yes and entity.lasts_ms else said


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
        for name, part in list(parts.items())[:MOST_OF_ONE]:
            if isinstance(part, dict):
                merged = {**config, **part}
                found.append(_entity(str(merged.get("platform", "")), name, merged))
        return [each for each in found if each is not None]
    component = levels[1] if len(levels) > 2 else ""
    entity = _entity(component, levels[-2] if len(levels) > 1 else "", config)
    return [] if entity is None else [entity]


def _entity(component: str, name: str, config: Mapping[str, Json]) -> Entity | None:
    binary = component == "binary_sensor"
    kind = (CLASSES if binary else MEASURES).get(_text(config, "device_class"), "")
    topic = _text(config, "state_topic")
    if component not in ("binary_sensor", "sensor") or not kind or not topic:
        return None
    mode = _text(config, "availability_mode")
    return Entity(
        _identity(config) or name, kind, binary, topic, template(_text(config, "value_template")),
        _text(config, "payload_on") or "ON", _text(config, "payload_off") or "OFF",
        _text(config, "unit_of_measurement"), _text(config, "name"), _liveness(config),
        mode if mode in (ALL, ANY) else LATEST, _off_delay_ms(config) if binary else 0,
    )  # fmt: skip


def _off_delay_ms(config: Mapping[str, Json]) -> int:
    seconds = number(config.get("off_delay"))
    return round(seconds * 1000) if seconds is not None and 0 < seconds <= 86_400 else 0


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


def _liveness(config: Mapping[str, Json]) -> tuple[Liveness, ...]:
    """Every availability topic with its words."""
    listed = config.get("availability")
    tables = [each for each in listed[:8] if isinstance(each, dict)] if isinstance(listed, list) else []
    if isinstance(listed, dict):
        tables = [listed]
    if topic := _text(config, "availability_topic"):
        tables.append({**config, "topic": topic, "value_template": config.get("availability_template")})
    return tuple(
        Liveness(
            _text(table, "topic"), _text(table, "payload_available") or "online",
            _text(table, "payload_not_available") or "offline", template(_text(table, "value_template")),
        )
        for table in tables if _text(table, "topic")
    )  # fmt: skip


def _text(table: Mapping[str, Json], key: str) -> str:
    value = table.get(key)
    if isinstance(value, bool):
        return str(value)
    return str(value) if isinstance(value, str | int | float) else ""
