"""Weighs what was signed about a journal: which statements hold, and what they say together. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from console.sealing.keys import is_signed
from console.sealing.statement import Cut, Seal, Sealed, Signed, Statement, read
from console.verify import Anchor


class Flaw(StrEnum):
    """What is wrong with a signed statement."""

    SIGNATURE = "signature"  # it is not the text that was signed
    KEY = "key"  # signed, but with a key nobody vouches for
    UNREADABLE = "unreadable"  # signed, and no statement of ours
    MISSING = "missing"  # the seal it follows is nowhere


@dataclass(frozen=True, slots=True)
class Flawed:
    """`name` says where the statement lies: a stream of the journal, or a file."""

    name: str
    what: Flaw


@dataclass(frozen=True, slots=True)
class Weighed:
    """What holds: how many seals, by which keys, what they anchor; and what does not hold."""

    seals: int
    keys: tuple[str, ...]
    anchors: tuple[Anchor, ...]
    flaws: tuple[Flawed, ...]


def weigh(found: Iterable[tuple[str, Signed]], trusted: Collection[str]) -> Weighed:
    """`trusted`: public keys as hex; empty trusts the key that each statement names (compare its fingerprint)."""
    good: list[tuple[str, Signed, Statement]] = []
    flaws: list[Flawed] = []
    for name, signed in found:
        verdict = _verdict(signed, trusted)
        if isinstance(verdict, Flaw):
            flaws.append(Flawed(name, verdict))
        else:
            good.append((name, signed, verdict))
    good.sort(key=lambda one: one[2].made_ms)
    sealed = Sealed()
    for _, _, statement in good:
        sealed.take(statement)
    flaws += _orphans(good)
    seals = {signed.digest for _, signed, statement in good if isinstance(statement, Seal)}
    return Weighed(
        len(seals), tuple(sorted({signed.key for _, signed, _ in good})), tuple(_anchors(sealed)), tuple(flaws)
    )


def _verdict(signed: Signed, trusted: Collection[str]) -> Statement | Flaw:
    if signed.key and not is_signed(signed):
        return Flaw.SIGNATURE
    if not signed.key or (trusted and signed.key not in trusted):
        return Flaw.KEY
    return read(signed.text) or Flaw.UNREADABLE


def _orphans(good: list[tuple[str, Signed, Statement]]) -> Iterator[Flawed]:
    """Seals whose predecessor is gone; the oldest that is left may have lost its own to a cut."""
    there = {signed.digest for _, signed, _ in good}
    seals = [(name, statement) for name, _, statement in good if isinstance(statement, Seal)]
    may_begin = any(isinstance(statement, Cut) for _, _, statement in good)
    for index, (name, seal) in enumerate(seals):
        if seal.previous and seal.previous not in there and not (may_begin and index == 0):
            yield Flawed(name, Flaw.MISSING)


def _anchors(sealed: Sealed) -> Iterator[Anchor]:
    for (writer, seq), digest in sealed.heads.items():
        yield Anchor(writer, seq, digest, is_sealed=True)
    for mark in sealed.cuts.values():
        yield Anchor(mark.writer, mark.seq, mark.hash, is_cut=True)
