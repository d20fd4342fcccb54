"""A device without a place as the journal tells of it: the facts, and what they make of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from console.facts import Facts
from console.journal import Entry
from console.model import LIVE, By, Introduced

STREAM = "newcomer/"  # newcomer/<source>/<device>

Device = tuple[str, str]  # source, device


class Stage(StrEnum):
    """How far a device has got."""

    WAITING = "waiting"  # for a person who says where it is
    REJECTED = "rejected"  # a person does not want it at the site; it can be brought back
    SIGNED = "signed"  # written into the site folder, which is still to be applied
    DONE = "done"  # the site has it, or it is listed under its own id


@dataclass(frozen=True, slots=True)
class Appeared:
    """It was heard, or `announced` by a discovery, for the first time."""

    name: str = ""
    maker: str = ""
    model: str = ""
    kinds: tuple[str, ...] = ()
    announced: bool = False
    formerly: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """More, or something else, is known of it."""

    name: str = ""
    maker: str = ""
    model: str = ""
    kinds: tuple[str, ...] = ()
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """Whoever announced it took it back."""


@dataclass(frozen=True, slots=True)
class Returned:
    """It is there again."""


@dataclass(frozen=True, slots=True)
class Rejected:
    reason: str


@dataclass(frozen=True, slots=True)
class Recalled:
    """Rejected no more."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A person wrote it into the site folder: these points, under this name, there."""

    points: tuple[str, ...]
    name: str
    name_en: str
    building: str = ""
    floor: int | None = None
    zone: str = ""
    x: float | None = None  # local metres
    y: float | None = None
    alias: str = ""
    cameras: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """The site in use has points of it."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Its id became known: it is listed under that."""

    into: str


Fact = Appeared | Described | Left | Returned | Rejected | Recalled | Signed | Placed | Merged
FACTS: Facts[Fact] = Facts(
    {
        "NewcomerAppeared": Appeared, "NewcomerDescribed": Described, "NewcomerLeft": Left,
        "NewcomerReturned": Returned, "NewcomerRejected": Rejected, "NewcomerRecalled": Recalled,
        "NewcomerSigned": Signed, "NewcomerPlaced": Placed, "NewcomerMerged": Merged,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Newcomer:
    """`since_ms`: when it appeared; `by`, `at_ms` and `reason`: of a person's last word about it."""

    source: str
    device: str
    stage: Stage = Stage.WAITING
    name: str = ""
    maker: str = ""
    model: str = ""
    kinds: tuple[str, ...] = ()
    is_announced: bool = False
    is_gone: bool = False
    since_ms: int = 0
    by: By = By()  # noqa: RUF009  # frozen
    at_ms: int = 0
    reason: str = ""
    formerly: str = ""  # the name it was heard under
    version: int = 0

    @property
    def key(self) -> Device:
        return self.source, self.device

    @property
    def title(self) -> str:
        """What it is called as long as nobody has named it."""
        return self.name or self.device

    def says(self, told: Introduced) -> bool:
        """Whether this is known of it already."""
        known = (self.name, self.maker, self.model, self.is_announced)
        return known == (told.name, told.maker, told.model, told.is_announced) and set(told.kinds) <= set(self.kinds)


def is_newcomer(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in FACTS


def device_of(entry: Entry) -> Device:
    source, _, device = entry.stream.removeprefix(STREAM).partition("/")
    return source, device


def apply(newcomer: Newcomer, fact: Fact, entry: Entry) -> Newcomer:
    """Fold one fact; the entry gives version, who and when."""
    newcomer = replace(newcomer, version=entry.version)
    match fact:
        case Appeared():
            begun = Newcomer(*newcomer.key, since_ms=entry.t_ms, formerly=fact.formerly, version=entry.version)
            return _described(begun, fact)
        case Described():
            return _described(newcomer, fact)
        case Left() | Returned():
            return replace(newcomer, is_gone=isinstance(fact, Left))
        case Rejected():
            said = replace(newcomer, stage=Stage.REJECTED, reason=fact.reason)
        case Recalled():
            said = replace(newcomer, stage=Stage.WAITING, reason="")
        case Signed():
            said = replace(newcomer, stage=Stage.SIGNED, reason="")
        case Placed() | Merged():
            return replace(newcomer, stage=Stage.DONE)
    return replace(said, by=entry.by, at_ms=entry.t_ms)


def _described(newcomer: Newcomer, fact: Appeared | Described) -> Newcomer:
    return replace(
        newcomer, name=fact.name, maker=fact.maker, model=fact.model, kinds=fact.kinds, is_announced=fact.announced
    )


def to_entry(newcomer: Newcomer, fact: Fact, by: By, t_ms: int) -> Entry:
    """The entry that records the fact; `newcomer` is the state before it."""
    stream = f"{STREAM}{newcomer.source}/{newcomer.device}"
    bare = Entry(LIVE, stream, newcomer.version + 1, FACTS.name(fact), t_ms, by, FACTS.data(fact))
    return replace(bare, open=apply(newcomer, fact, bare).stage is not Stage.DONE)


def folded(entries: Iterable[Entry]) -> Newcomer | None:
    """What the entries of one stream, in order, make of a device."""
    newcomer: Newcomer | None = None
    for entry in entries:
        before = newcomer or Newcomer(*device_of(entry))
        newcomer = apply(before, FACTS.read(entry.kind, entry.data), entry)
    return newcomer
