"""`main.py bench talk`: key → first packet, mouth → ear at rest, beside a wall and on a busy machine.

Real parts: voice processes of two positions, a voice server, a sound server with null sinks whose own loop is the
floor, the demo's wall in a program of its own. One JSON document.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from console.backends.voice.process import VoiceProcess
from console.backends.voice.server import VoiceServer
from console.backends.voice.talk import VoiceTalk
from console.bench.amount import amount
from console.bench.jump import figures
from console.bench.sound_room import loop, mouth_to_ear_ms, sound_room
from console.bench.stage import ROOT
from console.bench.wall import TILES
from console.clock import Clock
from console.config.schema import SoundConfig
from console.config.secrets import resolve
from console.errors import BackendError
from console.inbox import Inbox
from console.leash import leashed
from console.model import GroupId
from console.mumble import Client, Event, Login, Place, Server, Voice
from console.talk_words import GroupState, PressEnded, TalkGroup, TalkState

GROUP = TalkGroup(GroupId("bench"), "Bench")
PRESS_MS, MOUTH_TO_EAR_MS = 25, 100  # p95: what the product promises
WAIT_S = 15.0
HELD_S = 0.1
BURN = "while True: sum(range(1000))"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--presses", type=amount, default=50, help="key presses (%(default)s)")
    parser.add_argument("--clicks", type=amount, default=30, help="clicks at the mouth, for each way (%(default)s)")
    parser.add_argument("--busy", type=amount, default=2, help="programs that keep a processor busy (%(default)s)")
    parser.add_argument(
        "--wall",
        type=int,
        default=16,
        choices=(0, *TILES),
        help="tiles of the wall that is shown, 0 = none (%(default)s)",
    )
    parser.add_argument("--seed", type=int, default=1, help="when the clicks come (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when every press was heard and every way heard its clicks. Raises BackendError."""
    with sound_room(), tempfile.TemporaryDirectory(prefix="bench-talk-") as folder:
        with loop():
            floor = mouth_to_ear_ms(args.clicks, args.seed)
        with _studio(Path(folder)) as (mouth, presses):
            taken = [presses.one(number) for number in range(1, args.presses + 1)]
            with mouth.on_air(1_000_000):
                rest = mouth_to_ear_ms(args.clicks, args.seed + 1)
            with _busy(args.busy), mouth.on_air(1_000_001):
                busy = mouth_to_ear_ms(args.clicks, args.seed + 2)
            ways = {"loop": floor, "at_rest": rest, "busy": busy}
            if args.wall:
                with wall(args.wall), mouth.on_air(1_000_002):
                    ways["wall"] = mouth_to_ear_ms(args.clicks, args.seed + 3)
    result = {
        "press_to_packet_ms": figures([each for each in taken if each is not None]),
        "mouth_to_ear_ms": {name: figures(values) for name, values in ways.items()},
        "busy_programs": args.busy,
        "wall_tiles": args.wall,
        "lost": {"presses": taken.count(None)} | {name: args.clicks - len(values) for name, values in ways.items()},
        "promised_p95_ms": {"press_to_packet": PRESS_MS, "mouth_to_ear": MOUTH_TO_EAR_MS},
    }
    json.dump(result, sys.stdout, indent=2)
    print()
    return 0 if None not in taken and all(ways.values()) else 1


@dataclass
class Position:
    """One voice process with one group, driven from here."""

    talk: VoiceTalk
    inbox: Inbox
    states: list[TalkState] = field(default_factory=list)
    ended: set[int] = field(default_factory=set)

    def wait(self, fact: Callable[[], bool], what: str) -> None:
        end, pause = time.monotonic() + WAIT_S, threading.Event()
        while not fact():
            if time.monotonic() > end:
                raise BackendError(f"the bench waited {WAIT_S:g} s in vain for {what}")
            self.inbox.drain(self._take, lambda _item, _error: None)
            pause.wait(0.002)

    def _take(self, item: object) -> None:
        if isinstance(item, GroupState):
            self.states.append(item.state)
        elif isinstance(item, PressEnded):
            self.ended.add(item.press)

    @property
    def state(self) -> TalkState:
        return self.states[-1] if self.states else TalkState.NOT_CONNECTED

    @contextmanager
    def on_air(self, press: int) -> Iterator[None]:
        """The key is down as long as this lasts."""
        up = threading.Event()

        def hold() -> None:
            while not up.wait(HELD_S):
                self.talk.held(press)

        self.talk.press(press, (GROUP.id,))
        thread = threading.Thread(target=hold)
        thread.start()
        try:
            yield
        finally:
            up.set()
            thread.join()
            self.talk.release(press)
            self.wait(lambda: press in self.ended, "the end of a press")


class Presses:
    """Key down → first packet at somebody in the group."""

    def __init__(self, mouth: Position, server: VoiceServer, password: str) -> None:
        self._mouth = mouth
        self._heard = threading.Event()
        self._at = 0.0
        login = Login("listener", password)
        self.client = Client(Server("127.0.0.1", server.port, server.pin), login, Place(GROUP.channel), self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Voice) and not self._heard.is_set():
            self._at = time.monotonic()
            self._heard.set()

    def one(self, press: int) -> float | None:
        """In ms; None when nothing came."""
        self._heard.clear()
        began = time.monotonic()
        self._mouth.talk.press(press, (GROUP.id,))
        came = self._heard.wait(1.0)
        self._mouth.talk.release(press)
        self._mouth.wait(lambda: press in self._mouth.ended, "the end of a press")
        threading.Event().wait(0.05 + press % 7 * 0.003)  # not in step with the microphone
        return (self._at - began) * 1000 if came else None


@contextmanager
def _studio(folder: Path) -> Iterator[tuple[Position, Presses]]:
    """A voice server, a position with a mouth, another with an ear, and somebody who counts packets."""
    server = VoiceServer(folder / "voice")
    server.start([GROUP.channel])
    mouth = _position(server, "mouth", folder)
    ear = _position(server, "ear", folder)
    presses = Presses(mouth, server, resolve(server.config().password))
    try:
        for position in (mouth, ear):
            position.talk.start()
            position.wait(lambda position=position: position.state is TalkState.READY, "a group")  # type: ignore[misc]
        presses.client.start()
        mouth.wait(lambda: presses.client.is_ready, "a listener")
        threading.Event().wait(1.0)  # the loudspeaker's stream has begun
        yield mouth, presses
    finally:
        presses.client.stop()
        mouth.talk.stop()
        ear.talk.stop()
        server.stop()


def _position(server: VoiceServer, name: str, folder: Path) -> Position:
    inbox, config = Inbox(), server.config(name)
    process = VoiceProcess(SoundConfig(device="ear"), config, folder / name)
    talk = VoiceTalk(process, config, name, resolve=resolve, inbox=inbox, clock=Clock())
    talk.take_groups([GROUP])
    return Position(talk, inbox)


@contextmanager
def _busy(programs: int) -> Iterator[None]:
    """So many programs that do nothing but count."""
    children = [subprocess.Popen(leashed([sys.executable, "-c", BURN])) for _ in range(programs)]
    try:
        yield
    finally:
        for child in children:
            child.kill()
            child.wait()


@contextmanager
def wall(tiles: int) -> Iterator[None]:
    """The demo's wall with so many pictures, all of them coming. Raises BackendError."""
    command = [sys.executable, str(ROOT / "main.py"), "bench", "wall", "--show", str(tiles)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        try:
            if not child.stdout.readline():
                raise BackendError("the wall did not start; --wall 0 measures without one")
            yield
        finally:
            child.stdin.close()
