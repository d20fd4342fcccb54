"""One RTSP connection: requests in order, one session, faults as ordered. Event loop thread only."""

from __future__ import annotations

import asyncio
import re
import secrets
import socket
import struct
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from console.errors import BackendError
from console.sim.clips import Rendition
from console.sim.faults import Fault
from console.sim.rtsp.message import Interleaved, Malformed, Request, RequestReader, response
from console.sim.rtsp.packets import session_description
from console.sim.rtsp.pump import Pump
from console.sim.rtsp.stream import CameraState, Track
from console.sim.rtsp.viewer import TcpViewer, UdpViewer
from console.sim.studio import URGENT

METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, GET_PARAMETER, SET_PARAMETER, TEARDOWN"
WAIT_S = 0.5  # how long DESCRIBE waits for a clip that is being made
_MAX_PENDING = 64  # pipelined requests
_SEND_BUFFER = 1 << 20
_CHANNELS = re.compile(r"interleaved=(\d{1,3})-(\d{1,3})")
_PORTS = re.compile(r"client_port=(\d{1,5})(?:-(\d{1,5}))?")


@dataclass(slots=True)
class Session:
    """What SETUP made: a stream and the way to the client."""

    id: str
    track: Track
    viewer: TcpViewer | UdpViewer


class Site(Protocol):
    """What a connection needs of its server."""

    pump: Pump
    timeout_s: int
    connections: set[Connection]

    def camera(self, camera_id: str) -> CameraState | None: ...

    def udp(self) -> tuple[asyncio.DatagramTransport, asyncio.DatagramTransport] | None: ...


class Connection(asyncio.Protocol):
    """Answers requests one after the other; later ones wait while a DESCRIBE waits for its clip."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._reader = RequestReader()
        self._pending: deque[Request] = deque()
        self._waiting: asyncio.Task[None] | None = None
        self._nonce = secrets.token_hex(16)
        self._session: Session | None = None
        self._transport: asyncio.Transport | None = None
        self.camera_id = ""  # the camera last asked for
        self.seen = time.monotonic()

    # ---- transport --------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one in all but name
        self._transport.set_write_buffer_limits(high=_SEND_BUFFER)
        self._transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._site.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  asyncio names it
        self._end_session()
        self._site.connections.discard(self)
        self._pending.clear()
        if self._waiting is not None:
            self._waiting.cancel()

    def pause_writing(self) -> None:
        self._set_paused(True)

    def resume_writing(self) -> None:
        self._set_paused(False)

    def _set_paused(self, paused: bool) -> None:
        if self._session is not None and isinstance(self._session.viewer, TcpViewer):
            self._session.viewer.paused = paused

    def data_received(self, data: bytes) -> None:
        self.seen = time.monotonic()
        for item in self._reader.feed(data):
            match item:
                case Request():
                    self._pending.append(item)
                case Malformed():
                    self._answer(item.status, None)
                    self.close()
                    return
                case Interleaved():
                    continue  # receiver reports: they keep the session alive, nothing more
        if len(self._pending) > _MAX_PENDING:
            self.close()
            return
        self._work()

    def close(self) -> None:
        self._pending.clear()
        if self._transport is not None:
            self._transport.close()

    def abort(self) -> None:
        """Reset the connection, as a camera that loses power or a firewall does."""
        if self._transport is None or self._transport.is_closing():
            return
        self._transport.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )
        self._transport.abort()

    @property
    def control_address(self) -> tuple[str, int] | None:
        """Where RTCP of a UDP session comes from."""
        viewer = self._session.viewer if self._session else None
        return viewer.control if isinstance(viewer, UdpViewer) else None

    # ---- requests ---------------------------------------------------------------------------------------------

    def _work(self) -> None:
        while self._pending and self._waiting is None:
            self._handle(self._pending.popleft())

    def _handle(self, request: Request) -> None:
        if request.method == "OPTIONS" and len(request.path) < 2:
            self._answer("200 OK", request, f"Public: {METHODS}")
            return
        camera_id, rendition = _target(request.path)
        state = self._site.camera(camera_id)
        if "require" in request.headers:
            self._answer("551 Option not supported", request, f"Unsupported: {request.headers['require']}")
        elif state is None or rendition is None or state.fault is Fault.NOT_FOUND:
            self._answer("404 Not Found", request)
        elif self._lets_in(request, state):
            self._dispatch(request, state, state.tracks[rendition])

    def _lets_in(self, request: Request, state: CameraState) -> bool:
        """Whether the camera is there and the request may go on; else it has had its answer, or never gets one."""
        self.camera_id = state.camera.id
        if state.fault is Fault.ABORT:
            self.abort()
            return False
        if state.mute:
            return False
        if request.method == "OPTIONS":
            return True
        if state.fault is Fault.UNAUTHORISED or not state.guard.admits(request, self._nonce):
            self._answer("401 Unauthorized", request, *state.guard.challenge(self._nonce))
            return False
        return True

    def _dispatch(self, request: Request, state: CameraState, track: Track) -> None:
        match request.method:
            case "OPTIONS":
                self._answer("200 OK", request, f"Public: {METHODS}")
            case "DESCRIBE":
                self._with_clip(track, request, lambda: self._describe(request, state, track))
            case "SETUP":
                self._with_clip(track, request, lambda: self._setup(request, state, track))
            case "PLAY" | "PAUSE" | "TEARDOWN" | "GET_PARAMETER" | "SET_PARAMETER":
                self._in_session(request, state)
            case _:
                self._answer("501 Not Implemented", request, f"Public: {METHODS}")

    def _with_clip(self, track: Track, request: Request, then: Callable[[], None]) -> None:
        if track.loop is not None:
            then()
        else:
            self._waiting = asyncio.get_running_loop().create_task(self._await_clip(track, request, then))

    async def _await_clip(self, track: Track, request: Request, then: Callable[[], None]) -> None:
        try:
            await asyncio.wait_for(track.prepare(URGENT), WAIT_S)
        except (TimeoutError, BackendError):
            self._answer("503 Service Unavailable", request, "Retry-After: 2")
        else:
            then()
        self._waiting = None
        self._work()

    def _describe(self, request: Request, state: CameraState, track: Track) -> None:
        if track.loop is None or self._transport is None:
            return
        address = self._transport.get_extra_info("sockname")[0]
        body = session_description(track.loop, state.camera.id.replace("\n", " "), address)
        base = f"Content-Base: {request.url.rstrip('/')}/"
        self._answer("200 OK", request, "Content-Type: application/sdp", base, body=body)

    def _setup(self, request: Request, state: CameraState, track: Track) -> None:
        if self._session is not None:
            return self._answer("455 Method Not Valid In This State", request)
        wanted = request.headers.get("transport", "")
        made = self._viewer(wanted.split(",")[0], state)
        if made is None:
            return self._answer("461 Unsupported Transport", request)
        viewer, transport = made
        self._session = Session(secrets.token_hex(8), track, viewer)
        session = f"Session: {self._session.id};timeout={self._site.timeout_s}"
        return self._answer("200 OK", request, f"Transport: {transport};ssrc={track.source:08X}", session)

    def _viewer(self, wanted: str, state: CameraState) -> tuple[TcpViewer | UdpViewer, str] | None:
        """The way to the client that a Transport header asks for; None when this camera does not offer it."""
        if self._transport is None:
            return None
        parts = wanted.split(";")
        if parts[0].strip().upper() == "RTP/AVP/TCP":
            if state.camera.udp_only:
                return None
            found = _CHANNELS.search(wanted)
            channels = (int(found[1]), int(found[2])) if found else (0, 1)
            if max(channels) > 255:
                return None
            return TcpViewer(self._transport, channels), f"RTP/AVP/TCP;unicast;interleaved={channels[0]}-{channels[1]}"
        ports = _PORTS.search(wanted)
        sockets = self._site.udp()
        refused = state.camera.tcp_only or state.fault is Fault.TCP_ONLY or "multicast" in wanted
        if ports is None or sockets is None or refused or not 0 < int(ports[1]) < 65535:
            return None
        rtp, rtcp = int(ports[1]), int(ports[2] or int(ports[1]) + 1)
        ours = [s.get_extra_info("sockname")[1] for s in sockets]
        viewer = UdpViewer(sockets, self._transport.get_extra_info("peername")[0], (rtp, rtcp))
        return viewer, f"RTP/AVP;unicast;client_port={rtp}-{rtcp};server_port={ours[0]}-{ours[1]}"

    def _in_session(self, request: Request, state: CameraState) -> None:
        session = self._session
        named = request.headers.get("session", "").split(";")[0].strip()
        if session is None and request.method in ("GET_PARAMETER", "SET_PARAMETER") and not named:
            return self._answer("200 OK", request)
        if session is None or (named and named != session.id):
            return self._answer("454 Session Not Found", request)
        header = f"Session: {session.id};timeout={self._site.timeout_s}"
        match request.method:
            case "PLAY":
                self._play(request, state, session, header)
            case "PAUSE":
                session.track.viewers.discard(session.viewer)
                self._answer("200 OK", request, header)
            case "TEARDOWN":
                self._end_session()
                self._answer("200 OK", request, header)
                self.close()
            case _:
                self._answer("200 OK", request, header)
        return None

    def _play(self, request: Request, state: CameraState, session: Session, header: str) -> None:
        pump, track = self._site.pump, session.track
        if state.fault is Fault.PLAY_SILENCE:
            return self._answer("200 OK", request, header, "Range: npt=now-")
        pump.wake(track)
        info = f"RTP-Info: url={request.url};seq={track.sequence};rtptime={track.timestamp(track.next_k)}"
        self._answer("200 OK", request, header, "Range: npt=now-", info)
        track.viewers.add(session.viewer)
        track.report(pump.wall_s(), track.next_k, session.viewer)
        return None

    def _end_session(self) -> None:
        if self._session is not None:
            self._session.track.viewers.discard(self._session.viewer)
            self._session = None

    def _answer(self, status: str, request: Request | None, *headers: str, body: bytes = b"") -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(response(status, request, *headers, body=body))


def _target(path: tuple[str, ...]) -> tuple[str, Rendition | None]:
    """Camera id and stream of `/<id>/sub|main[/trackID=0]`."""
    if path and path[-1].startswith("trackID="):
        path = path[:-1]
    if len(path) < 2 or path[-1] not in (Rendition.SUB, Rendition.MAIN):
        return "/".join(path), None
    return "/".join(path[:-1]), Rendition(path[-1])
