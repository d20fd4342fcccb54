"""What a backup says of itself in its `manifest.json`: which journal and files it holds, each with its SHA-256."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from console.errors import StoreError
from console.journal import Json

FILE = "manifest.json"
SCHEMA = 1
MOST_BYTES = 1_000_000_000  # a larger one is none of ours


@dataclass(frozen=True, slots=True)
class Held:
    """One file; `path` relative to the backup and to the data folder it came from."""

    path: str
    size: int  # bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`made_ms` epoch ms; `revision` of the journal's tables; `journal` is among no `files`."""

    made_ms: int
    version: str
    revision: str
    entries: int
    journal: Held
    files: tuple[Held, ...]


def write(folder: Path, manifest: Manifest) -> None:
    """Raises OSError."""
    facts: dict[str, Json] = {
        "schema": SCHEMA, "made_ms": manifest.made_ms, "version": manifest.version, "revision": manifest.revision,
        "entries": manifest.entries, "journal": _row(manifest.journal), "files": list(map(_row, manifest.files)),
    }  # fmt: skip
    (folder / FILE).write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(folder: Path) -> Manifest:
    """Raises StoreError for what is no backup, or one of a newer version."""
    path = folder / FILE
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("too large")
        facts = json.loads(path.read_text(encoding="utf-8"))
        if int(facts["schema"]) > SCHEMA:
            raise StoreError(f"{folder} was made by a newer Watchroom ({facts['version']}): restore it with that one")
        files = tuple(_held(row) for row in facts["files"])
        return Manifest(
            int(facts["made_ms"]), str(facts["version"]), str(facts["revision"]), int(facts["entries"]),
            _held(facts["journal"]), files,
        )  # fmt: skip
    except (OSError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise StoreError(f"{folder} is no backup of Watchroom: its {FILE} cannot be read ({error})") from error


def _row(held: Held) -> Json:
    return {"path": held.path, "size": held.size, "sha256": held.sha256}


def _held(row: dict[str, object]) -> Held:
    return Held(str(row["path"]), int(str(row["size"])), str(row["sha256"]))
