"""A payload as it may be shown: bounded, what is no text as hex, what looks like a credential blotted out. Pure."""

from __future__ import annotations

import re

MOST_CHARS = 2_000
HEX_BYTES = 256
BLOT = "•••"

_NAMES = (
    r"(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|authorization|api[_-]?key|private[_-]?key"
    r"|network[_-]?key|app[_-]?s?[_-]?key|nwk[_-]?s?[_-]?key|install[_-]?code|psk|密码|密碼|口令)[\w.-]{0,40}"
)
_KEYED = re.compile(
    rf"""({_NAMES}["']?\s{{0,8}}[:=]\s{{0,8}})"""
    r"""("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\[[^\]]*\]?|[^\s,;&}<\]"']+)""",
    re.IGNORECASE,
)
_ELEMENT = re.compile(rf"(<[\w:.-]{{0,40}}{_NAMES}[^<>]{{0,200}}>)[^<]+", re.IGNORECASE)
_IN_URL = re.compile(r"(\b[a-z][a-z0-9+.-]{1,15}://)[^\s/@\"'<>]{1,200}@", re.IGNORECASE)
_BEARER = re.compile(r"\b(Bearer|Basic|Digest)\s{1,8}[A-Za-z0-9._~+/=-]{8,}", re.IGNORECASE)


def redacted(text: str) -> str:
    """The text without passwords, tokens and keys, told by the names they go by and by their place in URLs."""
    text = _BEARER.sub(rf"\1 {BLOT}", text)
    text = _KEYED.sub(_blotted, text)
    text = _ELEMENT.sub(rf"\1{BLOT}", text)
    return _IN_URL.sub(rf"\1{BLOT}@", text)


def _blotted(found: re.Match[str]) -> str:
    value = found[2]
    if value in ("null", "true", "false", '""', "''"):
        return found[0]
    quote = value[0] if value[0] in "\"'" else ""
    return f"{found[1]}{quote}{BLOT}{quote}"


def shown(payload: bytes, most: int = MOST_CHARS) -> str:
    """One line of at most about `most` characters; binary as hex with its length."""
    text = _as_text(payload)
    if text is None:
        head = payload[:HEX_BYTES].hex(" ")
        more = " …" if len(payload) > HEX_BYTES else ""
        return f"{head[: most - 2]}{more}"
    text = redacted(" ".join(text[: 2 * most].split()))
    return text if len(text) <= most else f"{text[:most]} …"


def is_text(payload: bytes) -> bool:
    """Whether it can be shown as text."""
    return _as_text(payload) is not None


def _as_text(payload: bytes) -> str | None:
    """Strict UTF-8, else GB18030 where that gives Chinese and no control characters; None: bytes."""
    for charset in ("utf-8", "gb18030"):
        try:
            text = payload.decode(charset)
        except UnicodeDecodeError as error:
            if charset == "utf-8" and error.end >= len(payload) - 3 and error.reason == "unexpected end of data":
                text = payload[: error.start].decode("utf-8")  # cut in the middle of a character
            else:
                continue
        if all(char.isprintable() or char in "\r\n\t" for char in text):
            return text
    return None
