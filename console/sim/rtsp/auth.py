"""Basic and Digest authentication as a camera checks it (RFC 7617, RFC 7616). Pure, any thread."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from console.sim.rtsp.message import Request

REALM = "watchroom-sim"
_FIELD = re.compile(r'(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]*))')


class Auth(StrEnum):
    """What a camera asks its viewers for."""

    NONE = "none"
    BASIC = "basic"
    DIGEST = "digest"  # MD5
    DIGEST_SHA256 = "digest-sha256"

    @classmethod
    def _missing_(cls, value: object) -> Auth | None:
        return cls.NONE if value == "" else None


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may see one camera. The password never appears in a representation."""

    kind: Auth
    user: str = ""
    password: str = field(default="", repr=False)

    def challenge(self, nonce: str) -> tuple[str, ...]:
        """`WWW-Authenticate` headers; a camera that asks for nothing still names Basic when it refuses."""
        match self.kind:
            case Auth.DIGEST | Auth.DIGEST_SHA256:
                name = "MD5" if self.kind is Auth.DIGEST else "SHA-256"
                return (f'WWW-Authenticate: Digest realm="{REALM}", nonce="{nonce}", algorithm={name}, qop="auth"',)
            case _:
                return (f'WWW-Authenticate: Basic realm="{REALM}"',)

    def admits(self, request: Request, nonce: str) -> bool:
        """Whether the request carries the right credentials."""
        given = request.headers.get("authorization", "")
        match self.kind:
            case Auth.NONE:
                return True
            case Auth.BASIC:
                return self._basic(given)
            case _:
                return self._digest(given, request, nonce)

    def _basic(self, given: str) -> bool:
        scheme, _, token = given.partition(" ")
        try:
            said = base64.b64decode(token.strip(), validate=True)
        except (binascii.Error, ValueError):
            return False
        return scheme.lower() == "basic" and hmac.compare_digest(said, f"{self.user}:{self.password}".encode())

    def _digest(self, given: str, request: Request, nonce: str) -> bool:
        scheme, _, rest = given.partition(" ")
        said = {name.lower(): quoted or plain for name, quoted, plain in _FIELD.findall(rest)}
        if scheme.lower() != "digest" or said.get("username") != self.user or said.get("nonce") != nonce:
            return False
        if said.get("realm") != REALM or not _same_resource(said.get("uri", ""), request.url):
            return False
        return hmac.compare_digest(
            said.get("response", "").lower().encode(), self._expected(said, request.method).encode()
        )

    def _expected(self, said: Mapping[str, str], method: str) -> str:
        def digest(text: str) -> str:
            algorithm = "md5" if self.kind is Auth.DIGEST else "sha256"
            return hashlib.new(algorithm, text.encode(), usedforsecurity=False).hexdigest()

        who = digest(f"{self.user}:{REALM}:{self.password}")
        what = digest(f"{method}:{said.get('uri', '')}")
        if said.get("qop") == "auth":
            return digest(f"{who}:{said['nonce']}:{said.get('nc', '')}:{said.get('cnonce', '')}:auth:{what}")
        return digest(f"{who}:{said['nonce']}:{what}")


def _same_resource(uri: str, url: str) -> bool:
    """Clients send the whole URL or its path only."""
    return uri == url or uri == (urlsplit(url).path or "/")
