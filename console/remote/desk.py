"""The desk of the walls elsewhere: sends pictures to another position's wall, and hangs what others send. Desk thread.

An order is an entry of the journal; so is the answer of the position that has the wall. Nobody sees another position's
screens this way: an order goes out, a word comes back. What is not answered in time is withdrawn and shown no more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from console import announce
from console.announce import Announcement
from console.clock import Clock, Deadline
from console.errors import CommandRefused
from console.journal import Conflict, Entry, Json, Recorded
from console.model import By, CameraId, Right, Seat
from console.remote.order import Order, Outcome, Sending, What
from console.remote.records import answer_entry, folded, is_sending, sender_of, sent_entry
from console.remote.walls import Layouts, Target, Walls
from console.wall import Salvo, SurfaceId, place_of
from console.wall.placed import Placed

MACHINE = By(machine="remote")
ANSWER_MS = 10_000  # an order that is not answered by then is withdrawn
KEPT = 50  # sendings that can be looked at


class Hanging(Protocol):
    """The walls of this position. Acts raise CommandRefused and then have changed nothing."""

    def walls(self) -> Layouts: ...

    def show_camera(self, surface: SurfaceId, camera: CameraId, place: int = 0) -> Placed: ...

    def show_salvo(self, surface: SurfaceId, salvo: Salvo) -> Placed: ...

    def lay_out(self, surface: SurfaceId, layout: str) -> Placed: ...

    def take_back(self, placed: Placed) -> None: ...


class Remote:
    """`is_away` says of a position that nobody works there any more; `when_hung` is told of what is shown here."""

    def __init__(
        self, clock: Clock, seat: Seat, hanging: Hanging, append: Callable[[Sequence[Entry]], None],
        publish: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._seat = seat
        self._hanging = hanging
        self._append = append
        self._announce = publish
        self._walls = Walls(
            clock, seat.position, hanging.walls, append, lambda: self._announce(announce.WallChanged())
        )  # fmt: skip
        self._sendings: deque[Sending] = deque(maxlen=KEPT)  # newest first: sent here, or meant for us
        self._placed: dict[str, Placed] = {}  # what was done for those not yet committed
        self._patience: dict[str, Deadline] = {}
        self._last_ms = 0
        self.is_away: Callable[[str], bool] = lambda _position: False
        self.incident: Callable[[], str] = lambda: ""  # the one that is worked on here
        self.when_hung: Callable[[Sending], None] = lambda _sending: None

    # ---- reading ----

    def targets(self) -> tuple[Target, ...]:
        """The walls something can be sent to."""
        return tuple(target for target in self._walls.targets() if not self.is_away(target.position))

    def sent(self) -> tuple[Sending, ...]:
        """What was sent from here, newest first."""
        return tuple(one for one in self._sendings if sender_of(one.id) == self._seat.position)

    def find(self, id_: str) -> Sending | None:
        """One that was sent from here or meant for us; None when it is too long ago."""
        return next((one for one in self._sendings if one.id == id_), None)

    def hung(self, surface: SurfaceId) -> Sending | None:
        """What another position put on this wall last."""
        shown = (one for one in self._sendings if one.outcome is Outcome.SHOWN and self._is_for_us(one))
        return next((one for one in shown if one.order is not None and one.order.surface == surface), None)

    # ---- what a person does. Every act raises CommandRefused: no_right …, own_wall, no_such_wall ----

    def send_camera(self, to: str, surface: SurfaceId, camera: CameraId, place: int = 0) -> Sending:
        """Into that place of the wall, from 1; 0: wherever there is room."""
        return self._send(Order(to, surface, What.CAMERA, camera, place))

    def send_salvo(self, to: str, surface: SurfaceId, salvo: Salvo) -> Sending:
        """The whole arrangement, whether that position knows its name or not."""
        return self._send(Order(to, surface, What.SALVO, salvo=salvo))

    def send_layout(self, to: str, surface: SurfaceId, layout: str) -> Sending:
        """The same cameras in another layout."""
        return self._send(Order(to, surface, What.LAYOUT, layout=layout))

    def _send(self, order: Order) -> Sending:
        by = self._seat.by_right(Right.WALLS)
        if order.to == self._seat.position:
            raise CommandRefused("own_wall", order.surface)
        if not any((one.position, one.surface) == (order.to, order.surface) for one in self.targets()):
            raise CommandRefused("no_such_wall", f"{order.to} {order.surface}")
        now = self._clock.now_ms()
        self._last_ms = max(now, self._last_ms + 1)  # two in one millisecond are two
        sending = Sending(f"{self._seat.position}-{self._last_ms}", order, by, now)
        self._sendings.appendleft(sending)
        self._append((sent_entry(sending, self.incident()),))
        self._patience[sending.id] = self._clock.after(ANSWER_MS, lambda: self._give_up(sending.id))
        self._announce(
            announce.RemoteSent(
                sending=sending.id, to=order.to, surface=order.surface, what=order.what.value, by=by.person
            )
        )  # fmt: skip
        return sending

    def _give_up(self, id_: str) -> None:
        sending = self.find(id_)
        if sending is not None and sending.outcome is Outcome.WAITING:
            self._settle(replace(sending, outcome=Outcome.UNANSWERED), {})
            self._tell_answer(id_)

    # ---- start, end ----

    def load(self, recorded: Iterable[Recorded]) -> None:
        """What was under way when everything went dark."""
        for record in recorded:
            entry = record.entry
            if not self._walls.take(entry) and is_sending(entry):
                self._fold(entry)

    def start(self) -> None:
        """What nobody answered is answered now: it is too late to show it."""
        for sending in [one for one in self._sendings if one.outcome is Outcome.WAITING]:
            if self._is_for_us(sending):
                self._settle(replace(sending, outcome=Outcome.REFUSED, code="too_late"), {})
            elif sender_of(sending.id) == self._seat.position:
                self._settle(replace(sending, outcome=Outcome.UNANSWERED), {})
        self._walls.start()

    def stop(self) -> None:
        self._walls.stop()

    def look(self) -> None:
        """Our walls may be others now."""
        self._walls.look()

    # ---- what other consoles write ----

    def learn(self, entry: Entry) -> None:
        """Another console wrote it: an order for one of our walls, the answer to one of ours, or which walls it has."""
        if self._walls.take(entry) or not is_sending(entry):
            return
        sending = self._fold(entry)
        if sending is None:
            return
        if sending.outcome is not Outcome.WAITING:
            self._placed.pop(sending.id, None)
            self._tell_answer(sending.id)
        elif self._is_for_us(sending):
            self._obey(sending)

    def overruled(self, conflict: Conflict) -> bool:
        """The sender and we settled it at once: the first word counts. What was shown and withdrawn goes again."""
        if not is_sending(conflict.entry):
            return False
        for record in conflict.stream:
            sending = self._fold(record.entry)
        placed = self._placed.pop(conflict.entry.stream.partition("/")[2], None)
        if placed is not None and sending is not None and sending.outcome is not Outcome.SHOWN:
            self._hanging.take_back(placed)
        if sending is not None:
            self._tell_answer(sending.id)
        return True

    def _fold(self, entry: Entry) -> Sending | None:
        """The sending after this entry; those that concern other positions are passed over."""
        id_ = entry.stream.partition("/")[2]
        sending = folded(self.find(id_), entry)
        if sending is None or not (self._is_for_us(sending) or sender_of(id_) == self._seat.position):
            return None
        self._put(sending)
        return sending

    # ---- our walls ----

    def _obey(self, sending: Sending) -> None:
        """Show it if nobody minds, and answer at once."""
        order = sending.order
        assert order is not None, "an order nobody can read is for nobody"
        more: dict[str, Json] = {}
        try:
            if self._clock.now_ms() - sending.at_ms > ANSWER_MS:
                raise CommandRefused("too_late", sending.id)
            placed = self._hang(order)
        except CommandRefused as refused:
            answered = replace(sending, outcome=Outcome.REFUSED, code=refused.code)
            more = {"about": refused.about}
        else:
            answered = replace(sending, outcome=Outcome.SHOWN, tile=placed.tile)
            self._placed = {**dict(tuple(self._placed.items())[-KEPT:]), sending.id: placed}
            more = _done(placed)
        self._settle(answered, more)
        if answered.outcome is Outcome.SHOWN:
            self.when_hung(answered)
        self._announce(
            announce.RemoteTaken(
                sending=sending.id, surface=order.surface, tile=answered.tile or "", what=order.what.value,
                by=sending.by.person, position=sending.by.position, code=answered.code,
                after_ms=max(0, self._clock.now_ms() - sending.at_ms),
            )
        )  # fmt: skip

    def _hang(self, order: Order) -> Placed:
        match order:
            case Order(what=What.CAMERA, camera=str(camera)):
                return self._hanging.show_camera(order.surface, camera, order.place)
            case Order(what=What.SALVO, salvo=Salvo() as salvo):
                return self._hanging.show_salvo(order.surface, salvo)
            case _:
                return self._hanging.lay_out(order.surface, order.layout)

    # ---- inside ----

    def _settle(self, sending: Sending, more: Mapping[str, Json]) -> None:
        """Answer, or withdraw."""
        now = self._clock.now_ms()
        settled = replace(sending, version=sending.version + 1)
        self._put(replace(settled, shown_ms=now) if settled.outcome is Outcome.SHOWN else settled)
        self._append((answer_entry(settled, MACHINE, now, more),))

    def _tell_answer(self, id_: str) -> None:
        """The sender hears what became of it."""
        sending = self.find(id_)
        if (patience := self._patience.pop(id_, None)) is not None:
            patience.cancel()
        if sending is None or sending.order is None or sender_of(id_) != self._seat.position:
            return
        self._announce(
            announce.RemoteAnswered(
                sending=id_, to=sending.order.to, surface=sending.order.surface, what=sending.order.what.value,
                outcome=sending.outcome.value, code=sending.code, after_ms=max(0, self._clock.now_ms() - sending.at_ms),
            )
        )  # fmt: skip

    def _is_for_us(self, sending: Sending) -> bool:
        return sending.order is not None and sending.order.to == self._seat.position

    def _put(self, sending: Sending) -> None:
        """In its place, or as the newest."""
        for at, known in enumerate(self._sendings):
            if known.id == sending.id:
                self._sendings[at] = sending
                return
        self._sendings.appendleft(sending)


def _done(placed: Placed) -> dict[str, Json]:
    """What made room for it."""
    before = placed.before.camera(place_of(placed.tile)) if placed.tile is not None else None
    said: dict[str, Json] = {"before": before, "layout_before": placed.before.layout, "tour": placed.tour}
    if placed.tile is not None or placed.before.layout == placed.after.layout:
        del said["layout_before"]
    return {key: value for key, value in said.items() if value}
