"""The payload of Sparkplug B 3.0: metrics with their quality, sequence numbers, and the rebirth command. Pure."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from console.parse import protobuf
from console.parse.rejects import MessageRefused, Reject

SIGNED = {1: 8, 2: 16, 3: 32, 4: 64}  # datatype → bits of the signed integers
BOOLEAN = 11
REBIRTH = "Node Control/Rebirth"
MOST_METRICS = 10_000

Plain = bool | int | float | str | None


@dataclass(slots=True)
class Metric:
    """One metric as it stands in the payload; `quality` None: it does not say."""

    name: str = ""
    alias: int | None = None
    at_ms: int | None = None
    datatype: int = 0
    historical: bool = False
    null: bool = False
    value: Plain = None
    quality: int | None = None
    unit: str = ""

    def typed(self, datatype: int) -> Plain:
        """The value under the datatype of its birth: signed integers come as their unsigned twin."""
        bits = SIGNED.get(self.datatype or datatype)
        if bits is None or isinstance(self.value, bool) or not isinstance(self.value, int):
            return self.value
        value = self.value & ((1 << bits) - 1)
        return value - (1 << bits) if value >> (bits - 1) else value


@dataclass(slots=True)
class Payload:
    at_ms: int | None = None
    seq: int | None = None
    metrics: list[Metric] = field(default_factory=list)

    def value(self, name: str) -> Plain:
        """The value of a metric by its name, None when it is not in it."""
        return next((metric.value for metric in self.metrics if metric.name == name), None)


def read(data: bytes) -> Payload:
    """Raises MessageRefused when the bytes are no payload."""
    payload = Payload()
    for number, value in protobuf.fields(data):
        if number == 1 and isinstance(value, int):
            payload.at_ms = value
        elif number == 2 and isinstance(value, bytes):
            if len(payload.metrics) >= MOST_METRICS:
                raise MessageRefused(Reject.TOO_LARGE, f"more than {MOST_METRICS} metrics")
            payload.metrics.append(_metric(value))
        elif number == 3 and isinstance(value, int):
            payload.seq = value
    return payload


def rebirth(now_ms: int) -> bytes:
    """The command that makes an edge node say again who it is and what it measures."""
    name = REBIRTH.encode()
    metric = b"\x0a" + protobuf.varint(len(name)) + name + b"\x18" + protobuf.varint(now_ms)
    metric += b"\x20" + protobuf.varint(BOOLEAN) + b"\x70\x01"
    return b"\x08" + protobuf.varint(now_ms) + b"\x12" + protobuf.varint(len(metric)) + metric


def _metric(data: bytes) -> Metric:
    metric = Metric()
    for number, value in protobuf.fields(data):
        match number, value:
            case 1, bytes():
                metric.name = _text(value)
            case 2, int():
                metric.alias = value
            case 3, int():
                metric.at_ms = value
            case 4, int():
                metric.datatype = value
            case 5, int():
                metric.historical = bool(value)
            case 7, int():
                metric.null = bool(value)
            case 9, bytes():
                _properties(metric, value)
            case 10 | 11 | 12 | 13 | 14 | 15, _:
                metric.value = _value(number, value)
    return metric


def _properties(metric: Metric, data: bytes) -> None:
    """Quality and engineering unit; every other property is the maker's own."""
    keys: list[str] = []
    values: list[Plain] = []
    for number, value in protobuf.fields(data):
        if number == 1 and isinstance(value, bytes):
            keys.append(_text(value))
        elif number == 2 and isinstance(value, bytes):
            values.append(_property(value))
    for key, found in zip(keys, values, strict=False):
        if key == "Quality" and isinstance(found, int):
            metric.quality = found
        elif key == "engUnit" and isinstance(found, str):
            metric.unit = found


def _property(data: bytes) -> Plain:
    """A property's value: type 1, null 2, then the same kinds of value as a metric's, seven numbers lower."""
    found: Plain = None
    for number, value in protobuf.fields(data):
        if 3 <= number <= 8:
            found = _value(number + 7, value)
    return found


def _value(number: int, raw: int | bytes) -> Plain:
    if number == 15:
        return _text(raw)
    if not isinstance(raw, int):
        return None
    if number == 14:
        return bool(raw)
    if number == 12:
        return float(struct.unpack("<f", (raw & 0xFFFFFFFF).to_bytes(4, "little"))[0])
    if number == 13:
        return float(struct.unpack("<d", (raw & 0xFFFFFFFFFFFFFFFF).to_bytes(8, "little"))[0])
    return raw


def _text(raw: int | bytes) -> str:
    try:
        return raw.decode() if isinstance(raw, bytes) else ""
    except UnicodeDecodeError:
        raise MessageRefused(Reject.BAD_CHARSET, "a name that is not UTF-8") from None
