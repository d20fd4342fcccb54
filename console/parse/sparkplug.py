"""Sparkplug B: births name the metrics, data may carry aliases only, a node's death takes all its devices with it."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

from console.model import Message, State
from console.parse import envelope, protobuf
from console.parse.naming import statement
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement

BIRTHS, DATA, DEATHS = ("NBIRTH", "DBIRTH"), ("NDATA", "DDATA"), ("NDEATH", "DDEATH")
SIGNED = {1: 8, 2: 16, 3: 32, 4: 64}  # datatype → bits of the signed integers
STALE, BAD = 500, 0  # values of the quality property


@dataclass(slots=True)
class Metric:
    name: str = ""
    alias: int | None = None
    at_ms: int | None = None
    datatype: int = 0
    historical: bool = False
    null: bool = False
    value: bool | int | float | str | None = None


@dataclass(slots=True)
class Births:
    """Names by alias of every node and device, and the birth number of each node."""

    names: dict[str, dict[int, tuple[str, int]]] = field(default_factory=dict)
    numbers: dict[str, object] = field(default_factory=dict)


class Sparkplug(Reader):
    """`BASE/GROUP/TYPE/NODE[/DEVICE]`; a device is called GROUP/NODE/DEVICE."""

    def __init__(self, *args: Any) -> None:
        self.births = Births()
        super().__init__(*args)

    def place(self, topic: str) -> Place:
        levels = topic.removeprefix(f"{self.base}/").split("/")
        return Place("/".join((levels[0], *levels[2:]))) if len(levels) > 2 else Place()

    def read(self, message: Message) -> list[Statement]:
        levels = message.topic.removeprefix(f"{self.base}/").split("/")
        if levels[0] == "STATE":
            return [self._host(levels, message)]
        if len(levels) not in (3, 4):
            raise MessageRefused(Reject.UNKNOWN_TOPIC, "not GROUP/TYPE/NODE/DEVICE")
        group, kind, *names = levels
        device = "/".join((group, *names))
        if kind.endswith("CMD"):
            return [Speaker(device).ignored("command")]
        at_ms, metrics = self._payload(message)
        if kind in DEATHS:
            return [self._death(device, kind, at_ms, metrics)]
        if kind not in BIRTHS + DATA:
            raise MessageRefused(Reject.UNKNOWN_TOPIC, kind)
        if kind in BIRTHS:
            self._learn(device, metrics)
        said = [each for metric in metrics if (each := self._metric(device, metric, at_ms)) is not None]
        if kind in BIRTHS:
            said.append(Speaker(device, at_ms).availability(True))
        return said or [Speaker(device).ignored("nothing_watched")]

    def _host(self, levels: list[str], message: Message) -> Statement:
        online = envelope.table(message.payload, self.source).get("online")
        return Speaker("/".join(levels)).availability(online if isinstance(online, bool) else None)

    def _payload(self, message: Message) -> tuple[int | None, list[Metric]]:
        if len(message.payload) > self.source.max_bytes:
            raise MessageRefused(Reject.TOO_LARGE, f"{len(message.payload)} bytes, at most {self.source.max_bytes}")
        at_ms, metrics = None, []
        for number, value in protobuf.fields(message.payload):
            if number == 1 and isinstance(value, int):
                at_ms = value
            elif number == 2 and isinstance(value, bytes):
                metrics.append(_metric(value))
        return at_ms, metrics

    def _learn(self, device: str, metrics: list[Metric]) -> None:
        self.births.names[device] = {
            metric.alias: (metric.name, metric.datatype) for metric in metrics if metric.alias is not None
        }
        for metric in metrics:
            if metric.name == "bdSeq":
                self.births.numbers[device] = metric.value

    def _death(self, device: str, kind: str, at_ms: int | None, metrics: list[Metric]) -> Statement:
        number = next((metric.value for metric in metrics if metric.name == "bdSeq"), None)
        born = self.births.numbers.get(device)
        speaker = Speaker(device, at_ms)
        if kind == "NDEATH" and born is not None and number != born:
            return speaker.ignored("death_of_an_earlier_session")
        return speaker.availability(False, reach=f"{device}/" if kind == "NDEATH" else "")

    def _metric(self, device: str, metric: Metric, at_ms: int | None) -> Statement | None:
        name, datatype = metric.name, metric.datatype
        if not name:
            known = self.births.names.get(device, {}).get(metric.alias if metric.alias is not None else -1)
            if known is None:
                raise MessageRefused(Reject.NO_BIRTH, f"alias {metric.alias} of {device}: a rebirth must be asked for")
            name, datatype = known[0], datatype or known[1]
        speaker = Speaker(
            device, metric.at_ms if metric.at_ms is not None else at_ms, historical=metric.historical
        )  # fmt: skip
        value = _signed(metric.value, datatype)
        said = statement(speaker, self.source, name.rpartition("/")[2], None if metric.null else value, name)
        if said is not None and metric.null:
            return speaker.say(said.kind, State.TROUBLE, None, said.unit, reason="no_value")
        return said


def _metric(data: bytes) -> Metric:
    metric = Metric()
    for number, value in protobuf.fields(data):
        match number:
            case 1:
                metric.name = _text(value)
            case 2:
                metric.alias = value if isinstance(value, int) else None
            case 3:
                metric.at_ms = value if isinstance(value, int) else None
            case 4:
                metric.datatype = value if isinstance(value, int) else 0
            case 5:
                metric.historical = bool(value)
            case 7:
                metric.null = bool(value)
            case 10 | 11 | 12 | 13 | 14 | 15:
                metric.value = _value(number, value)
    return metric


def _value(number: int, raw: int | bytes) -> bool | int | float | str | None:
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


def _signed(value: bool | int | float | str | None, datatype: int) -> bool | int | float | str | None:
    """Signed integers come as their unsigned twin."""
    bits = SIGNED.get(datatype)
    if bits is None or isinstance(value, bool) or not isinstance(value, int):
        return value
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value
