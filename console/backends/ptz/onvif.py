"""The window's side of the process that turns heads: orders out, one answer to each back in.

Calls are for the desk thread and never block; answers are posted from the child's thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable

from console.backends.ptz.roll import Resolve, Roll
from console.child import Child, Conduct, program, surroundings
from console.inbox import Inbox
from console.looks import CameraClock
from console.model import Camera, CameraId, Site
from console.ptz.port import Aim, PtzDone, PtzFailed, PtzKnown, PtzTrouble, PtzWord, Skill, Velocity
from console.ptzd.control import (
    LINES,
    Ask,
    Centre,
    ClockRead,
    Done,
    Drive,
    Failed,
    GoHome,
    Halt,
    Keep,
    Known,
    Order,
    Recall,
    Report,
    TurnTo,
)

log = logging.getLogger(__name__)

NAME = "ptzd"
CLOCK_S = 120.0
SILENCE_S = 2.0  # nothing hangs on its being noticed sooner: every camera stops by itself


class OnvifPtz:
    """`python -m console.ptzd` (Ptz port); it is started once there is a camera to control."""

    def __init__(
        self, cameras: Iterable[Camera], base: str, resolve: Resolve, inbox: Inbox, *, authority: str = "",
        clock_s: float = CLOCK_S,
    ) -> None:  # fmt: skip
        """`base` stands for {onvif} in the cameras' addresses; `resolve` is asked when the child is told of them.

        Each camera's clock is read every `clock_s` seconds. `authority`: a PEM file, as `[video] tls_ca`.
        """
        self._roll = Roll(cameras, base, resolve)
        self._inbox = inbox
        self._lock = threading.Lock()
        self._open: dict[int, CameraId] = {}  # orders that have not been answered
        self._moves: dict[CameraId, int] = {}  # the hand's newest order on each camera
        self._is_started = self._is_running = False
        arguments = program("console.ptzd", [f"--clock-s={clock_s}", f"--authority={authority}"])
        conduct = Conduct(
            LINES, arguments=lambda: arguments, environment=surroundings, greeting=self._roll.all,
            on_report=self._on_report, on_down=self._on_down, silence_s=SILENCE_S,
        )  # fmt: skip
        self._child = Child(NAME, conduct)

    @property
    def pid(self) -> int:
        """Process id of the running child, 0 while there is none."""
        return self._child.pid

    def start(self) -> None:
        self._is_started = True
        self._start_child()

    def _start_child(self) -> None:
        if self._is_started and self._roll and not self._is_running:
            self._is_running = True
            self._child.start()

    def stop(self) -> None:
        self._is_started = False
        self._child.stop()

    def take_site(self, site: Site) -> None:
        self._roll.renew(site.cameras, site.onvif_base)
        if self._is_running:
            self._child.tell(self._roll.news)
        self._start_child()

    # ---- orders ----

    def ask(self, order: int, camera: CameraId) -> None:
        self._tell(Ask(order, camera))

    def drive(self, order: int, camera: CameraId, velocity: Velocity) -> None:
        is_first = self._moves.get(camera) != order
        self._moves[camera] = order
        word = Drive(order, camera, velocity.pan, velocity.tilt, velocity.zoom)
        if is_first:
            self._tell(word)
        elif self._roll.trouble(camera) is None:
            self._child.say(word)

    def halt(self, order: int, camera: CameraId) -> None:
        self._tell(Halt(order, camera))

    def centre(self, order: int, camera: CameraId, x: float, y: float) -> None:
        self._tell(Centre(order, camera, x, y))

    def recall(self, order: int, camera: CameraId, preset: str) -> None:
        self._tell(Recall(order, camera, preset))

    def store(self, order: int, camera: CameraId, preset: str) -> None:
        self._tell(Keep(order, camera, preset))

    def go_home(self, order: int, camera: CameraId) -> None:
        self._tell(GoHome(order, camera))

    def aim(self, order: int, camera: CameraId, aim: Aim) -> None:
        self._tell(TurnTo(order, camera, aim.pan, aim.tilt, aim.zoom))

    def _tell(self, order: Order) -> None:
        camera = CameraId(order.camera)
        trouble = self._roll.trouble(camera)
        if trouble is not None:
            self._inbox.post(PtzFailed(order.order, camera, trouble))
            return
        with self._lock:
            self._open[order.order] = camera
        self._child.say(order)

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def _on_report(self, report: Report) -> None:
        match report:
            case Done():
                before = Aim(report.pan, report.tilt, report.zoom) if report.has_before else None
                self._settle(report.order, lambda camera: PtzDone(report.order, camera, before))
            case Failed():
                self._failed(report)
            case Known():
                skills = frozenset(Skill(word) for word in report.skills if word in set(Skill))
                self._settle(report.order, lambda camera: PtzKnown(camera, skills, report.presets))
            case ClockRead():
                self._inbox.post(CameraClock(CameraId(report.camera), report.offset_ms, report.within_ms))

    def _settle(self, order: int, word: Callable[[CameraId], PtzWord]) -> None:
        """Post the one answer to an order; a second one, or to what nobody asked, is dropped."""
        with self._lock:
            camera = self._open.pop(order, None)
        if camera is not None:
            self._inbox.post(word(camera))

    def _failed(self, report: Failed) -> None:
        """Not obeyed, or, of a hand that is still on it, not obeyed any more."""
        camera = CameraId(report.camera)
        with self._lock:
            is_open = self._open.pop(report.order, None) is not None
        if is_open or (report.order and self._moves.get(camera) == report.order):
            self._inbox.post(PtzFailed(report.order, camera, report.code, report.about))

    def _on_down(self, reason: str, detail: str) -> None:
        log.error("the ptz process %s: %s", reason, detail)
        with self._lock:
            open_orders, self._open = self._open, {}
        for order, camera in open_orders.items():
            self._inbox.post(PtzFailed(order, camera, PtzTrouble.NO_ANSWER))
