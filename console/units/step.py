"""What a unit's word is worth, pure: old state + what is said → the fact that follows, or why nothing does.

Answers come over a network that repeats, delays and reorders: only a word about the order of now that leads on in the
cycle counts, everything else is harmless.
"""

from __future__ import annotations

from enum import StrEnum

from console.errors import CommandRefused
from console.model import NO_INCIDENT, IncidentId, UnitSaid, UnitStatus
from console.units.facts import Reported
from console.units.unit import Act, Source, Unit

OLD_MS = 600_000  # a word without an order that is older than this is one of yesterday

CYCLE = (
    UnitStatus.ORDERED, UnitStatus.ACCEPTED, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE, UnitStatus.RETURNING,
    UnitStatus.AVAILABLE,
)  # fmt: skip
RANK = {status: rank for rank, status in enumerate(CYCLE)}
MAY_DECLINE = frozenset({UnitStatus.ORDERED, UnitStatus.NO_ANSWER, UnitStatus.ACCEPTED, UnitStatus.EN_ROUTE})
MAY_RETURN = frozenset({UnitStatus.OUT_OF_SERVICE, UnitStatus.RETURNING, UnitStatus.DECLINED})
NEVER_SAID = frozenset({UnitStatus.ORDERED, UnitStatus.NO_ANSWER})  # only the console says so


class Ignored(StrEnum):
    """Why a unit's answer changed nothing."""

    OTHER_ORDER = "other_order"  # it answers an order that is not the one of now
    NO_ORDER = "no_order"  # it says what only the answer to an order can say
    OLDER = "older"  # its device said something newer before
    REPEATED = "repeated"  # it was known
    OVERTAKEN = "overtaken"  # the unit is further than that
    TOO_OLD = "too_old"  # said too long ago, or by a clock that is wrong
    NOT_A_WORD = "not_a_word"  # no unit can say that of itself


def judge(unit: Unit, said: UnitSaid) -> Reported | Ignored:
    """What follows from an answer of the unit's own device."""
    if said.status in NEVER_SAID:
        return Ignored.NOT_A_WORD
    why = _without_order(unit, said) if not said.order else _with_order(unit, said)
    return why or Reported(
        said.status, Source.DEVICE, _incident(unit), said.order, said.said_ms or said.received_ms, said.reason
    )


def _with_order(unit: Unit, said: UnitSaid) -> Ignored | None:
    if unit.order is None or unit.is_plain or said.order != unit.order.id:
        return Ignored.OTHER_ORDER
    if said.status is unit.status:
        return Ignored.REPEATED
    if said.said_ms and said.said_ms < unit.said_ms:
        return Ignored.OLDER
    return None if _leads_on(unit, said.status) else Ignored.OVERTAKEN


def _leads_on(unit: Unit, status: UnitStatus) -> bool:
    """Whether the status comes after the one of now in the cycle of the order."""
    if status is UnitStatus.OUT_OF_SERVICE:
        return True
    if status is UnitStatus.DECLINED:
        return unit.status in MAY_DECLINE and unit.order is not None and unit.order.act is Act.GO
    return RANK[status] > RANK.get(unit.status, 0)


def _without_order(unit: Unit, said: UnitSaid) -> Ignored | None:
    if said.status is unit.status:
        return Ignored.REPEATED
    if not said.said_ms or abs(said.received_ms - said.said_ms) > OLD_MS:
        return Ignored.TOO_OLD
    if said.said_ms <= unit.said_ms:
        return Ignored.OLDER
    if said.status is UnitStatus.AVAILABLE and unit.status in MAY_RETURN:
        return None
    if said.status is UnitStatus.OUT_OF_SERVICE and not unit.is_busy:
        return None
    return Ignored.NO_ORDER


def enter(unit: Unit, status: UnitStatus, reason: str = "") -> Reported:
    """What follows when a person enters what was heard by voice.

    Raises CommandRefused: unknown_status, already_so, no_order (it has none to accept, decline or be under way for).
    """
    if status in NEVER_SAID:
        raise CommandRefused("unknown_status", status)
    if status is unit.status:
        raise CommandRefused("already_so", unit.id)
    by_itself = status in {UnitStatus.AVAILABLE, UnitStatus.OUT_OF_SERVICE}
    if not by_itself and (unit.incident is None and not _may_still_return(unit, status)):
        raise CommandRefused("no_order", unit.id)
    order = unit.order.id if unit.order is not None and not unit.is_plain else ""
    return Reported(status, Source.VOICE, _incident(unit), order, 0, reason)


def _may_still_return(unit: Unit, status: UnitStatus) -> bool:
    return status is UnitStatus.RETURNING and unit.status is UnitStatus.AVAILABLE and not unit.is_plain


def _incident(unit: Unit) -> IncidentId:
    """Whose timeline it belongs to: also of the way home."""
    if unit.incident is not None:
        return unit.incident
    return unit.order.incident if unit.order is not None and not unit.is_plain else NO_INCIDENT
