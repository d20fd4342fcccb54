"""The whole console makes itself heard: a message at the broker becomes a tone at the loudspeaker, and back."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.servers.mosquitto import Broker
from tests.servers.pulseaudio import QUIET_DBFS, RATE, Ear, SoundServer, hears, level_dbfs
from tests.system.process import Running
from tests.system.small_site import point, smoke, write_config
from tests.waiting import wait_until

pytestmark = pytest.mark.alone

FIRE = (988, 1319)
HEARD_S = 1.0  # contract: message received → sound
AUDIO = "link/desk-1#audio"


@pytest.fixture
def console(mosquitto: Broker, sound_server: SoundServer, tmp_path: Path) -> Iterator[Running]:
    """Headless, with sound, its loudspeaker working."""
    config = write_config(tmp_path / "site", mosquitto.url)
    with Running(tmp_path / "console", "--headless", "--sound", "--config", str(config)) as running:
        running.start("run")
        running.wait_for("LinkUp", kind="audio")
        running.wait_for("LinkUp", kind="broker")
        yield running


def voice(console: Running) -> psutil.Process:
    """The voice process of this console."""
    return next(iter(voices(console)))


def voices(console: Running) -> list[psutil.Process]:
    children = psutil.Process(console.child.pid).children()
    return [child for child in children if child.is_running() and "console.talkd" in child.cmdline()]


def test_a_fire_is_heard_within_a_second_of_its_message(
    console: Running, mosquitto: Broker, sound_server: SoundServer
) -> None:
    with sound_server.ear("desk") as ear:
        assert level_dbfs(ear.last(0.5)) < QUIET_DBFS
        before, sent = ear.count, time.monotonic()
        mosquitto.publish(*smoke("d1"))
        wait_until(lambda: level_dbfs(ear.heard(before)) > -60, 5, "a sound")
        assert time.monotonic() - sent <= HEARD_S
        wait_until(lambda: hears(ear.last(0.5), FIRE), 3, "the tone of fire")
        assert console.wait_for("AlarmRaised", point=point("d1"))["class"] == "F"


def test_a_lost_loudspeaker_is_a_trouble_and_the_fire_goes_on_sounding_when_it_is_back(
    console: Running, mosquitto: Broker, sound_server: SoundServer
) -> None:
    mosquitto.publish(*smoke("d1"))
    console.wait_for("SoundChanged", tone="fire")
    unplugged = time.monotonic()
    sound_server.unplug("desk")
    console.wait_for("LinkDown", kind="audio")
    assert time.monotonic() - unplugged <= 2.0
    trouble = console.wait_for("AlarmRaised", point=AUDIO, **{"class": "T"})["alarm"]
    sound_server.plug("desk")
    console.wait_for("AlarmCleared", alarm=trouble)
    with sound_server.ear("desk") as ear:
        wait_until(lambda: hears(ear.last(0.5), FIRE), 12, "fire again")


def test_a_killed_voice_process_is_replaced_and_the_fire_heard_again_within_three_seconds(
    console: Running, mosquitto: Broker, sound_server: SoundServer
) -> None:
    mosquitto.publish(*smoke("d1"))
    with sound_server.ear("desk") as ear:
        wait_until(lambda: hears(ear.last(0.5), FIRE), 5, "the tone of fire")
        before = voice(console).pid
        os.kill(before, signal.SIGKILL)
        killed = time.monotonic()
        console.wait_for("LinkDown", kind="audio", reason="died")
        wait_until(lambda: [one for one in voices(console) if one.pid != before], 5, "another voice process")
        since = ear.count
        wait_until(lambda: hears(ear.heard(max(since, ear.count - RATE // 2)), FIRE), 5, "fire again")
        assert time.monotonic() - killed <= 3.0
    assert console.child.poll() is None


def test_after_a_killed_console_the_unacknowledged_fire_sounds_again(
    console: Running, mosquitto: Broker, sound_server: SoundServer
) -> None:
    mosquitto.publish(*smoke("d1"))
    console.wait_for("SoundChanged", tone="fire")
    console.kill()
    with sound_server.ear("desk") as ear:
        wait_until(lambda: is_quiet(ear), 5, "silence of the dead")
        console.start("run")
        wait_until(lambda: hears(ear.last(0.5), FIRE), 10, "fire again")


def is_quiet(ear: Ear) -> bool:
    return level_dbfs(ear.last(0.5)) < QUIET_DBFS
