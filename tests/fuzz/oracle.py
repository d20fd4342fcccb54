"""What must be true of any answer of a decoder, whatever the bytes were: for property tests and the fuzzer."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

from console.config.schema import SourceConfig
from console.model import Message, Reading, Rejected
from console.parse import Decoder
from console.rules import Conditions

NOW = 1_795_163_400_000  # 2026-11-20T08:30:00Z
MOST_READINGS_A_BYTE = 2
LONGEST_DETAIL = 400


def feed(ecosystem: str, messages: Sequence[tuple[str, bytes]]) -> None:
    """Decode these one after the other, and judge every answer; the rules hear them as well."""
    source = SourceConfig("x", ecosystem)
    decoder, conditions = Decoder((source,)), Conditions((source,))
    for number, (topic, payload) in enumerate(messages):
        told = decoder.decode_as(source, Message(topic, payload, NOW + number * 1000))
        judge(told, payload)
        for reading in told if isinstance(told, list) else ():
            conditions.apply(reading)
    assert all(len(word.payload) < 1000 for word in decoder.errands.take_words())


def judge(told: list[Reading] | Rejected, payload: bytes) -> None:
    """Raises AssertionError when an answer is not one."""
    if isinstance(told, Rejected):
        assert told.reason and len(told.detail) <= LONGEST_DETAIL, told
        return
    assert told, "neither a reading nor a reason"
    assert len(told) <= 100 + MOST_READINGS_A_BYTE * len(payload), len(told)
    for reading in told:
        assert isinstance(reading, Reading)
        assert isinstance(reading.value, bool | int | float | str | None), reading
        assert not isinstance(reading.value, float) or math.isfinite(reading.value), reading
        assert len(reading.device) <= 400 and len(reading.label) <= 200 and len(str(reading.value)) <= 400, reading
        assert abs(reading.ts_ms) < 1 << 62, reading
        json.dumps([reading.device, reading.kind, reading.value, reading.label])
