"""LoRaWAN through ChirpStack v4 and The Things Stack: the DevEUI is the device, a codec's object what it says.

| fact | what the console does |
|---|---|
| ChirpStack: `application/ID/device/DEVEUI/event/up`; `object` of the codec, `data` base64 | read |
| ChirpStack: `deduplicationId` | tells a repetition |
| ChirpStack: `event/status` with `batteryLevel` %, unless `batteryLevelUnavailable` | battery |
| ChirpStack: join, ack, txack, log, location, integration | known, without effect |
| ChirpStack's and The Things Stack's protobuf form | refused by name: set the integration to JSON |
| The Things Stack: `v3/APP@TENANT/devices/ID/up`; `decoded_payload`, `frm_payload` | read |
| The Things Stack: empty, 0 and false fields of the envelope are left out | a missing `f_cnt` is 0 |
| The Things Stack: `simulated` | somebody tries it out there: never live |
| no codec | the frame itself where it is known (`milesight.py`), else refused: no codec |
| times with nanoseconds | cut to milliseconds |
| neither says when a device is lost | `stale_after_s` of the point decides |
"""

from __future__ import annotations

import base64
import binascii
from abc import abstractmethod
from collections.abc import Mapping

from console.model import Message
from console.parse import envelope, milesight
from console.parse.envelope import Json
from console.parse.moment import iso
from console.parse.naming import statement
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement


class Lorawan(Reader):
    """What both network servers have in common."""

    def said(self, speaker: Speaker, decoded: Json, raw: Json) -> list[Statement]:
        """From the codec's object when there is one, else from the frame itself when we know it."""
        if isinstance(decoded, dict) and decoded:
            found = self._object(decoded, speaker)
            if found:
                return found
        frame = _bytes(raw)
        if milesight.is_frame(frame):
            return milesight.read(frame, speaker)
        if isinstance(decoded, dict):
            raise MessageRefused(Reject.NO_SIGNAL, f"keys {', '.join(list(decoded)[:8])}")
        raise MessageRefused(Reject.NO_RULE, "no codec on the network server, and the frame is unknown")

    def _object(self, decoded: Mapping[str, Json], speaker: Speaker) -> list[Statement]:
        said = []
        word = decoded.get("event")
        if isinstance(word, str):
            said += milesight.event(milesight.EVENTS.get(word.strip().lower(), -1), speaker)
            if "concentration" in decoded:
                said += milesight.concentration(decoded["concentration"], speaker)
        kind = str(decoded.get("type", ""))
        for key, raw in decoded.items():
            if (
                key not in ("event", "type", "version", "protocol")
                and raw is not None
                and not isinstance(raw, dict | list)
            ):
                each = statement(speaker, self.source, key, raw, kind)
                if each is not None:
                    said.append(each)
        return said

    @abstractmethod
    def read(self, message: Message) -> list[Statement]: ...

    def table(self, message: Message) -> dict[str, Json]:
        """The JSON of an event; what looks like the binary form is refused with the cure."""
        start = message.payload[:16].lstrip()
        if start and not start.startswith((b"{", b"[")) and not start[:1].isalnum():
            raise MessageRefused(Reject.WRONG_TYPE, "no JSON: set the network server's integration to JSON")
        return envelope.table(message.payload, self.source)


class Chirpstack(Lorawan):
    """`BASE/APPLICATION/device/DEVEUI/event/WHAT`."""

    def place(self, topic: str) -> Place:
        levels = topic.split("/")
        return Place(levels[3].lower()) if len(levels) > 3 else Place()

    def read(self, message: Message) -> list[Statement]:
        what = message.topic.rpartition("/")[2]
        data = self.table(message)
        info = data.get("deviceInfo")
        info = info if isinstance(info, dict) else {}
        device = str(info.get("devEui") or self.place(message.topic).device or "").lower()
        if not device:
            raise MessageRefused(Reject.NO_IDENTITY, "no DevEUI")
        raw = data.get("time")
        at_ms = iso(raw, self.local)
        sequence = data.get("deduplicationId") or data.get("fCnt")
        speaker = Speaker(
            device, at_ms, str(sequence) if sequence is not None else "", str(info.get("deviceName") or ""),
            clock_fault=raw is not None and at_ms is None,
        )  # fmt: skip
        if what == "up":
            return self.said(speaker, data.get("object"), data.get("data"))
        if (
            what == "status"
            and data.get("batteryLevel") is not None
            and data.get("batteryLevelUnavailable") is not True
        ):
            return [speaker.level("battery", data["batteryLevel"])]
        return [speaker.ignored(what)]


class ThingsStack(Lorawan):
    """`BASE/APPLICATION@TENANT/devices/ID/WHAT`. Fields that are empty, 0 or false are left out by the server."""

    def place(self, topic: str) -> Place:
        levels = topic.split("/")
        return Place(levels[3]) if len(levels) > 3 else Place()

    def read(self, message: Message) -> list[Statement]:
        what = message.topic.rpartition("/")[2]
        data = self.table(message)
        ids, uplink = data.get("end_device_ids"), data.get("uplink_message")
        ids = ids if isinstance(ids, dict) else {}
        device = str(ids.get("dev_eui") or "").lower() or str(
            ids.get("device_id") or self.place(message.topic).device or ""
        )
        if not device:
            raise MessageRefused(Reject.NO_IDENTITY, "neither DevEUI nor device id")
        label = str(ids.get("device_id") or "")
        if what != "up" or not isinstance(uplink, dict):
            return [Speaker(device, label=label).ignored(what)]
        raw = uplink.get("received_at") or data.get("received_at")
        at_ms = iso(raw, self.local)
        if data.get("simulated") is True:
            return [Speaker(device, at_ms, label=label).ignored("simulated")]
        session, count = uplink.get("session_key_id"), uplink.get("f_cnt")
        sequence = f"{session or ''}:{count or 0}:{raw}" if session or count is not None else ""
        speaker = Speaker(device, at_ms, sequence, label, clock_fault=raw is not None and at_ms is None)
        return self.said(speaker, uplink.get("decoded_payload"), uplink.get("frm_payload"))


def _bytes(raw: Json) -> bytes:
    try:
        return base64.b64decode(raw, validate=True) if isinstance(raw, str) else b""
    except (binascii.Error, ValueError):
        return b""
