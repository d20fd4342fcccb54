"""Which limit a value crosses, with hysteresis and levels; pure."""

from __future__ import annotations

from enum import IntEnum

from console.config.schema import Limits

DIGITS = 9  # 0.14 + 0.01 is 0.15, whatever the floating point says


class Level(IntEnum):
    """Where a value stands; further from NONE is worse."""

    LOLO = -2
    LO = -1
    NONE = 0
    HI = 1
    HIHI = 2


def level_of(limits: Limits, value: float, now: Level) -> Level:
    """The level of a value; a level held is left only when the value is `hysteresis` back inside its limit."""
    for level, limit in ((Level.LOLO, limits.lolo), (Level.LO, limits.lo)):
        if limit is not None and value < round(limit + (limits.hysteresis if now <= level else 0.0), DIGITS):
            return level
    for level, limit in ((Level.HIHI, limits.hihi), (Level.HI, limits.hi)):
        if limit is not None and value > round(limit - (limits.hysteresis if now >= level else 0.0), DIGITS):
            return level
    return Level.NONE


def limit_of(limits: Limits, level: Level) -> float | None:
    """The figure that was crossed."""
    return {
        Level.LOLO: limits.lolo, Level.LO: limits.lo, Level.HI: limits.hi, Level.HIHI: limits.hihi,
    }.get(level)  # fmt: skip


def is_set(limits: Limits) -> bool:
    return any(limit is not None for limit in (limits.lolo, limits.lo, limits.hi, limits.hihi))
