"""The evidence player in the real video process: every picture is the one that is said, whatever befalls the file."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from console import framecode
from console.model import LinkUp, Quality
from console.ports import CameraState
from console.replays import (
    ClipAt,
    CloseClip,
    PauseClip,
    PlayClip,
    PlayTrouble,
    RateClip,
    SnapClip,
    SnapshotFailed,
    SnapshotSaved,
    StepClip,
)
from tests.system.playing import FPS, FRAMES, SLOT, START_MS, Made, Replay, make_clip
from tests.system.watching import Console, console, new_frame
from tests.waiting import wait_until

__all__ = ["console"]


@pytest.fixture
def data(console: Console, tmp_path: Path) -> Path:
    console.data = tmp_path / "data"
    console.data.mkdir()
    return console.data


@pytest.fixture
def clip(console: Console, data: Path) -> Made:
    made = make_clip(data)
    console.start()
    wait_until(lambda: console.links(LinkUp), 10, "the video process")
    return made


@pytest.fixture
def still(console: Console, clip: Made) -> Replay:
    """A clip that stands still somewhere near its beginning."""
    replay = Replay.open(console, clip)
    replay.pause()
    return replay


def test_a_clip_begins_with_its_first_picture_and_plays_in_its_own_time(console: Console, clip: Made) -> None:
    replay = Replay.open(console, clip)
    first = replay.wait_at(paused=False)
    assert (first.frames, first.length_ms, first.start_ms, first.rate) == (FRAMES, 11_933, START_MS, 1.0)
    seen: list[tuple[float, int]] = []

    def collect() -> bool:
        shown = replay.look()
        if shown is not None and (not seen or seen[-1][1] != shown):
            seen.append((time.monotonic(), shown))
        return len(seen) >= 30

    wait_until(collect, 5, "thirty pictures")
    pace = (seen[-1][1] - seen[5][1]) / (seen[-1][0] - seen[5][0])
    assert pace == pytest.approx(FPS, rel=0.1)
    assert [frame for _, frame in seen] == sorted(frame for _, frame in seen)


def test_a_paused_clip_stands_still_at_the_picture_it_names(still: Replay) -> None:
    said = still.at()
    assert said is not None
    still.wait_shown(said.frame)
    before = time.monotonic()
    wait_until(lambda: still.look() != said.frame or time.monotonic() - before > 0.5, 2)
    assert still.look() == said.frame


def test_a_paused_clip_shows_exactly_the_picture_that_was_sought(still: Replay) -> None:
    for frame in (0, 60, 1, 14, 15, 97, FRAMES - 1, 16, 0):
        still.seek(frame)
        assert still.wait_at(frame, paused=True).at_ms == round(frame * 1000 / FPS)
        still.wait_shown(frame)


def test_steps_go_exactly_one_picture_forward_and_back(still: Replay) -> None:
    still.seek(43)
    still.wait_at(43)
    for step, expected in ((1, 44), (1, 45), (1, 46), (-1, 45), (-1, 44), (-1, 43), (-1, 42)):
        still.video.replay(StepClip(still.play, step))
        still.wait_at(expected, paused=True)
        still.wait_shown(expected)


def test_a_step_while_it_plays_stands_still_at_the_picture_after_the_one_that_was_seen(
    console: Console, clip: Made
) -> None:
    replay = Replay.open(console, clip)
    wait_until(lambda: (replay.look() or 0) >= 10, 5, "some pictures")
    replay.video.replay(StepClip(replay.play, 1))
    said = replay.wait_at(paused=True)
    replay.wait_shown(said.frame)


def test_seeking_while_it_plays_goes_on_from_there(console: Console, clip: Made) -> None:
    replay = Replay.open(console, clip)
    replay.wait_at(paused=False)
    replay.seek(120)
    wait_until(lambda: 120 <= (replay.look() or 0) <= 123, 3, "the pictures after the one sought")
    wait_until(lambda: (replay.look() or 0) > 130, 3, "it goes on")


def test_a_rate_is_that_many_times_as_fast(console: Console, clip: Made) -> None:
    replay = Replay.open(console, clip)
    for rate in (0.25, 4.0, 8.0, 1.0):
        replay.pause()
        replay.seek(5)
        replay.wait_shown(5)
        replay.video.replay(RateClip(replay.play, rate))
        replay.video.replay(PauseClip(replay.play, is_paused=False))
        wait_until(lambda: (replay.look() or 0) > 5, 4, f"the second picture at {rate}, {replay.at()}")
        begun, first = time.monotonic(), replay.look() or 0
        far = first + 4 + int(rate * 10)
        wait_until(lambda f=far: (replay.look() or 0) >= f, 10, "pictures")
        assert ((replay.look() or 0) - first) / (time.monotonic() - begun) == pytest.approx(rate * FPS, rel=0.2)
        said = replay.pause()
        replay.wait_shown(said.frame)


def test_the_end_keeps_the_last_picture_and_can_be_played_again(console: Console, clip: Made) -> None:
    replay = Replay.open(console, clip)
    replay.seek(FRAMES - 8)
    said = replay.wait_at(FRAMES - 1, ended=True)
    assert said.is_paused
    replay.wait_shown(FRAMES - 1)
    replay.video.replay(PauseClip(replay.play, is_paused=False))
    wait_until(lambda: 0 < (replay.look() or 0) < 30, 5, "from the beginning")
    assert not replay.wait_at(paused=False).is_ended


# ---- snapshots -----------------------------------------------------------------------------------------------------


def snap(replay: Replay) -> SnapClip:
    return SnapClip(replay.play, "z2m/a#smoke/1", 7, "东门 East gate", "Asia/Shanghai", "REPLAY 回放")


def test_a_snapshot_is_the_very_picture_whole_with_its_facts_below_it(still: Replay, data: Path) -> None:
    still.seek(77)
    still.wait_at(77)
    still.video.replay(snap(still))
    (saved,) = wait_until(lambda: still.words(SnapshotSaved), 5, "a snapshot")
    file = data / saved.path
    assert hashlib.sha256(file.read_bytes()).hexdigest() == saved.sha256
    assert saved.frame == 77 and saved.at_ms == START_MS + round(77 * 1000 / FPS)
    image = np.asarray(Image.open(file))
    assert image.shape[1] == 640 and image.shape[0] > 360
    code = framecode.read(np.ascontiguousarray(image[:360]))
    assert code is not None and (code.number, code.frame) == (7, 77)
    assert image[360:].max() > 200  # there are letters in the strip
    assert file.stat().st_mode & 0o077 == 0


def test_a_snapshot_that_cannot_be_written_is_told_and_the_clip_stays(still: Replay, data: Path) -> None:
    blocked = still.console.data
    assert blocked is not None
    said = still.at()
    assert said is not None
    at = START_MS + said.at_ms
    stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime(at // 1000)) + f"{at % 1000:03d}Z"
    clip = next(blocked.rglob("*.mp4"))
    (clip.parent / f"{clip.stem}_at_{stamp}.png").mkdir()  # something else bears the name
    still.video.replay(snap(still))
    assert wait_until(lambda: still.words(SnapshotFailed), 5, "a refusal")[0].play == still.play
    still.seek(5)
    still.wait_at(5)


# ---- what may go wrong ---------------------------------------------------------------------------------------------


def test_a_file_that_is_not_the_one_of_the_journal_is_refused(console: Console, clip: Made) -> None:
    content = bytearray(clip.file.read_bytes())
    content[-1] ^= 1
    clip.file.write_bytes(content)
    assert Replay.open(console, clip).failure().code is PlayTrouble.CHANGED


def test_a_file_that_is_gone_and_one_that_is_being_recorded_are_told_apart(console: Console, clip: Made) -> None:
    content = clip.file.read_bytes()
    clip.file.unlink()
    assert Replay.open(console, clip).failure().code is PlayTrouble.MISSING
    clip.file.with_suffix(".recording.mp4").write_bytes(content)
    assert Replay.open(console, clip, 2).failure().code is PlayTrouble.RECORDING


def test_a_truncated_file_is_refused_even_when_the_journal_knows_no_better(console: Console, clip: Made) -> None:
    whole, facts = clip.file.read_bytes(), clip.file.with_suffix(".json")
    written = facts.read_text()
    for play, kept in enumerate((0, 40, 3000), start=1):
        clip.file.write_bytes(whole[:kept])
        digest = hashlib.sha256(whole[:kept]).hexdigest()
        facts.write_text(written.replace(clip.sha256, digest))
        failed = Replay.open(console, Made(clip.path, digest, clip.file), play).failure()
        assert failed.code is PlayTrouble.UNPLAYABLE


def test_nothing_outside_the_evidence_is_opened(console: Console, clip: Made) -> None:
    for play, path in enumerate(("../../etc/passwd", "evidence/2026/11/21/a/../b.mp4", "/etc/passwd", ""), start=1):
        failed = Replay.open(console, Made(path, clip.sha256, clip.file), play).failure()
        assert failed.code is PlayTrouble.BAD_PATH


def test_a_link_in_place_of_a_clip_is_not_followed(console: Console, clip: Made, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.mp4"
    clip.file.rename(elsewhere)
    clip.file.symlink_to(elsewhere)
    assert Replay.open(console, clip).failure().code is PlayTrouble.BAD_PATH


def test_after_a_refusal_the_next_clip_plays(console: Console, clip: Made) -> None:
    Replay.open(console, Made(clip.path, "0" * 64, clip.file)).failure()
    Replay.open(console, clip, 2).wait_at(paused=False)


def test_a_killed_video_process_ends_the_clip_in_words_and_live_pictures_are_back(console: Console, data: Path) -> None:
    clip, camera = make_clip(data), console.add("gate")
    video = console.start()
    video.show(0, camera, Quality.SUB, 160, 90)
    console.wait_for(camera, CameraState.LIVE)
    replay = Replay.open(console, clip)
    replay.wait_at(paused=False)
    killed = time.monotonic_ns()
    os.kill(video.pid, signal.SIGKILL)
    assert replay.failure(3).code is PlayTrouble.STOPPED
    assert new_frame(video, 0, 3, since_ns=killed).camera == camera
    again = Replay.open(console, clip, 2)
    again.wait_at(paused=False)


def test_live_pictures_go_on_while_a_clip_is_played_eight_times_as_fast(console: Console, data: Path) -> None:
    clip, camera = make_clip(data), console.add("gate")
    video = console.start()
    video.show(0, camera, Quality.SUB, 160, 90)
    console.wait_for(camera, CameraState.LIVE)
    replay = Replay.open(console, clip)
    video.replay(RateClip(replay.play, 8.0))
    begun, seen = time.monotonic(), 0
    while not any(said.is_ended for said in replay.words(ClipAt)):
        new_frame(video, 0, 1)
        seen += 1
    assert seen / (time.monotonic() - begun) > 0.7 * 15


def test_sixty_clips_opened_and_closed_leave_no_thread_and_no_file_open(console: Console, clip: Made) -> None:
    video = console.video
    assert video is not None
    process = psutil.Process(video.pid)

    def cycle(play: int) -> None:
        replay = Replay.open(console, clip, play)
        replay.wait_at()
        video.replay(CloseClip(play))

    for play in range(1, 6):
        cycle(play)
    threads, files = process.num_threads(), process.num_fds()
    for play in range(6, 66):
        cycle(play)
    video.replay(PlayClip(99, SLOT, "nothing", ""))  # obeyed after everything before it
    Replay(console, video, 99).failure()
    wait_until(lambda: process.num_threads() <= threads and process.num_fds() <= files, 3, "nothing left behind")
