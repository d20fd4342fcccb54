"""The HTTP port the clouds push to: bounded in connections, head, body and time, whatever is sent. Loop thread.

A push is answered 200 when the broker has it, 503 when it has not.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Awaitable, Callable, Iterable
from http import HTTPStatus

import h11

from console.gatewayd.clouds import Cloud, Forbidden, Request, Unreadable, request
from console.gatewayd.republisher import NotTaken, Republisher
from console.gatewayd.tally import Tally, Told

MOST_CONNECTIONS = 128
MOST_HEAD = 16_384
MOST_BODY = 262_144
CHUNK = 16_384
REQUEST_S = 10.0  # from its first wait to its last byte
IDLE_S = 60.0  # between two requests of one connection
ANSWER_S = 5.0  # for the peer to take the answer
GUESS_S = 0.5  # what a wrong secret costs

Answer = tuple[HTTPStatus, bytes]
Answering = Callable[[Request, "Body"], Awaitable[Answer]]


class TooLarge(Exception):
    """The body is larger than any push."""


class Pushes:
    """Serves the clouds that connect."""

    def __init__(self, clouds: Iterable[Cloud], republisher: Republisher, tally: Tally) -> None:
        self._clouds = {cloud.path: cloud for cloud in clouds}
        self._republisher = republisher
        self._tally = tally

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await Conversation(reader, writer, self._answer, self._tally).hold()

    async def _answer(self, asked: Request, body: Body) -> Answer:
        """What is said to a request; its body is read only when its head is that of a push."""
        cloud = self._clouds.get(asked.path)
        if cloud is None:
            return HTTPStatus.NOT_FOUND, b""
        try:
            return await self._pushed(cloud, asked, body)
        except Forbidden:
            self._tally.add(Told.FORBIDDEN, asked.path)
            await asyncio.sleep(GUESS_S)
            return HTTPStatus.FORBIDDEN, b""
        except TooLarge:
            self._tally.add(Told.REFUSED, "too_large")
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b""
        except Unreadable as unreadable:
            self._tally.add(Told.REFUSED, str(unreadable))
            return HTTPStatus.BAD_REQUEST, b""

    async def _pushed(self, cloud: Cloud, asked: Request, body: Body) -> Answer:
        if asked.method == "GET" and (greeting := cloud.greeted(asked)) is not None:
            return HTTPStatus.OK, greeting
        if asked.method != "POST":
            return HTTPStatus.METHOD_NOT_ALLOWED, b""
        cloud.look(asked)
        said = cloud.read(await body.whole())
        if not said:
            raise Unreadable("empty")
        try:
            await self._republisher.deliver(cloud.topic, said)
        except NotTaken as not_taken:
            self._tally.add(Told.UNCONFIRMED, not_taken.reason)
            return HTTPStatus.SERVICE_UNAVAILABLE, b""
        self._tally.add(Told.TAKEN)
        return HTTPStatus.OK, b""


class Body:
    """The rest of a request, read when somebody wants it."""

    def __init__(self, conversation: Conversation, declared: str) -> None:
        self._conversation = conversation
        self._declared = declared

    async def whole(self) -> bytes:
        """Raises TooLarge, and what the conversation raises."""
        if self._declared.isdecimal() and int(self._declared[:12]) > MOST_BODY:
            raise TooLarge
        await self._conversation.invite()
        parts, size = [], 0
        while isinstance(event := await self._conversation.next(), h11.Data):
            size += len(event.data)
            if size > MOST_BODY:
                raise TooLarge
            parts.append(bytes(event.data))
        return b"".join(parts)


class Conversation:
    """One connection: requests and answers, one after the other."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answer: Answering, tally: Tally
    ) -> None:  # fmt: skip
        self._reader = reader
        self._writer = writer
        self._answer = answer
        self._tally = tally
        self._wire = h11.Connection(h11.SERVER, max_incomplete_event_size=MOST_HEAD)

    async def hold(self) -> None:
        """Until one of the two has had enough."""
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            try:
                await self._requests()
            except TimeoutError:
                self._tally.add(Told.TURNED_AWAY, "too_slow")
            except h11.RemoteProtocolError as error:
                self._tally.add(Told.REFUSED, "no_http")
                if self._wire.our_state in (h11.IDLE, h11.SEND_RESPONSE):
                    await self._say(HTTPStatus(error.error_status_hint), b"")

    async def _requests(self) -> None:
        wait_s = REQUEST_S
        while True:
            async with asyncio.timeout(wait_s):
                if not await self._has_begun():
                    return
            async with asyncio.timeout(REQUEST_S):
                event = await self.next()
                if not isinstance(event, h11.Request):
                    return
            await self._one(event)
            if self._wire.our_state is not h11.DONE or self._wire.their_state is not h11.DONE:
                return  # it has not read the request to its end, or wants no other
            self._wire.start_next_cycle()
            wait_s = IDLE_S

    async def _has_begun(self) -> bool:
        """Wait for the first bytes of a request, however long there is none; False at the end."""
        if self._wire.trailing_data[0]:
            return True
        data = await self._reader.read(CHUNK)
        if data:
            self._wire.receive_data(data)
        return bool(data)

    async def _one(self, event: h11.Request) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in event.headers}  # in small letters
        body = Body(self, headers.get("content-length", ""))
        try:
            asked = request(event.method.decode("latin-1"), event.target.decode("latin-1"), headers)
            async with asyncio.timeout(REQUEST_S):
                status, said = await self._answer(asked, body)
        except Unreadable:
            status, said = HTTPStatus.BAD_REQUEST, b""
        await self._say(status, said)

    async def next(self) -> h11.Event | type[h11.PAUSED] | type[h11.NEED_DATA]:
        """The next part of the request. Raises h11.RemoteProtocolError, ConnectionError."""
        while (event := self._wire.next_event()) is h11.NEED_DATA:
            self._wire.receive_data(await self._reader.read(CHUNK))
        return event

    async def invite(self) -> None:
        """A peer that waits to be asked for the body is asked for it."""
        if self._wire.they_are_waiting_for_100_continue:
            going_on = h11.InformationalResponse(status_code=100, headers=[])
            self._writer.write(self._wire.send(going_on) or b"")

    async def _say(self, status: HTTPStatus, said: bytes) -> None:
        headers = [("content-length", str(len(said))), ("content-type", "text/plain; charset=utf-8")]
        if status is HTTPStatus.SERVICE_UNAVAILABLE:
            headers.append(("retry-after", "5"))
        if self._wire.their_state not in (h11.DONE, h11.MUST_CLOSE):
            headers.append(("connection", "close"))
        for event in (h11.Response(status_code=status, headers=headers), h11.Data(data=said), h11.EndOfMessage()):
            self._writer.write(self._wire.send(event) or b"")
        async with asyncio.timeout(ANSWER_S):
            await self._writer.drain()
