"""What a camera's analysis means for the room: from labels, zones and rule names to a kind. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from console.config.schema import SourceConfig

RULES: tuple[tuple[str, str], ...] = (
    (r"e-?bike|electric.?(?:bike|vehicle)|bicycle|motorcycle|moped|scooter|\bbike|电[动瓶]车", "ebike_in_elevator"),
    (r"smoke|烟", "video_smoke"),
    (r"\bfire(?!.?lane|.?exit|.?passage|.?door)|flame|thermal.?fire|火", "video_fire"),
    (r"lane|fire.?(?:exit|passage)|parking|vehicle|\bcars?\b|truck|\bbus\b|\bvan\b|消防[车通]道", "fire_lane_occupied"),
    (r"tamper|scene.?change|defocus|shelter|cover|blind|遮挡", "tamper"),
    (r"video.?loss|signal.?loss|videolost", "video_loss"),
    (r"disk|storage.?fail|nic.?broken|ill?.?access|hardware", "fault"),
    (r"pile|piling|litter|object.?left|unattended|堆", "piling"),
    (r"inside|field|intrusion|region|line.?(?:cross|detect)|loiter|cross", "intrusion"),
)  # fmt: skip
_RULES = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in RULES)


def kind_seen(words: Iterable[str], source: SourceConfig) -> str:
    """The kind an event means: what the source's option says, else what its words say; "" for plain movement."""
    given = source.options.get("kind", "")
    if isinstance(given, str) and given:
        return given
    text = " ".join(words)
    return next((kind for pattern, kind in _RULES if pattern.search(text)), "")


def option_words(source: SourceConfig, name: str) -> tuple[str, ...]:
    """An option that may be one word or a list of them."""
    value = source.options.get(name, ())
    return value if isinstance(value, tuple) else ((str(value),) if value != "" else ())
