"""The files `config.toml` names, looked for beside it: what leads nowhere is a problem of its key."""

from __future__ import annotations

from pathlib import Path

from console.config import lines, paths
from console.config.fill import Filler

NOWHERE = "names a file that leads nowhere"
GIVE = "give a path relative to this file, or an absolute one"


def secret(path: lines.Path, value: str, filler: Filler, folder: Path) -> str:
    """The reference to a secret, its file made absolute."""
    return _known(path, paths.reference(value, folder), filler)


def database(path: lines.Path, value: str, filler: Filler, folder: Path) -> str:
    """The address of a database, or of what holds it or its password."""
    return _known(path, paths.address(value, folder), filler)


def file(path: lines.Path, value: str, filler: Filler, folder: Path) -> str:
    """A file that need not be there yet."""
    found = paths.absolute(value, folder)
    return _known(path, None if found is None else str(found), filler)


def pem(path: lines.Path, value: str, filler: Filler, folder: Path) -> str:
    """A file that has to be there, "" where none is named."""
    if not value:
        return ""
    found = paths.absolute(value, folder)
    if found is not None and not paths.is_file(found):
        filler.problem(path, f"the file {found} does not exist", "give the path of the PEM file")
    return _known(path, None if found is None else str(found), filler)


def _known(path: lines.Path, found: str | None, filler: Filler) -> str:
    if found is None:
        filler.problem(path, NOWHERE, GIVE)
    return found or ""
