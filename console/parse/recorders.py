"""Events of recorders through bridges: Hikvision's alerts, and Dahua's `Code=…;action=…` lines.

| fact | what the console does |
|---|---|
| neither maker has an open MQTT on most models | a bridge re-publishes: `BASE/RECORDER[/CHANNEL]/…` |
| Hikvision: XML `EventNotificationAlert`, newer firmware the same as JSON | both |
| `videoloss` + `inactive` is the heartbeat | ignored, unless a loss of that very channel stands |
| `eventState` active is repeated while it lasts; some firmwares never say inactive | over after a minute of silence \
about it, or `ends_after_s`; what is seen as smoke or fire stands until it is said or a person ends it |
| `dateTime` has the recorder's offset, or none | else the site's time zone |
| Dahua: `action` Start and Stop, or Pulse | Pulse has no end: as above |
| the bridge's will (`…/status`, `online`/`offline`) | the recorder is lost, and every channel with it |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from console.kinds import kind_of
from console.model import AlarmClass, Message, State
from console.parse import envelope, markup
from console.parse.envelope import Json
from console.parse.moment import iso
from console.parse.reader import Place, Reader, ends_after_ms
from console.parse.register import Register
from console.parse.rejects import MessageRefused, Reject
from console.parse.seen import kind_seen
from console.parse.statement import Speaker, Statement
from console.parse.values import truth

HEARTBEAT = "videoloss"
LASTS_MS = 60_000  # of what is repeated each second while it lasts
MOST_LOST = 10_000  # channels that are none of the site's
LIVENESS = ("status", "online", "availability")
_FIELD = re.compile(r"(\w{1,40})=([^;\r\n]{0,200})")


class Recorder(Reader):
    """What both makers' events have in common."""

    def event(self, speaker: Speaker, kind: str, state: object, begins: tuple[str, ...], ends: tuple[str, ...],
              repeats: bool) -> Statement:  # fmt: skip
        """`repeats`: while it lasts it is said again and again, so silence about it is its end."""
        said = speaker.flag(kind, state, begins, ends)
        if said.value is not True:
            return said
        given = ends_after_ms(self.source)
        is_fire = kind_of(kind).alarm_class in (AlarmClass.FIRE, AlarmClass.PRE)
        usual = LASTS_MS if repeats and not is_fire else 0
        return replace(said, lasts_ms=given or usual)

    def liveness(self, message: Message, device: str) -> Statement:
        """The bridge's word on a recorder, or on all of them."""
        body = envelope.text(message.payload, self.source).strip()
        online = truth(body, ("online", "Online"), ("offline", "Offline"))
        return Speaker(device or self.base).availability(online, reach=f"{device}/" if device else "*")


class HikvisionAlerts(Recorder):
    """`BASE/RECORDER/CHANNEL/…` with an EventNotificationAlert."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        source = self.source.name
        self.lost: Register[str, None] = self.directory.register(  # channels whose picture is lost
            MOST_LOST, lambda channel: (source, channel)
        )

    def place(self, topic: str) -> Place:
        return Place(self._device(topic) or None)

    def _device(self, topic: str) -> str:
        name = topic.removeprefix(f"{self.base}/").rpartition("/")[0]
        return self.directory.device(self.source.name, name)

    def read(self, message: Message) -> list[Statement]:
        device = self._device(message.topic)
        told = self._alert(message)
        if told is None:
            return [self.liveness(message, device)]
        event, state = told.get("eventType", ""), told.get("eventState", "")
        raw = told.get("dateTime", "")
        at_ms = iso(raw, self.local)
        speaker = Speaker(device, at_ms, clock_fault=bool(raw) and at_ms is None)
        kind = kind_seen([event], self.source)
        is_rest = event == HEARTBEAT and state == "inactive" and device not in self.lost
        if not kind or is_rest:
            return [speaker.ignored("heartbeat" if event == HEARTBEAT else "not_watched")]
        said = self.event(speaker, kind, state, ("active",), ("inactive",), repeats=True)
        if event == HEARTBEAT:
            self._remember(device, said)
            said = replace(said, lasts_ms=0)  # its heartbeat tells the end
        return [said]

    def _remember(self, device: str, said: Statement) -> None:
        if said.state is State.TROUBLE:
            self.lost.keep(device, None)
        else:
            self.lost.drop(device)

    def _alert(self, message: Message) -> Mapping[str, str] | None:
        """The fields of an alert; None for a bare word."""
        start = message.payload[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
        if start.startswith(b"<"):
            alert = markup.element(message.payload, self.source)
            if alert.tag != "EventNotificationAlert":
                raise MessageRefused(Reject.WRONG_TYPE, str(alert.tag)[:80])
            return {name: markup.said(alert, name) for name in ("eventType", "eventState", "dateTime")}
        if not start.startswith(b"{"):
            return None
        table = envelope.table(message.payload, self.source)
        inner = table.get("EventNotificationAlert")
        fields = {name: str(value) for name, value in (inner if isinstance(inner, dict) else table).items()
                  if isinstance(value, str)}  # fmt: skip
        if "eventType" not in fields:
            raise MessageRefused(Reject.WRONG_TYPE, "JSON without an eventType")
        return fields


class DahuaEvents(Recorder):
    """`BASE/SERIAL/event` with `Code=SmokeDetection;action=Start;index=0`, or the same as JSON."""

    def place(self, topic: str) -> Place:
        serial = topic.removeprefix(f"{self.base}/").partition("/")[0]
        return Place(self.directory.device(self.source.name, serial) if serial else None)

    def read(self, message: Message) -> list[Statement]:
        serial, _, rest = message.topic.removeprefix(f"{self.base}/").partition("/")
        speaker = Speaker(self.directory.device(self.source.name, serial))
        if rest in LIVENESS:
            return [self.liveness(message, speaker.device)]
        body = envelope.text(message.payload, self.source).strip()
        if not body:
            raise MessageRefused(Reject.EMPTY)
        code, action = self._event(body, message)
        kind = kind_seen([code], self.source)
        if not kind:
            return [speaker.ignored("not_watched")]
        return [self.event(speaker, kind, action, ("Start", "Pulse"), ("Stop",), repeats=action == "Pulse")]

    def _event(self, body: str, message: Message) -> tuple[str, str]:
        if not body.startswith("{"):
            fields = dict(_FIELD.findall(body))
            return fields.get("Code", ""), fields.get("action", "")
        table = envelope.table(message.payload, self.source)
        inner = table.get("payload")
        told: Mapping[str, Json] = inner if isinstance(inner, dict) else {}
        code = table.get("event") or table.get("Code") or told.get("Code") or ""
        return str(code), str(told.get("action") or table.get("action") or "")
