"""Push bodies of OneNET: the message is JSON inside a text, or the same encrypted; and the older NB-IoT form.

| fact | what the console does |
|---|---|
| `{msg, nonce, signature, time, id}`, `msg` is JSON in a text | read; `id` tells a repetition |
| `enc_msg`, or a `msg` that is no JSON: AES-256-CBC; inside 16 random bytes, 4 bytes of length, the message | opened \
with the option `aes_key` (`env:`, `file:`, `keyring:`), the platform's 43 letters; else refused as `no_key` |
| `notifyType` property: `data.params.KEY.{value,time}` | each with its own time |
| `notifyType` event: `data.params.EVENT.value.KEY` | the same |
| lifecycle: `status` online, offline | availability |
| older form: `type` 1 with `ds_id` OBJECT_INSTANCE_RESOURCE, `value`, `at` | by the object's number, or by its words |
| older form: `type` 2 with `status` 1, 0 | availability |
| identity | `deviceName` (the IMEI of NB-IoT devices), `imei`, `dev_name`, `dev_id` |
"""

from __future__ import annotations

import base64
import binascii
import logging
from collections.abc import Iterator, Mapping

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from console.config import secrets
from console.errors import BackendError
from console.model import Message
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import epoch
from console.parse.naming import of_kind, statement
from console.parse.push import is_online, named, some, table
from console.parse.reader import Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement

log = logging.getLogger(__name__)

KEY_BYTES, BLOCK, RANDOM, LENGTH = 32, 16, 16, 4
OBJECTS = {  # number of an OMA object → kind, unit
    "3303": ("temperature", "°C"), "3304": ("humidity", "%"), "3323": ("water_pressure", "kPa"),
    "3316": ("voltage", "V"), "3317": ("current", "A"),
}  # fmt: skip
DATA, LIFE = 1, 2  # types of the older form


class Onenet(Reader):
    def prepare(self) -> None:
        self._key = _key(str(self.source.options.get("aes_key", "")))

    def read(self, message: Message) -> list[Statement]:
        data = envelope.table(message.payload, self.source)
        body = self._body(data)
        device = named(body, "deviceName", "imei", "dev_name", "dev_id")
        if not device:
            raise MessageRefused(Reject.NO_IDENTITY, "no deviceName")
        at_ms = epoch(data.get("time"), 1000)
        speaker = Speaker(device, at_ms, named(data, "id"), clock_fault=data.get("time") is not None and at_ms is None)
        if body.get("type") in (DATA, LIFE):
            return [self._older(body, speaker)]
        inside = table(body.get("data"))
        if "lifecycle" in {str(body.get(name, "")).lower() for name in ("messageType", "notifyType")}:
            return [speaker.availability(is_online(inside.get("status") or body.get("status")))]
        said = [self._signal(speaker, key, given) for key, given in _params(table(inside.get("params")))]
        return some(said, body)

    def _body(self, data: Mapping[str, Json]) -> dict[str, Json]:
        sealed, inner = data.get("enc_msg"), data.get("msg")
        if isinstance(sealed, str):
            inner = self._opened(sealed)
        elif isinstance(inner, str) and not inner.lstrip().startswith(("{", "[", '"')):
            inner = self._opened(inner)
        return table(envelope.parse(inner, self.source.max_depth) if isinstance(inner, str) else inner)

    def _opened(self, sealed: str) -> str:
        if not self._key:
            raise MessageRefused(Reject.NO_KEY, "the message is encrypted: set options.aes_key")
        try:
            return _decrypted(base64.b64decode(sealed, validate=True), self._key)
        except (binascii.Error, ValueError) as error:
            raise MessageRefused(Reject.NO_KEY, f"the key does not open it: {error}") from None

    def _signal(self, speaker: Speaker, key: str, given: Json) -> Statement | None:
        value = given.get("value") if isinstance(given, dict) else given
        own_ms = epoch(given.get("time"), 1000) if isinstance(given, dict) else None
        own = Speaker(speaker.device, own_ms, speaker.sequence) if own_ms is not None else speaker
        return statement(own, self.source, key, value)

    def _older(self, body: Mapping[str, Json], speaker: Speaker) -> Statement:
        own_ms = epoch(body.get("at"), 1000)
        own = Speaker(speaker.device, own_ms, speaker.sequence) if own_ms is not None else speaker
        if body.get("type") == LIFE:
            return own.availability(is_online(body.get("status")))
        stream = named(body, "ds_id")
        kind, unit = OBJECTS.get(stream.partition("_")[0], ("", ""))
        if kind:
            return of_kind(own, self.source, kind, body.get("value"), unit)
        return some([statement(own, self.source, stream, body.get("value"))], body)[0]


def _params(params: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    """Keys with their values; an event's are one table further in."""
    for key, given in params.items():
        value = given.get("value") if isinstance(given, dict) else None
        if isinstance(given, dict) and isinstance(value, dict):
            for inner, each in value.items():
                yield inner, {"value": each, "time": given.get("time")}
        else:
            yield key, given


def _key(reference: str) -> bytes:
    """The platform's key; empty when there is none, or it cannot be had: what is encrypted is then refused."""
    try:
        key = base64.b64decode(secrets.resolve(reference).strip() + "=") if reference else b""
    except (BackendError, binascii.Error, ValueError) as error:
        log.warning("options.aes_key cannot be used: %s", type(error).__name__)
        return b""
    return key if len(key) == KEY_BYTES else b""


def _decrypted(sealed: bytes, key: bytes) -> str:
    """Raises ValueError when this is not what it looks like."""
    if not sealed or len(sealed) % BLOCK:
        raise ValueError("no whole blocks")
    opener = Cipher(algorithms.AES(key), modes.CBC(key[:BLOCK])).decryptor()
    plain = opener.update(sealed) + opener.finalize()
    length = int.from_bytes(plain[RANDOM : RANDOM + LENGTH], "big")
    body = plain[RANDOM + LENGTH : RANDOM + LENGTH + length]
    if len(body) != length or not length:
        raise ValueError("its length is wrong")
    return body.decode()
