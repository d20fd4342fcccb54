"""From an address to an encrypted connection whose other end is who it should be. Blocks: the session's thread.

Nothing of ours is said before the certificate was looked at.
"""

from __future__ import annotations

import hashlib
import hmac
import socket
import ssl
from dataclasses import dataclass

from console.mumble.events import Standing
from console.mumble.login import Login, Server
from console.talk_words import TalkDetail

CONNECT_S = 3.0


class Ended(Exception):
    """A connection is over, or none was made: where that leaves us, and why."""

    def __init__(self, reason: TalkDetail, about: str = "", standing: Standing = Standing.AWAY) -> None:
        super().__init__(f"{reason} {about}")
        self.reason = reason
        self.about = about
        self.standing = standing


@dataclass(frozen=True, slots=True)
class Connection:
    """Both channels to one server, neither of them blocking."""

    control: ssl.SSLSocket
    voice: socket.socket

    def close(self) -> None:
        self.control.close()
        self.voice.close()


def dial(server: Server, login: Login) -> Connection:
    """Raises Ended."""
    context = _context(server, login)
    try:
        plain = socket.create_connection((server.host, server.port), CONNECT_S)
    except OSError as error:
        raise Ended(TalkDetail.UNREACHABLE, _said(error)) from None
    try:
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        control = context.wrap_socket(plain, server_hostname=server.host)
    except ssl.SSLCertVerificationError as error:
        plain.close()
        raise Ended(TalkDetail.CERTIFICATE, error.verify_message, Standing.REFUSED) from None
    except TimeoutError:
        plain.close()
        raise Ended(TalkDetail.SILENT) from None
    except OSError as error:  # SSLError is one
        plain.close()
        raise Ended(TalkDetail.NO_TLS, _said(error)) from None
    return _checked(server, control)


def _checked(server: Server, control: ssl.SSLSocket) -> Connection:
    certificate = control.getpeercert(binary_form=True) or b""
    found = hashlib.sha256(certificate).hexdigest()
    if server.pin and not hmac.compare_digest(found, _bare(server.pin)):
        control.close()
        raise Ended(TalkDetail.CERTIFICATE, f"SHA-256 {found}", Standing.REFUSED)
    try:
        address = control.getpeername()
        voice = socket.socket(control.family, socket.SOCK_DGRAM)
        voice.setblocking(False)
        voice.connect(address)
    except OSError as error:
        control.close()
        raise Ended(TalkDetail.LOST, _said(error)) from None
    control.setblocking(False)
    return Connection(control, voice)


def _context(server: Server, login: Login) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        if server.pin:  # such servers sign their certificates themselves; the pin knows it better than any authority
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        elif server.ca_file:
            context.load_verify_locations(server.ca_file)
        else:
            context.load_default_certs()
    except OSError as error:
        raise Ended(TalkDetail.CERTIFICATE, _said(error), Standing.REFUSED) from None
    try:
        if login.client_cert:
            context.load_cert_chain(login.client_cert, login.client_key or None)
    except OSError as error:
        raise Ended(TalkDetail.OWN_CERTIFICATE, _said(error), Standing.REFUSED) from None
    return context


def _bare(pin: str) -> str:
    """A fingerprint as people write it, down to its digits."""
    return pin.replace(":", "").replace(" ", "").lower()


def _said(error: OSError) -> str:
    return error.strerror or type(error).__name__
