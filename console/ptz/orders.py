"""What is told to the heads, and what they answer: numbers, skills, presets, troubles. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console import announce
from console.announce import Announcement
from console.model import CameraId
from console.ptz.hold import Act
from console.ptz.port import Aim, Ptz, PtzDone, PtzFailed, PtzKnown, PtzWord, Skill, Velocity

ASKED = "ask"
MOST_WAITING = 1_000  # orders of a backend that never answers are forgotten


@dataclass(frozen=True, slots=True)
class _Order:
    camera: CameraId
    act: str


class Orders:
    """`connect` gives it the backend; without one nothing can be turned."""

    def __init__(self, announce_it: Callable[[Announcement], None]) -> None:
        self._announce = announce_it
        self._ptz: Ptz | None = None
        self._last = 0
        self._waiting: dict[int, _Order] = {}
        self._known: dict[CameraId, PtzKnown] = {}
        self.troubles: dict[CameraId, PtzFailed] = {}
        self.when_changed: Callable[[CameraId], None] = lambda _: None
        self.when_failed: Callable[[CameraId, str, PtzFailed], None] = lambda _camera, _act, _failed: None
        self.when_looked: Callable[[CameraId, Aim], None] = lambda _camera, _aim: None  # where it looked before

    def connect(self, ptz: Ptz) -> None:
        self._ptz = ptz

    @property
    def is_on(self) -> bool:
        return self._ptz is not None

    def skills(self, camera: CameraId) -> frozenset[Skill]:
        return self._known[camera].skills if camera in self._known else frozenset()

    def presets(self, camera: CameraId) -> tuple[str, ...]:
        return self._known[camera].presets if camera in self._known else ()

    # ---- what is told; without a backend nothing ----

    def begin(self, camera: CameraId, act: Act | str) -> int:
        """The number of the next order of this camera."""
        self._last += 1
        self._waiting[self._last] = _Order(camera, str(act))
        while len(self._waiting) > MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        return self._last

    def ask(self, camera: CameraId) -> None:
        """What it can do, unless it is known or being asked."""
        asked = any(order == _Order(camera, ASKED) for order in self._waiting.values())
        if self._ptz is not None and camera not in self._known and not asked:
            self._ptz.ask(self.begin(camera, ASKED), camera)

    def drive(self, order: int, camera: CameraId, velocity: Velocity) -> None:
        if self._ptz is not None:
            self._ptz.drive(order, camera, velocity)

    def halt(self, camera: CameraId) -> None:
        if self._ptz is not None:
            self._ptz.halt(self.begin(camera, "halt"), camera)

    def centre(self, camera: CameraId, x: float, y: float) -> None:
        if self._ptz is not None:
            self._ptz.centre(self.begin(camera, Act.CENTRE), camera, x, y)

    def recall(self, camera: CameraId, preset: str) -> None:
        if self._ptz is not None:
            self._ptz.recall(self.begin(camera, Act.PRESET), camera, preset)

    def store(self, camera: CameraId, preset: str) -> None:
        if self._ptz is not None:
            self._ptz.store(self.begin(camera, Act.STORE), camera, preset)

    def go_home(self, camera: CameraId) -> None:
        if self._ptz is not None:
            self._ptz.go_home(self.begin(camera, Act.HOME), camera)

    def aim(self, camera: CameraId, aim: Aim) -> None:
        if self._ptz is not None:
            self._ptz.aim(self.begin(camera, Act.RESTORE), camera, aim)

    # ---- what they answer ----

    def heard(self, word: PtzWord) -> None:
        match word:
            case PtzKnown():
                self._forget_asked(word.camera)
                self._known[word.camera] = word
                self.troubles.pop(word.camera, None)
            case PtzDone():
                order = self._waiting.pop(word.order, None)
                self.troubles.pop(word.camera, None)
                if order is not None and order.act == Act.PRESET and word.before is not None:
                    self.when_looked(word.camera, word.before)
            case PtzFailed():
                self._failed(word)
        self.when_changed(word.camera)

    def forget(self, camera: CameraId) -> None:
        """The trouble has been read, or the camera may be another one."""
        if self.troubles.pop(camera, None) is not None:
            self.when_changed(camera)

    def _failed(self, failed: PtzFailed) -> None:
        order = self._waiting.pop(failed.order, None)
        before, self.troubles[failed.camera] = self.troubles.get(failed.camera), failed
        act = order.act if order is not None else Act.DRIVE.value  # a turn that was obeyed at first
        if act != ASKED and (order is not None or before is None or before.code is not failed.code):
            self.when_failed(failed.camera, act, failed)
        self._announce(
            announce.PtzRefused(camera=failed.camera, act=act, code=failed.code.value, about=failed.about)
        )  # fmt: skip

    def _forget_asked(self, camera: CameraId) -> None:
        self._waiting = {
            number: order for number, order in self._waiting.items() if order != _Order(camera, ASKED)
        }  # fmt: skip
