"""The key that seals a journal: made once, kept in a file that is ours alone, and what its signature is worth.

Ed25519. Whoever holds the private key can seal a forged journal; whoever holds only the public one can tell.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from console.errors import BackendError
from console.sealing.statement import Signed, Statement, written

ONLY_OURS = 0o600
FOLDER, FILE = "keys", "seal.pem"  # in the data folder, when the configuration names no other
MOST_BYTES = 10_000  # a larger file is no key


class SealKey:
    """The private key of one console or of a site."""

    def __init__(self, pem: str) -> None:
        """Raises BackendError when the text is no Ed25519 private key."""
        try:
            key = load_pem_private_key(pem.encode(), None)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            key = None
        if not isinstance(key, Ed25519PrivateKey):
            raise BackendError("the key that seals the journal is no Ed25519 private key in PEM without a password")
        self._key = key

    @property
    def public(self) -> str:
        """The public key as 64 hex digits."""
        return self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()

    @property
    def public_pem(self) -> str:
        """The public key as a file that `openssl pkeyutl` reads."""
        form = PublicFormat.SubjectPublicKeyInfo
        return self._key.public_key().public_bytes(Encoding.PEM, form).decode()

    def sign(self, statement: Statement) -> Signed:
        said = written(statement)
        return Signed(said, self._key.sign(said.encode()).hex(), self.public)


def kept(path: Path) -> str:
    """The private key of this file as PEM; made when there is none. Raises BackendError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        if stat.S_IMODE(path.stat().st_mode) & ~ONLY_OURS:
            raise BackendError(f"others may read the key that seals the journal: chmod 600 {path}")
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise BackendError(f"the key that seals the journal cannot be used: {path} ({type(error).__name__})") from error


def _make(path: Path) -> None:
    """Written beside and put in place whole, so that of two consoles that make one the second finds the first's."""
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    draft = path.with_suffix(f".{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OURS)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)


def locked(pem: str, password: str) -> str:
    """The same private key under a password, as PEM. Raises BackendError when it is none, or the password cannot be."""
    key = load_pem_private_key(_checked(pem).encode(), None)
    try:
        lock = BestAvailableEncryption(password.encode())
        return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock).decode()
    except ValueError:  # empty, or longer than 1,023 bytes
        raise BackendError("no key can be locked with this password: give one of 1 to 1,023 bytes") from None


def unlocked(pem: str, password: str) -> str:
    """The private key as PEM without its password. Raises BackendError when that is not its password."""
    try:
        key = load_pem_private_key(pem.encode(), password.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise BackendError("the password does not open the key of the backup") from None
    return _checked(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode())


def _checked(pem: str) -> str:
    SealKey(pem)
    return pem


def written_down(pem: str, path: Path) -> None:
    """Into a new file that is ours alone. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OURS)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())


def public_of(path: Path) -> str:
    """The public key of a PEM file as hex. Raises BackendError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("too large")
        key = load_pem_public_key(path.read_bytes())
    except (OSError, ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise BackendError(f"{path} holds no Ed25519 public key in PEM")
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def is_signed(signed: Signed) -> bool:
    """Whether the holder of the key it names signed this very text."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.key))
        key.verify(bytes.fromhex(signed.signature), signed.text.encode())
    except (ValueError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def fingerprint(public: str) -> str:
    """A key as people compare it: the first 16 hex digits of the SHA-256 of its bytes."""
    try:
        return hashlib.sha256(bytes.fromhex(public)).hexdigest()[:16]
    except ValueError:
        return "no key"
