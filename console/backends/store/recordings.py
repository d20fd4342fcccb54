"""The files a journal vouches for: which clips, snapshots and bursts it names, and whether they still are those."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from console.journal import Json, Recorded

KINDS = ("EvidenceSaved", "TalkSent", "TalkHeard", "SnapshotTaken", "ReplayKept")  # each names a file with its SHA-256
DROPPED = "RecordingsDropped"  # names files that went because they had grown old enough
_CHUNK = 1 << 20


class Damage(StrEnum):
    """What is wrong with a file the journal names."""

    MISSING = "missing"
    CHANGED = "changed"  # it holds something else than what was recorded
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Named:
    """A file as the journal names it; `path` is relative to the data folder of the position that recorded it."""

    path: str
    sha256: str
    position: str


@dataclass(frozen=True, slots=True)
class Spoilt:
    path: str
    what: Damage


def named_in(recorded: Iterable[Recorded]) -> list[Named]:
    """Every file these entries say was saved and did not drop later, each once; entries of `KINDS` and `DROPPED`."""
    found: dict[str, Named] = {}
    for record in recorded:
        data = record.entry.data
        if record.entry.kind == DROPPED:
            for gone in paths_of(data):
                found.pop(gone, None)
        elif record.entry.kind in KINDS:
            path, sha256 = data.get("path"), data.get("sha256")
            if isinstance(path, str) and path and isinstance(sha256, str):
                found.setdefault(path, Named(path, sha256, record.writer.partition("/")[0]))
    return list(found.values())


def paths_of(data: Mapping[str, Json]) -> list[str]:
    """The files an entry of kind `DROPPED` names."""
    paths = data.get("paths")
    return [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []


def elsewhere(named: Iterable[Named], data: Path) -> set[str]:
    """Positions that never ran on this data folder and have no file in it: their recordings lie in their own."""
    here: dict[str, bool] = {}
    for one in named:
        if not here.get(one.position):
            here[one.position] = (data / f"{one.position}.lock").exists() or (data / one.path).exists()
    return {position for position, is_here in here.items() if not is_here}


def check(named: Iterable[Named], data: Path) -> Iterator[Spoilt]:
    """Read each file again; yields those that are not what the journal says."""
    root = data.resolve()
    for one in named:
        what = _damage(root, one)
        if what is not None:
            yield Spoilt(one.path, what)


def digest_of(path: Path) -> str:
    """SHA-256 of a file as hex; raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _damage(root: Path, named: Named) -> Damage | None:
    path = (root / named.path).resolve()
    if not path.is_relative_to(root) or not path.is_file():
        return Damage.MISSING
    try:
        digest = digest_of(path)
    except OSError:
        return Damage.UNREADABLE
    return None if digest == named.sha256 else Damage.CHANGED
