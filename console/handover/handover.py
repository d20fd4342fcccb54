"""One change of shift at one position: who leaves, who comes, what was accepted; and what can happen to it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from console.facts import Facts
from console.handover.sheet import Line, Section
from console.journal import Entry
from console.model import LIVE, By

STREAM = "handover/"


class Phase(StrEnum):
    BEGUN = "begun"  # the leaver has signed; the comer reads
    TAKEN = "taken"  # the comer has signed; what the leaver had acknowledged waits for its time
    OVER = "over"


@dataclass(frozen=True, slots=True)
class HandoverBegun:
    """The person of the entry's `by` signs and leaves; `comer` "": whoever signs in next."""

    position: str
    comer: str = ""


@dataclass(frozen=True, slots=True)
class HandoverLineAccepted:
    """The comer has read this line and answers for it from now on; as it stood at that moment."""

    section: Section
    key: str
    mark: str = ""
    subject: str = ""
    code: str = ""
    who: str = ""
    since_ms: int = 0
    until_ms: int = 0
    text: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class HandoverTaken:
    """The person of the entry's `by` has accepted every line, and signs."""

    lines: int


@dataclass(frozen=True, slots=True)
class HandoverCancelled:
    """The leaver stays, or somebody put it off."""


@dataclass(frozen=True, slots=True)
class HandoverSettled:
    """The leaver's time is over: so many alarms he had acknowledged are nobody's now."""

    unowned: int


Fact = HandoverBegun | HandoverLineAccepted | HandoverTaken | HandoverCancelled | HandoverSettled
FACTS: Facts[Fact] = Facts(
    {
        "HandoverBegun": HandoverBegun,
        "HandoverLineAccepted": HandoverLineAccepted,
        "HandoverTaken": HandoverTaken,
        "HandoverCancelled": HandoverCancelled,
        "HandoverSettled": HandoverSettled,
    }
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A line as the comer accepted it."""

    line: Line
    by: By
    at_ms: int


@dataclass(frozen=True, slots=True)
class Handover:
    """`accepted` by the key of the line, in the order in which they were accepted. Times are epoch ms."""

    id: str
    version: int
    position: str
    leaver: By
    comer: str
    begun_ms: int
    phase: Phase = Phase.BEGUN
    accepted: Mapping[str, Accepted] = field(default_factory=dict)
    taker: By | None = None
    taken_ms: int = 0
    is_cancelled: bool = False

    @property
    def is_over(self) -> bool:
        return self.phase is Phase.OVER

    @property
    def lines(self) -> tuple[Line, ...]:
        """What was accepted, in the order of the sheet."""
        order = list(Section)
        return tuple(sorted((each.line for each in self.accepted.values()), key=lambda line: order.index(line.section)))

    def covers(self, line: Line) -> bool:
        """Whether this very line was accepted, and is still what it was."""
        known = self.accepted.get(line.key)
        return known is not None and known.line.mark == line.mark


def is_handover(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in FACTS


def id_of(stream: str) -> str:
    return stream.removeprefix(STREAM)


def to_entry(fact: Fact, handover: Handover, entry: Entry) -> Entry:
    """Complete an entry (who, when) with the fact it records; `handover` is the state after it."""
    return replace(
        entry, stream=STREAM + handover.id, version=handover.version, kind=FACTS.name(fact), data=FACTS.data(fact),
        open=not handover.is_over,
    )  # fmt: skip


def apply(handover: Handover | None, id_: str, fact: Fact, entry: Entry) -> Handover:
    """Fold one fact into the handover; the entry gives person and time."""
    if isinstance(fact, HandoverBegun):
        return Handover(id_, 1, fact.position, entry.by, fact.comer, entry.t_ms)
    assert handover is not None, f"{entry.kind} before HandoverBegun in {entry.stream}"
    handover = replace(handover, version=handover.version + 1)
    match fact:
        case HandoverLineAccepted():
            known = Accepted(line_of(fact), entry.by, entry.t_ms)
            return replace(handover, accepted={**handover.accepted, fact.key: known})
        case HandoverTaken():
            return replace(handover, phase=Phase.TAKEN, taker=entry.by, taken_ms=entry.t_ms)
        case HandoverCancelled():
            return replace(handover, phase=Phase.OVER, is_cancelled=True)
        case HandoverSettled():
            return replace(handover, phase=Phase.OVER)


def accepted_of(line: Line) -> HandoverLineAccepted:
    """The fact that this line was accepted."""
    return HandoverLineAccepted(
        line.section, line.key, line.mark, line.subject, line.code, line.who, line.since_ms, line.until_ms, line.text,
        line.count,
    )  # fmt: skip


def line_of(fact: HandoverLineAccepted) -> Line:
    """The line as it stood when it was accepted."""
    return Line(
        fact.section, fact.key, fact.mark, fact.subject, fact.code, fact.who, fact.since_ms, fact.until_ms, fact.text,
        fact.count,
    )  # fmt: skip
