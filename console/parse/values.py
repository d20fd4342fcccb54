"""Single values out of payloads: yes or no by table, finite numbers, canonical units. Pure; nothing is guessed."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from console.config.schema import Scalar
from console.kinds import Kind, convert
from console.model import Value

YES = frozenset({
    "true", "1", "on", "alarm", "yes", "active", "detected", "triggered", "leak", "火警", "报警", "告警",
})  # fmt: skip
NO = frozenset({"false", "0", "off", "normal", "no", "inactive", "not_detected", "no_leak", "正常", "clear", "ok"})
SENTINELS = frozenset({-127.0})  # what a disconnected one-wire probe reads
POWER_UP_C = 85.0  # what the same probe reads before its first conversion

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")


def truth(value: object, on: Sequence[Scalar] = (), off: Sequence[Scalar] = ()) -> bool | None:
    """Yes, no, or None when the value means neither. A list of one's own replaces its half of the usual words."""
    if on and _listed(value, on):
        return True
    if off and _listed(value, off):
        return False
    usual = _usual(value)
    if (usual is True and on) or (usual is False and off):
        return None
    return usual


def _usual(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return bool(value) if value in (0, 1) else None
    if isinstance(value, str):
        word = value.strip().lower()
        return True if word in YES else (False if word in NO else None)
    return None


def _listed(value: object, scalars: Sequence[Scalar]) -> bool:
    """Membership in which true is not 1 but 1 is 1.0: `on = [1]` must not take a true that `off` lists."""
    return any(value == each and isinstance(value, bool) == isinstance(each, bool) for each in scalars)


def number(value: object) -> float | None:
    """A finite number, also as text ("312", " 0.45 "); None for everything else. Integers stay integers."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value if math.isfinite(value) else None
    if isinstance(value, str) and len(value) <= 40:
        word = value.strip()
        if _NUMBER.fullmatch(word):
            parsed = float(word)
            return parsed if math.isfinite(parsed) else None
    return None


def measure(value: object, kind: Kind, unit: str = "", scale: tuple[float, float] = (1.0, 0.0)) -> tuple[Value, str]:
    """A number in the kind's canonical unit and "", or None and the code of what is wrong with it."""
    raw = number(value)
    if raw is None:
        return None, "bad_value"
    if raw in SENTINELS:
        return None, "sensor_fault"
    if scale != (1.0, 0.0):
        raw = round(raw * scale[0] + scale[1], 9)
    if unit and kind.unit and unit != kind.unit:
        converted = convert(raw, unit, kind.unit)
        if converted is None:
            return None, "bad_unit"
        raw = converted
    return (raw, "") if kind.low <= raw <= kind.high else (None, "out_of_range")
