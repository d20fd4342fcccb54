"""What happens to a message on the feed's own thread: decode, find the changes of condition, post them.

Runs on the mqtt thread (or the replay's). Changes of one message are posted together, so its receipt is handled only
when all of them are in the journal; a message that changes nothing is handled at once.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from console.inbox import Inbox
from console.model import (
    ConditionChanged,
    Heard,
    Introduced,
    Message,
    Reading,
    Rejected,
    Sample,
    Site,
    UnitMoved,
    UnitSaid,
)
from console.parse.field import SOURCE as UNITS


class Decodes(Protocol):
    def decode(self, message: Message) -> list[Reading] | Rejected: ...

    def introductions(self, now_ms: int) -> tuple[Introduced, ...]: ...

    def take_site(self, site: Site) -> None: ...


class Hears(Protocol):
    """Takes what units say; None for a message that is none of a unit's."""

    def decode(self, message: Message) -> tuple[UnitSaid | UnitMoved, ...] | Rejected | None: ...

    def take_site(self, site: Site) -> None: ...


class Judges(Protocol):
    def apply(self, reading: Reading) -> list[ConditionChanged]: ...

    def take_site(self, site: Site) -> None: ...


Result = Sequence[Reading] | Rejected | None
Outcome = tuple[str, Result, Sequence[ConditionChanged]]  # of one message: its source, what it says, what it changes
Witness = Callable[[str, Message, Result, Sequence[ConditionChanged]], None]


@dataclass(frozen=True, slots=True)
class Refused:
    """Posted when a source's count of refused messages grew; `last` is the newest of them."""

    source: str
    reason: str
    count: int
    last: Rejected


class Intake:
    """Decoder and rules in a row; the Feed calls it with each message that is safe in the spool."""

    def __init__(
        self,
        decoder: Decodes,
        conditions: Judges,
        inbox: Inbox,
        handled: Callable[[Sequence[int]], None],
        capture: Callable[[Sequence[Reading]], None] = lambda _readings: None,
        field: Hears | None = None,
        witness: Witness = lambda _source, _message, _result, _changes: None,
    ) -> None:
        """`capture` gets every reading, those that belong to history only too; `field` takes what units say.

        `witness` is told last what became of each message, by its source; None: it made us raise.
        """
        self._decoder = decoder
        self._conditions = conditions
        self._inbox = inbox
        self._handled = handled
        self._capture = capture
        self._field = field
        self._witness = witness
        self._refused: Counter[tuple[str, str]] = Counter()
        self._sites: deque[Site] = deque(maxlen=1)  # put there by the desk thread, taken by the feed's

    def take_site(self, site: Site) -> None:
        """The next message is read with this site. Any thread."""
        self._sites.append(site)

    def __call__(self, message: Message) -> None:
        outcome: Outcome = "", None, ()
        try:
            outcome = self._take(message)
        finally:
            source, result, changes = outcome
            self._witness(source, message, result, changes)

    def _take(self, message: Message) -> Outcome:
        while self._sites:
            site = self._sites.pop()
            self._decoder.take_site(site)
            self._conditions.take_site(site)
            if self._field is not None:
                self._field.take_site(site)
        told = self._field.decode(message) if self._field is not None else None
        if told is not None:
            self._take_word(told, message.receipt)
            return UNITS, told if isinstance(told, Rejected) else (), ()
        result = self._decoder.decode(message)
        for introduced in self._decoder.introductions(message.received_ms):
            self._inbox.post_sample(("introduced", introduced.source, introduced.device), introduced)
        if isinstance(result, Rejected):
            self._refuse(result, message.receipt)
            return result.source, result, ()
        changes: list[ConditionChanged] = []
        for reading in result:
            changes += self._conditions.apply(reading)
            if not reading.history:
                self._inbox.post_sample(reading.point, _sample(reading))
        if changes:
            self._inbox.post(Heard(tuple(changes), message.receipt))
        elif message.receipt:
            self._handled((message.receipt,))
        self._capture(result)  # after the alarm path: no trend is worth a moment of it
        return result[0].source if result else "", result, changes

    def _take_word(self, told: tuple[UnitSaid | UnitMoved, ...] | Rejected, receipt: int) -> None:
        """What a unit says of itself: every status counts, of positions only the newest."""
        if isinstance(told, Rejected):
            self._refuse(told, receipt)
            return
        for word in told:
            if isinstance(word, UnitSaid):
                self._inbox.post(word)
            else:
                self._inbox.post_sample(("unit", word.unit), word)
        if receipt and not any(isinstance(word, UnitSaid) for word in told):
            self._handled((receipt,))

    def _refuse(self, rejected: Rejected, receipt: int) -> None:
        key = (rejected.source, rejected.reason)
        self._refused[key] += 1
        self._inbox.post_sample(("refused", *key), Refused(*key, self._refused[key], rejected))
        if receipt:
            self._handled((receipt,))


def _sample(reading: Reading) -> Sample:
    return Sample(
        reading.point, reading.value, reading.unit, reading.state, reading.ts_ms, reading.received_ms,
        reading.reach,
    )  # fmt: skip
