"""Recorded messages, one JSON object a line: topic, payload, encoding, retain, dup, received_at. Pure."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from console.backends.feed.arrival import Arrival
from console.errors import BackendError


def read(path: Path, now_ms: int, after: int = 0) -> Iterator[tuple[int, Arrival]]:
    """Line number (from 1) and message of every line behind line `after`; empty lines are passed over.

    `received_at` (ISO 8601) is the time of arrival, `now_ms` where a line has none. Raises OSError, and BackendError
    that names the line.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if number <= after or not line.strip():
                continue
            try:
                yield number, _arrival(orjson.loads(line), now_ms)
            except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as error:
                raise BackendError(f"{path.name}:{number}: not a recorded message: {error!r}") from error


def _arrival(line: dict[str, Any], now_ms: int) -> Arrival:
    at = line.get("received_at")
    received_ms = int(datetime.fromisoformat(at).timestamp() * 1000) if at else now_ms
    payload = _payload(line["payload"], line.get("encoding", ""))
    return Arrival(line["topic"], payload, received_ms, bool(line.get("retain")), bool(line.get("dup")), qos=0)


def _payload(payload: Any, encoding: str) -> bytes:
    """`base64`: bytes; `repeat`: `{head, unit, times, tail}`, for a long payload without a long line; else text."""
    if encoding == "base64":
        return base64.b64decode(payload, validate=True)
    if encoding == "repeat":
        text = payload["head"] + payload["unit"] * payload["times"] + payload["tail"]
        return str(text).encode()
    if encoding:
        raise ValueError(f"unknown encoding {encoding!r}")
    return payload.encode() if isinstance(payload, str) else orjson.dumps(payload)
