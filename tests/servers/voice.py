"""A real voice server, people on it, and a room with a virtual microphone: what the talk tests share."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pytest

from console.backends.voice.process import VoiceProcess
from console.backends.voice.server import VoiceServer
from console.backends.voice.sound import VoiceSound
from console.backends.voice.talk import VoiceTalk
from console.clock import Clock
from console.config.schema import SoundConfig, VoiceConfig
from console.config.secrets import resolve
from console.inbox import Inbox
from console.model import GroupId
from console.mumble import Client, Event, Login, Place, Server, Stood, Voice
from console.mumble.opus import FRAME, RATE, Decoder, Encoder
from console.talk_words import GroupState, TalkGroup, TalkState
from tests.waiting import wait_until

FIRE, GUARD = GroupId("fire"), GroupId("guard")
CHANNELS = {FIRE: "Site/Fire", GUARD: "Site/Guard"}
T = TypeVar("T")


@contextmanager
def running(folder: Path) -> Iterator[VoiceServer]:
    server = VoiceServer(folder / "voice")
    server.start(CHANNELS.values())
    yield server
    server.stop()


@pytest.fixture(scope="session")
def voice_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoiceServer]:
    """With the channels of `CHANNELS`; nobody breaks it."""
    with running(tmp_path_factory.mktemp("voice")) as server:
        yield server


@pytest.fixture
def own_voice_server(tmp_path: Path) -> Iterator[VoiceServer]:
    """To be broken."""
    with running(tmp_path) as server:
        yield server


class Person:
    """Somebody else on the server, with everything that was heard there."""

    def __init__(
        self, server: VoiceServer, name: str, channel: str, *, with_below: bool = False, port: int = 0
    ) -> None:
        """`port`: of whatever stands between this person and the server."""
        self._lock = threading.Lock()
        self._events: list[Event] = []
        self.heard_at: list[float] = []  # monotonic seconds of each voice packet
        password = resolve(server.config().password)
        self.client = Client(
            Server("127.0.0.1", port or server.port, server.pin), Login(name, password), Place(channel, with_below),
            self._hear,
        )  # fmt: skip

    def __enter__(self) -> Person:
        self.client.start()
        wait_until(lambda: self.client.is_ready, 5, "a person on the voice server")
        return self

    def __exit__(self, *_: object) -> None:
        self.client.stop()

    def _hear(self, event: Event) -> None:
        now = time.monotonic()
        with self._lock:
            self._events.append(event)
            if isinstance(event, Voice):
                self.heard_at.append(now)

    def all(self, kind: type[T]) -> list[T]:
        with self._lock:
            return [event for event in self._events if isinstance(event, kind)]

    def forget(self) -> None:
        """What was heard so far."""
        with self._lock:
            self._events = [event for event in self._events if not isinstance(event, Voice)]

    @property
    def voices(self) -> list[Voice]:
        return self.all(Voice)

    @property
    def standing(self) -> Stood:
        return self.all(Stood)[-1]

    def heard(self) -> npt.NDArray[np.float64]:
        """−1…1, packet after packet."""
        decoder = Decoder()
        pcm = b"".join(decoder.decode(voice.opus) for voice in self.voices)
        return np.frombuffer(pcm, "<i2") / 32_768

    def say(self, sound: npt.NDArray[np.float64], every_s: float = 0.02) -> None:
        """At the pace of speech."""
        encoder, pause = Encoder(), threading.Event()
        frames = [sound[at : at + FRAME] for at in range(0, len(sound) - FRAME + 1, FRAME)]
        began = time.monotonic()
        for number, frame in enumerate(frames):
            pause.wait(max(0.0, began + number * every_s - time.monotonic()))
            opus = encoder.encode((frame * 32_767).astype("<i2").tobytes())
            self.client.speak(opus, is_last=number == len(frames) - 1)


def tone(hertz: float, seconds: float, peak: float = 0.35) -> npt.NDArray[np.float64]:
    return peak * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)


@dataclass
class Desk:
    """A position that talks: the real voice process at the real server."""

    talk: VoiceTalk
    sound: VoiceSound
    inbox: Inbox
    posted: list[object] = field(default_factory=list)

    def all(self, kind: type[T]) -> list[T]:
        self.inbox.drain(self.posted.append, lambda item, error: None)
        return [item for item in self.posted if isinstance(item, kind)]

    def wait_for(self, kind: type[T], count: int = 1, within_s: float = 10.0, **facts: object) -> T:
        """The `count`th that has these facts."""

        def found() -> list[T]:
            return [each for each in self.all(kind) if all(getattr(each, k) == v for k, v in facts.items())]

        wait_until(lambda: len(found()) >= count, within_s, f"{count} × {kind.__name__} {facts}")
        return found()[count - 1]

    def state(self, group: GroupId) -> GroupState | None:
        return next((each for each in reversed(self.all(GroupState)) if each.group == group), None)

    def wait_for_state(self, group: GroupId, state: TalkState, within_s: float = 10.0) -> GroupState:
        """The group stands so now."""

        def stands() -> bool:
            now = self.state(group)
            return now is not None and now.state is state

        wait_until(stands, within_s, f"{group} {state}, is {self.state(group)}")
        found = self.state(group)
        assert found is not None
        return found


@contextmanager
def desk(
    config: VoiceConfig, data: Path, *, has_sound: bool = True, groups: tuple[GroupId, ...] = (FIRE, GUARD)
) -> Iterator[Desk]:
    inbox, clock = Inbox(), Clock()
    process = VoiceProcess(SoundConfig(enabled=has_sound), config, data)
    sound = VoiceSound(process, inbox, clock)
    talk = VoiceTalk(process, config, "desk-1", resolve=resolve, inbox=inbox, clock=clock)
    talk.take_groups([TalkGroup(group, CHANNELS.get(group, group)) for group in groups])
    talk.start()
    try:
        yield Desk(talk, sound, inbox)
    finally:
        talk.stop()
