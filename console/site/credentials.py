"""Passwords do not belong into site files: only references to them do. What was found is never repeated in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from console.config.secrets import is_reference
from console.site.cells import Record

PASSWORD_KEYS = {"password", "passwd", "pwd", "pass", "secret", "token"}
IN_PATH = re.compile(rf"[/&;_](?:{'|'.join(sorted(PASSWORD_KEYS))})=[^/&;_]", re.IGNORECASE)  # /user=a&password=b.sdp
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


def judge_base(record: Record, key: str) -> str:
    """What {base} or {onvif} stands for; `key` is that of site.toml."""
    return _judge(record, key, _CONTROL if key.endswith(_CONTROL.setting) else _PICTURES, "")


def judge_path(record: Record, key: str, path: str) -> bool:
    """Whether there is no password in a path of streams."""
    return not _is_told(record, key, path)


def _is_told(record: Record, key: str, behind: str) -> bool:
    """Whether a password stands behind the host of an address, which is then an error."""
    path, _, query = behind.partition("?")
    is_told = _has_password(query) or IN_PATH.search(unquote(path)) is not None
    if is_told:
        record.error(key, "holds a password", "take it out of the address; " + CURE)
    return is_told


def _judge(record: Record, key: str, kind: _Kind, base: str | None) -> str:
    url = record.text(key)
    if not url:
        return ""
    if url.startswith(kind.word):
        if base == "":
            record.error(key, f"uses {kind.word} but site.toml has no [video] {kind.setting}", kind.cure_base)
        return "" if _is_told(record, key, url) else url
    try:
        parts = urlsplit(url)
        named = parts.hostname, parts.port
    except ValueError:
        record.error(key, "is not an address", kind.cure)
        return ""
    if parts.scheme not in kind.schemes or not named[0]:
        record.error(key, f"is not an address of {kind.what}", kind.cure)
        return ""
    if parts.password is not None:
        record.error(key, "holds a password", "take it out of the address; " + CURE)
        return ""
    return "" if _is_told(record, key, f"{parts.path}?{parts.query}") else url


def _has_password(query: str) -> bool:
    return any(name.casefold() in PASSWORD_KEYS for name, _ in parse_qsl(query, keep_blank_values=True))
