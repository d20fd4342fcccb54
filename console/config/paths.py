"""Paths as `config.toml` writes them: relative to its folder, below a home, or absolute. Any thread."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

FILE = "file:"


def absolute(text: str, folder: Path) -> Path | None:
    """None for the home of nobody, a loop of links, and what no file system can name."""
    try:
        return (folder / Path(text).expanduser()).resolve()
    except (OSError, RuntimeError, ValueError):
        return None


def reference(text: str, folder: Path) -> str | None:
    """A reference to a secret with the path of its file made absolute; None when that leads nowhere."""
    if not text.startswith(FILE):
        return text
    found = absolute(text.removeprefix(FILE), folder)
    return None if found is None else f"{FILE}{found}"


def address(url: str, folder: Path) -> str | None:
    """A URL that may be such a reference, or hold one as its password; None when that leads nowhere."""
    try:
        parts = urlsplit(url)
        told = unquote(parts.password or "")
    except ValueError:
        return url
    if url.startswith(FILE) or not told.startswith(FILE):
        return reference(url, folder)
    found = reference(told, folder)
    login, _, host = parts.netloc.rpartition("@")
    user = login.partition(":")[0]
    return None if found is None else urlunsplit(parts._replace(netloc=f"{user}:{quote(found, safe='')}@{host}"))


def is_folder(path: Path) -> bool:
    """False, and no error, where we may not look."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """False, and no error, where we may not look."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
