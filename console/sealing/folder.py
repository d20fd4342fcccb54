"""The statements as files, `<folder>/<name>.json` with `.sig` beside it and the public keys: what is copied elsewhere.

`openssl pkeyutl -verify` reads them as they are. Nothing here is ever removed or written over.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from console.errors import BackendError
from console.sealing.keys import SealKey, fingerprint, is_signed, public_of
from console.sealing.statement import Signed

FOLDER = "seals"  # in the data folder
MOST_BYTES = 50_000_000  # a larger file is none of ours


def file_away(folder: Path, name: str, signed: Signed, key: SealKey) -> Path:
    """Write text, signature and public key; returns the path of the text. Raises BackendError.

    A file of that name that is there already stays; the new one is called after the moment it was signed, too.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _whole(folder / f"{fingerprint(key.public)}.pem", key.public_pem.encode())
        path = _free(folder, name)
        _whole(path.with_suffix(".sig"), bytes.fromhex(signed.signature))
        _whole(path, signed.text.encode())
    except OSError as error:
        raise BackendError(f"the seal cannot be written to {folder}: {error.strerror}") from error
    return path


def keys(folder: Path) -> frozenset[str]:
    """The public keys that lie there, as hex. Raises BackendError for one that cannot be read."""
    return frozenset(public_of(path) for path in sorted(folder.glob("*.pem")))


def filed(folder: Path) -> Iterator[tuple[str, Signed]]:
    """Every statement that lies there, with its file's name; its key is one of the folder's that fits, or ""."""
    known = sorted(keys(folder))
    for path in sorted(folder.glob("*.json")):
        yield path.name, _read(path, known)


def _read(path: Path, known: list[str]) -> Signed:
    try:
        if path.stat().st_size > MOST_BYTES:
            return Signed("", "", "")
        said = path.read_bytes().decode("utf-8", "surrogateescape")
        signature = path.with_suffix(".sig").read_bytes().hex()
    except OSError:
        return Signed("", "", "")
    candidates = (Signed(said, signature, key) for key in known)
    return next((signed for signed in candidates if is_signed(signed)), Signed(said, signature, ""))


def _free(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.json", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.json"
    return path


def _whole(path: Path, content: bytes) -> None:
    """In one piece, and never over a file that is there."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
