"""One camera's head: orders one after the other, a stop before everything, no move outlives the hand. Loop thread.

A device that has said that the password is wrong is not asked again for a while: cameras lock users out.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
from collections.abc import Callable

from console.onvif.address import parse
from console.onvif.device import Device
from console.onvif.head import TurningHead
from console.onvif.trouble import Cause, OnvifTrouble
from console.ptz.port import DEAD_MAN_MS, Aim, PtzTrouble, Skill, Velocity
from console.ptzd.control import (
    Ask,
    Centre,
    ClockRead,
    Done,
    Drive,
    Failed,
    GoHome,
    Halt,
    Keep,
    Know,
    Known,
    Order,
    Recall,
    Report,
    TurnTo,
)
from console.ptzd.queue import Waiting

log = logging.getLogger(__name__)

AGAIN_S = 0.5  # the same speed is told again so often: the camera's own limit runs out otherwise
HURRY_S = 0.3  # a request under way may take so long when the head has to stop
HALTS = 3
LOCKOUT_S = 30.0

_CODES = {
    Cause.BAD_ADDRESS: PtzTrouble.NO_ADDRESS,
    Cause.UNREACHABLE: PtzTrouble.UNREACHABLE,
    Cause.NO_ANSWER: PtzTrouble.NO_ANSWER,
    Cause.WRONG_PASSWORD: PtzTrouble.WRONG_PASSWORD,
    Cause.REFUSED: PtzTrouble.REFUSED,
    Cause.NO_PROFILE: PtzTrouble.UNABLE,
    Cause.NO_PRESET: PtzTrouble.NO_PRESET,
    Cause.UNABLE: PtzTrouble.UNABLE,
    Cause.MALFORMED: PtzTrouble.MALFORMED,
}
_STAYS_OPEN = {Cause.REFUSED, Cause.NO_PRESET, Cause.UNABLE}  # the device works, it only does not do this


class Helm:
    """`say` is told what became of each order."""

    def __init__(self, know: Know, trust: ssl.SSLContext, say: Callable[[Report], None]) -> None:
        self.know = know
        self._trust = trust
        self._say = say
        self._waiting = Waiting()
        self._device: Device | None = None
        self._head: TurningHead | None = None
        self._denied_until = 0.0
        self._driving: Drive | None = None  # what the head was told last, while it turns
        self._driven_at = 0.0
        self._hand_at = 0.0  # when the hand was heard last
        self._failed = 0  # the move that came to nothing: its repetitions are not tried
        self._task = asyncio.create_task(self._run())

    @property
    def is_turning(self) -> bool:
        return self._driving is not None

    # ---- what the window says ----

    def obey(self, order: Order) -> None:
        if isinstance(order, Drive) and not self._takes(order):
            return
        for dropped in self._waiting.put(order):
            self._say(Done(dropped.order, dropped.camera))

    def _takes(self, order: Drive) -> bool:
        """Whether this word of the hand has to reach the camera."""
        now = time.monotonic()
        self._hand_at = now
        if order.order == self._failed:
            return False
        return order != self._driving or now - self._driven_at >= AGAIN_S

    def tick(self, now: float) -> None:
        """The dead man's switch; called several times a second."""
        if self._driving is not None and now - self._hand_at > DEAD_MAN_MS / 1000:
            log.warning("nobody holds the head of %s any more; it is stopped", self.know.camera)
            self._failed, self._driving = self._driving.order, None
            self.obey(Halt(0, self.know.camera))

    async def end(self) -> None:
        """Stop the head if it turns, and leave."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        if self._driving is not None:
            await self._carry_out(Halt(0, self.know.camera))
        await self._leave()

    # ---- the helm's own task ----

    async def _run(self) -> None:
        while True:
            order = await self._waiting.take()
            act = asyncio.create_task(self._carry_out(order))
            try:
                await self._see_through(act, is_stop=isinstance(order, Halt))
            finally:
                act.cancel()

    async def _see_through(self, act: asyncio.Task[None], *, is_stop: bool) -> None:
        """Wait for it; once a stop is asked for, not for long."""
        if not is_stop:
            stop = asyncio.create_task(self._waiting.stop_asked.wait())
            await asyncio.wait({act, stop}, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            if not act.done():
                await asyncio.wait({act}, timeout=HURRY_S)
                act.cancel()
        await asyncio.wait({act})

    async def _carry_out(self, order: Order) -> None:
        """One of the program's catch-alls, a worker loop: one camera's trouble must not cost the others theirs."""
        try:
            self._say(await self._do(order))
        except OnvifTrouble as trouble:
            await self._fail(order, trouble)
        except asyncio.CancelledError:  # a stop could not wait any longer
            self._say(Failed(order.order, order.camera, PtzTrouble.NO_ANSWER, ""))
        except Exception:
            log.exception("a camera made its helm raise")
            await self._fail(order, OnvifTrouble(Cause.MALFORMED))

    async def _fail(self, order: Order, trouble: OnvifTrouble) -> None:
        log.warning("%s of %s: %s", type(order).__name__, order.camera, trouble)
        if trouble.cause is Cause.WRONG_PASSWORD:
            self._denied_until = time.monotonic() + LOCKOUT_S
        if trouble.cause not in _STAYS_OPEN:
            await self._leave()
        if isinstance(order, Drive):
            self._failed, self._driving = order.order, None
        self._say(Failed(order.order, order.camera, _CODES[trouble.cause], trouble.about))

    async def _do(self, order: Order) -> Report:
        if isinstance(order, Halt):
            return await self._halt(order)
        head = await self._reached()
        before: Aim | None = None
        match order:
            case Ask():
                presets = await head.presets()
                skills = tuple(sorted(head.skills))
                return Known(order.order, order.camera, skills, tuple(each.name for each in presets))
            case Drive():
                self._driving, self._driven_at = order, time.monotonic()
                await head.drive(Velocity(order.pan, order.tilt, order.zoom), DEAD_MAN_MS)
            case Centre():
                await head.centre(order.x, order.y)
            case Recall():
                before = await self._before(head)
                await head.recall(order.preset)
            case Keep():
                await head.store(order.preset)
            case GoHome():
                before = await self._before(head)
                await head.go_home()
            case TurnTo():
                await head.turn_to(Aim(order.pan, order.tilt, order.zoom))
        return _done(order, before)

    async def _before(self, head: TurningHead) -> Aim | None:
        return await head.aim() if Skill.AIM in head.skills else None

    async def _halt(self, order: Halt) -> Report:
        for left in range(HALTS - 1, -1, -1):
            try:
                await (await self._reached()).halt()
                self._driving = None
                break
            except OnvifTrouble as trouble:
                if not left or trouble.cause is Cause.WRONG_PASSWORD:
                    raise
                if trouble.cause not in _STAYS_OPEN:
                    await self._leave()
        return Done(order.order, order.camera)

    async def _reached(self) -> TurningHead:
        if time.monotonic() < self._denied_until:
            raise OnvifTrouble(Cause.WRONG_PASSWORD)
        if self._head is None:
            self._device = self._make()
            self._head = TurningHead(self._device)
            await self._head.open()
        return self._head

    def _make(self) -> Device:
        return Device(parse(self.know.url), self.know.user, self.know.password, self._trust)

    async def _leave(self) -> None:
        device, self._device, self._head = self._device, None, None
        if device is not None:
            await device.close()

    # ---- its clock ----

    async def read_clock(self) -> None:
        """Ask the camera's clock, on a connection of its own; a camera that does not answer is said nothing of."""
        try:
            device = self._make()
        except OnvifTrouble:
            return
        try:
            reading = await device.clock()
            self._say(ClockRead(self.know.camera, reading.offset_ms, reading.within_ms))
        except OnvifTrouble as trouble:
            log.info("the clock of %s: %s", self.know.camera, trouble)
        finally:
            await device.close()


def _done(order: Order, before: Aim | None) -> Done:
    if before is None:
        return Done(order.order, order.camera)
    return Done(order.order, order.camera, True, before.pan, before.tilt, before.zoom)
