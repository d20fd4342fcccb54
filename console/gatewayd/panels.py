"""The devices that speak GB/T 26875.3: confirmed when the broker has what they said, supervised, told what time it is.

Loop thread. A device sends a report again until it is confirmed, so nothing is confirmed that the broker does not have.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from console.gatewayd.republisher import OFFLINE, ONLINE, NotTaken, Republisher
from console.gatewayd.tally import Tally, Told
from console.gb26875 import NOBODY, About, Broken, Command, Frame, made, moment, source_of

log = logging.getLogger(__name__)

REPEAT_S = 30.0  # a report that comes again within so long is the same report
REPEATS = 32  # reports remembered of one device
MOST_PANELS = 2_000
LOOK_S = 0.5
CLOCK_OFF_S = 5.0  # a device's clock that is further from ours is set
CLOCK_EVERY_S = 3_600.0  # and no more often than this
CLOCK_WORDS = (About.SET_CLOCK, About.READ_DEVICE_TIME, About.DEVICE_TIME)

Key = tuple[int, int, bytes]  # sequence, command, data


class Line(Protocol):
    """The way back to whoever sent a frame."""

    def send(self, frame: bytes) -> None:
        """Never blocks; lost when the line is gone."""


@dataclass(slots=True)
class Panel:
    """One device, by the address it gives itself."""

    address: str
    heard_at: float
    line: Line | None = None
    destination: bytes = NOBODY  # whom it takes us for
    version: bytes = b"\1\0"
    sequence: int = 0  # of our own frames
    asked_at: float = float("-inf")
    clock_set_at: float = float("-inf")
    told: bytes = b""  # what was last said of its line
    confirmed: OrderedDict[Key, float] = field(default_factory=OrderedDict)
    pending: dict[Key, asyncio.Task[None]] = field(default_factory=dict)


class Panels:
    """`base` is the topic of the source that decodes them."""

    def __init__(
        self, republisher: Republisher, base: str, tally: Tally, *, silent_s: float, set_clocks: bool,
        local: Callable[[], datetime], now_s: Callable[[], float],
    ) -> None:  # fmt: skip
        """`local` says what time it is at the site, `now_s` is a clock that never steps."""
        self._republisher = republisher
        self._base = base
        self._local = local
        self._tally = tally
        self._silent_s = silent_s
        self._set_clocks = set_clocks
        self._now_s = now_s
        self._panels: dict[str, Panel] = {}

    def remembered(self, topic: str, payload: bytes) -> None:
        """An earlier run knew this device: it is supervised from now on, whether or not it comes back."""
        address = topic.rpartition("/")[2]
        with contextlib.suppress(ValueError):
            source_of(address)
            if payload and len(self._panels) < MOST_PANELS:
                heard_at = self._now_s() if payload == ONLINE else float("-inf")
                self._panels.setdefault(address, Panel(address, heard_at, told=payload))

    def tell_again(self) -> None:
        """The broker is new or back: what it was told may be gone."""
        for panel in self._panels.values():
            panel.told = b""

    async def take(self, frame: Frame | Broken, line: Line) -> bool:
        """Deal with one frame and answer on its line; False when its device is one too many."""
        if isinstance(frame, Broken):
            await self._deny_broken(frame, line)
            return True
        panel = self._panel(frame, line)
        if panel is None:
            self._tally.add(Told.TURNED_AWAY, "too_many_devices")
            return False
        match frame.command:
            case Command.SEND if not frame.data:
                line.send(self._reply(Command.CONFIRM, frame))  # a sign of life, which says nothing
            case Command.SEND | Command.ANSWER:
                await self._report(panel, frame, line)
            case Command.CONFIRM | Command.DENY:
                pass  # of a clock that was set, or a question that was asked: it is heard, and that is all
            case _:
                self._answer(panel, frame, line)
        self._keep_time(panel, frame)
        return True

    def _panel(self, frame: Frame, line: Line) -> Panel | None:
        panel = self._panels.get(frame.address)
        if panel is None:
            if len(self._panels) >= MOST_PANELS:
                return None
            panel = self._panels[frame.address] = Panel(frame.address, self._now_s())
        panel.heard_at, panel.line = self._now_s(), line
        panel.destination, panel.version = frame.destination, frame.version
        return panel

    # ---- reports -------------------------------------------------------------------------------------------------

    async def _report(self, panel: Panel, frame: Frame, line: Line) -> None:
        key: Key = (frame.sequence, frame.command, frame.data)
        known = panel.confirmed.get(key)
        if known is not None and self._now_s() - known < REPEAT_S:
            self._tally.add(Told.REPEATED)
        else:
            try:
                await self._delivered(panel, key, frame)
            except NotTaken as not_taken:
                self._tally.add(Told.UNCONFIRMED, not_taken.reason)
                return
        if frame.command == Command.SEND:
            line.send(self._reply(Command.CONFIRM, frame))

    async def _delivered(self, panel: Panel, key: Key, frame: Frame) -> None:
        """Once, however often it is sent meanwhile."""
        task = panel.pending.get(key)
        if task is None:
            task = asyncio.create_task(self._republisher.deliver(f"{self._base}/up/{panel.address}", frame.raw))
            panel.pending[key] = task
            task.add_done_callback(lambda done: self._settled(panel, key, done))
        else:
            self._tally.add(Told.REPEATED)
        await asyncio.shield(task)

    def _settled(self, panel: Panel, key: Key, done: asyncio.Task[None]) -> None:
        panel.pending.pop(key, None)
        if done.cancelled() or done.exception() is not None:
            return
        self._tally.add(Told.TAKEN)
        panel.confirmed[key] = self._now_s()
        panel.confirmed.move_to_end(key)
        if len(panel.confirmed) > REPEATS:
            panel.confirmed.popitem(last=False)

    async def _deny_broken(self, broken: Broken, line: Line) -> None:
        """The console is shown it too: it refuses it as well, and counts it where people look."""
        self._tally.add(Told.DENIED, broken.reason)
        line.send(self._reply(Command.DENY, broken.frame))
        if broken.frame.address in self._panels:
            with contextlib.suppress(NotTaken):
                await self._republisher.deliver(f"{self._base}/up/{broken.frame.address}", broken.frame.raw)

    # ---- what a device asks and is asked -------------------------------------------------------------------------

    def _answer(self, panel: Panel, frame: Frame, line: Line) -> None:
        """A device may ask for the time; it commands nothing here."""
        if frame.data[:1] and frame.data[0] in CLOCK_WORDS:
            self._set_clock(panel)
        else:
            self._tally.add(Told.DENIED, "no_command_of_a_device")
            line.send(self._reply(Command.DENY, frame))

    def _keep_time(self, panel: Panel, frame: Frame) -> None:
        if self._set_clocks and self._now_s() - panel.clock_set_at >= CLOCK_EVERY_S and self._is_off(frame.raw[6:12]):
            self._set_clock(panel)

    def _is_off(self, told: bytes) -> bool:
        second, minute, hour, day, month, year = told
        try:
            theirs = datetime(2000 + year, month, day, hour, minute, second, tzinfo=self._local().tzinfo)
        except ValueError:
            return True
        return abs((theirs - self._local()).total_seconds()) > CLOCK_OFF_S

    def _set_clock(self, panel: Panel) -> None:
        panel.clock_set_at = self._now_s()
        self._command(panel, Command.CONTROL, bytes((About.SET_CLOCK, 1)) + moment(self._local()))

    def _command(self, panel: Panel, command: Command, data: bytes) -> None:
        if panel.line is not None:
            panel.sequence += 1
            panel.line.send(
                made(
                    command, panel.sequence, panel.destination, source_of(panel.address), self._local(), data,
                    panel.version,
                )
            )  # fmt: skip

    def _reply(self, command: Command, frame: Frame) -> bytes:
        return made(
            command, frame.sequence, frame.destination, frame.source, self._local(), version=frame.version
        )  # fmt: skip

    # ---- supervision ---------------------------------------------------------------------------------------------

    async def watch(self) -> None:
        """Ask whoever has been silent for a while; say of each line when it is lost and when it is back."""
        while True:
            for panel in list(self._panels.values()):
                await self._look(panel)
            await asyncio.sleep(LOOK_S)

    async def _look(self, panel: Panel) -> None:
        silent_s = self._now_s() - panel.heard_at
        if silent_s > self._silent_s / 2 and self._now_s() - panel.asked_at > self._silent_s / 2:
            panel.asked_at = self._now_s()
            self._command(panel, Command.REQUEST, bytes((About.READ_DEVICE_STATE, 1, 0)))
        state = ONLINE if silent_s <= self._silent_s else OFFLINE
        if state != panel.told:
            with contextlib.suppress(NotTaken):
                await self._republisher.state(f"{self._base}/link/{panel.address}", state)
                log.log(logging.INFO if state is ONLINE else logging.WARNING, "%s is %s", panel.address, state.decode())
                panel.told = state
