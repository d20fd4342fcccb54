"""Events of cameras over MQTT: ONVIF Profile M (`PREFIX/onvif-ej/…`) and Axis (`axis/SERIAL/event/…`).

| fact | what the console does |
|---|---|
| ONVIF: `PREFIX/onvif-ej/TOPIC/&TOKEN/RULE` | PREFIX is the camera (Hanwha: its MAC), behind the source's `topic` |
| ONVIF: `Source` and `Data` as keys, or as `SimpleItem: [{Name, Value}]` | either |
| ONVIF: booleans often as text | by the table of words, anything else is a trouble |
| ONVIF: some cameras send no payload: arriving is the signal | the options `empty_payload`, `ends_after_s` |
| ONVIF: `PropertyOperation` Deleted | the rule is gone: without effect |
| Axis: `active` is `"0"`/`"1"`, or a number | the same table |
| Axis: `serial` in the payload | the camera, whatever the topic's prefix |
| Axis: own connect message and will, `{"connected": …}` | availability |
| what an event means | the option `kind`, else the words of its topic, rule and classes (`seen.py`) |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from console.model import Message, State
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import epoch, iso
from console.parse.reader import Place, Reader, ends_after_ms
from console.parse.rejects import MessageRefused, Reject
from console.parse.seen import kind_seen
from console.parse.statement import Speaker, Statement
from console.parse.values import NO

EVENT = "/onvif-ej/"
FACTS = (
    "IsInside",
    "IsMotion",
    "IsTamper",
    "IsSmoke",
    "IsFire",
    "IsCrossed",
    "State",
    "LogicalState",
    "active",
    "Value",
)


class OnvifEvents(Reader):
    """`PREFIX` is the camera; a segment that begins with & is a token, the last one the rule."""

    def takes(self, topic: str) -> bool:
        return EVENT in topic and topic.startswith(self._front)

    def subscriptions(self) -> tuple[str, ...]:
        return (f"{self._front}+/onvif-ej/#",)

    @property
    def _front(self) -> str:
        return f"{self.base}/" if self.base else ""

    def place(self, topic: str) -> Place:
        device, found, event = topic.removeprefix(self._front).partition(EVENT)
        return Place(device, kind_seen([event], self.source) or None) if found else Place()

    def read(self, message: Message) -> list[Statement]:
        device, _, event = message.topic.removeprefix(self._front).partition(EVENT)
        device = self.directory.device(self.source.name, device)
        if not message.payload.strip():
            return [self._arrival(Speaker(device), event)]
        data = envelope.table(message.payload, self.source)
        if data.get("PropertyOperation") == "Deleted":
            return [Speaker(device).ignored("rule_deleted")]
        raw = data.get("UtcTime")
        at_ms = iso(raw, self.local)
        speaker = Speaker(device, at_ms, clock_fault=raw is not None and at_ms is None)
        source, facts = _items(data.get("Source")), _items(data.get("Data"))
        kind = kind_seen([event, *(str(each) for each in source.values())], self.source)
        if not kind:
            return [speaker.ignored("not_watched")]
        fact = next((facts[name] for name in FACTS if name in facts), None)
        if fact is None:
            fact = next((each for each in facts.values() if isinstance(each, bool)), None)
        return [speaker.say(kind, State.TROUBLE, reason="bad_value") if fact is None else speaker.flag(kind, fact)]

    def _arrival(self, speaker: Speaker, event: str) -> Statement:
        """Some cameras send nothing but the topic: the option says what that means."""
        meaning = self.source.options.get("empty_payload", "")
        kind = kind_seen([event], self.source)
        if meaning in ("", False, "ignore", "refuse") or not kind:
            raise MessageRefused(Reject.EMPTY)
        said = speaker.flag(kind, str(meaning).lower() not in NO)
        return replace(said, lasts_ms=ends_after_ms(self.source)) if said.value else said


def _items(table: Json) -> Mapping[str, Json]:
    """The values of either form: plain keys, or a list of {Name, Value}."""
    if not isinstance(table, dict):
        return {}
    listed = table.get("SimpleItem")
    if isinstance(listed, dict):
        listed = [listed]
    if not isinstance(listed, list):
        return table
    return {str(each.get("Name")): each.get("Value") for each in listed if isinstance(each, dict)}


class AxisEvents(Reader):
    """`BASE/SERIAL/event/TOPIC`; the serial in the payload is the camera's own word."""

    def place(self, topic: str) -> Place:
        serial = topic.removeprefix(f"{self.base}/").partition("/")[0]
        return Place(self.directory.device(self.source.name, serial) if serial else None)

    def read(self, message: Message) -> list[Statement]:
        serial, _, event = message.topic.removeprefix(f"{self.base}/").partition("/")
        data = envelope.table(message.payload, self.source)
        serial = given if isinstance(given := data.get("serial"), str) and given else serial
        raw = data.get("timestamp")
        at_ms = iso(raw, self.local) if isinstance(raw, str) and not raw.isdigit() else epoch(raw, 1000)
        device = self.directory.device(self.source.name, serial)
        speaker = Speaker(device, at_ms, clock_fault=raw is not None and at_ms is None)
        if "connected" in data:
            connected = data["connected"]
            return [speaker.availability(bool(connected) if connected in (True, False) else None)]
        body = data.get("message")
        facts = body.get("data") if isinstance(body, dict) else None
        if not isinstance(facts, dict):
            raise MessageRefused(Reject.WRONG_TYPE, "an event without data")
        kind = kind_seen([event, str(facts.get("classTypes", ""))], self.source)
        if not kind and "ObjectAnalytics" in event:
            kind = "fire_lane_occupied"  # what the scenario watches is not in the message; the option says otherwise
        if not kind:
            return [speaker.ignored("not_watched")]
        fact = next((facts[name] for name in ("active", "state", "alarm", "tampering") if name in facts), None)
        return [speaker.say(kind, State.TROUBLE, reason="bad_value") if fact is None else speaker.flag(kind, fact)]
