"""The seam to whoever looks after the record: seals it, lets go what is old, measures the disk and the clock. Values.

A Keeper takes orders and posts one answer to each; of disk and clock it speaks by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from console.sealing import Signed


@dataclass(frozen=True, slots=True)
class SealAsked:
    """Sign where the chains end, for this day (yyyy-mm-dd)."""

    site: str
    day: str


@dataclass(frozen=True, slots=True)
class CutAsked:
    """Find out which entries from before that time may go, and sign for them."""

    site: str
    day: str
    before_ms: int


@dataclass(frozen=True, slots=True)
class CutOrdered:
    """Delete what this signed cut names: it stands in the journal."""

    signed: Signed


@dataclass(frozen=True, slots=True)
class FilingAsked:
    """Put a signed statement into the folder of the seals, under this name. Posts nothing when it went well."""

    name: str
    signed: Signed


@dataclass(frozen=True, slots=True)
class AgedAsked:
    """Find recordings from before these times, epoch ms; 0 = none of that kind goes."""

    clips_before_ms: int
    voice_before_ms: int


@dataclass(frozen=True, slots=True)
class DropOrdered:
    """Delete these recordings: the journal says so. Paths are relative to the data folder."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureAsked:
    """How much the data folder holds."""


KeeperOrder = SealAsked | CutAsked | CutOrdered | FilingAsked | AgedAsked | DropOrdered | MeasureAsked


@dataclass(frozen=True, slots=True)
class SealMade:
    """`signed` is None when that day has its seal; `chains`: how many ends it names."""

    day: str
    signed: Signed | None
    chains: int = 0


@dataclass(frozen=True, slots=True)
class CutPlanned:
    """`signed` is None when nothing is old enough; `entries` is how many would go."""

    day: str
    signed: Signed | None
    entries: int


@dataclass(frozen=True, slots=True)
class CutDone:
    entries: int


@dataclass(frozen=True, slots=True)
class AgedFound:
    paths: tuple[str, ...]
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Dropped:
    files: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Bytes of each part of the data folder: journal, history, evidence, voice, …"""

    parts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class KeepingFailed:
    """An order could not be carried out; it is given again later."""

    order: KeeperOrder
    detail: str


@dataclass(frozen=True, slots=True)
class DiskLooked:
    """The disk of the data folder, in bytes; what is free is what we may write."""

    free: int
    total: int


@dataclass(frozen=True, slots=True)
class ClockLooked:
    """The system's clock. `is_synchronised` None: the system does not say; `ahead_ms`: of the database's clock, None
    when that is this machine's own or was not asked.
    """

    is_synchronised: bool | None
    ahead_ms: int | None = None


@dataclass(frozen=True, slots=True)
class BackupLooked:
    """When the newest whole backup was made, epoch ms; None: there is none that anybody knows of."""

    made_ms: int | None


KEEPER_WORDS = (
    SealMade, CutPlanned, CutDone, AgedFound, Dropped, Measured, KeepingFailed, DiskLooked, BackupLooked, ClockLooked,
)  # fmt: skip
KeeperWord = (
    SealMade | CutPlanned | CutDone | AgedFound | Dropped | Measured | KeepingFailed | DiskLooked | BackupLooked
    | ClockLooked
)  # fmt: skip


class Keeper(Protocol):
    """Looks after the record, out of the way of everything else."""

    def start(self) -> None:
        """From now on it looks at disk and clock; returns at once."""

    def take(self, order: KeeperOrder) -> None:
        """Carry this out after what was ordered before; posts one answer. Never blocks."""

    def stop(self) -> None:
        """Give up what is under way: every order may be repeated."""
