"""The words of the voice process: what is said arrives as it was meant, and nothing else is obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.audible import SoundTrouble, ToneOutcome
from console.lines import BadLine, Hello, Quit
from console.model import GroupId, Tone
from console.talk_words import (
    Burst,
    Direction,
    GroupState,
    MicLevel,
    Microphones,
    PressEnd,
    PressEnded,
    TalkDetail,
    TalkState,
    TalkTone,
)
from console.talkd import control, settings
from console.talkd.control import (
    LINE_LIMIT,
    LINES,
    Back,
    Beat,
    Connect,
    Know,
    Lost,
    Play,
    Press,
    Signal,
    Stop,
    Tried,
    Try,
    Volume,
    decode_command,
    encode,
)

COMMANDS = [
    Play(Tone.FIRE), Stop(), Try(), Volume(50), Quit(), Connect("host", 64_738, "desk-1", "secret", "ab"),
    Know("fire", "Site/Fire", True), Press(1, ("fire", "guard")), Signal(TalkTone.CUT),
]  # fmt: skip
REPORTS = [
    Hello(7), Back("扬声器"), Lost(SoundTrouble.DEVICE_GONE, "desk"), Tried(ToneOutcome.PLAYED, "desk"),
    Beat("desk", "fire", 48_000, 1.5), PressEnded(1, PressEnd.GUARD), MicLevel(-20.5, True), Microphones(("a",), "a"),
    GroupState(GroupId("fire"), TalkState.BUSY, "team", 5, ("team", "李"), TalkDetail.NONE),
    Burst(Direction.HEARD, (GroupId("fire"),), "team", 5, 1_000, 2, "voice/x.mka", "ab"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_every_command_arrives_as_it_was_said(command: control.Command) -> None:
    assert decode_command(encode(command)) == command


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: type(report).__name__)
def test_every_report_arrives_as_it_was_said(report: control.Report) -> None:
    assert LINES.decode_report(encode(report)) == report


@pytest.mark.parametrize(
    "line",
    [
        b"", b"{", b"[]", b'"Stop"', b'{"is":"Hello","pid":1}', b'{"is":"Play"}', b'{"is":"Play","tone":"lullaby"}',
        b'{"is":"Volume","percent":"loud"}', b'{"is":"Volume","percent":true}',
        b'{"is":"Stop"}' + b" " * LINE_LIMIT,
    ],
)  # fmt: skip
def test_what_is_no_command_is_refused(line: bytes) -> None:
    with pytest.raises(BadLine):
        decode_command(line)


@given(st.binary(max_size=200))
def test_no_bytes_whatsoever_raise_anything_else(line: bytes) -> None:
    for decode in (decode_command, LINES.decode_report):
        with pytest.raises(BadLine):
            decode(line)


def test_no_line_shows_the_password_where_it_is_printed() -> None:
    assert "secret" not in repr(Connect("host", 64_738, "desk-1", "secret"))


def test_the_command_line_says_the_settings_and_back() -> None:
    given_settings = settings.Settings(
        device="USB speaker",
        volume=40,
        retry=3,
        silent=True,
        microphone="Headset",
        limit_s=30,
        data="d",
        tone=Tone.TEST,
    )
    assert settings.read(given_settings.arguments()) == given_settings


@pytest.mark.parametrize("arguments", [["--volume", "0"], ["--volume", "101"], ["--tone", "lullaby"]])
def test_mistakes_on_the_command_line_end_the_program(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        settings.read(arguments)
    assert arguments[0] in capsys.readouterr().err
