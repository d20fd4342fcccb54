"""Device times: every notation of the field to epoch milliseconds, and which of them to believe. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from console.parse.values import number

PAST_MS = 7 * 86_400_000  # older than this, or further ahead than FUTURE_MS, is a wrong clock
FUTURE_MS = 5 * 60_000

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,](\d{1,9}))?\s*(Z|[+-]\d\d:?(?:\d\d)?)?",
    re.IGNORECASE,
)
_CHINA = timezone(timedelta(hours=8), "CST")


def zone(name: str) -> tzinfo:
    """The site's time zone. A machine without the zone database still knows China, which has no summer time."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _CHINA if name in ("Asia/Shanghai", "Asia/Chongqing", "PRC") else UTC


def iso(text: object, local: tzinfo = UTC) -> int | None:
    """ISO 8601, extended or basic, down to nanoseconds; without an offset it is the site's. None when it is none."""
    found = _ISO.fullmatch(text.strip()) if isinstance(text, str) and len(text) <= 64 else None
    if not found:
        return None
    *parts, fraction, offset = found.groups()
    try:
        at = datetime(*(int(part or 0) for part in parts), tzinfo=_offset(offset, local))  # type: ignore[arg-type,misc]  # mypy counts no tuple
        return int(at.timestamp()) * 1000 + int((fraction or "0").ljust(3, "0")[:3])
    except (ValueError, OverflowError):
        return None


def _offset(text: str | None, local: tzinfo) -> tzinfo:
    if not text:
        return local
    if text in "Zz":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    delta = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-delta if text[0] == "-" else delta)


def epoch(value: object, per_second: int) -> int | None:
    """A count of seconds (1) or milliseconds (1000) since 1970, also as text, to milliseconds; None when it is none."""
    count = number(value)
    if count is None or abs(count) > 1e15:
        return None
    return round(count * 1000 / per_second)


def read(value: object, form: str, local: tzinfo) -> int | None:
    """A device time in one of the forms of the configuration: epoch_ms, epoch_s, iso."""
    if form == "iso":
        return iso(value, local)
    return epoch(value, 1000 if form == "epoch_ms" else 1)


def is_credible(device_ms: int, received_ms: int) -> bool:
    return received_ms - PAST_MS <= device_ms <= received_ms + FUTURE_MS
