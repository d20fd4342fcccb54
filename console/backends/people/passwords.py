"""Passwords as Argon2id hashes: made, compared. Any thread; each takes about a tenth of a second and 64 MiB."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from console.errors import BackendError

LEAST = 8  # characters
MOST = 256
PREFIX = "$argon2id$"

_hasher = PasswordHasher()  # RFC 9106, second recommended option


def hashed(secret: str) -> str:
    """What is kept of a password. Raises BackendError when it is too short or too long."""
    if not LEAST <= len(secret) <= MOST:
        raise BackendError(f"a password has {LEAST} to {MOST} characters")
    return _hasher.hash(secret)


def is_right(kept: str, secret: str) -> bool:
    """Whether this is the password; False too for a hash that none can match."""
    try:
        return _hasher.verify(kept, secret)
    except (VerificationError, InvalidHashError):
        return False
