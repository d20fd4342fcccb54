"""Push bodies of the NB-IoT platforms, re-published on the broker: Huawei IoTDA and CTWing. The IMEI is the id.

| fact | what the console does |
|---|---|
| IoTDA: `event_time` is basic ISO in UTC; `event_time_ms` | read; each service may have its own |
| IoTDA: `body.services[]`, each with `service_id` and `properties` | every property of every service |
| IoTDA: `device.status` ONLINE, OFFLINE, ABNORMAL, FROZEN | availability; only ONLINE is there |
| IoTDA: `device.message` and the life of devices and jobs | known, without effect |
| CTWing: `messageType` dataReport, dataReportTx, eventReport | `payload`, or `eventContent` |
| CTWing: deviceOnlineOfflineReport with `eventType` 1 or 0 | availability |
| CTWing: `payload.APPdata` is bytes of the device's own | refused by name: only the platform's codec knows them |
| device ids | `node_id` or `IMEI` before the platform's own id |
| NB-IoT devices go offline after 25 to 49 h without data | `stale_after_s` of the point decides |

OneNET is in `onenet.py`. Signatures and handshakes are the gateway's affair: here is only what was said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from console.model import Message
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import epoch, iso
from console.parse.naming import statement
from console.parse.reader import Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement

ONLINE, OFFLINE = ("ONLINE", "online", "1", 1), ("OFFLINE", "offline", "ABNORMAL", "FROZEN", "0", 0)
REPORTS = ("dataReport", "eventReport")
OTHER_RESOURCES = ("device.message", "device", "product", "job", "batchtask", "device.command.status")


class HuaweiIotda(Reader):
    def read(self, message: Message) -> list[Statement]:
        data = envelope.table(message.payload, self.source)
        notify = table(data.get("notify_data"))
        header, body = table(notify.get("header")), table(notify.get("body"))
        device = named(header, "node_id", "device_id")
        if not device:
            raise MessageRefused(Reject.NO_IDENTITY, "neither node_id nor device_id")
        raw = data.get("event_time_ms") or data.get("event_time")
        speaker = self._speaker(device, raw)
        resource = data.get("resource")
        if resource == "device.status":
            return [speaker.availability(is_online(body.get("status")))]
        if resource in OTHER_RESOURCES:
            return [speaker.ignored(str(resource))]
        said = []
        for service in _list(body.get("services")):
            own = self._speaker(device, service.get("event_time") or raw)
            for key, value in table(service.get("properties")).items():
                said.append(statement(own, self.source, key, value, str(service.get("service_id", ""))))
        return some(said, data)

    def _speaker(self, device: str, raw: Json) -> Speaker:
        at_ms = iso(raw)
        return Speaker(device, at_ms, clock_fault=raw is not None and at_ms is None)


class Ctwing(Reader):
    def read(self, message: Message) -> list[Statement]:
        data = envelope.table(message.payload, self.source)
        device = named(data, "IMEI", "imei", "deviceId")
        if not device:
            raise MessageRefused(Reject.NO_IDENTITY, "neither IMEI nor deviceId")
        raw = data.get("timestamp")
        at_ms = epoch(raw, 1000)
        speaker = Speaker(device, at_ms, clock_fault=raw is not None and at_ms is None)
        what = str(data.get("messageType", ""))[:40]
        if what == "deviceOnlineOfflineReport":
            event = data.get("eventType", data.get("onlineStatus"))
            return [speaker.availability(is_online(event))]
        body = data.get("payload") or data.get("eventContent")
        if not what.startswith(REPORTS) or not isinstance(body, dict):
            return [speaker.ignored(what or "unknown")]
        if "APPdata" in body:
            raise MessageRefused(Reject.NO_RULE, "APPdata: bytes that only the platform's codec knows")
        return some([statement(speaker, self.source, key, value) for key, value in body.items()], body)


def is_online(status: Json) -> bool | None:
    """What a platform's word on a device means, None when it is none of the known ones."""
    if isinstance(status, bool):
        return status
    return True if status in ONLINE else (False if status in OFFLINE else None)


def some(said: Sequence[Statement | None], data: Mapping[str, Json]) -> list[Statement]:
    """What there is; refused when there is nothing."""
    found = [each for each in said if each is not None]
    if not found:
        raise MessageRefused(Reject.NO_SIGNAL, f"keys {', '.join(list(data)[:8])}")
    return found


def named(values: Mapping[str, Json], *keys: str) -> str:
    """The first of these keys that holds a name or a number, "" when none does."""
    for key in keys:
        value = values.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return str(value)[:200]
    return ""


def table(value: Json) -> dict[str, Json]:
    """A table, empty when it is something else."""
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[dict[str, Json]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
