"""A window that dies or freezes with the talk key down leaves no open microphone behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from console.backends.voice.server import VoiceServer
from tests.servers.pulseaudio import SoundServer
from tests.servers.voice import Person
from tests.sources import ROOT
from tests.waiting import wait_until

pytestmark = pytest.mark.alone

CHANNEL = "Site/Fire"
SHUT_S = 0.5
LATE_S = 0.1  # between two looks at the guard, and on the way


@contextmanager
def talking(server: VoiceServer, data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A window with its key down."""
    secret = server.config().password.removeprefix("file:")
    command = [sys.executable, "-m", "tests.system.talking_window", str(data), "127.0.0.1", str(server.port)]
    with subprocess.Popen([*command, server.pin, secret, CHANNEL], cwd=ROOT, stdout=subprocess.PIPE) as window:
        try:
            yield window
        finally:
            window.kill()


def seconds_until_silent(team: Person, since: float) -> float:
    """From that moment to the last packet; it is silent when none came for a second."""
    last = time.monotonic()
    count = len(team.voices)

    def is_silent() -> bool:
        nonlocal last, count
        if len(team.voices) != count:
            last, count = time.monotonic(), len(team.voices)
        return time.monotonic() - last > 1.0

    wait_until(is_silent, 10, "silence")
    return last - since


def test_a_window_killed_while_it_talks_leaves_no_open_microphone(
    sound_server: SoundServer, voice_server: VoiceServer, tmp_path: Path
) -> None:
    sound_server.plug_microphone("headset")
    sound_server.use_microphone("headset")
    with Person(voice_server, "team-k", CHANNEL) as team, talking(voice_server, tmp_path) as window:
        assert window.stdout is not None
        voice = psutil.Process(int(window.stdout.readline()))
        wait_until(lambda: len(team.voices) > 25, 5, "half a second of talk")
        processes = [voice, *voice.children(recursive=True)]
        window.kill()
        assert seconds_until_silent(team, time.monotonic()) <= SHUT_S
        assert psutil.wait_procs(processes, timeout=5)[1] == []


def test_a_window_frozen_while_it_talks_shuts_the_gate_after_half_a_second(
    sound_server: SoundServer, voice_server: VoiceServer, tmp_path: Path
) -> None:
    sound_server.plug_microphone("headset")
    sound_server.use_microphone("headset")
    with Person(voice_server, "team-f", CHANNEL) as team, talking(voice_server, tmp_path) as window:
        assert window.stdout is not None
        window.stdout.readline()
        wait_until(lambda: len(team.voices) > 25, 5, "half a second of talk")
        os.kill(window.pid, signal.SIGSTOP)
        assert seconds_until_silent(team, time.monotonic()) <= SHUT_S + LATE_S
        assert team.voices[-1].is_last
