"""The evidence a journal vouches for: which clips it names, and whether the files still hold what was recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from console.journal import Recorded

SAVED = "EvidenceSaved"
_CHUNK = 1 << 20


class Damage(StrEnum):
    """What is wrong with a file the journal names."""

    MISSING = "missing"
    CHANGED = "changed"  # it holds something else than what was recorded
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Named:
    """A clip as the journal names it; `path` is relative to the data folder."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Spoilt:
    path: str
    what: Damage


def named_in(recorded: Iterable[Recorded]) -> Iterator[Named]:
    """Every clip these entries say was saved, each once."""
    seen: set[str] = set()
    for record in recorded:
        data = record.entry.data
        path, sha256 = data.get("path"), data.get("sha256")
        is_clip = record.entry.kind == SAVED and isinstance(path, str) and isinstance(sha256, str)
        if is_clip and path not in seen:
            seen.add(str(path))
            yield Named(str(path), str(sha256))


def check(named: Iterable[Named], data: Path) -> Iterator[Spoilt]:
    """Read each file again; yields those that are not what the journal says."""
    root = data.resolve()
    for clip in named:
        what = _damage(root, clip)
        if what is not None:
            yield Spoilt(clip.path, what)


def _damage(root: Path, clip: Named) -> Damage | None:
    path = (root / clip.path).resolve()
    if not path.is_relative_to(root) or not path.is_file():
        return Damage.MISSING
    try:
        with path.open("rb") as file:
            digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return Damage.UNREADABLE
    return None if digest.hexdigest() == clip.sha256 else Damage.CHANGED
