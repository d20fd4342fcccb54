"""What is shown of a payload: bounded, one line, bytes as hex, and never a credential."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.arrivals.cases import as_case, to_give_away
from console.arrivals.shown import BLOT, MOST_CHARS, redacted, shown
from console.explain.cases import Case
from console.model import Message

SECRET = "hunter2-Zx9"


@pytest.mark.parametrize(
    "text",
    [
        '{"mqtt": {"user": "a", "password": "hunter2-Zx9"}}',
        '{"mqtt":{"password":"hunter2-Zx9',  # cut in the middle
        '{"access_token": "hunter2-Zx9", "state": "ON"}',
        '{"wifi_psk":"hunter2-Zx9"}',
        '{"advanced": {"network_key": ["hunter2-Zx9", 3, 5]}}',
        "{'api-key': 'hunter2-Zx9'}",
        "user=admin&passwd=hunter2-Zx9&x=1",
        "rtsp://admin:hunter2-Zx9@10.0.0.4/stream",
        "Authorization: Bearer hunter2-Zx9",
        "<User><password>hunter2-Zx9</password></User>",
        "密码：x 密码: hunter2-Zx9",
    ],
)
def test_what_looks_like_a_credential_is_blotted_out(text: str) -> None:
    assert SECRET not in redacted(text)
    assert BLOT in redacted(text)
    assert SECRET not in shown(text.encode())
    assert SECRET not in to_give_away(Message("t", text.encode(), 1))


def test_what_is_no_credential_stays_as_it_is() -> None:
    text = '{"smoke": true, "battery": 3, "name": "1号楼/大厅", "password": null}'
    assert redacted(text) == text


def test_bytes_are_shown_as_hex_and_chinese_of_either_charset_as_text() -> None:
    assert shown(b"@@\x01\x00\xff##") == "40 40 01 00 ff 23 23"
    assert shown("火警".encode("gb18030")) == "火警"
    assert shown("火警".encode()) == "火警"


def test_a_text_that_was_cut_in_a_character_is_still_a_text() -> None:
    assert shown("abc火".encode()[:-1]) == "abc"


def test_line_ends_become_spaces_and_long_payloads_are_cut() -> None:
    assert shown(b'{\n  "a": 1\n}') == '{ "a": 1 }'
    assert len(shown(b"x" * 1_000_000)) <= MOST_CHARS + 2
    assert len(shown(b"\x00" * 1_000_000)) <= MOST_CHARS + 2


@given(st.binary(max_size=400))
def test_nothing_that_is_shown_holds_a_control_character(payload: bytes) -> None:
    assert all(char.isprintable() for char in shown(payload))


@given(payload=st.binary(max_size=200), topic=st.text(min_size=1, max_size=20), retained=st.booleans())
def test_a_message_written_as_a_case_is_read_as_the_same_message(payload: bytes, topic: str, retained: bool) -> None:
    message = Message(topic, payload, 1_795_000_000_123, retained)
    assert Case.of(as_case(message), 0).message == message


def test_a_case_line_is_one_line_of_json() -> None:
    line = as_case(Message("t", b'{\n"a":1}', 1_795_000_000_123, dup=True), name="n")
    read: dict[str, Any] = json.loads(line)
    assert "\n" not in line
    assert read == {
        "name": "n", "topic": "t", "payload": '{\n"a":1}', "dup": True, "received_at": "2026-11-18T11:06:40.123Z",
    }  # fmt: skip
