"""Units: who can be sent, the cycle of an order (pure `step`), and the desk that owns all of them (desk thread)."""

from console.model import UnitStatus
from console.units.desk import STAND_DOWN_KEPT_S, Change, Patience, Units, may_be_ordered
from console.units.facts import (
    FACTS,
    STREAM,
    Fact,
    Lapsed,
    Ordered,
    Released,
    Reported,
    Sent,
    Unanswered,
    Unheard,
    is_unit,
)
from console.units.step import Ignored
from console.units.unit import BUSY, GOING, Act, Fix, Order, Sending, Source, Unit

__all__ = [
    "BUSY",
    "FACTS",
    "GOING",
    "STAND_DOWN_KEPT_S",
    "STREAM",
    "Act",
    "Change",
    "Fact",
    "Fix",
    "Ignored",
    "Lapsed",
    "Order",
    "Ordered",
    "Patience",
    "Released",
    "Reported",
    "Sending",
    "Sent",
    "Source",
    "Unanswered",
    "Unheard",
    "Unit",
    "UnitStatus",
    "Units",
    "is_unit",
    "may_be_ordered",
]
