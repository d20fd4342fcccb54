"""A small RTSP camera of the tests' own, independent of the simulator that ships: H.264 over TCP, faults on command."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import itertools
import random
import re
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import av
import numpy as np
import pytest
from av.video.codeccontext import VideoCodecContext

WIDTH, HEIGHT, FPS, FRAMES, GOP = 320, 180, 15, 30, 15
MTU = 1200
USER, PASSWORD, REALM = "viewer", "gate-7", "test camera"


def encode_clip() -> list[list[bytes]]:
    """A loop of FRAMES access units as NALs; every picture is uniform, its brightness tells its number."""
    codec = av.CodecContext.create("libx264", "w")
    codec.width, codec.height, codec.pix_fmt, codec.time_base = WIDTH, HEIGHT, "yuv420p", Fraction(1, FPS)
    codec.framerate, codec.gop_size, codec.thread_count = Fraction(FPS), GOP, 1
    x264 = f"keyint={GOP}:min-keyint={GOP}:scenecut=0:bframes=0:repeat-headers=1:sliced-threads=0"
    codec.options = {"preset": "veryfast", "tune": "zerolatency", "x264-params": x264}
    return encoded(codec)


def encoded(codec: VideoCodecContext) -> list[list[bytes]]:
    """FRAMES access units as NALs; every picture's upper half is uniform, its brightness tells its number."""
    units = []
    noise = np.random.default_rng(1).integers(0, 40, (HEIGHT // 2, WIDTH, 3), dtype=np.uint8)
    for number in range(FRAMES):
        pixels = np.full((HEIGHT, WIDTH, 3), 20 + 7 * number, np.uint8)
        pixels[HEIGHT // 2 :] = np.roll(noise, number, axis=1)  # makes key frames larger than one packet
        frame = av.VideoFrame.from_ndarray(pixels, "rgb24")
        frame.pts = number
        units += [bytes(packet) for packet in codec.encode(frame)]
    units += [bytes(packet) for packet in codec.encode(None)]
    return [nals_of(unit) for unit in units]


def nals_of(unit: bytes) -> list[bytes]:
    """Of an access unit in Annex B form."""
    return [nal for nal in re.split(rb"\x00\x00\x00?\x01", unit) if nal]


def payloads(nals: list[bytes]) -> list[bytes]:
    """RTP payloads: parameter sets as STAP-A, small NALs singly, large ones as FU-A."""
    small = [nal for nal in nals if nal[0] & 31 in (7, 8)]
    found = [b"\x18" + b"".join(struct.pack(">H", len(nal)) + nal for nal in small)] if small else []
    for nal in (nal for nal in nals if nal[0] & 31 not in (7, 8)):
        if len(nal) <= MTU:
            found.append(nal)
            continue
        parts = [nal[at : at + MTU] for at in range(1, len(nal), MTU)]
        for number, part in enumerate(parts):
            flags = 0x80 * (number == 0) | 0x40 * (number == len(parts) - 1) | nal[0] & 31
            found.append(bytes((nal[0] & 0xE0 | 28, flags)) + part)
    return found


def rtp(payload: bytes, sequence: int, timestamp: int, *, marker: bool, payload_type: int = 96) -> bytes:
    head = struct.pack(">BBHII", 0x80, payload_type | 0x80 * marker, sequence & 0xFFFF, timestamp & 0xFFFFFFFF, 7)
    return head + payload


def spoilt(payload: bytes) -> bytes:
    """The same payload with everything but its ends replaced by noise."""
    return payload[:20] + random.randbytes(max(0, len(payload) - 40)) + payload[20:][-20:]


@dataclass
class Behaviour:
    """How the camera of one path behaves; change it while it runs."""

    stalled: bool = False  # keeps the connection, sends no pictures
    no_key: bool = False
    joins_late: bool = False  # begins in the middle of a GOP instead of with a key frame
    corrupt: bool = False  # the pictures' own bytes are damaged, the packets are whole
    lossy: bool = False  # now and then a packet is missing
    silent: bool = False  # answers PLAY, sends nothing at all
    mute: bool = False  # never answers
    status: str = ""  # DESCRIBE is answered with this instead
    location: str = ""  # DESCRIBE redirects there
    codec: str = "H264"
    auth: str = ""  # basic | md5 | sha256
    garbage: bytes = b""  # sent instead of the first picture
    nonce_uses: int = 1_000  # after so many requests the nonce is stale
    session_timeout: int = 60


@dataclass
class RtspServer:
    """Serves `rtsp://127.0.0.1:port/<name>`; every name is a camera. Runs a loop in a thread of its own."""

    clip: list[list[bytes]]
    port: int = 0
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)  # method, camera
    reports: list[bytes] = field(default_factory=list)  # RTCP of the clients, over TCP
    clients: set[_Client] = field(default_factory=set)
    number: int = 0  # of the picture sent last

    def start(self) -> None:
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        serving = self._loop.create_server(lambda: _Client(self), sock=listener)
        self._server = self._loop.run_until_complete(serving)
        self._thread = threading.Thread(target=self._serve, name="rtsp-server")
        self._thread.start()

    @property
    def base(self) -> str:
        return f"rtsp://127.0.0.1:{self.port}"

    def of(self, name: str) -> Behaviour:
        return self.behaviours.setdefault(name, Behaviour())

    def watching(self, name: str) -> int:
        """How many clients are being sent this camera."""
        return sum(client.playing == name for client in list(self.clients))

    def asked(self, method: str, name: str) -> int:
        return self.requests.count((method, name))

    def abort(self, name: str) -> None:
        """Cut every connection that plays this camera."""
        self._loop.call_soon_threadsafe(lambda: [c.cut() for c in list(self.clients) if c.playing == name])

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _serve(self) -> None:
        loop = self._loop
        loop.call_soon(self._frame, 0, loop.time())
        loop.run_forever()
        for client in list(self.clients):
            client.cut()
        self._server.close()
        loop.run_until_complete(self._server.wait_closed())
        loop.close()

    def _frame(self, number: int, due: float) -> None:
        self.number = number
        for client in list(self.clients):
            client.picture(number)
        due += 1 / FPS
        self._loop.call_at(due, self._frame, number + 1, due)


class _Client(asyncio.Protocol):
    def __init__(self, server: RtspServer) -> None:
        self.server, self.playing, self._name = server, "", ""
        self._rest, self._sequence = b"", 60_000  # wraps within a test
        self._first = 0
        self._nonces = itertools.count(1)
        self._nonce, self._uses = "n0", 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.server.clients.add(self)

    def connection_lost(self, error: Exception | None) -> None:
        self.server.clients.discard(self)

    def cut(self) -> None:
        self._transport.abort()

    def picture(self, number: int) -> None:
        behaviour = self.server.of(self.playing) if self.playing else None
        if behaviour is None or behaviour.stalled or behaviour.silent:
            return
        if behaviour.garbage:
            self._transport.write(behaviour.garbage)
            return
        nals = self.server.clip[(number - self._first) % FRAMES]
        if behaviour.no_key:
            nals = [nal for nal in nals if nal[0] & 31 == 1]
        found = payloads(nals)
        for count, payload in enumerate(found, 1):
            packet = rtp(
                spoilt(payload) if behaviour.corrupt else payload,
                self._sequence,
                number * 90_000 // FPS,
                marker=count == len(found),
            )
            self._sequence += 1
            if not (behaviour.lossy and self._sequence % 97 == 0):
                self._transport.write(struct.pack(">BBH", 0x24, 0, len(packet)) + packet)

    def data_received(self, data: bytes) -> None:
        self._rest += data
        while self._rest:
            if self._rest[0] == 0x24:  # a report about what was received
                stop = 4 + int.from_bytes(self._rest[2:4].ljust(2, b"\xff"), "big")
                if len(self._rest) < stop:
                    return
                self.server.reports.append(self._rest[4:stop])
                self._rest = self._rest[stop:]
                continue
            request, end, rest = self._rest.partition(b"\r\n\r\n")
            if not end:
                return
            self._rest = rest
            self._answer(request.decode())

    def _answer(self, request: str) -> None:
        first, *lines = request.split("\r\n")
        method, url, _ = first.split()
        headers = {key.lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
        self._name = re.sub(r"rtsp://[^/]*/|/track1$", "", url).strip("/")
        self.server.requests.append((method, self._name))
        behaviour = self.server.of(self._name)
        if behaviour.mute:
            return
        if behaviour.auth and not self._is_known(behaviour, method, headers.get("authorization", "")):
            self._reply(headers, "401 Unauthorized", *self._challenges(behaviour))
            return
        getattr(self, f"_{method.lower()}", self._other)(behaviour, url, headers)

    def _reply(self, headers: dict[str, str], status: str, *lines: str, body: str = "") -> None:
        head = [f"RTSP/1.0 {status}", f"CSeq: {headers['cseq']}", *lines]
        if body:
            head.append(f"Content-Length: {len(body)}")
        self._transport.write(("\r\n".join(head) + "\r\n\r\n" + body).encode())

    def _other(self, behaviour: Behaviour, url: str, headers: dict[str, str]) -> None:
        self._reply(headers, "200 OK", "Public: OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN")

    def _describe(self, behaviour: Behaviour, url: str, headers: dict[str, str]) -> None:
        if behaviour.location:
            self._reply(headers, "302 Moved", f"Location: {behaviour.location}")
        elif behaviour.status:
            self._reply(headers, behaviour.status)
        else:
            sdp = f"v=0\r\ns=t\r\na=control:*\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 {behaviour.codec}/90000\r\n"
            base = f"Content-Base: {url}/"
            self._reply(headers, "200 OK", "Content-Type: application/sdp", base, body=sdp + "a=control:track1\r\n")

    def _setup(self, behaviour: Behaviour, url: str, headers: dict[str, str]) -> None:
        session = f"Session: 42;timeout={behaviour.session_timeout}"
        self._reply(headers, "200 OK", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1", session)

    def _play(self, behaviour: Behaviour, url: str, headers: dict[str, str]) -> None:
        self._reply(headers, "200 OK", "Session: 42")
        self.playing = self._name
        self._first = self.server.number + 1 - (GOP // 2 if behaviour.joins_late else 0)

    def _teardown(self, behaviour: Behaviour, url: str, headers: dict[str, str]) -> None:
        self.playing = ""
        self._reply(headers, "200 OK")

    # ---- who may look ------------------------------------------------------------------------------------------

    def _challenges(self, behaviour: Behaviour) -> list[str]:
        if behaviour.auth == "basic":
            return [f'WWW-Authenticate: Basic realm="{REALM}"']
        was_used, self._uses = self._uses > 0, 0
        self._nonce = f"n{next(self._nonces)}"
        stale = ", stale=true" if was_used else ""
        digests = {"md5": ["MD5"], "sha256": ["MD5", "SHA-256"]}[behaviour.auth]
        return [
            f'WWW-Authenticate: Digest realm="{REALM}", nonce="{self._nonce}", qop="auth", algorithm={name}{stale}'
            for name in digests
        ]

    def _is_known(self, behaviour: Behaviour, method: str, header: str) -> bool:
        if behaviour.auth == "basic":
            return header == "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        keys = dict(re.findall(r'(\w+)="?([^",]*)"?', header))
        if keys.get("nonce") != self._nonce or self._uses >= behaviour.nonce_uses:
            return False
        digest = {"md5": hashlib.md5, "sha256": hashlib.sha256}[behaviour.auth]

        def hashed(text: str) -> str:
            return digest(text.encode()).hexdigest()

        secret, request = hashed(f"{USER}:{REALM}:{PASSWORD}"), hashed(f"{method}:{keys['uri']}")
        middle = f"{keys['nonce']}:{keys['nc']}:{keys['cnonce']}:auth"
        is_right = keys["response"] == hashed(f"{secret}:{middle}:{request}")
        self._uses += is_right
        return is_right


@pytest.fixture(scope="session")
def h264_clip() -> list[list[bytes]]:
    return encode_clip()


@pytest.fixture
def rtsp_server(h264_clip: list[list[bytes]]) -> Iterator[RtspServer]:
    server = RtspServer(h264_clip)
    server.start()
    yield server
    server.stop()
