"""A dispatcher who stands in for the supervisor until a time, and what can happen to that. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from console.facts import Facts
from console.journal import Entry
from console.model import LIVE, By

STREAM = "acting/"  # acting/<person>/<since>: by two consoles at once it is the same one or another one


@dataclass(frozen=True, slots=True)
class Named:
    """The person of the entry's `by` lets him stand in."""

    person: str
    until_ms: int


@dataclass(frozen=True, slots=True)
class Ended:
    """His time is over, or a person ended it before."""

    early: bool = False


Fact = Named | Ended
FACTS: Facts[Fact] = Facts({"ActingSupervisorNamed": Named, "ActingSupervisorEnded": Ended})


@dataclass(frozen=True, slots=True)
class Acting:
    stream: str
    version: int
    person: str
    since_ms: int
    until_ms: int
    by: By
    is_over: bool = False


def is_acting(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in FACTS


def to_entry(fact: Fact, acting: Acting, entry: Entry) -> Entry:
    """Complete an entry (who, when) with the fact it records; `acting` is the state after it."""
    return replace(
        entry, stream=acting.stream, version=acting.version, kind=FACTS.name(fact), data=FACTS.data(fact),
        open=not acting.is_over,
    )  # fmt: skip


def apply(acting: Acting | None, fact: Fact, entry: Entry) -> Acting:
    """Fold one fact; the entry gives stream, time and who."""
    if isinstance(fact, Named):
        return Acting(entry.stream, 1, fact.person, entry.t_ms, fact.until_ms, entry.by)
    assert acting is not None, f"{entry.kind} before ActingSupervisorNamed in {entry.stream}"
    return replace(acting, version=acting.version + 1, is_over=True)
