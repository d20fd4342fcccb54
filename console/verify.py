"""Walks a journal's hash chains and names the first broken entry of each; pure, no thread of its own.

Whoever alters, removes or adds an entry afterwards must forge every later entry of that chain, its head, and every
entry in which a later start wrote down what it found (`previous` in `Started`): the anchors. What was signed
(`sealing`) he cannot forge without the key; a signed cut is where a chain may begin that has grown too old in front.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from console.journal import GENESIS, chain_hash


class Line(NamedTuple):
    """One entry exactly as it is stored: texts untouched, in the order of the columns."""

    id: int  # order of commit
    writer: str
    seq: int
    t_ms: int
    domain: str
    stream: str
    version: int
    kind: str
    kv: int
    by_json: str
    cause: str
    data: str
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Another place that remembers the hash of an entry. `is_head`: the chain must end there, too.

    `is_sealed`: somebody signed for it. `is_cut`: signed as well, and it may be missing with all before it.
    """

    writer: str
    seq: int
    hash: str
    is_head: bool = False
    is_sealed: bool = False
    is_cut: bool = False


class Broken(StrEnum):
    """What is wrong with an entry."""

    ALTERED = "altered"  # a column no longer matches the hash
    HASH = "hash"  # the hash itself was changed: what follows still carries the right one
    PREV = "prev"  # it does not follow from the entry before it: one of the two was replaced
    GAP = "gap"  # the entry is missing
    DUPLICATE = "duplicate"  # the number was used before, or entries change places
    TRUNCATED = "truncated"  # it and all after it are missing at the end of the chain
    BEYOND = "beyond"  # added behind the head the writer left
    ANCHOR = "anchor"  # a later start wrote down another hash for it
    SEAL = "seal"  # another hash was signed for it


@dataclass(frozen=True, slots=True)
class Fault:
    """The first broken entry of one writer's chain. `row` is its place in the order of commit, 0 when missing."""

    writer: str
    seq: int
    what: Broken
    row: int = 0

    def __str__(self) -> str:
        return f"{self.writer} #{self.seq}: {self.what}"


@dataclass(frozen=True, slots=True)
class Head:
    """How far one chain was found whole."""

    writer: str
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`faults` in the order of commit, missing ends last; the journal is whole when it is empty."""

    entries: int
    heads: tuple[Head, ...]
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        return not self.faults


@dataclass(slots=True)
class _Chain:
    """One writer's chain while it is walked: the last good entry, and what broke it."""

    writer: str
    seq: int = 0
    hash: str = GENESIS
    fault: Fault | None = None
    content: str = ""  # what the columns of the broken entry hash to
    anchors: dict[int, str] = field(default_factory=dict)
    sealed: dict[int, str] = field(default_factory=dict)
    cut: int = 0  # so many entries in front may be missing

    def take(self, line: Line) -> None:
        if not self.seq and self.fault is None and self.cut and line.seq != 1:
            self._begin(line)
        if self.fault is not None:
            self._blame_hash(line.prev)
        elif (what := self._broken(line)) is None:
            self.seq, self.hash = line.seq, line.hash
        else:
            self.fault = Fault(self.writer, self.seq + 1 if what is Broken.GAP else line.seq, what, line.id)
            self.content = content_hash(line, self.hash)

    def _begin(self, line: Line) -> None:
        """The first entry that is left: what it follows is signed for, or reaches an entry that is."""
        if isinstance(line.seq, int) and 1 < line.seq <= self.cut:
            self.seq, self.hash = line.seq - 1, line.prev
        else:
            self._skip()

    def _skip(self) -> None:
        self.seq, self.hash = self.cut, self.sealed[self.cut]

    def _broken(self, line: Line) -> Broken | None:
        if line.seq != self.seq + 1:
            return Broken.GAP if _is_after(line.seq, self.seq) else Broken.DUPLICATE
        if content_hash(line, self.hash) != line.hash:
            return Broken.PREV if content_hash(line, line.prev) == line.hash else Broken.ALTERED
        if line.prev != self.hash:
            return Broken.PREV
        if self.sealed.get(line.seq, line.hash) != line.hash:
            return Broken.SEAL
        return Broken.ANCHOR if self.anchors.get(line.seq, line.hash) != line.hash else None

    def _blame_hash(self, known: str | None) -> None:
        """Somebody else remembers this hash: if the columns still give it, the hash was changed and not they."""
        if self.fault is not None and self.fault.what is Broken.ALTERED and known == self.content:
            self.fault = replace(self.fault, what=Broken.HASH)

    def end(self, head: int | None) -> None:
        """Compare the end with what others remember; `head` is the number the writer left, None when it is gone."""
        if not self.seq and self.fault is None and self.cut:
            self._skip()
            head = max(head or 0, self.cut)  # of a chain that went whole the head may be forgotten, too
        if self.fault is not None:
            self._blame_hash(self.sealed.get(self.seq + 1) or self.anchors.get(self.seq + 1))
        elif self.seq < max((*self.anchors, *self.sealed), default=0):
            self.fault = Fault(self.writer, self.seq + 1, Broken.TRUNCATED)
        elif self.seq > (head or 0):
            self.fault = Fault(self.writer, (head or 0) + 1, Broken.BEYOND)


def verify(lines: Iterable[Line], anchors: Iterable[Anchor]) -> Verdict:
    """Walk the lines, in order of commit, against the anchors."""
    known = sorted(anchors, key=lambda anchor: anchor.is_head)  # a head is the easiest to forge: it comes last
    chains: dict[str, _Chain] = {}
    for anchor in known:
        chain = chains.setdefault(anchor.writer, _Chain(anchor.writer))
        (chain.sealed if anchor.is_sealed or anchor.is_cut else chain.anchors).setdefault(anchor.seq, anchor.hash)
        if anchor.is_cut:
            chain.cut = max(chain.cut, anchor.seq)
    heads = {anchor.writer: anchor.seq for anchor in known if anchor.is_head}
    count = 0
    for line in lines:
        count += 1
        chains.setdefault(line.writer, _Chain(line.writer)).take(line)
    for writer, chain in chains.items():
        chain.end(heads.get(writer))
    return Verdict(count, tuple(_heads(chains.values())), tuple(_faults(chains.values())))


def content_hash(line: Line, prev: str) -> str:
    """What the columns hash to after `prev`; "" when they hold what no console can have written."""
    try:
        return chain_hash(*line[1:12], prev)
    except (TypeError, ValueError):  # a blob, or bytes that are not UTF-8
        return ""


def remembered_by(line: Line) -> Iterator[Anchor]:
    """The end its position had left, as a `Started` entry tells it; nothing when that entry was altered itself."""
    if content_hash(line, line.prev) != line.hash:
        return
    try:
        previous = json.loads(line.data)["previous"]
        yield Anchor(str(previous["writer"]), int(previous["seq"]), str(previous["hash"]))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return  # the first start of a position, or damage that the walk itself names


def _is_after(seq: object, last: int) -> bool:
    return isinstance(seq, int) and seq > last


def _heads(chains: Iterable[_Chain]) -> Iterator[Head]:
    return (Head(chain.writer, chain.seq, chain.hash) for chain in chains)


def _faults(chains: Iterable[_Chain]) -> list[Fault]:
    faults = [chain.fault for chain in chains if chain.fault is not None]
    return sorted(faults, key=lambda fault: (fault.row == 0, fault.row, str(fault.writer)))
