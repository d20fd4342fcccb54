"""Passwords do not belong into site files: only references to them do. What was found is never repeated in a text."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from console.config.secrets import is_reference
from console.site.cells import Record

PASSWORD_KEYS = {"password", "passwd", "pwd", "pass", "secret", "token"}
CURE = "write env:NAME, file:PATH or keyring:NAME in the column 'secret'"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of address: what it may be, and what to say when it is not."""

    what: str
    schemes: tuple[str, ...]
    word: str  # stands for the base that site.toml gives
    setting: str
    cure: str
    cure_base: str


BASE = "{base}"
_PICTURES = _Kind(
    "a camera", ("rtsp", "rtsps", "http", "https", "rtmp", "rtmps"), BASE, "base",
    "write rtsp://host:554/path or {base}/path", 'add [video] base = "rtsp://host:554"',
)  # fmt: skip
_CONTROL = _Kind(
    "an ONVIF service", ("http", "https"), "{onvif}", "onvif",
    "write http://host/onvif/device_service", 'add [video] onvif = "http://host:80"',
)  # fmt: skip


def judge_secret(record: Record, key: str = "secret") -> str:
    """The reference to a password; anything else is an error."""
    secret = record.text(key)
    if secret and not is_reference(secret):
        record.error(key, "holds a password instead of a reference to one", CURE)
        return ""
    if secret and not record.has("user"):
        record.error("user", "is empty though a secret is given", "give the user name of the camera")
    return secret


def judge_url(record: Record, key: str, video_base: str | None) -> str:
    """A camera's address without any password in it; `video_base` None means that site.toml is not known."""
    return _judge(record, key, _PICTURES, video_base)


def judge_control(record: Record, key: str, onvif_base: str | None) -> str:
    """The address of a camera's ONVIF device service, as `judge_url`; what stands behind `#` names a profile."""
    return _judge(record, key, _CONTROL, onvif_base)


def _judge(record: Record, key: str, kind: _Kind, base: str | None) -> str:
    url = record.text(key)
    if not url:
        return ""
    if url.startswith(kind.word):
        if base == "":
            record.error(key, f"uses {kind.word} but site.toml has no [video] {kind.setting}", kind.cure_base)
        return url
    try:
        parts = urlsplit(url)
        named = parts.hostname, parts.port
    except ValueError:
        record.error(key, "is not an address", kind.cure)
        return ""
    if parts.scheme not in kind.schemes or not named[0]:
        record.error(key, f"is not an address of {kind.what}", kind.cure)
        return ""
    if parts.password is not None or _has_password(parts.query):
        record.error(key, "holds a password", "take it out of the address; " + CURE)
        return ""
    return url


def _has_password(query: str) -> bool:
    return any(name.casefold() in PASSWORD_KEYS for name, _ in parse_qsl(query, keep_blank_values=True))
