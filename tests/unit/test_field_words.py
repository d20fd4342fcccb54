"""What units say on the wire: only known units, only sound messages, nothing kept from another time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.inbox import Inbox
from console.intake import Intake, Refused
from console.model import Message, Rejected, Site, UnitMoved, UnitSaid, UnitStatus
from console.parse.field import Field
from console.parse.rejects import Reject
from tests.unit.dispatch_room import M1, SITE

ROOT = "watchroom/test"
FIELD = Field(ROOT, SITE)
ANSWER = {"v": 1, "order": "M1-7", "status": "accepted", "t": 1_795_000_000_000, "reason": ""}


def message(body: object, topic: str = f"{ROOT}/unit/M1/status", **more: Any) -> Message:
    payload = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Message(topic, payload, 1_795_000_000_500, receipt=5, **more)


def reason(body: object, topic: str = f"{ROOT}/unit/M1/status", **more: Any) -> str:
    told = FIELD.decode(message(body, topic, **more))
    assert isinstance(told, Rejected)
    assert told.source == "units"
    return told.reason


def test_an_answer_is_read_with_order_time_and_position() -> None:
    told = FIELD.decode(message({**ANSWER, "reason": "on\u0007 my way", "lon": 120.7, "lat": 30.8}))
    assert told == (
        UnitSaid(M1, UnitStatus.ACCEPTED, "M1-7", 1_795_000_000_000, 1_795_000_000_500, "on my way", 5),
        UnitMoved(M1, 120.7, 30.8, 1_795_000_000_000, 1_795_000_000_500),
    )


def test_a_position_alone_says_no_status() -> None:
    told = FIELD.decode(message({"lon": 120.7, "lat": 30.8, "t": 3}, f"{ROOT}/unit/M1/position"))
    assert told == (UnitMoved(M1, 120.7, 30.8, 3, 1_795_000_000_500),)


def test_what_is_no_units_topic_is_left_to_the_sources() -> None:
    assert FIELD.decode(message(ANSWER, "zigbee2mqtt/x")) is None
    assert FIELD.decode(message(ANSWER, "watchroom/other/unit/M1/status")) is None


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({**ANSWER, "status": "flying"}, Reject.WRONG_TYPE),
        ({**ANSWER, "order": 7}, Reject.WRONG_TYPE),
        ({**ANSWER, "order": "x" * 81}, Reject.WRONG_TYPE),
        ({**ANSWER, "t": "yesterday"}, Reject.WRONG_TYPE),
        ({**ANSWER, "t": True}, Reject.WRONG_TYPE),
        ({**ANSWER, "t": -1}, Reject.WRONG_TYPE),
        ({**ANSWER, "v": 2}, Reject.WRONG_TYPE),
        ({**ANSWER, "lon": 120.7}, Reject.WRONG_TYPE),
        ({**ANSWER, "lon": 400, "lat": 30}, Reject.WRONG_TYPE),
        ([ANSWER], Reject.WRONG_TYPE),
        (b"\xff\xfe", Reject.BAD_CHARSET),
        (b"{", Reject.BAD_JSON),
        (b"", Reject.EMPTY),
        (b'{"status": "' + b"x" * 4_096 + b'"}', Reject.TOO_LARGE),
        (b"[" * 9 + b"]" * 9, Reject.TOO_DEEP),
    ],
)
def test_a_message_that_is_not_sound_is_refused_with_its_reason(body: object, code: str) -> None:
    assert reason(body) == code


def test_a_unit_the_site_does_not_know_is_nobody() -> None:
    assert reason(ANSWER, f"{ROOT}/unit/M9/status") == Reject.UNKNOWN_UNIT
    assert reason(ANSWER, f"{ROOT}/unit/M1/shout") == Reject.UNKNOWN_TOPIC
    field = Field(ROOT, SITE)
    field.take_site(Site("x", "x", "UTC", (0.0, 0.0)))
    assert isinstance(field.decode(message(ANSWER)), Rejected)


def test_a_retained_answer_of_yesterday_is_not_taken() -> None:
    assert reason(ANSWER, retained=True) == Reject.RETAINED


@given(st.binary(max_size=200) | st.dictionaries(st.sampled_from(["status", "order", "t", "lon", "lat", "v"]), st.none() | st.integers() | st.floats() | st.text(max_size=9) | st.lists(st.integers(), max_size=2)).map(lambda d: json.dumps(d).encode()))  # fmt: skip  # noqa: E501
def test_no_message_makes_it_raise(payload: bytes) -> None:
    FIELD.decode(Message(f"{ROOT}/unit/M1/status", payload, 1))


class Nothing:
    def decode(self, message: Message) -> list[Any]:
        raise AssertionError(message)

    def introductions(self, now_ms: int) -> tuple[()]:
        return ()

    def take_site(self, site: Site) -> None: ...

    def apply(self, reading: object) -> list[Any]:
        raise AssertionError(reading)


def test_the_intake_hands_over_every_status_only_the_newest_position_and_counts_refusals() -> None:
    inbox, handled, taken = Inbox(), [], []
    intake = Intake(Nothing(), Nothing(), inbox, handled.extend, field=Field(ROOT, SITE))
    for shift in range(3):
        intake(message({"lon": 120.0 + shift, "lat": 30.0, "t": shift}, f"{ROOT}/unit/M1/position"))
    intake(message(ANSWER))
    intake(message(b"{"))
    inbox.drain(taken.append, lambda *_: None, 1000)
    assert [type(item) for item in taken] == [UnitSaid, UnitMoved, Refused]
    assert taken[1].lon == 122.0
    assert handled == [5, 5, 5, 5]  # the status' receipt is handled with its commit
