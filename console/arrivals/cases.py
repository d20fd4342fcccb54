"""A message as a line of a file of cases: what `record` writes and `explain --messages` and `check` read. Pure."""

from __future__ import annotations

import base64
from dataclasses import replace

import orjson

from console.arrivals.shown import redacted
from console.clock import iso_ms
from console.model import Message


def as_case(message: Message, *, name: str = "") -> str:
    """One JSON object without a line end; a payload that is no UTF-8 text goes as base64."""
    line: dict[str, str | bool] = {"name": name} if name else {}
    line["topic"] = message.topic
    try:
        line["payload"] = message.payload.decode("utf-8")
    except UnicodeDecodeError:
        line |= {"payload": base64.b64encode(message.payload).decode(), "encoding": "base64"}
    if message.retained:
        line["retain"] = True
    if message.dup:
        line["dup"] = True
    line["received_at"] = iso_ms(message.received_ms)
    return orjson.dumps(line).decode()


def to_give_away(message: Message) -> str:
    """The same for the clipboard and for exports: what looks like a credential is blotted out."""
    try:
        text = message.payload.decode("utf-8")
    except UnicodeDecodeError:
        return as_case(message)
    return as_case(replace(message, payload=redacted(text).encode()))
