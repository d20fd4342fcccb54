"""The short machine form of a choice, for logs, the journal and `explain`: stable words and numbers, no language. Pure.

`sees_it 4m 195px/m` · `can_turn=119 9m 88px/m` · `offline bound=1 out_of_view=30.5 12m` · `adjacent_floor=+1 0m`
"""

from __future__ import annotations

from console.cameras.choice import Choice, Reason, ReasonCode
from console.model import Health

SIGNED = {ReasonCode.ADJACENT_FLOOR, ReasonCode.STAIR, ReasonCode.SAME_ZONE}


def short(choice: Choice) -> str:
    """Words separated by single spaces: reasons, distance, pixel density, preset, health when it is not plain."""
    words = [_word(reason) for reason in choice.reasons]
    if choice.distance_m is not None:
        words.append(f"{choice.distance_m:.0f}m")
    if choice.px_per_m is not None:
        words.append(f"{choice.px_per_m:.0f}px/m")
    if choice.preset:
        words.append(f"preset={choice.preset}")
    if choice.health in {Health.UNKNOWN, Health.DEGRADED}:
        words.append(f"health={choice.health}")
    return " ".join(words)


def _word(reason: Reason) -> str:
    if not reason.params:
        return str(reason.code)
    sign = "+" if reason.code in SIGNED else ""
    return f"{reason.code}=" + ",".join(format(number, f"{sign}.4g") for number in reason.params)
