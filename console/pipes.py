"""A child's standard input and output as its loop knows them: the window's words in, its own out. Loop thread."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from typing import TypeVar

from console.lines import BadLine

log = logging.getLogger(__name__)

Command = TypeVar("Command")


async def standard(limit: int) -> tuple[asyncio.StreamReader, asyncio.WriteTransport]:
    """Standard input, of lines of so many bytes at most, and standard output."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=limit)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    transport, _ = await loop.connect_write_pipe(asyncio.Protocol, sys.stdout)
    return reader, transport


async def received(reader: asyncio.StreamReader, decode: Callable[[bytes], Command]) -> Command | None:
    """The window's next command, None when it is gone. Lines that are none are left out and logged."""
    while True:
        try:
            return decode(await reader.readuntil(b"\n"))
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        except BadLine as error:
            log.error("a command of the window cannot be read: %s", error)
        except asyncio.LimitOverrunError as error:
            log.error("a command of the window is too long")
            await reader.readexactly(error.consumed)


def is_read(transport: asyncio.WriteTransport, limit: int) -> bool:
    """False while the window leaves so many bytes unread, and once it is gone (the end of our input follows)."""
    return not transport.is_closing() and transport.get_write_buffer_size() < limit
