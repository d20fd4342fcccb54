"""The RTSP server of all simulated cameras: listens, sends, watches sessions. Event loop thread only."""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from console.errors import BackendError
from console.sim.animation import Effect
from console.sim.clips import Rendition
from console.sim.faults import Fault
from console.sim.rtsp.connection import Connection
from console.sim.rtsp.pump import Pump
from console.sim.rtsp.stream import CameraState, SimCamera
from console.sim.studio import NORMAL, URGENT, Studio

_log = logging.getLogger(__name__)
_SWEEP_S = 0.25
_UDP_TRIES = 20


class CameraServer:
    """Serves `rtsp://host:port/<camera id>/sub|main`; made, opened and closed in one event loop."""

    def __init__(
        self, cameras: Sequence[SimCamera], studio: Studio, timeout_s: int = 60, certificate: Path | None = None
    ) -> None:
        """`certificate`: PEM with its key; the cameras are then served encrypted too, on a port of its own."""
        self.states = {c.id: CameraState(c, studio) for c in cameras}
        for state in self.states.values():
            state.when_rested = partial(self._rested, state)
        self.connections: set[Connection] = set()
        self.timeout_s = timeout_s
        self.pump = Pump()
        self.port = self.secure_port = 0
        self._certificate = certificate
        self._secure: asyncio.Server | None = None
        self._server: asyncio.Server | None = None
        self._sockets: tuple[asyncio.DatagramTransport, asyncio.DatagramTransport] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def camera(self, camera_id: str) -> CameraState | None:
        return self.states.get(camera_id)

    def udp(self) -> tuple[asyncio.DatagramTransport, asyncio.DatagramTransport] | None:
        return self._sockets

    async def open(self, host: str, port: int) -> None:
        """Listen; raises OSError when the port is taken."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Connection(self), host, port, backlog=512)
        self.port = self._server.sockets[0].getsockname()[1]
        if self._certificate is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(self._certificate)
            self._secure = await loop.create_server(lambda: Connection(self), host, 0, ssl=context)
            self.secure_port = self._secure.sockets[0].getsockname()[1]
        self._sockets = await self._open_udp(host)
        self._keep(self.pump.run())
        self._keep(self._sweep())
        self._keep(self._prepare())

    async def close(self) -> None:
        """Close everything; waits until the tasks have ended."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for connection in list(self.connections):
            connection.abort()
        for state in self.states.values():
            state.close()
        for transport in self._sockets or ():
            transport.close()
        for server in (self._server, self._secure):
            if server is not None:
                server.close()
        await asyncio.sleep(0)

    @property
    def ready(self) -> int:
        """Cameras whose sub-stream can be played at once; dead ones do not count."""
        return sum(s.tracks[Rendition.SUB].loop is not None for s in self.states.values())

    async def set_fault(self, camera_id: str, fault: Fault | None) -> None:
        """In force at once; another resolution comes when its clip is made. Raises KeyError for an unknown camera."""
        state = self.states[camera_id]
        state.fault = fault
        if fault is Fault.ABORT:
            for connection in [c for c in self.connections if c.camera_id == camera_id]:
                connection.abort()
        self._keep(self._refresh(state))

    async def set_effect(self, camera_id: str, effect: Effect | None) -> None:
        """Raises KeyError for an unknown camera, BackendError when the clip for it cannot be made."""
        state = self.states[camera_id]
        state.effect = effect
        await state.refresh()

    def heard_rtcp(self, address: tuple[str, int]) -> None:
        """A receiver report came over UDP: its session is alive."""
        for connection in self.connections:
            if connection.control_address == address:
                connection.seen = time.monotonic()

    def _keep(self, work: object) -> None:
        if asyncio.iscoroutine(work):
            task = asyncio.get_running_loop().create_task(work)
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _open_udp(self, host: str) -> tuple[asyncio.DatagramTransport, asyncio.DatagramTransport]:
        """An even port for RTP and the next one for RTCP."""
        loop = asyncio.get_running_loop()
        for _ in range(_UDP_TRIES):
            first, _p = await loop.create_datagram_endpoint(lambda: _Ears(self), (host, 0))
            port = first.get_extra_info("sockname")[1]
            if port % 2 == 0:
                try:
                    second, _p = await loop.create_datagram_endpoint(lambda: _Ears(self), (host, port + 1))
                except OSError:
                    first.close()
                    continue
                return first, second
            first.close()
        raise OSError("no pair of UDP ports is free")

    async def _sweep(self) -> None:
        """Close connections from which nothing has come for the session timeout."""
        while True:
            await asyncio.sleep(_SWEEP_S)
            oldest = time.monotonic() - self.timeout_s
            for connection in [c for c in self.connections if c.seen < oldest]:
                connection.close()

    def _rested(self, state: CameraState) -> None:
        self._keep(self._refresh(state, URGENT))

    async def _refresh(self, state: CameraState, urgency: int = NORMAL) -> None:
        try:
            await state.refresh(urgency)
        except BackendError as error:
            _log.warning("a camera keeps its picture: %s", error)

    async def _prepare(self) -> None:
        """Have the sub-streams of all living cameras made, in the order they were given."""
        tracks = [s.tracks[Rendition.SUB] for s in self.states.values() if not s.camera.dead]
        for outcome in await asyncio.gather(*(t.prepare() for t in tracks), return_exceptions=True):
            if isinstance(outcome, BackendError):
                _log.warning("a camera has no picture: %s", outcome)
            elif isinstance(outcome, BaseException):
                raise outcome


class _Ears(asyncio.DatagramProtocol):
    """Hears what clients send back over UDP."""

    def __init__(self, server: CameraServer) -> None:
        self._server = server

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:  # noqa: ARG002  asyncio names it
        self._server.heard_rtcp((addr[0], addr[1]))
