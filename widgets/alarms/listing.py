"""Which alarms the table lists. Whatever is listed, a live fire alarm always is."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from console.alarms import Alarm
from console.alarms.marks import Aside
from console.model import AlarmClass


class Listing(StrEnum):
    """What the operator wants to see; every count of the header has one of its own."""

    ALL = "all"
    MINE = "mine"  # mine, and what is nobody's yet
    UNSEEN = "unseen"
    ACTIVE = "active"
    SHELVED = "shelved"
    SUPPRESSED = "suppressed"
    OUT_OF_SERVICE = "out_of_service"
    ON_TEST = "on_test"
    UNKNOWN = "unknown"


def is_never_hidden(alarm: Alarm) -> bool:
    """No list leaves it out and no place folds it: a fire alarm, whatever a verify clock runs for, a red warning, and
    what a fire near it makes graver.
    """
    is_grave = alarm.alarm_class is AlarmClass.FIRE or alarm.red or alarm.heightened is not None
    return alarm.aside is None and (is_grave or alarm.verify.is_running)


def is_listed(alarm: Alarm, listing: Listing, person: str) -> bool:
    """Whether it stands in that list, as `person` reads it."""
    return is_never_hidden(alarm) or BELONGS[listing](alarm, person)


BELONGS: dict[Listing, Callable[[Alarm, str], bool]] = {
    Listing.ALL: lambda alarm, _: alarm.aside is None,
    Listing.MINE: lambda alarm, me: alarm.aside is None and (alarm.owner is None or alarm.owner.person == me),
    Listing.UNSEEN: lambda alarm, _: alarm.is_owed,
    Listing.ACTIVE: lambda alarm, _: alarm.aside is None and alarm.is_active,
    Listing.SHELVED: lambda alarm, _: alarm.aside is Aside.SHELVED,
    Listing.SUPPRESSED: lambda alarm, _: alarm.aside is Aside.SUPPRESSED,
    Listing.OUT_OF_SERVICE: lambda alarm, _: alarm.out_of_service is not None,
    Listing.ON_TEST: lambda alarm, _: alarm.on_test is not None,
    Listing.UNKNOWN: lambda alarm, _: alarm.lost,
}
