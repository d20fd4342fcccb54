"""The record of each detector: its newest proof, what was missed since; and what can happen to it. Pure.

A stream per detector and proof, `proof/<point>/<n>`: the newest one is open, so that a start reads one proof of each
detector, however often it was proven before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from console.facts import Facts
from console.journal import Entry
from console.model import LIVE, AlarmId, By, PointId

STREAM = "proof/"
PLAN_STREAM = "proving/plan"


class Missing(StrEnum):
    """Why a test proved nothing."""

    NO_SIGNAL = "no_signal"  # nothing arrived before the test was over
    NOT_DISPLAYED = "not_displayed"  # it arrived, and was painted nowhere anybody could have seen it
    SAID = "said"  # the person who tested it says so


@dataclass(frozen=True, slots=True)
class PathsPlanned:
    """These detectors have to be proven, counted from now."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathProven:
    """The signal of a test went the whole way. Every time is epoch ms; `position`: where it was displayed first."""

    trial: str
    alarm: AlarmId
    asked_ms: int
    source_ms: int
    received_ms: int
    raised_ms: int
    displayed_ms: int
    tester: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class ProofMissed:
    """The test proved nothing."""

    trial: str
    reason: Missing
    asked_ms: int
    tester: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProofRenewed:
    """A newer proof took its place: this record is closed."""


Fact = PathsPlanned | PathProven | ProofMissed | ProofRenewed
FACTS: Facts[Fact] = Facts(
    {
        "PathsPlanned": PathsPlanned,
        "PathProven": PathProven,
        "ProofMissed": ProofMissed,
        "ProofRenewed": ProofRenewed,
    }
)


@dataclass(frozen=True, slots=True)
class Miss:
    """A test that proved nothing, and when it was given up."""

    fact: ProofMissed
    at_ms: int
    by: By


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one detector. `number` counts its proofs, `version` the entries since the newest of them."""

    planned_ms: int = 0
    number: int = 0
    version: int = 0
    proof: PathProven | None = None
    miss: Miss | None = None


def stream_of(point: PointId, number: int) -> str:
    return f"{STREAM}{point}/{number}"


def point_of(stream: str) -> PointId:
    return PointId(stream.removeprefix(STREAM).rpartition("/")[0])


def is_proof(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.kind in FACTS


def apply(record: Record, fact: Fact, entry: Entry) -> Record:
    """Fold one fact into the record of a detector; `PathsPlanned` concerns many and is folded by the desk."""
    match fact:
        case PathProven():
            number = int(entry.stream.rpartition("/")[2])
            return replace(record, number=number, version=entry.version, proof=fact, miss=None)
        case ProofMissed():
            return replace(record, version=entry.version, miss=Miss(fact, entry.t_ms, entry.by))
        case _:
            return replace(record, version=entry.version)


def entry_of(fact: Fact, stream: str, version: int, at_ms: int, by: By) -> Entry:
    """The journal entry that records it."""
    is_open = not isinstance(fact, ProofRenewed)
    return Entry(LIVE, stream, version, FACTS.name(fact), at_ms, by, FACTS.data(fact), open=is_open)
