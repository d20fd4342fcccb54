"""The simulator's own cameras for tests, and a plain RTSP viewer that shows what really came over the wire."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import av
import numpy as np
import pytest

from console import framecode
from console.sim.cameras import Auth, CameraSim, SimCamera
from console.sim.coding import Coding
from tests.servers.certificates import Authority, authority
from tests.waiting import wait_until

USER, PASSWORD = "viewer", "gate 7/é"
CAMERAS = (
    SimCamera("C-001", 1, "东门 East gate", "gate-1-day"),
    SimCamera("lobby/north", 2, "大堂", "lobby-1-day", Auth.BASIC, USER, PASSWORD),
    SimCamera("C-003", 303, "走廊", "corridor-1-day", Auth.DIGEST, USER, PASSWORD),
    SimCamera("C-004", 9999, "仓库", "warehouse-1-day", Auth.DIGEST_SHA256, USER, PASSWORD),
    SimCamera("tcp", 5, "TCP", "lift-1-day", tcp_only=True),
    SimCamera("udp", 6, "UDP", "parking-1-day", udp_only=True),
    SimCamera("h265", 8, "H.265", "lobby-1-day", coding=Coding.H265),
    SimCamera("dead", 7, "dead", "gate-1-day", dead=True),
)
LIVING = len(CAMERAS) - 1


@pytest.fixture(scope="session")
def clip_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clips")


@pytest.fixture(scope="session")
def sim_authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Who vouches for the simulator's encrypted port."""
    return authority(tmp_path_factory.mktemp("sim-tls") / "ca")


@pytest.fixture(scope="session")
def camera_sim(clip_cache: Path, sim_authority: Authority) -> Iterator[CameraSim]:
    """All of CAMERAS, ready to be played."""
    certificate, key = sim_authority.server()
    both = sim_authority.folder / "both.pem"
    both.write_bytes(certificate.read_bytes() + key.read_bytes())
    sim = CameraSim(CAMERAS, cache=clip_cache, certificate=both)
    sim.start()
    wait_until(lambda: sim.ready == LIVING, 120, "all simulated cameras have their clip")
    yield sim
    sim.stop()


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class RtspViewer:
    """A client that speaks RTSP by hand; `url` may be a path below the simulator's base."""

    def __init__(self, sim: CameraSim, path: str, user: str = "", password: str = "", timeout: float = 5.0) -> None:
        self.url = f"{sim.base}/{path}"
        host = urlsplit(sim.base)
        self.socket = socket.create_connection((host.hostname, host.port), timeout)
        self._user, self._password = user, password
        self._challenge = ""
        self._buffer = b""
        self._sequence = 0
        self._early: list[tuple[int, bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def ask(self, method: str, url: str = "", **headers: str) -> Answer:
        """Send a request and wait for its answer; answers a challenge once when there are credentials."""
        answer = self._once(method, url or self.url, headers)
        if answer.status == 401 and self._user:
            self._challenge = answer.headers["www-authenticate"]
            answer = self._once(method, url or self.url, headers)
        return answer

    def _once(self, method: str, url: str, headers: dict[str, str]) -> Answer:
        self._sequence += 1
        lines = [f"{method} {url} RTSP/1.0", f"CSeq: {self._sequence}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        if self._challenge:
            lines.append("Authorization: " + self._authorization(method, url))
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return self.answer()

    def _authorization(self, method: str, url: str) -> str:
        if self._challenge.startswith("Basic"):
            return "Basic " + base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
        said = dict(re.findall(r'(\w+)="?([^",]+)', self._challenge))

        def digest(text: str) -> str:
            return hashlib.new(said["algorithm"].lower().replace("-", ""), text.encode()).hexdigest()

        client = secrets.token_hex(4)
        who = digest(f"{self._user}:{said['realm']}:{self._password}")
        proof = digest(f"{who}:{said['nonce']}:00000001:{client}:auth:{digest(f'{method}:{url}')}")
        return (
            f'Digest username="{self._user}", realm="{said["realm"]}", nonce="{said["nonce"]}", uri="{url}", '
            f'qop=auth, nc=00000001, cnonce="{client}", response="{proof}"'
        )

    def _more(self) -> None:
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionError("the camera closed the connection")
        self._buffer += data

    def answer(self) -> Answer:
        """The next RTSP answer; packets in between are kept."""
        while True:
            if self._buffer[:1] == b"$":
                self._early.append(self._block())
                continue
            head, end, rest = self._buffer.partition(b"\r\n\r\n")
            if not end:
                self._more()
                continue
            lines = head.decode().split("\r\n")
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
            length = int(headers.get("content-length", "0"))
            while len(rest) < length:
                self._more()
                rest = self._buffer.partition(b"\r\n\r\n")[2]
            self._buffer = rest[length:]
            return Answer(int(lines[0].split()[1]), headers, rest[:length])

    def _block(self) -> tuple[int, bytes]:
        while len(self._buffer) < 4 or len(self._buffer) < 4 + int.from_bytes(self._buffer[2:4], "big"):
            self._more()
        stop = 4 + int.from_bytes(self._buffer[2:4], "big")
        block = (self._buffer[1], self._buffer[4:stop])
        self._buffer = self._buffer[stop:]
        return block

    def setup(self, transport: str = "RTP/AVP/TCP;unicast;interleaved=0-1") -> Answer:
        return self.ask("SETUP", f"{self.url}/trackID=0", Transport=transport)

    def play(self) -> str:
        """DESCRIBE, SETUP over TCP, PLAY; the session's name."""
        assert self.ask("DESCRIBE").status == 200
        session = self.setup().headers["session"].split(";")[0]
        assert self.ask("PLAY", Session=session).status == 200
        return session

    def packet(self) -> tuple[int, bytes]:
        """The next interleaved block: channel and data. Raises TimeoutError after the socket's time."""
        while not self._early:
            while not self._buffer:
                self._more()
            if self._buffer[:1] == b"$":
                return self._block()
            self.answer()
        return self._early.pop(0)

    def rtp(self, seconds: float) -> list[tuple[float, bytes]]:
        """RTP packets that arrive within that time, with their arrival."""
        end, found = time.monotonic() + seconds, []
        while (left := end - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                channel, data = self.packet()
            except TimeoutError:
                break
            if channel == 0:
                found.append((time.monotonic(), data))
        return found

    def pictures(self, count: int) -> list[np.ndarray]:
        """The next decodable pictures as BGRA."""
        decoder = Decoder()
        found: list[np.ndarray] = []
        end = time.monotonic() + 8
        while len(found) < count:
            assert time.monotonic() < end, f"{len(found)} of {count} pictures"
            channel, data = self.packet()
            if channel == 0:
                found += decoder.feed(data)
        return found


class Decoder:
    """RTP payloads of H.264 to pictures; begins at the first key frame."""

    def __init__(self) -> None:
        self._codec = av.CodecContext.create("h264", "r")
        self._unit, self._started = b"", False

    def feed(self, packet: bytes) -> list[np.ndarray]:
        payload, start = packet[12:], b"\0\0\0\1"
        if payload[0] & 31 == 28:
            if payload[1] & 0x80:
                self._unit += start + bytes([payload[0] & 0xE0 | payload[1] & 31])
            self._unit += payload[2:]
        else:
            self._unit += start + payload
        self._started = self._started or payload[0] & 31 == 7
        if not packet[1] & 0x80:
            return []
        unit, self._unit = self._unit, b""
        if not self._started:
            return []
        return [frame.to_ndarray(format="bgra") for frame in self._codec.decode(av.Packet(unit))]


def codes(pictures: list[np.ndarray]) -> list[framecode.FrameCode | None]:
    return [framecode.read(picture) for picture in pictures]
