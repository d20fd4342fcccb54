"""Alarms said aloud: the gravest first, each once, between the tones, never while somebody speaks."""

from __future__ import annotations

import io
import wave

import numpy as np
import pytest

from console.model import Tone
from console.sounds.synthesis import RATE
from console.talkd.player import Player
from console.talkd.speech import samples_of
from tests.servers.pulseaudio import Heard, level_dbfs

WORDS = np.full(RATE, 8_000, np.int16)  # a second of them


def played(player: Player, seconds: float) -> Heard:
    pieces = [player.read(RATE // 40) for _ in range(round(seconds * 40))]
    return np.frombuffer(b"".join(pieces), "<i2") / 32_768


def said(heard: Heard) -> float:
    """Seconds in which the words sound: their samples lie above any tone's mean."""
    return float(np.count_nonzero(np.abs(heard - 8_000 / 32_768) < 0.01)) / RATE


# ---- what is played ----


def test_words_wait_for_the_pause_of_the_tone_and_are_said_once() -> None:
    player = Player()
    player.play(Tone.FIRE)
    player.say(WORDS)
    assert said(played(player, 2.5)) < 0.1  # the burst is 2.75 s long
    assert said(played(player, 2.0)) == pytest.approx(1.0, abs=0.05)
    assert said(played(player, 5.0)) < 0.1 and not player.is_saying


def test_without_a_tone_words_are_said_at_once_and_hush_ends_them() -> None:
    player = Player()
    player.say(WORDS)
    assert said(played(player, 0.5)) == pytest.approx(0.5, abs=0.01)
    player.hush()
    assert not played(player, 0.5).any()


def test_a_tone_that_comes_back_while_words_are_said_is_heard_below_them() -> None:
    player = Player()
    player.say(WORDS)
    played(player, 0.1)
    player.play(Tone.FIRE)
    below = played(player, 0.1) - 8_000 / 32_768
    assert level_dbfs(below[960:]) == pytest.approx(-9 - 12, abs=2)


def test_while_the_talk_key_is_down_nothing_is_said_and_it_begins_anew_afterwards() -> None:
    player = Player()
    player.say(WORDS)
    played(player, 0.5)
    player.duck(True)
    assert not played(player, 3.0).any()
    player.duck(False)
    assert said(played(player, 2.0)) == pytest.approx(1.0, abs=0.01)


def test_while_somebody_is_heard_nothing_is_said() -> None:
    player = Player()
    player.must_wait = True
    player.say(WORDS)
    assert not played(player, 1.0).any()
    player.must_wait = False
    assert said(played(player, 2.0)) == pytest.approx(1.0, abs=0.01)


def test_what_comes_out_of_the_program_is_brought_to_our_rate_and_loudness() -> None:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(22_050)
        out.writeframes((np.sin(np.arange(22_050) / 10) * 3_000).astype("<i2").tobytes())
    samples = samples_of(file.getvalue())
    assert len(samples) == RATE and np.abs(samples).max() == pytest.approx(16_384, abs=2)


@pytest.mark.parametrize("broken", [b"", b"RIFF", b"RIFF\0\0\0\0WAVEfmt ", bytes(100)])
def test_nonsense_from_the_program_is_refused(broken: bytes) -> None:
    with pytest.raises((wave.Error, EOFError, ValueError)):
        samples_of(broken)
