"""What the tones are made of, as a listener and a meter would find them, and how they are played."""

from __future__ import annotations

import numpy as np
import pytest

from console.model import Tone
from console.sounds import PATTERNS
from console.sounds.synthesis import FULL, RATE, period, sounding
from console.talkd.player import Player
from tests.servers.pulseaudio import Heard, level_dbfs, pitches


def burst(tone: Tone) -> Heard:
    return sounding(tone) / 32_768


def pulses(heard: Heard) -> int:
    """How many separate sounds: stretches of 10 ms above −50 dBFS."""
    slices = heard[: len(heard) // 480 * 480].reshape(-1, 480)
    is_loud = np.sqrt((slices**2).mean(axis=1)) > 10 ** (-50 / 20)
    return int(is_loud[0]) + int(np.count_nonzero(is_loud[1:] & ~is_loud[:-1]))


@pytest.mark.parametrize(
    ("tone", "count", "every_s"),
    [
        (Tone.ESCALATED, 20, 5.0),
        (Tone.FIRE, 10, 10.0),
        (Tone.TICK, 1, 1.0),
        (Tone.REMINDER, 2, 0),
        (Tone.HIGH, 3, 20.0),
        (Tone.MEDIUM, 2, 0),
        (Tone.LOW, 1, 0),
        (Tone.FAULT, 1, 0),
    ],
)
def test_the_number_of_pulses_and_their_return_tell_the_priority(tone: Tone, count: int, every_s: float) -> None:
    assert pulses(burst(tone)) == count
    assert period(tone) == every_s * RATE


@pytest.mark.parametrize("tone", Tone)
def test_every_pulse_has_its_pitch_and_its_calibrated_level(tone: Tone) -> None:
    pattern = PATTERNS[tone]
    for pulse in pattern.pulses:
        start = int((pulse.at_s + pattern.attack_s) * RATE)
        steady = burst(tone)[start : int((pulse.at_s + pulse.length_s - pattern.release_s) * RATE)]
        whole = len(steady) - len(steady) % round(RATE / pulse.hertz)  # of whole waves, or the meter is off
        assert level_dbfs(steady[:whole]) == pytest.approx(pattern.level_dbfs, abs=0.6)
        assert pitches(steady, 1)[0] == pytest.approx(pulse.hertz, abs=RATE / len(steady))


@pytest.mark.parametrize("tone", Tone)
def test_no_tone_is_clipped_or_clicks(tone: Tone) -> None:
    samples = sounding(tone).astype(np.int32)
    assert np.abs(samples).max() < FULL
    assert samples[0] == 0 and abs(samples[-1]) < FULL // 500
    bend = np.abs(np.diff(samples, 3)).max()  # a step is the sharpest bend there is
    steepest = max(pulse.hertz for pulse in PATTERNS[tone].pulses) * len(PATTERNS[tone].harmonics)
    assert bend <= FULL * (2 * np.pi * min(steepest, 5_000) / RATE) ** 3


def test_fire_is_loudest_and_graver_tones_are_never_softer() -> None:
    levels = [PATTERNS[tone].level_dbfs for tone in (Tone.FIRE, Tone.HIGH, Tone.MEDIUM, Tone.FAULT, Tone.LOW)]
    assert levels == sorted(levels, reverse=True)
    assert PATTERNS[Tone.FIRE].level_dbfs == max(pattern.level_dbfs for pattern in PATTERNS.values())


def test_every_tone_lies_where_ears_are_good() -> None:
    for pattern in PATTERNS.values():
        assert all(250 <= pulse.hertz <= 3_000 for pulse in pattern.pulses)


def test_no_two_tones_share_a_note() -> None:
    alarms = (Tone.FIRE, Tone.HIGH, Tone.MEDIUM, Tone.FAULT, Tone.LOW)
    notes = [{pulse.hertz for pulse in PATTERNS[tone].pulses} for tone in alarms]
    assert len(set.union(*notes)) == sum(map(len, notes))


# ---- the player ----


def played(player: Player, seconds: float) -> Heard:
    return np.frombuffer(player.read(int(seconds * RATE)), "<i2") / 32_768


def test_a_repeating_tone_comes_back_after_its_pause_to_the_sample() -> None:
    player = Player()
    player.play(Tone.FIRE)
    first, second = played(player, 10.0), played(player, 10.0)
    assert (first == second).all()
    assert pulses(first) == 10


def test_a_single_tone_sounds_once_in_whatever_pieces_it_is_asked_for() -> None:
    player = Player()
    player.play(Tone.MEDIUM)
    pieces = np.concatenate([played(player, 0.023) for _ in range(100)])
    assert pulses(pieces) == 2
    assert player.tone is None


def test_the_same_tone_again_starts_anew_in_its_pause_and_goes_on_in_its_burst() -> None:
    player = Player()
    player.play(Tone.FIRE)
    played(player, 1.0)
    player.play(Tone.FIRE)
    assert pulses(played(player, 4.0)) == 6  # the rest of the burst
    player.play(Tone.FIRE)
    assert pulses(played(player, 4.0)) == 10


def test_another_tone_replaces_at_once_and_silence_is_silence_after_eight_milliseconds() -> None:
    player = Player()
    player.play(Tone.FIRE)
    played(player, 0.05)
    player.play(Tone.HIGH)
    played(player, 0.03)
    assert pitches(played(player, 0.1), 1)[0] == pytest.approx(784, abs=10)
    player.stop()
    assert np.abs(played(player, 0.008)).max() > 0
    assert not played(player, 1.0).any()


def test_stopping_never_clicks() -> None:
    player = Player()
    player.play(Tone.FIRE)
    before = played(player, 0.0613)
    player.stop()
    after = played(player, 0.02)
    steps = np.abs(np.diff(np.concatenate((before, after))))
    assert steps.max() <= np.abs(np.diff(burst(Tone.FIRE))).max() * 1.05


def test_the_volume_is_a_share_of_the_amplitude() -> None:
    loud, soft = Player(100), Player(50)
    for player in (loud, soft):
        player.play(Tone.HIGH)
    assert level_dbfs(played(loud, 0.2)) - level_dbfs(played(soft, 0.2)) == pytest.approx(6.02, abs=0.05)
