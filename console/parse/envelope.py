"""From bytes to text or JSON, with the limits before any parser runs: size, charset, depth, duplicate keys. Pure."""

from __future__ import annotations

import json
import re

import orjson

from console.config.schema import SourceConfig
from console.parse.rejects import MessageRefused, Reject

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

NOT_A_NUMBER = "NaN"  # stands for the literals NaN and Infinity, which are no JSON: no table and no number takes it
AMBIGUOUS = "two values for one key"  # stands for a key that says two different things: no table takes it either

_TOKENS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)
_NO_NUMBER = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")|-?\b(?:NaN|Infinity)\b', re.DOTALL)


def text(payload: bytes, source: SourceConfig, max_bytes: int = 0) -> str:
    """The payload as text; refused when it is too large or not in the source's charset."""
    limit = max_bytes or source.max_bytes
    if len(payload) > limit:
        raise MessageRefused(Reject.TOO_LARGE, f"{len(payload)} bytes, at most {limit}")
    try:
        return payload.decode(source.charset)
    except (UnicodeError, LookupError) as error:
        raise MessageRefused(Reject.BAD_CHARSET, f"not {source.charset}: {error}") from None


def document(payload: bytes, source: SourceConfig, max_bytes: int = 0) -> Json:
    """The payload as JSON; NaN and keys that contradict themselves become texts that no value table knows."""
    body = text(payload, source, max_bytes)
    if not body or body.isspace():
        raise MessageRefused(Reject.EMPTY)
    return parse(body, source.max_depth)


def parse(body: str, max_depth: int) -> Json:
    """JSON in a text, no deeper than `max_depth`."""
    if body.count("[") + body.count("{") > max_depth and _depth(body) > max_depth:
        raise MessageRefused(Reject.TOO_DEEP, f"deeper than {max_depth}")
    try:
        value: Json = orjson.loads(body)
    except ValueError as error:
        body, value = _without_nan(body, error)
    if body.count('":') != _keys(value):
        value = _refuse_contradictions(body, value)
    return value


def table(payload: bytes, source: SourceConfig, max_bytes: int = 0) -> dict[str, Json]:
    """The payload as a JSON object."""
    value = document(payload, source, max_bytes)
    if not isinstance(value, dict):
        raise MessageRefused(Reject.WRONG_TYPE, f"{type(value).__name__} where an object is due")
    return value


def _depth(body: str) -> int:
    deepest = depth = 0
    for token in _TOKENS.findall(body):
        if token in ("[", "{"):
            depth += 1
            deepest = max(deepest, depth)
        elif token in ("]", "}"):
            depth -= 1
    return deepest


def _without_nan(body: str, error: ValueError) -> tuple[str, Json]:
    """Second try with NaN and Infinity as texts: they are a bad value of a good message, not a bad message."""
    if "NaN" in body or "Infinity" in body:
        body = _NO_NUMBER.sub(lambda found: found[1] or f'"{NOT_A_NUMBER}"', body)
        try:
            return body, orjson.loads(body)
        except ValueError as again:
            error = again
    raise MessageRefused(Reject.BAD_JSON, str(error)) from None


def _keys(value: Json) -> int:
    if isinstance(value, dict):
        return len(value) + sum(_keys(each) for each in value.values() if isinstance(each, dict | list))
    if isinstance(value, list):
        return sum(_keys(each) for each in value if isinstance(each, dict | list))
    return 0


def _refuse_contradictions(body: str, value: Json) -> Json:
    """Read again, with the keys in view: JSON allows a key twice, and the last would silently win."""
    found = False

    def pairs(items: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal found
        result: dict[str, Json] = {}
        for key, each in items:
            if key in result and result[key] != each:
                found = True
                result[key] = AMBIGUOUS
            else:
                result[key] = each
        return result

    again: Json = json.loads(body, object_pairs_hook=pairs)
    return again if found else value
