"""Where the broker is and how to be let in: the configuration's URL, certificates and secrets, made ready to use."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from paho.mqtt.client import Client

from console.config import secrets
from console.config.schema import BrokerConfig
from console.errors import BackendError

PORTS = {"mqtt": 1883, "mqtts": 8883}


@dataclass(frozen=True, slots=True)
class Dial:
    """One attempt to connect. The password is never part of its text."""

    host: str
    port: int
    tls: ssl.SSLContext | None
    user: str
    password: str = field(repr=False)

    def introduce(self, client: Client) -> None:
        """Give a client what the broker wants to see: user, password, certificates."""
        if self.user:
            client.username_pw_set(self.user, self.password)
        if self.tls is not None:
            client.tls_set_context(self.tls)


def dial(config: BrokerConfig) -> Dial:
    """Read secrets and certificates anew, so that a renewed one is used at the next attempt.

    Raises BackendError (the URL), ConfigError (a secret), OSError or ssl.SSLError (a certificate file).
    """
    scheme, host, port = address(config.url)
    return Dial(
        host=host,
        port=port,
        tls=_tls(config) if scheme == "mqtts" else None,
        user=config.user,
        password=secrets.resolve(config.password) if config.password else "",
    )


def address(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a broker URL. Raises BackendError; the text never repeats what may be a password."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise BackendError("broker url must be mqtt://host:port or mqtts://host:port")
    if parts.username or parts.password:
        raise BackendError("broker url must not hold a user or password: use the keys user and password")
    try:
        port = parts.port
    except ValueError as error:
        raise BackendError("broker url has no valid port") from error
    return parts.scheme, parts.hostname, port or PORTS[parts.scheme]


def _tls(config: BrokerConfig) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=config.ca_file or None)
    if config.client_cert:
        context.load_cert_chain(config.client_cert, config.client_key or None)
    return context
