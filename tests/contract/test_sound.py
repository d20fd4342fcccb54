"""What the Sound backend promises the console, asked of the real voice process at a real sound server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from console.audible import SoundTrouble, SpeakersOpened, ToneOutcome, ToneTried
from console.backends.voice.process import VoiceProcess
from console.backends.voice.sound import VoiceSound
from console.clock import Clock
from console.config.schema import SoundConfig
from console.inbox import Inbox
from console.model import AlarmClass, LinkDown, LinkUp, Tone, point_id
from console.sounds import PATTERNS
from tests.servers.pulseaudio import QUIET_DBFS, RATE, Heard, SoundServer, hears, level_dbfs, pitches, serving
from tests.sources import ROOT
from tests.unit.test_sounding import Position
from tests.waiting import wait_until

FIRE, HIGH, FAULT, TEST = (988, 1319), (784,), (262,), (523, 659, 784)
ENOUGH_S = 0.5  # to tell a pitch by
T = TypeVar("T")


@dataclass
class Rig:
    sound: VoiceSound
    inbox: Inbox
    posted: list[object] = field(default_factory=list)

    def all(self, kind: type[T]) -> list[T]:
        self.inbox.drain(self.posted.append, lambda item, error: None)
        return [item for item in self.posted if isinstance(item, kind)]

    def wait_for(self, kind: type[T], count: int = 1, within_s: float = 10.0) -> T:
        wait_until(lambda: len(self.all(kind)) >= count, within_s, f"{count} × {kind.__name__}")
        return self.all(kind)[count - 1]


def started(config: SoundConfig = SoundConfig()) -> Rig:  # noqa: B008  # frozen
    inbox = Inbox()
    rig = Rig(VoiceSound(VoiceProcess(config), inbox, Clock()), inbox)
    rig.sound.start()
    return rig


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SoundServer, Rig]]:
    """A sound server and a voice process that no test breaks."""
    with serving(tmp_path_factory.mktemp("room")) as server:
        rig = started()
        rig.wait_for(LinkUp)
        yield server, rig
        rig.sound.stop()


@pytest.fixture
def server(room: tuple[SoundServer, Rig]) -> SoundServer:
    return room[0]


@pytest.fixture
def voice(room: tuple[SoundServer, Rig]) -> Iterator[Rig]:
    """In silence, with nothing said yet."""
    rig = room[1]
    rig.all(object)
    yield rig
    rig.sound.play(None)
    wait_until(lambda: rig.sound.last_beat is not None and rig.sound.last_beat.playing == "", 5, "silence")
    rig.all(object)
    rig.posted = [item for item in rig.posted if not isinstance(item, ToneTried)]


@pytest.fixture
def rig(sound_server: SoundServer) -> Iterator[Rig]:
    """A voice process at a sound server that the test may break."""
    rig = started()
    rig.wait_for(LinkUp)
    yield rig
    rig.sound.stop()


def took_s(fact: Callable[[], object], within_s: float, what: str) -> float:
    began = time.monotonic()
    wait_until(fact, within_s, what)
    return time.monotonic() - began


def test_each_tone_comes_out_of_the_loudspeaker_as_what_it_is(voice: Rig, server: SoundServer) -> None:
    assert voice.wait_for(SpeakersOpened).device == "desk"
    with server.ear("desk") as ear:
        for tone, pitches in ((Tone.FIRE, FIRE), (Tone.FAULT, FAULT), (Tone.HIGH, HIGH)):
            voice.sound.play(tone)
            wait_until(lambda pitches=pitches: hears(ear.last(ENOUGH_S), pitches), 3, tone)
        voice.sound.play(None)
        wait_until(lambda: level_dbfs(ear.last(ENOUGH_S)) < QUIET_DBFS, 3, "silence")


def test_a_graver_tone_is_heard_within_half_a_second(voice: Rig, server: SoundServer) -> None:
    with server.ear("desk") as ear:
        voice.sound.play(Tone.HIGH)
        wait_until(lambda: hears(ear.last(ENOUGH_S), HIGH), 3, "high")
        before = ear.count
        voice.sound.play(Tone.FIRE)
        assert took_s(lambda: hears(ear.heard(before)[-16_000:], FIRE), 3, "fire") < 1.0


def test_the_volume_is_the_configured_one(server: SoundServer) -> None:
    peaks = []
    for percent in (100, 25):
        rig = started(SoundConfig(volume=percent))
        rig.wait_for(LinkUp)
        with server.ear("desk") as ear:
            rig.sound.play(Tone.FIRE)
            wait_until(lambda ear=ear: hears(ear.last(ENOUGH_S), FIRE), 3, "fire")
            peaks.append(np.abs(ear.heard()).max())
        rig.sound.stop()
    assert peaks[1] / peaks[0] == pytest.approx(0.25, abs=0.01)


def test_a_test_tone_is_heard_and_answered(voice: Rig, server: SoundServer) -> None:
    with server.ear("desk") as ear:
        before = ear.count
        voice.sound.test()
        assert voice.wait_for(ToneTried) == ToneTried(ToneOutcome.PLAYED, "desk")
        wait_until(lambda: level_dbfs(ear.last(0.2)) < QUIET_DBFS, 3, "the end of it")
        heard = ear.heard(before)
    heard = heard[np.argmax(np.abs(heard) > 0.01) :]
    notes = [heard[int((p.at_s + 0.05) * RATE) : int((p.at_s + 0.25) * RATE)] for p in PATTERNS[Tone.TEST].pulses]
    assert [pitches(note, 1)[0] for note in notes] == pytest.approx(TEST, abs=6)


def test_no_test_tone_is_played_over_an_alarm_and_an_alarm_cuts_it_short(voice: Rig) -> None:
    voice.sound.test()
    voice.sound.play(Tone.FIRE)
    assert voice.wait_for(ToneTried).outcome is ToneOutcome.CUT
    voice.sound.test()
    assert voice.wait_for(ToneTried, 2).outcome is ToneOutcome.ALARM_SOUNDS


def test_an_unplugged_loudspeaker_is_noticed_and_the_fire_sounds_again_when_it_is_back(
    rig: Rig, sound_server: SoundServer
) -> None:
    rig.sound.play(Tone.FIRE)
    with sound_server.ear("desk") as ear:
        wait_until(lambda: hears(ear.last(ENOUGH_S), FIRE), 3, "fire")
    sound_server.unplug("desk")
    assert rig.wait_for(LinkDown, within_s=2.0).reason in (SoundTrouble.DEVICE_GONE, SoundTrouble.DEVICE_STALLED)
    sound_server.plug("desk")
    rig.wait_for(LinkUp, 2)
    with sound_server.ear("desk") as ear:
        wait_until(lambda: hears(ear.last(ENOUGH_S), FIRE), 12, "fire again")


def test_a_sound_server_that_dies_is_noticed_and_used_again_when_it_is_back(
    rig: Rig, sound_server: SoundServer
) -> None:
    sound_server.kill()
    rig.wait_for(LinkDown, within_s=2.5)
    sound_server.start()
    sound_server.plug("desk")
    rig.wait_for(LinkUp, 2, within_s=20)
    rig.sound.test()
    assert rig.wait_for(ToneTried).outcome is ToneOutcome.PLAYED


def test_a_killed_voice_process_sounds_the_fire_again_within_three_seconds(rig: Rig, sound_server: SoundServer) -> None:
    with sound_server.ear("desk") as ear:
        rig.sound.play(Tone.FIRE)
        wait_until(lambda: hears(ear.last(ENOUGH_S), FIRE), 3, "fire")
        before = rig.sound.pid
        os.kill(before, signal.SIGKILL)
        killed = time.monotonic()
        assert rig.wait_for(LinkDown).reason == "died"
        wait_until(lambda: rig.sound.pid not in (0, before), 5, "another voice process")
        since, enough = ear.count, int(ENOUGH_S * RATE)
        wait_until(lambda: hears(ear.heard(max(since, ear.count - enough)), FIRE), 5, "fire again")
    assert time.monotonic() - killed <= 3.0


def test_without_any_loudspeaker_it_says_so_once_and_answers_a_test(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path_factory.mktemp('nobody')}/pulse.sock")
    rig = started()
    assert rig.wait_for(LinkDown).reason == SoundTrouble.NO_DEVICE
    first = rig.sound.last_beat
    rig.sound.test()
    assert rig.wait_for(ToneTried).outcome is ToneOutcome.NO_DEVICE
    wait_until(lambda: rig.sound.last_beat is not first, 5, "another beat")
    rig.sound.stop()
    assert len(rig.all(LinkDown)) == 1
    assert rig.all(LinkUp) == []


def test_a_device_that_is_not_there_is_not_replaced_by_another(sound_server: SoundServer) -> None:
    rig = started(SoundConfig(device="room"))
    assert rig.wait_for(LinkDown).reason == SoundTrouble.NO_DEVICE
    sound_server.plug("room")
    rig.wait_for(LinkUp, within_s=15)
    assert rig.wait_for(SpeakersOpened).device == "room"
    rig.sound.stop()


def test_the_device_really_takes_the_samples(voice: Rig) -> None:
    def frames() -> int:
        return voice.sound.last_beat.frames if voice.sound.last_beat is not None else 0

    before, began = frames(), time.monotonic()
    wait_until(lambda: frames() - before >= 48_000, 5, "a second of samples")
    assert time.monotonic() - began == pytest.approx(1.0, abs=0.5)


def test_alarms_are_heard_as_what_they_are_silenced_and_heard_again_when_a_new_one_comes(
    voice: Rig, server: SoundServer
) -> None:
    desk = Position(speaker=voice.sound)
    with server.ear("desk") as ear:
        desk.condition(point_id("z2m", "0x09", "battery"), AlarmClass.TROUBLE)
        wait_until(lambda: hears(ear.last(ENOUGH_S), FAULT), 3, "fault")
        desk.condition(point_id("z2m", "0x01", "smoke"), AlarmClass.FIRE)
        wait_until(lambda: hears(ear.last(ENOUGH_S), FIRE), 3, "fire")
        desk.console.sounding.silence()
        wait_until(lambda: level_dbfs(ear.last(ENOUGH_S)) < QUIET_DBFS, 3, "silence")
        silent = ear.count
        wait_until(lambda: ear.count - silent > 11 * RATE, 15, "more than the pause between two bursts")
        assert level_dbfs(ear.heard(silent)) < QUIET_DBFS
        desk.condition(point_id("z2m", "0x02", "smoke"), AlarmClass.FIRE)
        wait_until(lambda: hears(ear.last(ENOUGH_S), FIRE), 3, "fire again")


def has_guardians_pitches(heard: Heard) -> bool:
    found = set(pitches(heard))
    return bool(found & {*range(575, 600)} and found & {*range(868, 893)})


def test_the_guardians_tone_needs_no_console_and_its_status_says_whether_it_was_played(
    server: SoundServer, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "console.talkd", "--tone", "guardian"]
    with server.ear("desk") as ear:
        assert subprocess.run(command, cwd=ROOT, timeout=10).returncode == 0
        wait_until(lambda: has_guardians_pitches(ear.heard()), 3, "both pitches at the ear")
    nowhere = os.environ | {"PULSE_SERVER": f"unix:{tmp_path}/pulse.sock"}
    assert subprocess.run(command, cwd=ROOT, timeout=10, env=nowhere).returncode == 1
