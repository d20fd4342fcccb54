"""The phone wall: where everything goes that would leave the room, had it not been a drill. Desk thread.

It stands in the place of the broker's client and of every telephone. Orders are confirmed at once and answered as the
scenario says, or by the controller; nothing that is given to it goes anywhere else.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from console.clock import Clock
from console.errors import CommandRefused
from console.model import Act, Reply, UnitId, UnitSaid, UnitStatus
from console.outgoing import Outgoing, Published

MOST = 500  # messages kept
NEXT: dict[UnitStatus, tuple[UnitStatus, ...]] = {  # what a unit may say after what
    UnitStatus.ORDERED: (UnitStatus.ACCEPTED, UnitStatus.DECLINED),
    UnitStatus.ACCEPTED: (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE),
    UnitStatus.EN_ROUTE: (UnitStatus.ON_SCENE,),
}


class PhoneKind(StrEnum):
    ORDER = "order"
    STAND_DOWN = "stand_down"
    CALL = "call"  # somebody rings the room up
    SPEECH = "speech"  # what would have been on the air


@dataclass(frozen=True, slots=True)
class PhoneMessage:
    """One thing on the wall. `whom`: the unit, the caller or the groups; `said`: the newest answer of a unit."""

    number: int
    kind: PhoneKind
    at_ms: int
    whom: str
    order: str = ""
    incident: str = ""
    text: dict[str, str] = field(default_factory=dict)  # of a call, in each language
    length_ms: int = 0  # of speech
    said: UnitStatus | None = None

    @property
    def answers(self) -> tuple[UnitStatus, ...]:
        """What the controller may answer for the unit now."""
        return NEXT.get(self.said or UnitStatus.ORDERED, ()) if self.kind is PhoneKind.ORDER else ()


class PhoneWall:
    """`deliver` takes what a broker and units would have said; `changed` tells that there is something new to read."""

    def __init__(
        self, clock: Clock, reply_of: Callable[[str], Reply | None],
        deliver: Callable[[Published | UnitSaid], None], changed: Callable[[], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._reply_of = reply_of
        self._deliver = deliver
        self._changed = changed
        self._messages: dict[int, PhoneMessage] = {}
        self._count = 0
        self._is_torn_down = False

    def messages(self) -> tuple[PhoneMessage, ...]:
        """The newest first."""
        return tuple(reversed(self._messages.values()))

    # ---- in the place of the broker's client ----

    def publish(self, message: Outgoing) -> None:
        """An order: it hangs on the wall, and the unit has it."""
        body = json.loads(message.payload)
        kind = PhoneKind.ORDER if body["act"] == "go" else PhoneKind.STAND_DOWN
        number = self._add(kind, str(body["unit"]), order=message.id, incident=str(body["incident"]))
        self._clock.after(0, partial(self._say, Published(message.id, heard=True)))
        if kind is PhoneKind.ORDER:
            self._answer_by_itself(number, self._messages[number])

    def retract(self, _message: str) -> None:
        """What hangs on the wall stays there: it was sent."""

    # ---- what else would have been heard ----

    def rang(self, act: Act) -> None:
        """Somebody rings the room up."""
        self._add(PhoneKind.CALL, act.caller, text=dict(act.text))

    def spoke(self, groups: tuple[str, ...], length_ms: int) -> None:
        """A press of the talk key went here and nowhere else."""
        self._add(PhoneKind.SPEECH, " ".join(groups), length_ms=length_ms)

    # ---- what the controller does ----

    def answer(self, number: int, status: UnitStatus) -> None:
        """For the unit. Raises CommandRefused: no_message, no_answer_now."""
        message = self._messages.get(number)
        if message is None:
            raise CommandRefused("no_message", str(number))
        if status not in message.answers:
            raise CommandRefused("no_answer_now", status.value)
        self._answer(number, status)

    def tear_down(self) -> None:
        """The drill is over: nothing is answered any more."""
        self._is_torn_down = True

    # ---- inside ----

    def _add(self, kind: PhoneKind, whom: str, **more: object) -> int:
        self._count += 1
        self._messages[self._count] = PhoneMessage(self._count, kind, self._clock.now_ms(), whom, **more)  # type: ignore[arg-type]  # fields of the message
        if len(self._messages) > MOST:
            del self._messages[next(iter(self._messages))]
        self._changed()
        return self._count

    def _answer_by_itself(self, number: int, message: PhoneMessage) -> None:
        reply = self._reply_of(message.whom)
        if reply is None:
            return
        for status, second in (
            (UnitStatus.ACCEPTED, reply.accept_s), (UnitStatus.EN_ROUTE, reply.en_route_s),
            (UnitStatus.ON_SCENE, reply.on_scene_s),
        ):  # fmt: skip
            if second is not None:
                self._clock.after(int(second * 1000), partial(self._answer_if_due, number, status))

    def _answer_if_due(self, number: int, status: UnitStatus) -> None:
        """Unless the controller was quicker."""
        message = self._messages.get(number)
        if message is not None and status in message.answers and not self._is_torn_down:
            self._answer(number, status)

    def _answer(self, number: int, status: UnitStatus) -> None:
        message = self._messages[number] = replace(self._messages[number], said=status)
        now = self._clock.now_ms()
        self._say(UnitSaid(UnitId(message.whom), status, message.order, now, now))
        self._changed()

    def _say(self, word: Published | UnitSaid) -> None:
        if not self._is_torn_down:
            self._deliver(word)
