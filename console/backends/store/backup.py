"""Backups: the journal and the files it vouches for, out of a data folder in use into a folder of their own.

A backup appears under its name when it is complete and has been read again; until then it is called `….part`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
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
        earlier = _Earlier.below(folder)
        held = _fill(source, data, part, earlier, say, only_journal, _added(part, earlier, beside))
        manifests.write(part, Manifest(now_ms, version(), *held))
        _settle(part)
        part.replace(done)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return done


def _fill(
    source: Database, data: Path, part: Path, earlier: _Earlier, say: Say, only_journal: bool, added: list[Held]
) -> tuple[str, int, Held, tuple[Held, ...]]:
    if source.file is not None and source.file.is_file():
        _make_sure_of_room(source.file.stat().st_size, part)
    journal = part / JOURNAL_FILE
    revision, entries = copy_out(source, journal, lambda count: say(f"{count} rows"))
    paths = [] if only_journal else list(_files(JournalReader(journal), data))
    _make_sure_of_room(sum(_size(data / path) for path in paths), part)
    copied = (_copy(data, path, part, earlier) for path in paths)
    files = (*(held for held in copied if held is not None), *added)
    say(f"{entries} entries, {len(files)} files")
    return revision, entries, _held(part, JOURNAL_FILE), files


def _added(part: Path, earlier: _Earlier, beside: Beside) -> list[Held]:
    """What lies beside; made once more, and all of it copied, when something it linked has rotted meanwhile."""
    held = [_held(part, path) for path in beside(part, earlier.folder)]
    if not any(earlier.has_rotted(part, one) for one in held):
        return held
    shutil.rmtree(part)
    part.mkdir()
    return [_held(part, path) for path in beside(part, None)]


def _files(reader: JournalReader, data: Path) -> Iterator[str]:
    """Those the journal vouches for as far as they are there, and the small folders whole."""
    for one in named_in(reader.readable(*KINDS, DROPPED)):
        facts = Path(one.path).with_suffix(".json").as_posix()  # beside a clip; without it nobody can play it
        yield from (path for path in (one.path, facts) if _is_below(data, path) and (data / path).is_file())
    yield from (name for name in WHOLE_FILES if (data / name).is_file())
    for folder in WHOLE_FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and not path.is_symlink() and path.suffix not in (".new", ".lock"):
                yield path.relative_to(data).as_posix()


def _is_below(data: Path, path: str) -> bool:
    return (data / path).resolve().is_relative_to(data.resolve())


def _copy(data: Path, path: str, part: Path, earlier: _Earlier) -> Held | None:
    """Linked when the earlier backup has it in the same size and it is what was backed up then; None: it went."""
    target, source = part / path, data / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        if earlier.links(path, source, target):
            held = _held(part, path)
            if not earlier.has_rotted(part, held):
                return held
            target.unlink()
        shutil.copy2(source, target)
    except FileNotFoundError:  # it had grown old enough; who reads the backup is told that it is missing
        return None
    return _held(part, path)


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The backup before this one, whose files need not be copied again; `folder` None: there is none."""

    folder: Path | None
    files: Mapping[str, str]  # SHA-256 of each as it was backed up

    @classmethod
    def below(cls, folder: Path) -> _Earlier:
        """One that says nothing of itself is as good as none."""
        made = sorted(path for path in folder.glob(f"{PREFIX}*") if path.is_dir() and path.suffix != ".part")
        try:
            files = manifests.read(made[-1]).files if made else ()
        except StoreError:
            return cls(None, {})
        return cls(made[-1] if made else None, {held.path: held.sha256 for held in files})

    def links(self, path: str, source: Path, target: Path) -> bool:
        """Whether it has this file, and the target is now a link to it. Raises FileNotFoundError: the source went."""
        if self.folder is None or path not in self.files or not (self.folder / path).is_file():
            return False
        one, other = (self.folder / path).stat(), source.stat()
        if one.st_size != other.st_size or one.st_mtime_ns != other.st_mtime_ns:
            return False
        return _linked(self.folder / path, target)

    def has_rotted(self, part: Path, held: Held) -> bool:
        """Whether a file is a link to one of ours that is not what was backed up: size and time say nothing of it."""
        ours = self.folder / held.path if self.folder is not None else None
        is_ours = ours is not None and ours.is_file() and ours.samefile(part / held.path)
        return is_ours and held.sha256 != self.files.get(held.path)


def _linked(known: Path, target: Path) -> bool:
    """Whether the target is a link to it now: many a medium for backups knows no links."""
    try:
        os.link(known, target)
    except OSError:
        return False
    return True


def _held(part: Path, path: str) -> Held:
    return Held(path, (part / path).stat().st_size, digest_of(part / path))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


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
    recorded = named_in(reader.readable(*KINDS, DROPPED)) if manifest.files else []
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
