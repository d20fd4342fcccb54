"""A TCP port of the gateway: whoever is let in is served until one of the two has had enough. Loop thread."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable

from console.gatewayd.admission import Porter
from console.gatewayd.tally import Tally, Told

HANDSHAKE_S = 5.0

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Door:
    """`serve` is called for each connection that is let in; `unread`: bytes of one that may wait to be read."""

    def __init__(self, porter: Porter, tally: Tally, serve: Serve, unread: int) -> None:
        self._porter = porter
        self._tally = tally
        self._serve = serve
        self._unread = unread
        self._server: asyncio.Server | None = None
        self._visits: set[asyncio.Task[None]] = set()

    async def open(self, host: str, port: int, tls: ssl.SSLContext | None = None) -> int:
        """Listen; the port. Raises OSError."""
        handshake_s = HANDSHAKE_S if tls else None
        self._server = await asyncio.start_server(
            self._enter, host, port, limit=self._unread, ssl=tls, ssl_handshake_timeout=handshake_s
        )
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
        for visit in self._visits:
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)

    def _enter(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visit = asyncio.create_task(self._visit(reader, writer))
        self._visits.add(visit)
        visit.add_done_callback(self._visits.discard)

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = str((writer.get_extra_info("peername") or ("0.0.0.0",))[0])  # noqa: S104  # of one that is gone already
        if refusal := self._porter.enter(host):
            self._tally.add(Told.TURNED_AWAY, refusal)
            writer.transport.abort()
            return
        try:
            await self._serve(reader, writer)
        finally:
            self._porter.leave(host)
            writer.transport.abort()
