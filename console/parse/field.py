"""What units say: their devices' status and position messages, checked before anybody believes them. Feed's thread.

A unit speaks on a topic of its own, so the broker's access rules decide who may speak for it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from console.config.schema import SourceConfig
from console.model import Message, Rejected, Site, UnitId, UnitMoved, UnitSaid, UnitStatus
from console.parse.envelope import Json, table
from console.parse.rejects import MessageRefused, Reject
from console.topics import unit_topic

SOURCE = "units"  # under this name refused messages are counted
LIMITS = SourceConfig(SOURCE, "site", max_bytes=4_096, max_depth=4)
VERSION = 1
ORDER_MOST = 80  # characters of an order's id
REASON_MOST = 200
LATEST_MS = 1 << 53
WORDS = {status.value: status for status in UnitStatus}

Word = UnitSaid | UnitMoved


class Field:
    """Knows the units of the site and the topics they speak on; `root` is the first levels of these."""

    def __init__(self, root: str, site: Site) -> None:
        self._prefix = unit_topic(root, "", "").rstrip("/") + "/"
        self._units: frozenset[UnitId] = frozenset()
        self.take_site(site)

    def take_site(self, site: Site) -> None:
        """The units from now on."""
        self._units = frozenset(crew.id for crew in site.units)

    def decode(self, message: Message) -> tuple[Word, ...] | Rejected | None:
        """What a unit says, or why it is refused; None for a message that is none of a unit's."""
        if not message.topic.startswith(self._prefix):
            return None
        unit, _, what = message.topic.removeprefix(self._prefix).partition("/")
        try:
            return self._read(UnitId(unit), what, message)
        except MessageRefused as refused:
            return Rejected(
                refused.reason, message.topic, SOURCE, message.received_ms, refused.detail, message.receipt
            )  # fmt: skip

    def _read(self, unit: UnitId, what: str, message: Message) -> tuple[Word, ...]:
        if what not in {"status", "position"}:
            raise MessageRefused(Reject.UNKNOWN_TOPIC)
        if unit not in self._units:
            raise MessageRefused(Reject.UNKNOWN_UNIT, unit[:ORDER_MOST])
        if message.retained:  # said at another time, for another order
            raise MessageRefused(Reject.RETAINED)
        told = table(message.payload, LIMITS)
        if told.get("v", VERSION) != VERSION:
            raise MessageRefused(Reject.WRONG_TYPE, "v is not 1")
        moved = _moved(unit, told, message, is_due=what == "position")
        return moved if what == "position" else (_said(unit, told, message), *moved)


def _said(unit: UnitId, told: Mapping[str, Json], message: Message) -> UnitSaid:
    status = WORDS.get(str(told.get("status")))
    if status is None:
        raise MessageRefused(Reject.WRONG_TYPE, "status is not known")
    order = _text(told, "order")
    if len(order) > ORDER_MOST:
        raise MessageRefused(Reject.WRONG_TYPE, "order is too long")
    reason = "".join(char for char in _text(told, "reason") if char.isprintable())[:REASON_MOST]
    return UnitSaid(unit, status, order, _time(told), message.received_ms, reason, message.receipt)


def _moved(unit: UnitId, told: Mapping[str, Json], message: Message, *, is_due: bool) -> tuple[UnitMoved, ...]:
    if not is_due and "lon" not in told and "lat" not in told:
        return ()
    lon, lat = _degrees(told, "lon", 180.0), _degrees(told, "lat", 90.0)
    return (UnitMoved(unit, lon, lat, _time(told), message.received_ms),)


def _text(told: Mapping[str, Json], key: str) -> str:
    value = told.get(key, "")
    if not isinstance(value, str):
        raise MessageRefused(Reject.WRONG_TYPE, f"{key} is no text")
    return value


def _time(told: Mapping[str, Json]) -> int:
    """Epoch ms, 0 when none is given."""
    value = told.get("t", 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < LATEST_MS:
        raise MessageRefused(Reject.WRONG_TYPE, "t is no epoch ms")
    return value


def _degrees(told: Mapping[str, Json], key: str, most: float) -> float:
    value = told.get(key)
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value) or abs(value) > most:
        raise MessageRefused(Reject.WRONG_TYPE, f"{key} is no longitude or latitude")
    return float(value)
