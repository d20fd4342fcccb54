"""Push bodies of the NB-IoT platforms, re-published on the broker: Huawei IoTDA, CTWing, OneNET. The IMEI is the id."""

from __future__ import annotations

from collections.abc import Mapping

from console.model import Message
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import epoch, iso
from console.parse.naming import statement
from console.parse.reader import Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement

ONLINE, OFFLINE = ("ONLINE", "online", "1", 1), ("OFFLINE", "offline", "ABNORMAL", "FROZEN", "0", 0)


class HuaweiIotda(Reader):
    def read(self, message: Message) -> list[Statement]:
        data = envelope.table(message.payload, self.source)
        notify = _table(data.get("notify_data"))
        header, body = _table(notify.get("header")), _table(notify.get("body"))
        device = str(header.get("node_id") or header.get("device_id") or "")
        if not device:
            raise MessageRefused(Reject.NO_IDENTITY, "neither node_id nor device_id")
        raw = data.get("event_time_ms") or data.get("event_time")
        speaker = self._speaker(device, raw)
        if data.get("resource") == "device.status":
            status = body.get("status")
            return [speaker.availability(_is_online(status))]
        said = []
        for service in _list(body.get("services")):
            own = self._speaker(device, service.get("event_time") or raw)
            for key, value in _table(service.get("properties")).items():
                said.append(statement(own, self.source, key, value, str(service.get("service_id", ""))))
        return _some(said, data)

    def _speaker(self, device: str, raw: Json) -> Speaker:
        at_ms = iso(raw)
        return Speaker(device, at_ms, clock_fault=raw is not None and at_ms is None)


class Ctwing(Reader):
    def read(self, message: Message) -> list[Statement]:
        data = envelope.table(message.payload, self.source)
        device = str(data.get("IMEI") or data.get("imei") or data.get("deviceId") or "")
        if not device:
            raise MessageRefused(Reject.NO_IDENTITY, "neither IMEI nor deviceId")
        raw = data.get("timestamp")
        at_ms = epoch(raw, 1000)
        speaker = Speaker(device, at_ms, clock_fault=raw is not None and at_ms is None)
        what = str(data.get("messageType", ""))
        if what == "deviceOnlineOfflineReport":
            event = data.get("eventType", data.get("onlineStatus"))
            return [speaker.availability(_is_online(event))]
        body = data.get("payload") or data.get("eventContent")
        if what not in ("dataReport", "eventReport") or not isinstance(body, dict):
            return [speaker.ignored(what or "unknown")]
        return _some([statement(speaker, self.source, key, value) for key, value in body.items()], body)


class Onenet(Reader):
    def read(self, message: Message) -> list[Statement]:
        data = envelope.table(message.payload, self.source)
        inner = data.get("msg")
        body = _table(envelope.parse(inner, self.source.max_depth) if isinstance(inner, str) else inner)
        device = str(body.get("deviceName") or body.get("imei") or body.get("dev_name") or "")
        if not device:
            raise MessageRefused(Reject.NO_IDENTITY, "no deviceName")
        at_ms = epoch(data.get("time"), 1000)
        kind = str(body.get("messageType") or body.get("notifyType") or "")
        inside = _table(body.get("data"))
        if "lifecycle" in (kind.lower(), str(body.get("notifyType", "")).lower()):
            status = inside.get("status") or body.get("status")
            return [Speaker(device, at_ms).availability(_is_online(status))]
        said = []
        for key, given in _table(inside.get("params")).items():
            value = given.get("value") if isinstance(given, dict) else given
            own_ms = epoch(given.get("time"), 1000) if isinstance(given, dict) else None
            said.append(statement(Speaker(device, own_ms or at_ms), self.source, key, value))
        return _some(said, body)


def _is_online(status: Json) -> bool | None:
    return True if status in ONLINE else (False if status in OFFLINE else None)


def _some(said: list[Statement | None], data: Mapping[str, Json]) -> list[Statement]:
    found = [each for each in said if each is not None]
    if not found:
        raise MessageRefused(Reject.NO_SIGNAL, f"keys {', '.join(list(data)[:8])}")
    return found


def _table(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[dict[str, Json]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
