"""One delayed source while it is shown: its process, its stall clocks, its pictures into the slots. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Callable
from concurrent.futures import Executor
from urllib.parse import quote, urlsplit, urlunsplit

import orjson

from console.child import program, surroundings
from console.model import CameraId, Quality
from console.ports import CameraState, Detail
from console.videod.delayed.screen import Shaper
from console.videod.dialer import back_off_s
from console.videod.picture import Target
from console.videod.refusal import NoPicture
from console.videod.slots import Arena, SlotReader
from console.videod.stream import Standing

log = logging.getLogger(__name__)

SCHEMES = frozenset({"http", "https", "rtmp", "rtmps"})
FIRST_S = 20.0  # from the start to the first picture: a playlist of long pieces takes its time
NEXT_S = 10.0  # between two pictures; then it is started anew
STALE_S = 1.5
HUNG_S = 5.0  # a process that says nothing for so long hangs: it beats twice a second
LINE = 256
NO_LIBVLC = 3

OnState = Callable[[Standing, float], None]


def is_delayed(url: str) -> bool:
    """Whether our receiver leaves this address to libvlc."""
    return url.partition("://")[0].lower() in SCHEMES


def with_credentials(url: str, user: str, password: str) -> str:
    """The address as libvlc wants it; it goes through a pipe only. Raises NoPicture."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or any(not "!" <= c <= "~" for c in url):
        raise NoPicture(CameraState.UNSUPPORTED, Detail.BAD_ADDRESS)
    if not user:
        return url
    place = parts.netloc.rpartition("@")[2]
    login = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return urlunsplit(parts._replace(netloc=f"{login}@{place}"))


class Visit:
    """Plays from its making to `end`, started again whenever it ends or stalls; `on_state` is told how it stands."""

    def __init__(
        self, camera: CameraId, quality: Quality, url: tuple[str, str, str], scaling: Executor, on_state: OnState
    ) -> None:
        """`url`: address, user, password. `scaling`: where pictures are brought to the size of their slots."""
        self.targets: tuple[Target, ...] = ()
        self._camera, self._quality, self._url = camera, quality, url
        self._scaling, self._on_state = scaling, on_state
        self._shaper = Shaper()
        self._size = (0, 0)
        self._shown_at = 0.0  # monotonic s of the newest picture of this process, 0 before the first
        self._is_live = False
        self._is_scaling = False
        self._task = asyncio.create_task(self._run())

    async def end(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        failures = 0
        while True:
            self._on_state(Standing(CameraState.CONNECTING), 0.0)
            self._shown_at, self._is_live = 0.0, False
            began = time.monotonic()
            try:
                standing = await self._play()
            except NoPicture as refusal:
                standing = Standing(refusal.state, refusal.detail, refusal.about)
            except OSError as error:
                standing = Standing(CameraState.NO_SIGNAL, Detail.INTERNAL)
                log.error("a delayed source cannot be played: %s", error)
            failures = 0 if self._shown_at and time.monotonic() - began > NEXT_S else failures + 1
            delay = round(back_off_s(max(1, failures), random.random()), 1)
            self._on_state(standing, delay)
            await asyncio.sleep(delay)

    async def _play(self) -> Standing:
        """One life of the process; returns why it is over. Raises NoPicture, OSError."""
        url = with_credentials(*self._url)
        arena = Arena()
        try:
            arena.grow(0)
            reader = SlotReader(arena.fd, 0)
            process = await self._start(url, arena.fd)
            try:
                return await self._follow(process, reader)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
                reader.close()
        finally:
            arena.close()

    async def _start(self, url: str, fd: int) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *program("console.videod.delayed", ()), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            pass_fds=(fd,), limit=LINE, env=surroundings(),
        )  # fmt: skip
        assert process.stdin is not None
        told = {"url": url, "camera": self._camera, "quality": self._quality, "fd": fd}
        process.stdin.write(orjson.dumps(told) + b"\n")
        return process

    async def _follow(self, process: asyncio.subprocess.Process, reader: SlotReader) -> Standing:
        assert process.stdout is not None
        began, patience = time.monotonic(), FIRST_S
        while (over := self._stalled(began)) is None:
            try:
                async with asyncio.timeout(patience):
                    line = await process.stdout.readuntil(b"\n")
            except TimeoutError:
                return Standing(CameraState.NO_SIGNAL, Detail.NOTHING_RECEIVED, f"{patience:.0f}")
            except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                return await self._ended(process)
            patience = HUNG_S
            self._heard(line, reader)
        return over

    def _heard(self, line: bytes, reader: SlotReader) -> None:
        if line == b"f\n":
            self._shown_at = time.monotonic()
            if not self._is_live:
                self._is_live = True
                self._on_state(Standing(CameraState.LIVE, Detail.DELAYED), 0.0)
            if not self._is_scaling and self.targets:
                self._is_scaling = True
                loop = asyncio.get_running_loop()
                loop.run_in_executor(self._scaling, self._scale, reader, self.targets).add_done_callback(self._scaled)
        elif line.startswith(b"s ") and all(part.isdigit() for part in line.split()[1:3]):
            self._size = (int(line.split()[1]), int(line.split()[2]))

    def _scale(self, reader: SlotReader, targets: tuple[Target, ...]) -> None:
        frame = reader.newest()
        if frame is not None:
            self._shaper.fill(frame, self._size, targets)

    def _scaled(self, done: asyncio.Future[None]) -> None:
        self._is_scaling = False
        if not done.cancelled() and (error := done.exception()) is not None:
            log.error("a picture of a delayed source was lost: %r", error)

    def _stalled(self, began: float) -> Standing | None:
        """Whether it is stale by now, and whether it is to be started anew."""
        now = time.monotonic()
        if self._is_live and now - self._shown_at > STALE_S:
            self._is_live = False
            self._on_state(Standing(CameraState.STALE), 0.0)
        if not self._shown_at and now - began > FIRST_S:
            return Standing(CameraState.NO_SIGNAL, Detail.NOTHING_SENT)
        if self._shown_at and now - self._shown_at > NEXT_S:
            return Standing(CameraState.NO_SIGNAL, Detail.NOTHING_RECEIVED, f"{now - self._shown_at:.0f}")
        return None

    async def _ended(self, process: asyncio.subprocess.Process) -> Standing:
        if await process.wait() == NO_LIBVLC:
            return Standing(CameraState.UNSUPPORTED, Detail.NO_PLAYER)
        if self._shown_at:
            return Standing(CameraState.NO_SIGNAL, Detail.CLOSED)
        host = urlsplit(self._url[0]).netloc.rpartition("@")[2]
        return Standing(CameraState.NO_SIGNAL, Detail.NO_CONNECTION, host)
