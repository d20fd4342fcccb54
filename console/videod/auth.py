"""Who we are, as RTSP asks: Basic, and Digest with MD5 or SHA-256 (RFC 7616). Pure; nothing here is logged."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_PART = re.compile(
    r'(?P<key>[A-Za-z0-9-]+)\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<plain>[^\s,"]*))'
    r"|(?P<scheme>[A-Za-z][A-Za-z0-9-]*)(?=\s|,|$)"
)


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


HASHES: dict[str, Callable[[str], str]] = {"SHA-256": _sha256, "MD5": _md5}


@dataclass(frozen=True, slots=True)
class Challenge:
    """One way a camera offers to be convinced."""

    scheme: str  # basic | digest
    realm: str
    nonce: str = ""
    opaque: str | None = None
    algorithm: str = ""  # as the camera wrote it; "" = it did not
    has_qop: bool = False
    is_stale: bool = False  # the password was right, the nonce was old

    @property
    def strength(self) -> int:
        """0: we cannot answer it."""
        if self.scheme == "basic":
            return 1
        name = self.algorithm.upper().removesuffix("-SESS") or "MD5"
        return {"MD5": 2, "SHA-256": 3}.get(name, 0) if self.scheme == "digest" and self.nonce else 0


def challenges(headers: Sequence[str]) -> list[Challenge]:
    """Every challenge in these WWW-Authenticate headers; one header may hold several."""
    found: list[tuple[str, dict[str, str]]] = []
    for header in headers:
        for part in _PART.finditer(header):
            if part["scheme"]:
                found.append((part["scheme"].lower(), {}))
            elif found:
                quoted = part["quoted"]
                value = part["plain"] if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
                found[-1][1].setdefault(part["key"].lower(), value)
    return [_challenge(scheme, keys) for scheme, keys in found]


def _challenge(scheme: str, keys: dict[str, str]) -> Challenge:
    return Challenge(
        scheme=scheme,
        realm=keys.get("realm", ""),
        nonce=keys.get("nonce", ""),
        opaque=keys.get("opaque"),
        algorithm=keys.get("algorithm", ""),
        has_qop="auth" in re.split(r"[\s,]+", keys.get("qop", "").lower()),
        is_stale=keys.get("stale", "").lower() == "true",
    )


class Credentials:
    """A user and a password on one connection: remembers the camera's last challenge and counts its nonce."""

    def __init__(self, user: str, password: str) -> None:
        self._user = user
        self._password = password
        self._challenge: Challenge | None = None
        self._count = 0

    def accept(self, headers: Sequence[str], *, answered: bool) -> bool:
        """Take the strongest challenge of a 401; False when answering it is useless.

        `answered`: this very request has already been sent with an answer to a challenge, so another challenge means
        a wrong password, unless the camera says that only the nonce was stale.
        """
        best = max(challenges(headers), key=lambda c: c.strength, default=None)
        if best is None or best.strength == 0 or not self._user or (answered and not best.is_stale):
            return False
        before, self._challenge = self._challenge, best
        self._count = 0
        return before is None or before.nonce != best.nonce

    def header(self, method: str, url: str) -> str:
        """The Authorization header for this request, "" before any challenge."""
        if self._challenge is None:
            return ""
        if self._challenge.scheme == "basic":
            return "Basic " + base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
        return self._digest(self._challenge, method, url)

    def _digest(self, challenge: Challenge, method: str, url: str) -> str:
        self._count += 1
        count, own = f"{self._count:08x}", secrets.token_hex(8)
        parts = {"username": self._user, "realm": challenge.realm, "nonce": challenge.nonce, "uri": url}
        parts["response"] = self._response(challenge, method, url, count, own)
        if challenge.opaque is not None:
            parts["opaque"] = challenge.opaque
        text = ", ".join(f'{key}="{_escaped(value)}"' for key, value in parts.items())
        if challenge.algorithm:
            text += f", algorithm={challenge.algorithm}"
        if challenge.has_qop or challenge.algorithm.lower().endswith("-sess"):
            text += f', cnonce="{own}"'
        return f"Digest {text}, qop=auth, nc={count}" if challenge.has_qop else f"Digest {text}"

    def _response(self, challenge: Challenge, method: str, url: str, count: str, own: str) -> str:
        name = challenge.algorithm.upper()
        digest = HASHES[name.removesuffix("-SESS") or "MD5"]
        secret = digest(f"{self._user}:{challenge.realm}:{self._password}")
        if name.endswith("-SESS"):
            secret = digest(f"{secret}:{challenge.nonce}:{own}")
        request = digest(f"{method}:{url}")
        middle = f"{challenge.nonce}:{count}:{own}:auth" if challenge.has_qop else challenge.nonce
        return digest(f"{secret}:{middle}:{request}")


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
