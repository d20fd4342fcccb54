"""What the journal knows of devices without a place: writes ours, follows what other consoles write. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace

from console.clock import Clock
from console.journal import Conflict, Entry, Recorded
from console.model import By, Introduced
from console.newcomers.newcomer import (
    FACTS,
    Appeared,
    Described,
    Device,
    Fact,
    Left,
    Newcomer,
    Recalled,
    Rejected,
    Returned,
    Signed,
    Stage,
    apply,
    device_of,
    folded,
    is_newcomer,
    to_entry,
)

Tell = Callable[[Newcomer, Fact, By, str], None]  # the state after a fact, the fact, who, what it is called


class Record:
    """Every device that was listed since the start, those that are done too: another console may have placed them."""

    def __init__(self, clock: Clock, append: Callable[[Sequence[Entry]], None], tell: Tell) -> None:
        self._clock = clock
        self._append = append
        self._tell = tell
        self._known: dict[Device, Newcomer] = {}

    def get(self, key: Device) -> Newcomer | None:
        return self._known.get(key)

    def all(self) -> tuple[Newcomer, ...]:
        return tuple(self._known.values())

    def forget(self, key: Device) -> None:
        """It may come again as if it had never been here."""
        self._known.pop(key, None)

    def write(self, before: Newcomer, fact: Fact, by: By) -> Newcomer:
        """Apply it at once and append it; returns what it made of the device."""
        entry = to_entry(before, fact, by, self._clock.now_ms())
        after = self._known[before.key] = apply(before, fact, entry)
        self._append((entry,))
        self._tell(after, fact, by, _word(fact))
        return after

    # ---- what stands in the journal, what others write ----

    def load(self, recorded: Iterable[Recorded]) -> None:
        for record in recorded:
            if is_newcomer(record.entry):
                self._fold(record.entry)

    def learn(self, entry: Entry) -> None:
        """What another console wrote. One that ours has met on its way is told as a conflict instead."""
        if not is_newcomer(entry):
            return
        known = self._known.get(device_of(entry))
        if known is None or known.version < entry.version:
            fact = FACTS.read(entry.kind, entry.data)
            self._tell(self._fold(entry), fact, entry.by, _word(fact))

    def overruled(self, conflict: Conflict, ours: Container[Device]) -> bool:
        """Another console was first; False: it is none of ours. What still holds is written behind its word."""
        lost = conflict.entry
        if not is_newcomer(lost):
            return False
        key, truth = device_of(lost), folded(record.entry for record in conflict.stream)
        if truth is None:
            self.forget(key)
            return True
        self._known[key] = truth
        fact = FACTS.read(lost.kind, lost.data)
        if _still_holds(truth, fact, is_ours=key in ours):
            self.write(truth, fact, lost.by)
        else:
            self._tell(truth, fact, lost.by, "overruled")
        return True

    def _fold(self, entry: Entry) -> Newcomer:
        key = device_of(entry)
        before = self._known.get(key) or Newcomer(*key)
        after = self._known[key] = apply(before, FACTS.read(entry.kind, entry.data), entry)
        return after


def _word(fact: Fact) -> str:
    return type(fact).__name__.lower()


def _still_holds(truth: Newcomer, fact: Fact, *, is_ours: bool) -> bool:
    """Whether what was decided can still be said. `is_ours`: the site in use has the device."""
    is_listed = truth.stage is not Stage.DONE
    match fact:
        case Appeared():
            holds = not is_listed and not is_ours
        case Described():
            told = Introduced(*truth.key, fact.name, fact.maker, fact.model, fact.kinds, fact.announced)
            holds = is_listed and not truth.says(replace(told, kinds=()))
        case Left() | Returned():
            holds = is_listed and truth.is_gone is not isinstance(fact, Left)
        case Rejected() | Recalled():
            holds = truth.stage is (Stage.WAITING if isinstance(fact, Rejected) else Stage.REJECTED)
        case Signed():
            holds = truth.stage in (Stage.WAITING, Stage.REJECTED)
        case _:
            holds = is_listed
    return holds
