"""Where a clip lies on disk, and the facts beside it. Evidence thread."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import orjson

from console.ports import ClipTrouble

ROOT = "evidence"
RESERVE = 64 * 1024 * 1024  # bytes of the disk that evidence leaves to the journal
FACTS_LIMIT = 1_000_000
_PART = re.compile(r"[\w+-][\w.+-]{0,160}")
_LEVELS = 6  # evidence / year / month / day / alarm / clip
_CHUNK = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NoClip(Exception):
    """The clip cannot be made; `detail` is for the log."""

    def __init__(self, code: ClipTrouble, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def of_disk(error: OSError) -> NoClip:
    """What a failed write means for the clip."""
    code = ClipTrouble.DISK_FULL if error.errno in _FULL else ClipTrouble.UNWRITABLE
    return NoClip(code, os.strerror(error.errno) if error.errno else type(error).__name__)


@dataclass(frozen=True, slots=True)
class Facts:
    """The file beside a clip. Times are UTC, ISO 8601; `gaps` are (seconds from the start, seconds long)."""

    alarm: str
    camera: str
    number: int
    start: str
    start_ms: int
    end: str = ""
    end_ms: int = 0
    frames: int = 0
    gaps: tuple[tuple[float, float], ...] = ()
    codec: str = ""
    width: int = 0
    height: int = 0
    size: int = 0  # bytes
    sha256: str = ""  # "" while it is being recorded
    is_partial: bool = False
    schema: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one clip: the clip itself, what is written while it is recorded, and the facts."""

    clip: Path

    @property
    def recording(self) -> Path:
        return self.clip.with_suffix(".recording.mp4")

    @property
    def draft(self) -> Path:
        return self.clip.with_suffix(".new")

    @property
    def facts(self) -> Path:
        return self.clip.with_suffix(".json")

    def prepare(self) -> None:
        """Make the folder. Raises NoClip when the disk has no room to spare, OSError when it cannot be written."""
        self.clip.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.check_room()

    def check_room(self) -> None:
        free = shutil.disk_usage(self.clip.parent).free
        if free < RESERVE:
            raise NoClip(ClipTrouble.DISK_FULL, f"{free} bytes free")

    def read_facts(self) -> Facts | None:
        """The facts, None when there are none or somebody spoilt them."""
        try:
            with self.facts.open("rb") as file:
                found: dict[str, Any] = orjson.loads(file.read(FACTS_LIMIT))
            found["gaps"] = tuple((float(at), float(s)) for at, s in found["gaps"])
            facts = Facts(**found)
            whole = (facts.number, facts.start_ms, facts.end_ms, facts.frames, facts.size)
            return facts if all(isinstance(number, int) for number in whole) else None
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def write_facts(self, facts: Facts) -> None:
        """Written in one piece. Raises OSError."""
        data = orjson.dumps(asdict(facts), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        draft = self.facts.with_suffix(".json.new")
        with create(draft) as file:
            file.write(data)
            os.fsync(file.fileno())
        draft.replace(self.facts)


def place(data: Path, path: str) -> Place:
    """The place a relative path means below the data folder. Raises NoClip for any path that leads elsewhere."""
    parts = PurePosixPath(path).parts
    is_ours = len(parts) == _LEVELS and parts[0] == ROOT and all(_PART.fullmatch(part) for part in parts)
    root = (data / ROOT).resolve()
    clip = data.resolve() / path
    if not is_ours or not path.endswith(".mp4") or not clip.parent.resolve().is_relative_to(root):
        raise NoClip(ClipTrouble.BAD_PATH, path[:200])
    return Place(clip)


def create(path: Path) -> Any:
    """A new file of ours, unbuffered; whatever was there under this name is removed, never followed. Raises OSError."""
    path.unlink(missing_ok=True)
    return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "wb", buffering=0)  # noqa: PTH123


def sha256_of(path: Path) -> str:
    """Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
