"""The talk key in the real window: somebody in the group hears it, a field team answers, nothing is left open."""

from __future__ import annotations

import hashlib
import re
import signal
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from console.model import Crew, Group, GroupId, Site, UnitId, UnitKind
from console.mumble import Client, Event, Login, Place, Server, Voice
from console.mumble.opus import Decoder
from console.sim.field import FieldTeams
from tests.servers.mosquitto import Broker
from tests.servers.pulseaudio import RATE, SoundServer, pitches
from tests.servers.xvfb import Monitors, Screen
from tests.system import operator
from tests.system.process import Event as Logged
from tests.system.process import Running
from tests.system.small_site import write_config
from tests.waiting import wait_until

pytestmark = pytest.mark.alone

GROUPS = "id,name,name_en,channel,kind,chosen\nfire,消防组,Fire,Site/Fire,team,yes\ngate,门岗,Gate,Site/Gate,team,\n"
HERTZ = 997
SHUT_S = 0.5
KEY = "F12"
ON_AIR_BGR = (0xF7, 0xF5, 0xF2)


class Listener:
    """Somebody in a channel; every packet with the time at which it came."""

    def __init__(self, server: Server, password: str, channel: str) -> None:
        self.packets: list[tuple[float, Voice]] = []
        self._lock = threading.Lock()
        self.client = Client(server, Login(f"listener in {channel}", password), Place(channel), self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Voice):
            with self._lock:
                self.packets.append((time.monotonic(), event))

    def pitch(self) -> int:
        """The strongest tone in what was heard."""
        decoder = Decoder()
        pcm = b"".join(decoder.decode(voice.opus) for _, voice in self.packets)
        return pitches(np.frombuffer(pcm, "<i2") / 32_768, 1)[0]

    def silent_since(self) -> float:
        """When the last packet came; waits until none has come for a second."""
        wait_until(lambda: time.monotonic() - self.packets[-1][0] > 1.0, 10, "silence")
        return self.packets[-1][0]


@dataclass
class Room:
    """A console with windows, its voice server, and how to reach that."""

    console: Running
    screen: Screen
    server: Server
    password: str

    @contextmanager
    def listener(self, channel: str) -> Iterator[Listener]:
        listener = Listener(self.server, self.password, channel)
        listener.client.start()
        try:
            wait_until(lambda: listener.client.is_ready, 10, f"somebody in {channel}")
            yield listener
        finally:
            listener.client.stop()

    @contextmanager
    def key_held(self) -> Iterator[None]:
        """F12 goes down in the desk's window; X repeats it as on a keyboard."""
        operator.press(self.screen, self.console.child.pid, "Escape", title="desk-1")
        operator.xdotool(self.screen, "keydown", KEY)
        try:
            yield
        finally:
            operator.xdotool(self.screen, "keyup", KEY)

    def is_white(self) -> bool:
        """Whether the talk bar is the white one: its lower left corner, beside the button."""
        seen = operator.look(self.screen)
        return tuple(int(part) for part in seen[-3, 487]) == ON_AIR_BGR

    def file_of(self, burst: Logged) -> Path:
        """What was kept of it; it is what the log says."""
        path: Path = self.console.data / burst["path"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == burst["sha256"]
        return path


@pytest.fixture
def room(mosquitto: Broker, sound_server: SoundServer, three_monitors: Monitors, tmp_path: Path) -> Iterator[Room]:
    sound_server.plug_microphone("headset")
    sound_server.use_microphone("headset")
    config = write_config(tmp_path / "site", mosquitto.url)
    (config.parent / "site" / "groups.csv").write_text(GROUPS, encoding="utf-8")
    text = re.sub(r"(?s)(\[voice\].*?\nembedded = )false", r"\1true", config.read_text(encoding="utf-8"), count=1)
    config.write_text(text, encoding="utf-8")
    with Running(tmp_path / "console", "--sound", "--config", str(config), env=three_monitors.screen.env()) as console:
        console.start("run", "--language", "en")
        console.wait_for("LinkUp", kind="voice")
        console.wait_for("LinkUp", kind="audio")
        yield Room(console, three_monitors.screen, *_reached(console))


def _reached(console: Running) -> tuple[Server, str]:
    address = console.runtime()["voice"]
    certificate = ssl.get_server_certificate((address["host"], address["port"]))
    pin = hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate)).hexdigest()
    password = (console.data / "voice-server" / "voice.secret").read_text().strip()
    return Server(address["host"], address["port"], pin), password


def test_holding_f12_is_heard_by_the_target_alone_and_a_field_team_answers_in_words(
    room: Room, sound_server: SoundServer
) -> None:
    tone = 0.35 * np.sin(2 * np.pi * HERTZ * np.arange(RATE * 12) / RATE)
    assert not room.is_white()
    with room.listener("Site/Fire") as fire, room.listener("Site/Gate") as gate:
        mouth = sound_server.play("headset-mouth", tone)
        with room.key_held():
            room.console.wait_for("TalkOnAir", groups=["fire"])
            wait_until(room.is_white, 5, "the white bar")
            wait_until(lambda: len(fire.packets) > 100, 10, "two seconds of voice")  # the key repeats after 0.7 s
        ended = room.console.wait_for("TalkEnded")
        mouth.kill()
        mouth.wait()
        assert (ended["cause"], ended["groups"]) == ("released", ["fire"])
        assert len(room.console.named("TalkPressed")) == 1
        assert abs(fire.pitch() - HERTZ) <= 2
        assert gate.packets == []
        wait_until(lambda: not room.is_white(), 5, "the dark bar")
        fire.silent_since()
        assert fire.packets[-1][1].is_last
    kept = room.console.wait_for("BurstKept", direction="sent")
    assert kept["length_ms"] >= 2_000 and room.file_of(kept).suffix == ".mka"
    _a_field_team_answers(room)


def _a_field_team_answers(room: Room) -> None:
    """And is in the log with its file."""
    crew = Crew(UnitId("M1"), UnitKind.MICRO_STATION, "微站", "Micro station", group="fire")
    groups = (Group(GroupId("fire"), "消防组", "Fire", "Site/Fire"),)
    site = Site("试验园", "Test Park", "Asia/Shanghai", (120.0, 30.0), units=(crew,), groups=groups)
    field = FieldTeams(site, room.server, room.password, "en", seed=1)
    field.start()
    try:
        client = field.teams[crew.id].client
        wait_until(lambda: client is not None and client.is_ready, 10, "the field team")
        with room.key_held():
            room.console.wait_for("TalkOnAir", press=2)
            pressed = time.monotonic()
            wait_until(lambda: time.monotonic() - pressed > 0.8, 5, "a sentence")
        answer = room.console.wait_for("BurstKept", direction="heard", who="Micro station")
    finally:
        field.stop()
    assert answer["groups"] == ["fire"] and answer["length_ms"] > 800
    room.file_of(answer)


def test_a_window_killed_while_the_key_is_down_leaves_no_open_microphone(room: Room) -> None:
    with room.listener("Site/Fire") as fire, room.key_held():
        wait_until(lambda: len(fire.packets) > 25, 10, "half a second of voice")
        room.console.child.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        room.console.child.wait(10)
        assert fire.silent_since() - killed <= SHUT_S
