"""The append-only, hash-chained record of everything that happened, as values: entries, their digest, their order.

Pure: the desks decide entries and apply them; a Store (`ports.py`) commits them. One chain per writer
(position + boot id), so two consoles never wait for each other; `verify.py` walks the chains.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from console.model import By, Domain

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

    What was decided on a lost entry is lost with it: `stream` may then be shorter than the entry's version.
    """

    entry: Entry
    stream: tuple[Recorded, ...]


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
