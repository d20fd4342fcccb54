"""What a session promises at a real voice server, behind a network that blocks or cuts it, and at a hostile one."""

from __future__ import annotations

import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from console.backends.voice.server import VoiceServer
from console.config.secrets import resolve
from console.mumble import Client, Login, Place, Server, Standing, Stood
from console.mumble.messages import FRAME, FRAME_LIMIT
from console.mumble.opus import FRAME as SAMPLES
from console.mumble.opus import Encoder
from console.talk_words import TalkDetail
from tests.servers.certificates import authority
from tests.servers.voice import Person
from tests.sources import ROOT
from tests.waiting import wait_until

FIRE = "Site/Fire"
OPUS = Encoder().encode(bytes(SAMPLES * 2))


class Wire:
    """Between a session and the server: TCP passes, datagrams pass until they are blocked."""

    def __init__(self, port: int) -> None:
        self._server = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._inside = socket.socket(type=socket.SOCK_DGRAM)
        self._inside.bind(("127.0.0.1", self.port))
        self._outside = socket.socket(type=socket.SOCK_DGRAM)
        self._outside.connect(self._server)
        self._client: tuple[str, int] | None = None
        self._sockets: list[socket.socket] = [self._listener, self._inside, self._outside]
        self._threads: list[threading.Thread] = []
        self.blocks_datagrams = False

    def __enter__(self) -> Wire:
        for run in (self._accept, self._send, self._return):
            self._start(run)
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        for thread in self._threads:
            thread.join(2)

    def _start(self, run: Callable[[], None]) -> None:
        thread = threading.Thread(target=run, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(self._server)
                self._sockets += [near, far]
                self._start(lambda near=near, far=far: self._pass(near, far))
                self._start(lambda near=near, far=far: self._pass(far, near))

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                target.sendall(data)

    def _send(self) -> None:
        with suppress(OSError):
            while True:
                packet, self._client = self._inside.recvfrom(2_048)
                if not packet:
                    return
                if not self.blocks_datagrams:
                    self._outside.send(packet)

    def _return(self) -> None:
        with suppress(OSError):
            while packet := self._outside.recv(2_048):
                if self._client is not None and not self.blocks_datagrams:
                    self._inside.sendto(packet, self._client)


@pytest.fixture
def team(voice_server: VoiceServer) -> Iterator[Person]:
    with Person(voice_server, "team9", FIRE) as person:
        yield person


@contextmanager
def behind(wire: Wire, server: VoiceServer) -> Iterator[Person]:
    """Somebody whose session goes through the wire."""
    person = Person(server, "behind", FIRE, port=wire.port)
    with person:
        yield person


def hears(listener: Person, talker: Person) -> bool:
    """Whether a packet said now arrives."""
    before = len(listener.voices)
    talker.client.speak(OPUS, is_last=True)
    try:
        wait_until(lambda: len(listener.voices) > before, 0.3)
    except AssertionError:
        return False
    return True


def test_voice_goes_by_datagrams_where_it_can(voice_server: VoiceServer, team: Person) -> None:
    with Wire(voice_server.port) as wire, behind(wire, voice_server) as far:
        wait_until(lambda: far.client.uses_datagrams, 5, "datagrams")
        assert hears(team, far)
        assert hears(far, team)


def test_where_datagrams_are_blocked_voice_goes_through_the_control_channel(
    voice_server: VoiceServer, team: Person
) -> None:
    with Wire(voice_server.port) as wire:
        wire.blocks_datagrams = True
        with behind(wire, voice_server) as far:
            assert hears(team, far)
            assert hears(far, team)
            assert not far.client.uses_datagrams


def test_when_datagrams_are_blocked_later_both_ways_are_found_again(voice_server: VoiceServer, team: Person) -> None:
    with Wire(voice_server.port) as wire, behind(wire, voice_server) as far:
        wait_until(lambda: far.client.uses_datagrams and hears(far, team), 5, "datagrams")
        wire.blocks_datagrams = True
        wait_until(lambda: hears(team, far), 8, "the way out")
        wait_until(lambda: hears(far, team), 8, "the way in")
        wire.blocks_datagrams = False
        wait_until(lambda: far.client.uses_datagrams, 5, "datagrams again")


def test_speaking_to_a_tree_reaches_the_channels_below(voice_server: VoiceServer, team: Person) -> None:
    with Person(voice_server, "all-call", "Site", with_below=True) as everybody:
        wait_until(lambda: hears(team, everybody), 3, "the all-call")
        assert not hears(everybody, team)


def test_nobody_is_let_in_twice_under_one_name_without_being_told(voice_server: VoiceServer, team: Person) -> None:
    with Person(voice_server, "team9", FIRE):  # the server prefers the newer one
        wait_until(lambda: any(stood.reason is TalkDetail.KICKED for stood in team.all(Stood)), 3, "a word about it")


# ---- hostile servers ----


@contextmanager
def hostile(folder: Path, says: bytes) -> Iterator[Server]:
    """A server with a certificate of its own that says this to everybody."""
    certificate, key = authority(folder / "ca").server()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                plain, _ = listener.accept()
                with suppress(OSError), context.wrap_socket(plain, server_side=True) as peer:
                    peer.sendall(says)
                    while peer.recv(65_536):
                        pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield Server("127.0.0.1", listener.getsockname()[1], ca_file=str(folder / "ca" / "ca.pem"))
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(2)


def frame(kind: int, body: bytes) -> bytes:
    return FRAME.pack(kind, len(body)) + body


@pytest.mark.parametrize(
    "says",
    [
        os.urandom(4_000),
        struct.pack(">HI", 9, FRAME_LIMIT + 1),
        frame(9, b"\x08\xff"),
        frame(5, b""),
        frame(15, b"\x0a\x03key\x12\x00\x1a\x00"),
        frame(1, b""),
        frame(1, b"\x80\xf0"),
        b"".join(frame(9, b"\x08" + bytes((0x80 | n & 0x7F, n >> 7))) for n in range(128, 11_000)),
    ],
    ids=["noise", "too long", "cut short", "no session", "no key", "no packet", "packet cut short", "too many people"],
)
def test_a_server_that_talks_nonsense_is_left_and_named(says: bytes, tmp_path: Path) -> None:
    heard: list[object] = []
    with hostile(tmp_path, says) as server:
        client = Client(server, Login("desk-1", "secret"), Place(FIRE), heard.append)
        client.start()
        try:
            wait_until(
                lambda: any(isinstance(each, Stood) and each.reason is TalkDetail.NONSENSE for each in heard), 5,
                "a word about it",
            )  # fmt: skip
        finally:
            client.stop()


def test_no_password_is_said_to_a_server_that_is_not_the_pinned_one(tmp_path: Path) -> None:
    certificate, key = authority(tmp_path / "ca").server()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    said: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                plain, _ = listener.accept()
                with context.wrap_socket(plain, server_side=True) as peer:
                    said.append(peer.recv(65_536))

        thread = threading.Thread(target=serve)
        thread.start()
        heard: list[object] = []
        server = Server("127.0.0.1", listener.getsockname()[1], pin="ab" * 32)
        client = Client(server, Login("desk-1", "secret"), Place(), heard.append)
        client.start()
        wait_until(lambda: any(isinstance(each, Stood) and each.standing is Standing.REFUSED for each in heard), 5)
        thread.join(5)
        client.stop()
    assert said in ([b""], [])


# ---- our own server ----


def test_our_own_server_asks_for_its_password_and_keeps_it_out_of_command_lines(voice_server: VoiceServer) -> None:
    words = " ".join(psutil.Process(voice_server.pid).cmdline())
    assert resolve(voice_server.config().password) not in words
    heard: list[object] = []
    server = Server("127.0.0.1", voice_server.port, voice_server.pin)
    client = Client(server, Login("stranger"), Place(), heard.append)
    client.start()
    wait_until(
        lambda: any(isinstance(each, Stood) and each.reason is TalkDetail.WRONG_PASSWORD for each in heard), 5, "no"
    )
    client.stop()


def test_our_own_server_listens_on_loopback_only(voice_server: VoiceServer) -> None:
    bound = psutil.Process(voice_server.pid).net_connections("inet")
    assert {each.laddr.ip for each in bound} == {"127.0.0.1"}


OWNER = """\
import sys, time, pathlib
from console.backends.voice.server import VoiceServer
server = VoiceServer(pathlib.Path(sys.argv[1]))
server.start(["Fire"])
print(server.pid, flush=True)
sys.stdin.read()
"""


def test_our_own_server_is_gone_with_the_program_that_started_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, str(tmp_path / "voice")], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as owner:
        assert owner.stdout is not None
        server = psutil.Process(int(owner.stdout.readline()))
        owner.kill()
        assert psutil.wait_procs([server], timeout=5)[1] == []
