"""What is signed about a journal: where its chains ended on a day, and what was dropped of them for its age. Pure.

A `Seal` names the end of every chain that grew since the seal before it, and that seal by its hash: together they
reach every entry. A `Cut` names the last entry of each chain that went because it had grown old enough, so that what
stays still begins at a hash somebody signed for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from console.journal import Json, text

SEALED, PRUNED = "JournalSealed", "JournalPruned"  # the kinds of entry that carry a signed statement
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry of one chain: its number and its hash."""

    writer: str
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Seal:
    """Where the chains ended. `previous` is the SHA-256 of the text of the seal before, "" for the first."""

    site: str
    day: str  # the site's date it was made for, yyyy-mm-dd
    made_ms: int
    previous: str
    heads: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """What is gone. `cuts`: the last entry dropped of each chain; `gone`: chains of which nothing is left to verify.

    `entries` counts what went with this cut; all of it was written before `before_ms`.
    """

    site: str
    day: str
    made_ms: int
    before_ms: int
    entries: int
    cuts: tuple[Mark, ...]
    gone: tuple[Mark, ...] = ()


Statement = Seal | Cut


@dataclass(frozen=True, slots=True)
class Signed:
    """A statement as it is kept: the very text that was signed, Ed25519 signature and public key as hex."""

    text: str
    signature: str
    key: str

    @property
    def digest(self) -> str:
        """What the next seal calls this one."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def data(self) -> dict[str, Json]:
        """As the data of a journal entry, and as a file."""
        return {"text": self.text, "signature": self.signature, "key": self.key}


def written(statement: Statement) -> str:
    """The text that is signed."""
    facts: dict[str, Json] = {"schema": SCHEMA, "site": statement.site, "day": statement.day}
    facts["made_ms"] = statement.made_ms
    if isinstance(statement, Seal):
        return text({**facts, "what": SEALED, "previous": statement.previous, "heads": _rows(statement.heads)})
    more: dict[str, Json] = {"before_ms": statement.before_ms, "entries": statement.entries}
    return text({**facts, **more, "what": PRUNED, "cuts": _rows(statement.cuts), "gone": _rows(statement.gone)})


def signed_of(data: Mapping[str, Json]) -> Signed | None:
    """A statement out of an entry or a file; None when it is none."""
    said, signature, key = data.get("text"), data.get("signature"), data.get("key")
    if isinstance(said, str) and isinstance(signature, str) and isinstance(key, str):
        return Signed(said, signature, key)
    return None


def read(said: str) -> Statement | None:
    """What a signed text says; None when no release of ours can have written it."""
    try:
        facts = json.loads(said)
        site, day, made_ms = str(facts["site"]), str(facts["day"]), int(facts["made_ms"])
        if facts["what"] == SEALED:
            return Seal(site, day, made_ms, str(facts["previous"]), _marks(facts["heads"]))
        if facts["what"] == PRUNED:
            before_ms, entries = int(facts["before_ms"]), int(facts["entries"])
            return Cut(site, day, made_ms, before_ms, entries, _marks(facts["cuts"]), _marks(facts["gone"]))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        pass
    return None


@dataclass(slots=True)
class Sealed:
    """What several statements say together, in the order they were made: the newest word on each chain counts."""

    heads: dict[tuple[str, int], str] = field(default_factory=dict)
    cuts: dict[str, Mark] = field(default_factory=dict)

    def take(self, statement: Statement) -> None:
        """Add one; of two that name the same entry the first stands, so that a later one cannot talk it away."""
        if isinstance(statement, Seal):
            for mark in statement.heads:
                self.heads.setdefault((mark.writer, mark.seq), mark.hash)
            return
        for mark in (*statement.gone, *statement.cuts):
            known = self.cuts.get(mark.writer)
            if known is None or known.seq < mark.seq:
                self.cuts[mark.writer] = mark


def _rows(marks: Iterable[Mark]) -> list[Json]:
    return [[mark.writer, mark.seq, mark.hash] for mark in marks]


def _marks(rows: Iterable[tuple[object, object, object]]) -> tuple[Mark, ...]:
    return tuple(Mark(str(writer), int(str(seq)), str(digest)) for writer, seq, digest in rows)
