"""What the two processes say to each other: whole and checked, with nothing secret shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.lines import BadLine
from console.model import Quality
from console.ports import CameraState, ClipTrouble, Detail
from console.replays import (
    ClipAt,
    CloseClip,
    PauseClip,
    PlayClip,
    PlayTrouble,
    RateClip,
    ReplayFailed,
    SeekClip,
    SnapClip,
    SnapshotFailed,
    SnapshotSaved,
    StepClip,
)
from console.rewinds import (
    AskMemory,
    BeginRewind,
    EndRewind,
    KeepRewind,
    Memory,
    PaceRewind,
    PauseRewind,
    PictureSnapped,
    RewindAt,
    RewindEnded,
    RewindHolds,
    RewindTrouble,
    SeekRewind,
    Shortage,
    SnapFailed,
    SnapPicture,
    StepRewind,
)
from console.videod.control import (
    LINES,
    Beat,
    Cap,
    Changed,
    Command,
    Failed,
    Forget,
    Hello,
    Hide,
    Know,
    Quit,
    Record,
    Report,
    Saved,
    Show,
    Summed,
    decode_command,
    encode,
)

COMMANDS = [
    Know("门厅", "rtsp://h/1", "rtsp://h/2", "u", "s3cret", "keyframes", 3.5),
    Forget("门厅"),
    Show(3, "门厅", Quality.MAIN, 640, 360),
    Hide(3),
    Cap("nvr", 16),
    Record("evidence/2026/11/21/a/b.mp4", "a#b/1", "门厅", 7, 1, 2, 3, 4, is_settling=True),
    Quit(),
    PlayClip(1, 5, "evidence/2026/11/21/a/b.mp4", "ff"),
    SeekClip(1, 1500),
    RateClip(1, 0.25),
    PauseClip(1, is_paused=True),
    StepClip(1, -1),
    SnapClip(1, "a#b/1", 7, "门厅", "Asia/Shanghai", "回放"),
    CloseClip(1),
    Show(3, "门厅", Quality.SUB, 640, 360, 4),
    BeginRewind(4, ("门厅", "b"), 5),
    SeekRewind(4, 6, 7),
    StepRewind(4, -1),
    PaceRewind(4, 0.5),
    PauseRewind(4, is_paused=True),
    EndRewind(4),
    KeepRewind(4, "门厅", 7, "evidence/2026/11/21/replay/b.mp4", "", 1, 2, 3, 4),
    SnapPicture(5, "门厅", Quality.MAIN, 0, 1, 2, 3, "evidence/2026/11/21/snapshots/b", "Asia/Shanghai", ("回放", "")),
    AskMemory(),
]
REPORTS = [
    Hello(7),
    Changed("a", CameraState.STALE, Detail.NETWORK, 1.5, "x"),
    Beat(*range(1, 17)),
    Saved("a/b.mp4", "门厅", "ff", 1, 2, 3, 4, 5, is_partial=True),
    Failed("a/b.mp4", "门厅", ClipTrouble.DISK_FULL, "x"),
    ClipAt(1, 2, 3, 4, 5, 6, 0.5, is_paused=True, is_ended=False),
    ReplayFailed(1, PlayTrouble.HUNG, "x"),
    SnapshotSaved(1, "a/b.png", "ff", 2, 3),
    SnapshotFailed(1, ClipTrouble.UNWRITABLE, "x"),
    RewindAt(4, 1, 2, 3, 0.25, is_paused=False, seek=7),
    RewindHolds(4, "门厅", 1, 2, 3, 4, Shortage.BUDGET),
    RewindEnded(4, RewindTrouble.NOTHING_HELD),
    PictureSnapped(5, "a/b.png", "ff", 2),
    SnapFailed(5, ClipTrouble.DISK_FULL, "x"),
    Memory("门厅", 58.5, 60.0, 4, Shortage.NONE),
    Summed(1, 2, 3, 4, 5),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_arrives_as_it_was_sent(command: Command) -> None:
    assert decode_command(encode(command)) == command


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_arrives_as_it_was_sent(report: Report) -> None:
    assert LINES.decode_report(encode(report)) == report


def test_a_password_does_not_show_itself() -> None:
    assert "s3cret" not in repr(COMMANDS[0])


@pytest.mark.parametrize(
    "line",
    [
        b'{"is":"Know","camera":"a","sub":"s3cret"}',
        b'{"is":"Show","slot":"3","camera":"a","quality":"sub","width":1,"height":1}',
        b'{"is":"Show","slot":3,"camera":"a","quality":"best","width":1,"height":1}',
        b'{"is":"Hello","pid":1}',
        b'{"is":"Cap","host":"a","sessions":true}',
        b'{"is":["s3cret"]}',
        b'["s3cret"]',
        b"s3cret",
        b'{"is":"Hide","slot":1,"x":"' + b"s3cret" * 8000 + b'"}',
    ],
)
def test_a_bad_line_is_refused_without_being_repeated(line: bytes) -> None:
    with pytest.raises(BadLine) as bad:
        decode_command(line)
    assert "s3cret" not in str(bad.value)


@given(st.binary(max_size=200))
def test_no_bytes_make_the_window_raise_anything_else(line: bytes) -> None:
    with pytest.raises(BadLine):
        LINES.decode_report(line)
