"""Where a camera is: an rtsp(s):// address taken apart, its credentials kept away from everything written down."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

from console.ports import CameraState, Detail
from console.videod.refusal import NoPicture

URL_LIMIT = 2048
PORTS = {"rtsp": 554, "rtsps": 322}
_FORBIDDEN = set('"<>\\^`{|}')


@dataclass(frozen=True, slots=True)
class Address:
    """`url` carries no credentials; `host` is without brackets; `is_encrypted`: rtsps."""

    url: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    is_encrypted: bool = False

    def moved(self, location: str) -> Address:
        """Where a redirect leads. Credentials go along only to the same host: a camera may not send them elsewhere.

        Raises NoPicture when it leads out of the encryption.
        """
        there = parse(location)
        if self.is_encrypted and not there.is_encrypted:
            raise NoPicture(CameraState.REFUSED, Detail.NOT_ENCRYPTED, there.url)
        if there.host.lower() != self.host.lower():
            return replace(there, user="", password="")
        return replace(there, user=self.user, password=self.password)


def parse(url: str, user: str = "", password: str = "") -> Address:
    """Take an address apart; credentials given beside it win over those inside. Raises NoPicture."""
    if not url or len(url) > URL_LIMIT or any(not "!" <= c <= "~" or c in _FORBIDDEN for c in url):
        raise NoPicture(CameraState.UNSUPPORTED, Detail.BAD_ADDRESS)
    try:
        parts = urlsplit(url)
        host, scheme = parts.hostname or "", parts.scheme.lower()
        port = parts.port or PORTS.get(scheme, 0)
    except ValueError:
        raise NoPicture(CameraState.UNSUPPORTED, Detail.BAD_ADDRESS) from None
    if scheme not in PORTS or not host:
        raise NoPicture(CameraState.UNSUPPORTED, Detail.NOT_RTSP, parts.scheme)
    place = f"[{host}]" if ":" in host else host
    query = f"?{parts.query}" if parts.query else ""
    return Address(
        url=f"{scheme}://{place}:{port}{parts.path or '/'}{query}",
        host=host,
        port=port,
        user=user or unquote(parts.username or ""),
        password=password if user else unquote(parts.password or ""),
        is_encrypted=scheme == "rtsps",
    )


def host_of(url: str) -> str:
    """The host a stream comes from, "" when the address is none."""
    try:
        return parse(url).host.lower()
    except NoPicture:
        return ""
