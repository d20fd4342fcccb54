"""The outbox: hands every order to the feed once it is in the journal, and takes it back when it is over. Desk thread.

Nothing of its own is kept: after a kill it is filled again from the orders of the open turns, with the same ids.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from console.clock import Clock
from console.dispatching.orders import Letterhead, order_of
from console.incidents import Incidents
from console.model import UnitId
from console.outgoing import Outgoing, Published
from console.units import STAND_DOWN_KEPT_S, Act, Order, Patience, Unit, Units


class Carrier(Protocol):
    """Who delivers: the feed, or in a drill whatever stands in its place."""

    def publish(self, message: Outgoing) -> None:
        """Deliver it as soon as possible; posts `Published`. Never blocks."""

    def retract(self, message: str) -> None:
        """It need not be delivered any more, as far as it has not been."""


class Outbox:
    """At most one order of each unit is on its way."""

    def __init__(self, clock: Clock, units: Units, incidents: Incidents, patience: Patience) -> None:
        self._clock = clock
        self._units = units
        self._incidents = incidents
        self._patience = patience
        self._carrier: Carrier | None = None
        self._head: Letterhead | None = None
        self._given: dict[UnitId, str] = {}
        self.is_ours: Callable[[str], bool] = lambda _position: True  # whose orders leave here

    def connect(self, carrier: Carrier, head: Letterhead) -> None:
        """From now on orders leave there; without it none do."""
        self._carrier, self._head = carrier, head

    def post(self) -> None:
        """Hand over what is in the journal and has not been handed over."""
        for unit in self._units.outgoing():
            if (
                unit.order is not None
                and self.is_ours(unit.order.position)
                and self._given.get(unit.id) != unit.order.id
            ):
                self._give(unit, unit.order)

    def follow(self, unit: Unit) -> None:
        """Its order changed: one that is over is taken back."""
        given = self._given.get(unit.id)
        if given is None or (unit.must_be_sent and unit.order is not None and unit.order.id == given):
            return
        del self._given[unit.id]
        if self._carrier is not None:
            self._carrier.retract(given)

    def published(self, published: Published) -> None:
        """The broker has confirmed it."""
        self._units.sent(published.id, heard=published.heard)

    def _give(self, unit: Unit, order: Order) -> None:
        incident = self._incidents.find(order.incident)
        if self._carrier is None or self._head is None or (incident is not None and incident.unsaved):
            return
        kept_s = self._patience.expiry_s if order.act is Act.GO else STAND_DOWN_KEPT_S
        until_ms, now_ms = order.ordered_ms + kept_s * 1000, self._clock.now_ms()
        if until_ms > now_ms:
            self._given[unit.id] = order.id
            self._carrier.publish(order_of(unit, order, incident, self._head, until_ms, now_ms))
