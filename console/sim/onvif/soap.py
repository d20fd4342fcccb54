"""Requests to the simulated devices, and what is sent back: envelopes, faults, WS-Security. Pure."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from console.onvif import markup
from console.onvif.words import DEVICE, ERRORS, IMAGING, MEDIA, PTZ, SCHEMA, SOAP
from console.sim.onvif.device import SimDevice

LIMIT = 65_536  # bytes of a request
LEEWAY_MS = 60_000  # a token may be so much older or younger than the device's clock says
NONCES_KEPT = 1_000

_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="{SOAP}" xmlns:tt="{SCHEMA}" xmlns:tds="{DEVICE}"'
    f' xmlns:trt="{MEDIA}" xmlns:tptz="{PTZ}" xmlns:timg="{IMAGING}" xmlns:ter="{ERRORS}"><s:Body>'
)
_TAIL = "</s:Body></s:Envelope>"


class Fault(Exception):
    """The device refuses; `code` is one of ONVIF's, "Sender" or "Receiver" is at fault."""

    def __init__(self, code: str, reason: str, side: str = "Sender") -> None:
        super().__init__(reason)
        self.code, self.reason, self.side = code, reason, side


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the operation's name, its service's namespace, its element."""

    operation: str
    service: str
    body: Any

    def text(self, wanted: str) -> str:
        return markup.text(self.body, wanted)

    def number(self, element: str, attribute: str, otherwise: float = 0.0) -> float:
        """An attribute of a part of the request. Raises Fault."""
        found = markup.find(self.body, element)
        try:
            return float(found.get(attribute, otherwise)) if found is not None else otherwise
        except ValueError:
            raise Fault("InvalidArgVal", f"{element}/{attribute} is no number") from None

    def has(self, element: str) -> bool:
        return markup.find(self.body, element) is not None

    def space(self, element: str) -> str:
        found = markup.find(self.body, element)
        return str(found.get("space", "")) if found is not None else ""


def read(data: bytes) -> tuple[Request, Any]:
    """The request and its envelope. Raises Fault."""
    try:
        envelope = markup.read(data, LIMIT)
    except markup.BadMarkup as error:
        raise Fault("WellFormed", str(error)) from None
    body = markup.find(envelope, "Body")
    if body is None or not len(body):
        raise Fault("WellFormed", "there is nothing in it")
    asked = body[0]
    return Request(markup.name(asked), markup.space(asked), asked), envelope


class Tokens:
    """WS-Security with a digest: the right password, a fresh moment by the device's own clock, each nonce once."""

    def __init__(self) -> None:
        self._nonces: dict[str, None] = {}

    def judge(self, envelope: Any, device: SimDevice) -> None:
        """Raises Fault."""
        if not device.user:
            return
        token = markup.find(envelope, "UsernameToken")
        if token is None or not self._is_right(token, device):
            raise Fault("NotAuthorized", "Sender not authorized")

    def _is_right(self, token: Any, device: SimDevice) -> bool:
        nonce, created = markup.text(token, "Nonce"), markup.text(token, "Created")
        try:
            raw, made = base64.b64decode(nonce, validate=True), datetime.fromisoformat(created)
        except (binascii.Error, ValueError):
            return False
        digest = hashlib.sha1(raw + created.encode() + device.password.encode(), usedforsecurity=False).digest()
        given = markup.text(token, "Password").encode()
        is_same = hmac.compare_digest(given, base64.b64encode(digest))
        is_fresh = abs(made.timestamp() * 1000 - device.now_ms()) <= LEEWAY_MS and nonce not in self._nonces
        if is_same and is_fresh:
            self._nonces[nonce] = None
            while len(self._nonces) > NONCES_KEPT:
                del self._nonces[next(iter(self._nonces))]
        return is_same and is_fresh and markup.text(token, "Username") == device.user


def envelope(body: str) -> bytes:
    return f"{_HEAD}{body}{_TAIL}".encode()


def fault(said: Fault) -> bytes:
    reason = escape(said.reason)
    return envelope(
        f"<s:Fault><s:Code><s:Value>s:{said.side}</s:Value><s:Subcode><s:Value>ter:{said.code}</s:Value></s:Subcode>"
        f'</s:Code><s:Reason><s:Text xml:lang="en">{reason}</s:Text></s:Reason></s:Fault>'
    )
