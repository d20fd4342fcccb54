"""The guardian's judgement, pace, reports and tone, without a process to watch."""

from __future__ import annotations

import os
import signal
import struct
import sys
import time
import wave
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.guardian import report
from console.guardian.cord import BEAT, ENDING, FAILING, Cord, Hello
from console.guardian.last_words import KEPT, LastWords
from console.guardian.pace import LOOP, LOOP_S, SLOW_S, Pace
from console.guardian.redaction import GONE, of_environment, redacted
from console.guardian.report import Crash
from console.guardian.tone import EVERY_S, PLAYERS, Tone
from console.guardian.vigil import END_S, KILL_S, SOUND_S, START_S, Phase, Vigil, death
from console.guardian.vitals import vitals
from console.mishaps import Cause, Restart
from tests.waiting import wait_until

HELLO = Hello(Path("data"), "desk-1", None)
NOW = 1_000.0


def living(alive: float | None = None) -> Vigil:
    """A console whose first beat came at NOW."""
    vigil = Vigil(NOW - 2, alive)
    vigil.heard(HELLO.to_line() + BEAT, NOW)
    return vigil


# ---- what joins the two ----


def test_the_cord_says_the_same_on_both_ends() -> None:
    cord = Cord(3, 4, 5, Restart(Cause.HUNG, "6", "crashes/x.txt", 17))
    assert Cord.from_text(cord.to_text()) == cord
    assert Cord.from_text(Cord(3, 4, 5, None).to_text()).restart is None


@given(st.lists(st.integers(1, 60)))
def test_an_introduction_may_come_in_any_pieces(cuts: list[int]) -> None:
    vigil = Vigil(NOW)
    data = HELLO.to_line() + BEAT
    for cut in cuts:
        vigil.heard(data[:cut], NOW)
        data = data[cut:]
    vigil.heard(data, NOW)
    assert (vigil.hello, vigil.phase) == (HELLO, Phase.LIVING)


# ---- judgement ----


def test_a_hang_sounds_after_three_whole_seconds_and_is_over_after_six() -> None:
    vigil = living()
    assert (vigil.sound_at, vigil.kill_at) == (NOW + SOUND_S, NOW + KILL_S)
    assert SOUND_S - 0.5 >= 3 and KILL_S - 0.5 >= 6  # the beat before it may have come half a second earlier
    vigil.heard(BEAT, NOW + 3)
    assert vigil.sound_at == NOW + 3 + SOUND_S
    assert vigil.hang(NOW + 3 + KILL_S) == (Cause.HUNG, "6")


def test_a_start_has_its_own_longer_limit_and_sounds_only_when_the_room_is_dark_since_an_earlier_life() -> None:
    first, second = Vigil(NOW), Vigil(NOW, alive=NOW - 1)
    assert first.sound_at == float("inf") and second.sound_at == NOW - 1 + SOUND_S
    assert first.kill_at == second.kill_at == NOW + START_S
    assert first.hang(NOW + START_S) == (Cause.START_HUNG, "120")


def test_closing_down_has_its_own_time_and_is_no_silence() -> None:
    vigil = living()
    vigil.heard(ENDING, NOW + 1)
    vigil.heard(BEAT, NOW + 2)
    assert (vigil.phase, vigil.sound_at, vigil.kill_at) == (Phase.ENDING, float("inf"), NOW + 1 + END_S)


@pytest.mark.parametrize(
    ("words", "status", "is_over"),
    [
        (ENDING, 0, True), (ENDING, -11, True), (FAILING, 1, False), (BEAT, 0, False), (BEAT, 1, False),
        (BEAT, -signal.SIGKILL, False), (BEAT, -signal.SIGTERM, True),
    ],
)  # fmt: skip
def test_only_an_orderly_end_is_an_end(words: bytes, status: int, is_over: bool) -> None:
    vigil = living()
    vigil.heard(words, NOW + 1)
    assert vigil.is_over(status) is is_over


@pytest.mark.parametrize(("status", "is_over"), [(0, True), (1, True), (2, True), (-signal.SIGSEGV, False)])
def test_who_is_refused_the_very_first_start_has_said_why(status: int, is_over: bool) -> None:
    assert Vigil(NOW).is_over(status) is is_over


def test_a_start_that_fails_after_the_console_had_worked_is_tried_again() -> None:
    assert not Vigil(NOW, alive=NOW - 5).is_over(1)


def test_what_a_person_told_to_end_is_over_whatever_its_status() -> None:
    vigil = living()
    vigil.told_to_end(NOW + 1)
    assert vigil.is_over(1) and vigil.is_over(-signal.SIGKILL)


def test_a_death_has_a_name() -> None:
    assert [death(s) for s in (3, -9, -63)] == [(Cause.ENDED, "3"), (Cause.KILLED, "SIGKILL"), (Cause.KILLED, "63")]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=40))
def test_five_failures_within_a_minute_are_slowed_down_and_no_fewer(gaps: list[float]) -> None:
    pace, now, failures = Pace(), 0.0, []
    for gap in gaps:
        now += gap
        failures.append(now)
        is_loop = len(failures) >= LOOP and now - failures[-LOOP] <= LOOP_S
        assert pace.pause_s(now) == (SLOW_S if is_loop else 0)


# ---- reports ----


def crash(at_ms: int = 0, text: str = "") -> Crash:
    return Crash("it died", at_ms, "desk-1", sections={"last words": text})


def test_the_newest_fifty_reports_are_kept(tmp_path: Path) -> None:
    names = [report.write(tmp_path, crash(n * 1000)) for n in range(60)]
    kept = sorted(path.name for path in (tmp_path / "crashes").iterdir())
    assert kept == [name.removeprefix("crashes/") for name in names[10:]]
    assert kept[0] == "1970-01-01T00-00-10.000Z_desk-1.txt"


def test_nobody_else_may_read_a_report(tmp_path: Path) -> None:
    path = tmp_path / report.write(tmp_path, crash())
    assert (path.stat().st_mode & 0o077, path.parent.stat().st_mode & 0o077) == (0, 0)


def test_a_report_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_text("in the way")
    assert report.write(tmp_path, crash()) == ""


@pytest.mark.parametrize(
    "text",
    [
        "rtsp://operator:S3cret!word@10.0.0.7/main", "postgresql+psycopg://w:S3cret!word@db/j", "password=S3cret!word",
        "'mqtt_password': 'S3cret!word'", 'Authorization: Digest username="op", response="S3cret!word"',
        "Basic UzNjcmV0IXdvcmQ=", "api_key: S3cret!word", "simulate --password S3cret!word --seed 1",
        "token=S3cret!word, next",
    ],
)  # fmt: skip
def test_what_looks_like_a_secret_is_removed(text: str) -> None:
    assert GONE in redacted(text)
    assert "S3cret!word" not in redacted(text) and "UzNjcmV0" not in redacted(text)


def test_what_is_no_secret_stays() -> None:
    text = 'password = "env:BROKER" of rtsp://10.0.0.7/main, File "console/app.py", line 7, in handle'
    assert redacted('File "console/app.py", line 7, in handle') in text and "env:BROKER" in redacted(
        "password=env:BROKER"
    )


def test_a_value_of_the_environment_is_removed_under_any_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMERAS_OF_THE_SITE", "correct-horse")
    assert "correct-horse" not in crash(text="said correct-horse aloud").to_text()
    assert os.environ["PATH"] not in of_environment()


def test_vitals_name_memory_threads_and_state_and_a_process_that_is_gone() -> None:
    own = vitals(os.getpid())
    assert "VmRSS: " in own and "Threads: " in own and f"thread {os.getpid()} " in own
    assert vitals(2**22 + 1) == "(the process is gone)\n"


def test_the_last_lines_are_remembered_and_the_memory_does_not_grow() -> None:
    memory = os.memfd_create("words")
    through = StringIO()
    words = LastWords(through, memory)
    for n in range(5_000):
        words.write(f"line {n:05d} of many\n")
    assert report.remembered(memory).endswith("line 04999 of many\n")
    assert KEPT <= os.fstat(memory).st_size <= 2 * KEPT
    assert through.getvalue().startswith("line 00000") and through.getvalue().endswith("line 04999 of many\n")
    os.close(memory)


# ---- the tone ----


def test_a_way_to_sound_that_fails_gives_way_to_the_next(tmp_path: Path) -> None:
    played = tmp_path / "played"
    works = [sys.executable, "-c", f"open({str(played)!r}, 'w').close()"]
    with closing(Tone([["no-such-player"], [sys.executable, "-c", "raise SystemExit(1)"], works])) as tone:
        wait_until(lambda: tone.sound(time.monotonic()) or played.exists(), 10, "the third way")
        wait_until(lambda: tone.sound(time.monotonic()) or "played by" in tone.outcome, 10, "its success")


def test_a_player_is_given_two_notes_that_need_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    player, heard = tmp_path / PLAYERS[0], tmp_path / "heard.wav"
    player.write_text(f'#!/bin/sh\ncp "$1" {heard}.new && mv {heard}.new {heard}\n')
    player.chmod(0o755)
    monkeypatch.setattr("console.guardian.tone.VOICE", "console.no_such_program")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with closing(Tone()) as tone:
        wait_until(lambda: tone.sound(time.monotonic()) or heard.exists(), 10, "the player to be asked")
    with wave.open(str(heard)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        loudest = max(abs(value) for (value,) in struct.iter_unpack("<h", sound.readframes(sound.getnframes())))
    assert 0.8 < seconds < 1.0 and loudest > 20_000


def test_without_any_player_it_says_that_only_the_bell_is_left() -> None:
    with closing(Tone([["no-such-player"]])) as tone:
        tone.sound(NOW)
        assert tone.outcome == "nothing here can play a sound: the terminal bell alone"


def test_it_sounds_every_two_seconds_and_not_more_often(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with closing(Tone([["sh", "-c", f"echo x >> {log}"]])) as tone:
        tone.sound(NOW)
        wait_until(lambda: tone.sound(NOW + 1) or "played" in tone.outcome, 10, "the first tone")
        tone.sound(NOW + EVERY_S - 0.1)
        assert log.read_text() == "x\n"
        tone.sound(NOW + EVERY_S)
        wait_until(lambda: log.read_text() == "x\nx\n", 10, "the second tone")
