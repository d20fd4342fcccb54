"""Where a device's ONVIF service is: an address taken apart. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from console.onvif.trouble import Cause, OnvifTrouble

PATH = "/onvif/device_service"
LIMIT = 2048


@dataclass(frozen=True, slots=True)
class Address:
    """`root` is scheme, host and port: every request goes there, whatever the device says of itself."""

    root: str
    path: str
    profile: str = ""  # "": the first one that fits

    @property
    def host(self) -> str:
        """host:port, for people."""
        return self.root.partition("//")[2]

    @property
    def is_encrypted(self) -> bool:
        return self.root.startswith("https:")

    @property
    def url(self) -> str:
        return self.root + self.path

    def beside(self, said: str) -> str:
        """The address of another service, of whose own address only the path is believed: no secret goes elsewhere."""
        try:
            parts = urlsplit(said[:LIMIT])
        except ValueError:
            raise OnvifTrouble(Cause.MALFORMED, "the address of a service") from None
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.root}{parts.path or '/'}{query}"


def parse(url: str) -> Address:
    """An `http(s)://host[:port][/path][#profile]`; raises OnvifTrouble."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise OnvifTrouble(Cause.BAD_ADDRESS) from None
    if parts.scheme not in {"http", "https"} or not host or len(url) > LIMIT or parts.username is not None:
        raise OnvifTrouble(Cause.BAD_ADDRESS)
    place = f"[{host}]" if ":" in host else host
    number = port or (443 if parts.scheme == "https" else 80)
    path = PATH if parts.path in {"", "/"} else parts.path
    return Address(f"{parts.scheme}://{place}:{number}", path, unquote(parts.fragment))
