"""Passwords do not belong into site files: only references to them do. What was found is never repeated in a text."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from console.config.secrets import is_reference
from console.site.cells import Record

PASSWORD_KEYS = {"password", "passwd", "pwd", "pass", "secret", "token"}
ADDRESSES = {"rtsp", "rtsps", "http", "https"}
BASE = "{base}"
CURE = "write env:NAME, file:PATH or keyring:NAME in the column 'secret'"


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
    url = record.text(key)
    if not url:
        return ""
    if url.startswith(BASE):
        if video_base == "":
            record.error(key, "uses {base} but site.toml has no [video] base", 'add [video] base = "rtsp://host:554"')
        return url
    try:
        parts = urlsplit(url)
        named = parts.hostname, parts.port
    except ValueError:
        record.error(key, "is not an address", "write rtsp://host:554/path or {base}/path")
        return ""
    if parts.scheme not in ADDRESSES or not named[0]:
        record.error(key, "is not an address of a camera", "write rtsp://host:554/path or {base}/path")
        return ""
    if parts.password is not None or _has_password(parts.query):
        record.error(key, "holds a password", "take it out of the address; " + CURE)
        return ""
    return url


def _has_password(query: str) -> bool:
    return any(name.casefold() in PASSWORD_KEYS for name, _ in parse_qsl(query, keep_blank_values=True))
