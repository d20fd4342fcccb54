"""Where a voice server is, how it is known, and who we are there. Values."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Server:
    """`pin`: SHA-256 of its certificate, hexadecimal; with it nothing else is checked. "" asks an authority:
    the one of `ca_file`, or those of the system."""

    host: str
    port: int
    pin: str = ""
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A channel by its path, names separated by "/", "" the root. `with_below`: and all channels below it."""

    channel: str = ""
    with_below: bool = False


@dataclass(frozen=True, slots=True)
class Login:
    """`client_cert` and `client_key`: files. `is_recording`: the others are told that they are recorded."""

    name: str
    password: str = field(default="", repr=False)
    tokens: tuple[str, ...] = field(default=(), repr=False)
    client_cert: str = ""
    client_key: str = ""
    is_recording: bool = False
    is_mute: bool = False  # it listens only
