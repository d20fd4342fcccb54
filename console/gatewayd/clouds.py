"""How each cloud proves that a push is its own: a shared secret, or OneNET's signature. Pure.

| cloud | proof | first contact |
|---|---|---|
| OneNET | `signature` = base64(md5(token + nonce + msg)) | GET with msg, nonce, signature, answered with msg |
| Huawei IoTDA, CTWing, JSON | a secret in a header of the request, or as `?token=` of its address | none |
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import orjson

from console.gatewayd import control

MOST_FIELDS = 16  # of an address


class Forbidden(Exception):
    """The push is not proven to be the cloud's."""


class Unreadable(Exception):
    """It is no push at all."""


@dataclass(frozen=True, slots=True)
class Request:
    """The head of a request: header names in small letters, each with its last value."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


def request(method: str, target: str, headers: Mapping[str, str]) -> Request:
    """Raises Unreadable when the address is none."""
    try:
        parts = urlsplit(target)
        query = {name: values[0] for name, values in parse_qs(parts.query, max_num_fields=MOST_FIELDS).items()}
    except ValueError:
        raise Unreadable("no address") from None
    return Request(method, parts.path, query, headers)


class Cloud(ABC):
    """One that pushes to `path`; what it says is re-published on `topic`."""

    def __init__(self, told: control.Cloud) -> None:
        self.path = told.path
        self.topic = told.topic
        self._told = told

    @abstractmethod
    def greeted(self, request: Request) -> bytes | None:
        """The answer to its first contact, None when it has none. Raises Forbidden."""

    @abstractmethod
    def look(self, request: Request) -> None:
        """Before the body is read. Raises Forbidden."""

    @abstractmethod
    def read(self, body: bytes) -> bytes:
        """What is to be re-published. Raises Forbidden, Unreadable."""


class BySecret(Cloud):
    """The secret stands in the request; the body is passed on as it is."""

    def greeted(self, request: Request) -> bytes | None:  # noqa: ARG002 - nothing is asked before the first push
        return None

    def look(self, request: Request) -> None:
        header = self._told.header.lower()
        given = request.headers.get(header, "").removeprefix("Bearer ") if header else request.query.get("token", "")
        if not _same(given, self._told.secret):
            raise Forbidden

    def read(self, body: bytes) -> bytes:
        return body


class OneNet(Cloud):
    """It signs what it says, encrypted or not: opening it is the decoder's."""

    def greeted(self, request: Request) -> bytes | None:
        message, nonce = request.query.get("msg", ""), request.query.get("nonce", "")
        if not _same(_whole(request.query.get("signature", "")), self._signed(nonce, message)):
            raise Forbidden
        return message.encode()

    def look(self, request: Request) -> None:
        """The proof is in the body."""

    def read(self, body: bytes) -> bytes:
        said = _object(body)
        message = said.get("msg", said.get("enc_msg"))
        if not isinstance(message, str):
            raise Unreadable("no msg")
        if not _same(_whole(str(said.get("signature", ""))), self._signed(str(said.get("nonce", "")), message)):
            raise Forbidden
        return body

    def _signed(self, nonce: str, message: str) -> str:
        digest = hashlib.md5(f"{self._told.secret}{nonce}{message}".encode(), usedforsecurity=False)
        return base64.b64encode(digest.digest()).decode()


def cloud(told: control.Cloud) -> Cloud:
    """The cloud that proves itself as its kind does."""
    return OneNet(told) if told.kind is control.CloudKind.ONENET else BySecret(told)


def _same(given: str, wanted: str) -> bool:
    """Takes as long for a good guess as for a bad one; nothing is the same as no secret."""
    return bool(wanted) and hmac.compare_digest(given.encode(), wanted.encode())


def _whole(signature: str) -> str:
    """A plus sign of an address that was not escaped has become a space."""
    return signature.replace(" ", "+")


def _object(body: bytes) -> dict[str, object]:
    try:
        said = orjson.loads(body)
    except ValueError:
        raise Unreadable("no JSON") from None
    if not isinstance(said, dict):
        raise Unreadable("no object")
    return said
