"""The HTTP server of all simulated devices: `/<camera id>/onvif/…` each. One thread with an event loop."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from typing import Any

from console.errors import BackendError
from console.onvif.words import PTZ
from console.sim.onvif import about, soap, steering
from console.sim.onvif.device import Ailment, SimDevice

START_S = 10.0
HEAD = 16_384  # bytes of a request's head
LONG = 16 * 1024 * 1024  # bytes of an answer that nobody can want
UNANSWERED, DENIED = "unanswered", "denied"  # what a silent device notes, and one whose password was wrong
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_BOMB = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{_LAUGHS}]><l>&l9;</l>'.encode()
_REASONS = {200: "OK", 400: "Bad Request", 404: "Not Found", 413: "Content Too Large", 500: "Internal Server Error"}


class OnvifServer:
    """Listens from `start` to `stop`, on loopback unless told otherwise."""

    def __init__(
        self, devices: Iterable[SimDevice], host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        self.devices = {device.id: device for device in devices}
        self._tokens = soap.Tokens()
        self._host, self._port, self._tls = host, port, tls
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = asyncio.Event()
        self._visits: set[asyncio.Task[None]] = set()
        self._thread: threading.Thread | None = None

    @property
    def base(self) -> str:
        """`http(s)://host:port`; a device's first address is below `/<camera id>/onvif/device_service`."""
        return f"{'https' if self._tls else 'http'}://{self._host}:{self._port}"

    def start(self) -> None:
        """Raises BackendError when it cannot listen."""
        listening: Future[int] = Future()
        work = self._serve(listening)
        self._thread = threading.Thread(target=asyncio.run, args=(work,), name="onvif", daemon=True)
        self._thread.start()
        try:
            self._port = listening.result(START_S)
        except OSError as error:
            raise BackendError(f"the simulated ONVIF devices cannot listen ({error.strerror})") from error

    def stop(self) -> None:
        if self._loop is not None and self._thread is not None:
            with contextlib.suppress(RuntimeError):  # its loop is closed already
                self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()

    # ---- the server's thread ----

    async def _serve(self, listening: Future[int]) -> None:
        self._loop = asyncio.get_running_loop()
        try:
            server = await asyncio.start_server(
                self._connected, self._host, self._port, limit=HEAD, backlog=128, ssl=self._tls
            )
        except OSError as error:
            listening.set_exception(error)
            return
        listening.set_result(server.sockets[0].getsockname()[1])
        await self._stopping.wait()
        server.close()
        for visit in self._visits:
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visit = asyncio.get_running_loop().create_task(self._visit(reader, writer))
        self._visits.add(visit)
        visit.add_done_callback(self._visits.discard)

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection; it stays open between requests."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                device, length = self._asked(head)
                if device is None or length > soap.LIMIT:
                    await _send(writer, 404 if device is None else 413, b"")
                    return
                await _send(writer, *await self._answer(device, await reader.readexactly(length)))
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError, ValueError):
            return  # whoever asked has gone, or speaks no HTTP
        finally:
            writer.close()

    def _asked(self, head: str) -> tuple[SimDevice | None, int]:
        """Whom a request is for, None: nobody; the length of its body. Raises ValueError."""
        first, *lines = head.split("\r\n")
        method, path, _version = first.split(" ")
        parts = path.split("/")
        fields = dict(line.lower().split(":", 1) for line in lines if ":" in line)
        is_ours = method == "POST" and len(parts) == 4 and parts[2] == "onvif"
        return self.devices.get(parts[1]) if is_ours else None, int(fields.get("content-length", "0"))

    async def _answer(self, device: SimDevice, data: bytes) -> tuple[int, bytes]:
        """HTTP status and body."""
        match device.ailment:
            case Ailment.SILENT:
                device.note(UNANSWERED)
                await self._stopping.wait()
            case Ailment.HUGE:
                return 200, soap.envelope("<tt:x/>" * (LONG // 7))
            case Ailment.ENTITIES:
                return 200, _BOMB
            case Ailment.GARBAGE:
                return 200, b"\x00\xff no camera"
        try:
            return 200, soap.envelope(self._obey(device, data))
        except soap.Fault as refusal:
            return 400 if refusal.side == "Sender" else 500, soap.fault(refusal)

    def _admit(self, envelope: Any, device: SimDevice) -> None:
        """Raises Fault."""
        try:
            self._tokens.judge(envelope, device)
        except soap.Fault:
            device.note(DENIED)
            raise

    def _obey(self, device: SimDevice, data: bytes) -> str:
        request, envelope = soap.read(data)
        if request.operation not in about.OPEN:
            self._admit(envelope, device)
        device.note(request.operation)
        if device.ailment is Ailment.REFUSING and request.operation not in about.OPEN:
            raise soap.Fault("Action", "this device obeys nobody", "Receiver")
        if request.service == PTZ:
            return steering.answer(request, device)
        return about.answer(request, device, f"{self.base}/{device.id}/onvif")


async def _send(writer: asyncio.StreamWriter, status: int, body: bytes) -> None:
    kind = "Content-Type: application/soap+xml; charset=utf-8"
    writer.write(
        f"HTTP/1.1 {status} {_REASONS[status]}\r\n{kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    )
    await writer.drain()
