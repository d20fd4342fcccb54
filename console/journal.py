"""The append-only, hash-chained record of everything that happened, as values: entries, their digest, their order.

Pure: the desks decide entries and apply them; a Store (`ports.py`) commits them. One chain per writer
(position + boot id), so two consoles never wait for each other; `verify.py` walks the chains.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from console.model import By, Domain, PointId

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

GENESIS = "0" * 64  # `prev` of the first entry of a writer


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, decided by a desk.

    `stream` names what it happened to (`alarm/<id>`), `version` counts the entries of that stream from 1: an append
    carries the version it was decided on, so of two consoles that decide at once one loses cleanly. `open` says
    whether the stream still has to be loaded at the next start. `kv` is the schema version of the kind.
    """

    domain: Domain
    stream: str
    version: int
    kind: str
    t_ms: int
    by: By
    data: Mapping[str, Json] = field(default_factory=dict)
    cause: str = ""  # what led to it: a receipt, a rule, another entry
    kv: int = 1
    open: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry as it stands in the journal: numbered and chained by its writer."""

    entry: Entry
    writer: str
    seq: int
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class Saved:
    """Posted by the store: these streams are committed up to these versions."""

    versions: Mapping[tuple[Domain, str], int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Posted by the store: another writer was first. `entry` was not saved; `stream` is what really happened.

    What was decided on a lost entry is lost with it: `stream` may then be shorter than the entry's version. `is_late`:
    it had waited while the journal was away; what a person did then is kept as a late act.
    """

    entry: Entry
    stream: tuple[Recorded, ...]
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """Posted by the store: what other consoles committed, each stream in its order.

    A desk that still waits for the commit of an entry of its own in such a stream learns from a `Conflict` instead.
    """

    entries: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True)
class Reunited:
    """Posted by the store, once: its server, away when we started, is there. Every entry of every stream still open,
    in (stream, version) order, and the number of each last episode.
    """

    entries: tuple[Recorded, ...]
    episodes: Mapping[PointId, int]


@dataclass(frozen=True, slots=True)
class Told:
    """Posted by the store: the answer to `ask`, all of one stream, first to last."""

    domain: Domain
    stream: str
    entries: tuple[Recorded, ...]


LATE_ACT = "LateAct"
LATE = "late/"  # a stream for each: however often it is told, it is there once


def late_act(lost: Entry) -> Entry:
    """How a person's act that another console had overtaken while the journal was away stands in the journal."""
    stream = f"{LATE}{lost.stream}#{lost.version}@{lost.t_ms}"
    data: dict[str, Json] = {
        "stream": lost.stream, "version": lost.version, "kind": lost.kind, "data": dict(lost.data),
    }  # fmt: skip
    return Entry(lost.domain, stream, 1, LATE_ACT, lost.t_ms, lost.by, data, lost.cause)


def text(value: Json | Mapping[str, Json]) -> str:
    """The one way JSON is written into the journal: sorted keys, no spaces, UTF-8 kept."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def by_text(by: By) -> str:
    """`{"person", "position"}` or `{"machine"}`, as the contracts page shapes it."""
    if by.is_person:
        return text({"person": by.person, "position": by.position})
    return text({"machine": by.machine})


def digest(writer: str, seq: int, entry: Entry, prev: str) -> str:
    """SHA-256 over every field in a fixed order; `data` and `by` as the text that is stored.

    Only strings and integers are hashed, so any JSON library that writes minimal separators and keeps UTF-8 gets
    the same bytes (`docs/verify_journal.py` is one page of standard library).
    """
    return chain_hash(
        writer, seq, entry.t_ms, entry.domain, entry.stream, entry.version, entry.kind, entry.kv,
        by_text(entry.by), entry.cause, text(entry.data), prev,
    )  # fmt: skip


def chain_hash(*fields: str | int) -> str:
    """What `digest` hashes, given as the texts and numbers that are stored (`by` and `data` as their JSON text)."""
    body = json.dumps(fields, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(body.encode()).hexdigest()
