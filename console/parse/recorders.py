"""Events of recorders through bridges: Hikvision's XML alerts and Dahua's `Code=…;action=…` lines."""

from __future__ import annotations

import re

from console.model import Message
from console.parse import envelope, markup
from console.parse.moment import iso
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.seen import kind_seen
from console.parse.statement import Speaker, Statement
from console.parse.values import truth

HEARTBEAT = "videoloss"  # sent as "inactive" every few seconds: the recorder lives
_FIELD = re.compile(r"(\w+)=([^;\r\n]*)")


class HikvisionAlerts(Reader):
    """`BASE/RECORDER/CHANNEL/…` with an EventNotificationAlert."""

    def place(self, topic: str) -> Place:
        return Place(self._device(topic) or None)

    def _device(self, topic: str) -> str:
        name = topic.removeprefix(f"{self.base}/").rpartition("/")[0]
        return self.directory.device(self.source.name, name)

    def read(self, message: Message) -> list[Statement]:
        device = self._device(message.topic)
        if not message.payload.lstrip().startswith((b"<", b"\xef\xbb\xbf<")):
            body = envelope.text(message.payload, self.source).strip()
            return [Speaker(device).availability(truth(body, ("online", "Online"), ("offline", "Offline")))]
        alert = markup.element(message.payload, self.source)
        if alert.tag != "EventNotificationAlert":
            raise MessageRefused(Reject.WRONG_TYPE, str(alert.tag))
        event, state = markup.said(alert, "eventType"), markup.said(alert, "eventState")
        raw = markup.said(alert, "dateTime")
        at_ms = iso(raw, self.local)
        speaker = Speaker(device, at_ms, clock_fault=bool(raw) and at_ms is None)
        kind = kind_seen([event], self.source)
        if not kind or (event == HEARTBEAT and state == "inactive"):
            return [speaker.ignored("heartbeat" if event == HEARTBEAT else "not_watched")]
        return [speaker.flag(kind, state, ("active",), ("inactive",))]


class DahuaEvents(Reader):
    """`BASE/SERIAL/event` with `Code=SmokeDetection;action=Start;index=0`."""

    def place(self, topic: str) -> Place:
        serial = topic.removeprefix(f"{self.base}/").partition("/")[0]
        return Place(self.directory.device(self.source.name, serial) if serial else None)

    def read(self, message: Message) -> list[Statement]:
        serial, _, rest = message.topic.removeprefix(f"{self.base}/").partition("/")
        speaker = Speaker(self.directory.device(self.source.name, serial))
        body = envelope.text(message.payload, self.source).strip()
        if rest in ("status", "online", "availability"):
            return [speaker.availability(truth(body, ("online",), ("offline",)))]
        if not body:
            raise MessageRefused(Reject.EMPTY)
        fields = dict(_FIELD.findall(body))
        if body.startswith("{"):
            table = envelope.table(message.payload, self.source)
            inner = table.get("payload") if isinstance(table.get("payload"), dict) else None
            fields = {
                "Code": str(table.get("event") or table.get("Code") or ""),
                "action": str(table.get("action") or ""),
            }
            if isinstance(inner, dict):
                fields["action"] = str(inner.get("action") or fields["action"])
        kind = kind_seen([fields.get("Code", "")], self.source)
        if not kind:
            return [speaker.ignored("not_watched")]
        return [speaker.flag(kind, fields.get("action", ""), ("Start", "Pulse"), ("Stop",))]
