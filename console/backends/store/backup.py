"""Backups: the journal and the files it vouches for, out of a data folder in use into a folder of their own.

A backup appears under its name when it is complete and has been read again; until then it is called `….part`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from console.backends.store import manifest as manifests
from console.backends.store.copying import copy_out
from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.store.manifest import Held, Manifest
from console.backends.store.read import JournalReader
from console.backends.store.recordings import DROPPED, KINDS, Damage, Spoilt, digest_of, elsewhere, named_in
from console.clock import iso_ms
from console.errors import StoreError
from console.sealing import Weighed
from console.sealing.folder import FOLDER
from console.sealing.trial import Trial
from console.verify import Verdict
from console.version import version

WHOLE_FOLDERS = (FOLDER, "kept")  # seals, what was arranged; never the private key
WHOLE_FILES = ("accounts.json",)
PREFIX = "watchroom-"
MADE = "backed-up"  # in the data folder: when that was done
ROOM = 1.05  # what a copy needs, and a little more
Say = Callable[[str], None]
Beside = Callable[[Path, Path | None], list[str]]  # puts files into a new backup, given an earlier one; their paths


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reading of a backup found."""

    verdict: Verdict
    seals: Weighed
    spoilt: tuple[Spoilt, ...]

    @property
    def is_whole(self) -> bool:
        return self.verdict.is_whole and not self.spoilt and not self.seals.flaws

    def troubles(self) -> Iterator[str]:
        """Each in a line."""
        yield from (f"chain {fault}" for fault in self.verdict.faults)
        yield from (f"seal {flaw.name}: {flaw.what}" for flaw in self.seals.flaws)
        yield from (f"recording {each.path}: {each.what}" for each in self.spoilt)


def make(
    source: Database, data: Path, folder: Path, now_ms: int, say: Say, *, only_journal: bool = False,
    beside: Beside = lambda _part, _earlier: [],
) -> Path:  # fmt: skip
    """Back up into a new folder below `folder`; returns it. Raises StoreError, OSError.

    Files that an earlier backup there holds are linked, not copied again. `beside` adds what this page knows nothing
    of, before the journal is copied: whatever that names has been there.
    """
    name = PREFIX + iso_ms(now_ms)[:19].replace(":", "").replace("-", "") + "Z"
    part, done = folder / f"{name}.part", folder / name
    if done.exists():
        raise StoreError(f"{done} is there already")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        earlier = _earlier(folder)
        added = beside(part, earlier)
        held = _fill(source, data, part, earlier, say, only_journal, added)
        manifests.write(part, Manifest(now_ms, version(), *held))
        _settle(part)
        part.replace(done)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return done


def _fill(
    source: Database, data: Path, part: Path, earlier: Path | None, say: Say, only_journal: bool, added: list[str]
) -> tuple[str, int, Held, tuple[Held, ...]]:
    if source.file is not None and source.file.is_file():
        _make_sure_of_room(source.file.stat().st_size, part)
    journal = part / JOURNAL_FILE
    revision, entries = copy_out(source, journal, lambda count: say(f"{count} rows"))
    paths = [] if only_journal else list(_files(JournalReader(journal), data))
    _make_sure_of_room(sum((data / path).stat().st_size for path in paths), part)
    files = (*(_copy(data, path, part, earlier) for path in paths), *(_held(part, path) for path in added))
    say(f"{entries} entries, {len(files)} files")
    return revision, entries, _held(part, JOURNAL_FILE), files


def _files(reader: JournalReader, data: Path) -> Iterator[str]:
    """Those the journal vouches for as far as they are there, and the small folders whole."""
    for one in named_in(reader.of_kind(*KINDS, DROPPED)):
        facts = Path(one.path).with_suffix(".json").as_posix()  # beside a clip; without it nobody can play it
        yield from (path for path in (one.path, facts) if _is_below(data, path) and (data / path).is_file())
    yield from (name for name in WHOLE_FILES if (data / name).is_file())
    for folder in WHOLE_FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and not path.is_symlink() and path.suffix not in (".new", ".lock"):
                yield path.relative_to(data).as_posix()


def _is_below(data: Path, path: str) -> bool:
    return (data / path).resolve().is_relative_to(data.resolve())


def _copy(data: Path, path: str, part: Path, earlier: Path | None) -> Held:
    """Linked when the earlier backup has it in the same size: what it holds is read again all the same."""
    target, source = part / path, data / path
    target.parent.mkdir(parents=True, exist_ok=True)
    known = earlier / path if earlier is not None else None
    if known is not None and known.is_file() and _is_same(known, source):
        os.link(known, target)
    else:
        shutil.copy2(source, target)
    return _held(part, path)


def _is_same(known: Path, source: Path) -> bool:
    one, other = known.stat(), source.stat()
    return one.st_size == other.st_size and one.st_mtime_ns == other.st_mtime_ns


def _held(part: Path, path: str) -> Held:
    return Held(path, (part / path).stat().st_size, digest_of(part / path))


def _earlier(folder: Path) -> Path | None:
    made = sorted(path for path in folder.glob(f"{PREFIX}*") if path.is_dir() and path.suffix != ".part")
    return made[-1] if made else None


def _make_sure_of_room(needed: int, folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if needed * ROOM > free:
        raise StoreError(f"the backup needs {needed / 1e9:.1f} GB, {folder.parent} has {free / 1e9:.1f} GB free")


def _settle(part: Path) -> None:
    """On the disk before it has its name."""
    for path in (part / JOURNAL_FILE, part / manifests.FILE, part):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remember(data: Path, made_ms: int) -> None:
    """The consoles of the data folder are to know when it was backed up. Raises OSError."""
    draft = data / f"{MADE}.new"
    draft.write_text(f"{made_ms}\n", encoding="ascii")
    draft.replace(data / MADE)


def newest_made(data: Path) -> int | None:
    """When the newest whole backup of the data folder was made, epoch ms; None: nobody knows of one."""
    try:
        return int((data / MADE).read_text(encoding="ascii")[:20])
    except (OSError, ValueError):
        return None


def judge(folder: Path) -> tuple[Manifest, Judged]:
    """Read a backup again: every file against its manifest, chains, seals, recordings. Raises WatchroomError."""
    manifest = manifests.read(folder)
    found = {each.path: _digest(folder, each.path) for each in (manifest.journal, *manifest.files)}
    if found[manifest.journal.path] != manifest.journal.sha256:
        raise StoreError(f"the journal of {folder} is not the one that was backed up")
    reader, seals = JournalReader(folder / manifest.journal.path), Trial(folder / FOLDER)
    verdict = reader.verify(weighed=seals.weigh)
    recorded = named_in(reader.of_kind(*KINDS, DROPPED)) if manifest.files else []
    away = elsewhere(recorded, folder)
    wanted = {each.path: each.sha256 for each in manifest.files}
    wanted |= {one.path: one.sha256 for one in recorded if one.position not in away}
    spoilt = [Spoilt(path, _damage(found.get(path))) for path, sha256 in wanted.items() if found.get(path) != sha256]
    return manifest, Judged(verdict, seals.weighed, tuple(spoilt))


def _damage(digest: str | None) -> Damage:
    return Damage.MISSING if digest is None else Damage.CHANGED if digest else Damage.UNREADABLE


def _digest(folder: Path, path: str) -> str | None:
    """None when the file is missing or outside the backup, "" when it cannot be read."""
    if not _is_below(folder, path) or not (folder / path).is_file():
        return None
    try:
        return digest_of(folder / path)
    except OSError:
        return ""
