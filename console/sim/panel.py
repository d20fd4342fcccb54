"""A simulated fire panel: speaks GB/T 26875.3 over TCP to the gateway, and sends until it is confirmed.

Owns the thread `panel`, which has the line and does what is due. Every other method is thread-safe.
"""

from __future__ import annotations

import logging
import queue
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from console.clock import Clock
from console.gb26875 import NOBODY, About, Command, Frame, Stream, made, moment, source_of
from console.model import Point, PointId, Site
from console.sim.panel_parts import SOURCE, Part, parts

log = logging.getLogger(__name__)

PERIOD_S = 10.0
AGAIN_S = 3.0  # for the confirmation of a report; then it is sent again
RETRY_S = 1.0
PER_FRAME = 16  # parts
STOP_S = 3.0
LOOK_S = 0.1
CONNECT_S = 3.0

Job = tuple[float, Callable[[], None]]


class PanelSim:
    """The panel whose parts are points of the site; nobody where there are none, or no gateway ("")."""

    def __init__(self, site: Site, gateway: str, after: Callable[[float, Callable[[], None]], None]) -> None:
        """`gateway` is HOST:PORT; `after` calls once on the sensors' thread."""
        host, _, port = gateway.rpartition(":")
        self._where = (host, int(port)) if gateway else None
        self.after = after
        self._parts = parts(site.points)
        self._zone = ZoneInfo(site.time_zone)
        self._clock = Clock()
        self._news: queue.Queue[list[Part]] = queue.Queue()
        self._sequence = 0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="panel", daemon=True)

    def start(self) -> None:
        """Begin to connect; returns at once. Keeps trying while the gateway is away."""
        if self._where is not None and self._parts:
            self._thread.start()

    def stop(self) -> None:
        """Hang up; waits at most three seconds."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    # ---- commands ----

    def publish_alarm(self, point: PointId, on: bool) -> None:
        """Let a part alarm or be quiet again, at once. Raises KeyError when it is not ours."""
        part = self._parts[point]
        part.is_alarming = on
        self._news.put([part])

    def set_value(self, point: PointId, value: float | None) -> None:
        """A part of this panel has no value: any number is an alarm."""
        self.publish_alarm(point, bool(value))

    def silence(self, point: PointId, silent: bool = True) -> None:
        """Let a part have a fault: the panel does not hear it any more."""
        part = self._parts[point]
        part.is_faulty = silent
        self._news.put([part])

    # ---- the panel's thread ----

    def _run(self) -> None:
        assert self._where is not None
        while not self._stopping.is_set():
            try:
                with socket.create_connection(self._where, CONNECT_S) as line:
                    self._talk(line)
            except OSError as error:
                log.info("the panel has no line to the gateway: %s", error.strerror or error)
            self._stopping.wait(RETRY_S)

    def _talk(self, line: socket.socket) -> None:
        """One connection: everything first, then what is new, and everything again each period."""
        stream, due = Stream(), 0.0
        while not self._stopping.is_set():
            if time.monotonic() >= due:
                due = time.monotonic() + PERIOD_S
                self._report(line, stream, self._own_state())
                for some in _in_frames(list(self._parts.values())):
                    self._report(line, stream, self._state_of(some))
            self._hear(line, stream, LOOK_S)
            while not self._news.empty():
                self._report(line, stream, self._state_of(self._news.get()))

    def _report(self, line: socket.socket, stream: Stream, data: bytes) -> None:
        """Send it until it is confirmed. Raises OSError."""
        self._sequence += 1
        sequence = self._sequence
        while not self._stopping.is_set():
            line.sendall(self._frame(Command.SEND, sequence, data))
            end = time.monotonic() + AGAIN_S
            while (left := end - time.monotonic()) > 0 and not self._stopping.is_set():
                heard = self._hear(line, stream, min(left, LOOK_S))
                if any(frame.command == Command.CONFIRM and frame.sequence == sequence % 65_536 for frame in heard):
                    return

    def _hear(self, line: socket.socket, stream: Stream, wait_s: float) -> list[Frame]:
        """Answer what the centre asks; what it said. Raises OSError, also when it has hung up."""
        with selectors.DefaultSelector() as selector:
            selector.register(line, selectors.EVENT_READ)
            if not selector.select(wait_s):
                return []
        data = line.recv(4096)
        if not data:
            raise ConnectionResetError("hung up")
        frames = [each for each in stream.feed(data) if isinstance(each, Frame)]
        for frame in frames:
            self._answer(line, frame)
        return frames

    def _answer(self, line: socket.socket, frame: Frame) -> None:
        match frame.command:
            case Command.REQUEST:
                line.sendall(self._frame(Command.ANSWER, frame.sequence, self._own_state()))
            case Command.CONTROL:
                line.sendall(self._frame(Command.CONFIRM, frame.sequence, b""))

    # ---- what it says ----

    def _own_state(self) -> bytes:
        return bytes((About.DEVICE_STATE, 1, 1)) + moment(self._now())

    def _state_of(self, some: Iterable[Part]) -> bytes:
        objects = [part.state() + moment(self._now()) for part in some]
        return bytes((About.PART_STATE, len(objects))) + b"".join(objects)

    def _frame(self, command: Command, sequence: int, data: bytes) -> bytes:
        address = next(iter(self._parts.values())).panel
        return made(command, sequence, source_of(address), NOBODY, self._now(), data)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now_ms() / 1000, self._zone)


def is_of_panel(point: Point | PointId) -> bool:
    """Whether the panel speaks for this point."""
    return str(getattr(point, "id", point)).startswith(f"{SOURCE}/")


def _in_frames(all_parts: list[Part]) -> Iterable[list[Part]]:
    return (all_parts[at : at + PER_FRAME] for at in range(0, len(all_parts), PER_FRAME))
