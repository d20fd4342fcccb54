"""What a key of a payload is called tells what it is: the words of makers who document nothing else. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from console.config.schema import SourceConfig
from console.kinds import KINDS, convert, kind_of
from console.parse.statement import Speaker, Statement

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")

# First match wins: any of the first words, and all of the second; then the kind.
RULES: tuple[tuple[frozenset[str], frozenset[str], str], ...] = tuple(
    (frozenset(words.split()), frozenset(needed.split()), kind)
    for words, needed, kind in (
        ("voltage volt volts mv value", "battery", "voltage"),
        ("voltage volt volts mv value", "bat", "voltage"),
        ("battery bat batterylevel electricity 电量", "", "battery"),
        ("tamper antidisassembly 防拆", "", "tamper"),
        ("test selftest 自检", "", "test"),
        ("mute silence muted 消音", "", "silence"),
        ("error fault malfunction trouble errorcode 故障", "", "fault"),
        ("density concentration level value obscuration", "smoke", "smoke_value"),
        ("density concentration level value ppm", "gas", "gas_value"),
        ("density concentration level value ppm", "co", "co_value"),
        ("smoke smokestate 烟感 烟雾", "", "smoke"),
        ("gas methane lpg ch 燃气", "", "gas"),
        ("co carbonmonoxide monoxide", "", "co"),
        ("heat 感温", "", "heat"),
        ("callpoint mcp sos 手报", "", "manual_call_point"),
        ("call", "manual", "manual_call_point"),
        ("leak flood moisture", "water", "water_leak"),
        ("status state detected", "leak", "water_leak"),
        ("status state detected", "leakage", "water_leak"),
        ("flood moisture", "", "water_leak"),
        ("leak leakage residual 漏电", "", "leakage_current"),
        ("pressure press waterpressure 水压 压力", "", "water_pressure"),
        ("waterlevel 液位", "", "water_level"),
        ("level", "water", "water_level"),
        ("temperature temp tempc tempf 温度", "", "temperature"),
        ("humidity hum rh 湿度", "", "humidity"),
        ("ebike electricbike electrombile 电动车", "", "ebike_in_elevator"),
        ("bike", "e", "ebike_in_elevator"),
        ("lane firelane 消防通道", "", "fire_lane_occupied"),
        ("voltage volt 电压", "", "voltage"),
        ("flame", "", "flame"),
        ("fire 火警", "", "fire"),
        ("density", "", "smoke_value"),
    )
)  # fmt: skip
LONGEST_KEY = 500  # characters; words behind them mean nothing
UNITS = {
    "ma": "mA", "a": "A", "mpa": "MPa", "kpa": "kPa", "bar": "bar", "c": "°C", "f": "°F", "pct": "%", "percent": "%",
    "ppm": "ppm", "lel": "%LEL", "mv": "mV", "v": "V", "kw": "kW", "w": "W", "tempf": "°F",
}  # fmt: skip


def kind_of_key(key: str, context: str = "") -> tuple[str, str]:
    """Kind and unit ("" when the name tells none) of a key; ("", "") when it is none of ours.

    `context` is the name of what the key stands in: "alarm" in "Smoke" is smoke.
    """
    return _kind_of_key(key[:LONGEST_KEY], context[:LONGEST_KEY])  # what is remembered was written by anybody


@lru_cache(maxsize=4096)
def _kind_of_key(key: str, context: str) -> tuple[str, str]:
    words = [word.lower() for word in _WORD.findall(key)]
    unit = next((UNITS[word] for word in reversed(words) if word in UNITS), "")
    if key in KINDS:
        return key, ""
    found = _kind([*words, "".join(words)])
    if not found and context:
        around = [word.lower() for word in _WORD.findall(context)]
        if set(words) & {"alarm", "state", "status", "level", "value", "alarmstate"}:
            found = _kind([*around, "".join(around)])
    return (found, unit) if found else ("", "")


def _kind(words: Collection[str]) -> str:
    present = set(words)
    for any_of, all_of, kind in RULES:
        if present & any_of and all_of <= present:
            return kind
    return ""


def statement(
    speaker: Speaker, source: SourceConfig, key: str, raw: object, context: str = "", unit: str = ""
) -> Statement | None:
    """What a key and its value say; None when the key is none of ours.

    The source's own unit wins where it fits, then `unit`, which the device gave, then the one in the key.
    """
    kind, named = kind_of_key(key, context)
    return of_kind(speaker, source, kind, raw, unit or named) if kind else None


def of_kind(speaker: Speaker, source: SourceConfig, kind: str, raw: object, unit: str = "") -> Statement:
    """A statement of a known kind, as a flag, a fault code or a level."""
    shape = kind_of(kind)
    if kind == "fault":
        return speaker.fault(raw)
    if not shape.numeric:
        return speaker.flag(kind, raw)
    for given in (_configured(source, kind), unit):
        if given and (shape.unit is None or convert(1.0, given, shape.unit) is not None):
            return speaker.level(kind, raw, given)
    return speaker.level(kind, raw)


def _configured(source: SourceConfig, kind: str) -> str:
    for signal in source.signals:
        if signal.kind == kind and signal.unit:
            return signal.unit
    unit = source.options.get("unit", "")
    return unit if isinstance(unit, str) else ""
