"""One unit: who it is, what it does now, which order it has and whether that order has left the room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model import XY, Crew, IncidentId, UnitId, UnitKind, UnitStatus

BUSY = frozenset(
    {UnitStatus.ORDERED, UnitStatus.NO_ANSWER, UnitStatus.ACCEPTED, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE}
)
GOING = frozenset({UnitStatus.ACCEPTED, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE})  # it has said that it comes


class Source(StrEnum):
    """How a status was learnt."""

    DEVICE = "device"  # the unit's own device said it
    VOICE = "voice"  # heard by a person and entered by hand
    CONSOLE = "console"  # the console's own act: ordered, released, silent too long


class Sending(StrEnum):
    """Whether the newest order has left the room; a unit's answer alone proves that somebody has read it."""

    NONE = "none"  # nothing is to be sent
    WAITING = "waiting"  # not sent yet: not committed, or the broker is away
    UNHEARD = "unheard"  # the broker has nobody to give it to; it is tried again
    SENT = "sent"  # the broker has confirmed it
    LAPSED = "lapsed"  # it could not be sent in time and never will be


class Act(StrEnum):
    """What an order tells a unit to do."""

    GO = "go"
    STAND_DOWN = "stand_down"


@dataclass(frozen=True, slots=True)
class Order:
    """The newest order to a unit. `id` is what the unit's answer must carry; times are epoch ms, 0 = not yet.

    `position`: where it was given, "" when by none; its console sends it.
    """

    id: str
    act: Act
    incident: IncidentId
    ordered_ms: int
    sending: Sending = Sending.WAITING
    sent_ms: int = 0
    position: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """Where a unit's device said it was, local metres, and when that arrived. Kept in memory only."""

    at: XY
    at_ms: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is now. `turn` counts the times it left plain readiness: each turn is a stream of the journal.

    `incident` is what it is bound to, None when nothing; a unit that declined keeps it until it is sent elsewhere or
    released. `said_ms` is the device time of its newest answer that was taken. `unsaved` until the journal has it.
    """

    crew: Crew
    turn: int = 0
    version: int = 0
    status: UnitStatus = UnitStatus.AVAILABLE
    since_ms: int = 0
    source: Source = Source.CONSOLE
    incident: IncidentId | None = None
    order: Order | None = None
    said_ms: int = 0
    reason: str = ""  # why it declined or is out of service, as it was said
    fix: Fix | None = None
    unsaved: bool = False

    @property
    def id(self) -> UnitId:
        return self.crew.id

    @property
    def kind(self) -> UnitKind:
        return self.crew.kind

    @property
    def is_busy(self) -> bool:
        """Bound to an incident by an order that is not over."""
        return self.status in BUSY

    @property
    def is_free(self) -> bool:
        """May be sent without taking it away from anything."""
        return not self.is_busy and self.status is not UnitStatus.OUT_OF_SERVICE

    @property
    def must_be_sent(self) -> bool:
        """An order waits to leave the room."""
        return self.order is not None and self.order.sending in {Sending.WAITING, Sending.UNHEARD}

    @property
    def is_plain(self) -> bool:
        """Ready and nothing open: its turn is over, and so is the stream."""
        return self.status is UnitStatus.AVAILABLE and not self.must_be_sent

    def age_ms(self, now_ms: int) -> int:
        """How long it has been so."""
        return max(0, now_ms - self.since_ms) if self.since_ms else 0
