"""The MQTT feed: a session that outlives us, receipts before acknowledgements, a watchdog. Owns the thread `mqtt`.

A turn of the thread: read a burst (at most 10 ms), commit it to the spool in one transaction, acknowledge it in
arrival order, parse it. Whatever kills the process between two of these steps, the broker or the spool still has
the message.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import closing

from console.attendance import ClockTold
from console.backends.feed.backlog import Backlog
from console.backends.feed.connection import Connection
from console.backends.feed.dial import dial
from console.backends.feed.listening import Listening
from console.backends.feed.ownership import Ownership
from console.backends.feed.receipts import Receipts
from console.backends.feed.spooled import IDLE_S, SpooledFeed
from console.backends.feed.topics import Seat, discoveries, of_units, subscriptions
from console.backends.feed.trouble import BackOff, Reason, Report, Trouble, of_error
from console.clock import Clock
from console.config.schema import BrokerConfig, SourceConfig
from console.errors import WatchroomError
from console.inbox import Inbox
from console.parse.errands import Errands
from console.ports import Parse

log = logging.getLogger(__name__)

DAY_S = 86_400
BURST_S = 0.010
BURST_MESSAGES = 500
HELD_BYTES = 64 << 20  # held in memory while the spool fails; from here on the socket is not read any more
STAND_BACK_S = 10.0  # another console has taken this position: fighting for it would blind both
FILTERS = "filters"  # note in the spool: what the session at the broker is subscribed to


class MqttFeed(SpooledFeed):
    """Messages of the site's broker (`ports.Feed`)."""

    def __init__(
        self,
        config: BrokerConfig,
        sources: Sequence[SourceConfig],
        seat: Seat,
        *,
        receipts: Receipts,
        parse: Parse,
        inbox: Inbox,
        clock: Clock,
        errands: Errands | None = None,
    ) -> None:
        """`errands`: what the decoders behind `parse` want of the broker while they read."""
        self._config = config
        self._inbox = inbox
        self._seat = seat
        self._filters = (*subscriptions(sources), *of_units(seat))
        self._once = discoveries(sources)
        self._backlog = Backlog(Report("intake", "intake", inbox, clock))
        self._listening = Listening(errands or Errands(), self._filters)
        self._ownership = Ownership()
        self._subscribed = ""  # the filters the session at the broker has, one a line
        super().__init__("mqtt", receipts=receipts, parse=parse, inbox=inbox, clock=clock, back_off=BackOff())

    def _resume(self) -> None:
        self._subscribed = self._receipts.note(FILTERS)

    def _serve(self) -> None:
        trouble = self._one_connection()
        if not self._stop.is_set():
            self._report.down(trouble)
            self._wait(trouble)

    def _one_connection(self) -> Trouble:
        """Connect and serve; returns why it ended. The worker loop's catch-all: whatever happens, there is a next."""
        try:
            with closing(self._connect()) as connection:
                return self._until_lost(connection)
        except (OSError, ValueError, WatchroomError) as error:
            return of_error(error)
        except Exception as error:
            log.exception("the connection is given up")
            return of_error(error)

    def _connect(self) -> Connection:
        obsolete = [f for f in self._subscribed.split("\n") if f and f not in self._filters]
        connection = Connection(
            dial(self._config), self._seat, session_s=self._config.session_days * DAY_S, filters=self._filters,
            obsolete=obsolete, once=self._once, ownership=self._ownership, clock=self._clock,
            on_session=self._receipts.connected, on_confirmed=self._tray.confirmed, on_clock=self._clock_told,
        )  # fmt: skip
        connection.open()
        return connection

    def _clock_told(self, told: ClockTold) -> None:
        if told.position != self._seat.position:  # our own word comes back, too
            self._inbox.post_sample(("clock", told.position), told)

    def _until_lost(self, connection: Connection) -> Trouble:
        """Serve a connection until it ends or the feed is stopped."""
        self._tray.connected()
        self._listening.begin()
        self._backlog.lost()
        try:
            while connection.trouble is None and not self._stop.is_set():
                self._turn(connection)
        finally:
            self._settle(connection)  # after its end without an acknowledgement: repeated, and then recognised
            self._delivery.drop(connection.arrivals)
        return connection.trouble or Trouble(Reason.CONNECTION_LOST)

    def _turn(self, connection: Connection) -> None:
        if sum(len(a.payload) for a in connection.arrivals) > HELD_BYTES:
            self._stop.wait(IDLE_S)
        else:
            connection.turn(IDLE_S / 10 if connection.arrivals else IDLE_S)
            more = bool(connection.arrivals) and connection.burst(BURST_S, BURST_MESSAGES, self._courtesy)
            if connection.is_up:
                self._backlog.turn(more=more)
        if connection.is_up:
            self._serving()
            for message in self._tray.due():
                self._tray.sent(message.id, connection.publish(message))
            self._listening.follow(connection)
        self._settle(connection)

    def _serving(self) -> None:
        self._back_off.reset()
        self._report.up()
        self._once = ()
        current = "\n".join(self._filters)
        if self._subscribed != current:
            self._subscribed = current
            self._receipts.keep_note(FILTERS, current)

    def _settle(self, connection: Connection) -> None:
        """Commit, acknowledge, parse: in this order."""
        arrivals = connection.arrivals
        if not arrivals and not self._receipts.has_pending:
            return
        stored = self._delivery.store(arrivals)
        if stored is None:
            self._delivery.show_unstored(arrivals)
            return
        connection.arrivals = []
        connection.acknowledge(arrivals)
        self._delivery.hand_over(arrivals, stored)

    def _wait(self, trouble: Trouble) -> None:
        """Between two connections; marks are still written."""
        left = self._back_off.wait_s()
        if trouble.reason == Reason.TAKEN_OVER:
            left = STAND_BACK_S
            self._ownership.give_up()
        while left > 0 and not self._stop.wait(min(IDLE_S, left)):
            left -= IDLE_S
            if self._receipts.has_pending:
                self._delivery.store(())
