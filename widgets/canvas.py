"""All tiles of one monitor in one widget: takes the newest frames, repaints what changed, reports what was painted.

One timer; a tile is repainted when it has a new frame, when its picture goes stale, and while an age is counting.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.clock import Clock
from console.model import CameraId, Quality
from console.ports import Frame, Video
from widgets import theme, tile
from widgets.tile import STALE_MS, Shot, View
from widgets.words import Words

FRAME_MS = 33
AGE_MS = 200  # an age on a tile counts in tenths; five times a second is enough to read


@dataclass(slots=True)
class Place:
    """One tile's place: where it is, what it is asked to show, and what it last got.

    `frame` px on every side belong to the edge, so that the edge never covers the picture.
    """

    name: str
    slot: int
    frame: int = 0
    rect: QRect = field(default_factory=QRect)
    camera: CameraId | None = None
    quality: Quality = Quality.SUB
    asked: tuple[CameraId | None, Quality, int, int] | None = None
    shot: Shot | None = None
    told: tuple[CameraId, bool] | None = None  # the camera painted last, and whether it was live

    @property
    def inner(self) -> QRect:
        """Where the picture goes."""
        return self.rect.adjusted(self.frame, self.frame, -self.frame, -self.frame)


Describe = Callable[[Place], View]  # what stands on the tile besides the picture


class Canvas(QWidget):
    """Paints its places; `describe` is asked at paint time, so a tile is never older than the desks."""

    first_painted = Signal(str, object)  # place name, Shot: the first picture of a newly asked camera was painted
    went_stale = Signal(str, int)  # camera, age in ms: a painted picture is too old
    went_live = Signal(str)  # camera
    pressed = Signal(str)  # place name
    pointed = Signal(str)  # place name under a moving pointer; "" when it left

    def __init__(
        self,
        video: Video,
        clock: Clock,
        words: Words,
        describe: Describe,
        parent: QWidget | None = None,
        *,
        stale_ms: int = STALE_MS,
    ) -> None:
        super().__init__(parent)
        self._stale_ns = stale_ms * 1_000_000
        self._video = video
        self._clock = clock
        self._words = words
        self._describe = describe
        self._places = {place.name: place for place in self.make_places()}
        self._new: set[str] = set()  # places whose first picture has not been painted yet
        self._ages_due_ns = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.on_frame_time)
        self._timer.start()

    # ---- what to show ----

    def make_places(self) -> Sequence[Place]:
        """Its places, with a slot each; a subclass knows them."""
        return ()

    def place(self, name: str) -> Place:
        return self._places[name]

    def names(self) -> list[str]:
        return list(self._places)

    def assign(self, name: str, camera: CameraId | None, quality: Quality = Quality.SUB) -> None:
        """From now on this place shows that camera; the old picture stays until the new one is there."""
        place = self._places[name]
        if place.camera != camera:
            place.camera = camera
            self._new.add(name)
            if camera is None:
                place.shot = place.told = None
                self._new.discard(name)
        place.quality = quality
        self._ask(place)
        self.update(place.rect)

    def report_again(self, name: str) -> None:
        """The next fresh picture painted there is reported, as if its camera had just been asked for."""
        if self._places[name].camera is not None:
            self._new.add(name)

    def move_place(self, name: str, rect: QRect) -> None:
        place = self._places[name]
        if place.rect != rect:
            place.rect = rect
            self._ask(place)

    def event(self, event: QEvent) -> bool:
        """On a screen with another pixel ratio every picture has another size."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            for place in self._places.values():
                self._ask(place)
        return super().event(event)

    def _ask(self, place: Place) -> None:
        ratio, room = self.devicePixelRatioF(), place.inner
        wanted = (place.camera, place.quality, round(room.width() * ratio), round(room.height() * ratio))
        if wanted != place.asked and room.isValid():
            place.asked = wanted
            self._video.show(place.slot, *wanted)

    # ---- frames ----

    @Slot()
    def on_frame_time(self) -> None:
        now = self._clock.monotonic_ns()
        ages = now >= self._ages_due_ns
        if ages:
            self._ages_due_ns = now + AGE_MS * 1_000_000
        dirty = QRegion()
        for place in self._places.values():
            frame = self._video.frame(place.slot)
            if frame is not None and place.camera is not None:
                place.shot = _shot(frame, self._stale_ns)
                dirty += place.rect
            elif self._has_gone_old(place, now) or (ages and self._is_counting(place, now)):
                dirty += place.rect
        if not dirty.isEmpty():
            self.update(dirty)

    def _is_counting(self, place: Place, now_ns: int) -> bool:
        return place.camera is not None and (place.shot is None or place.shot.age_ns(now_ns) > self._stale_ns // 2)

    def _has_gone_old(self, place: Place, now_ns: int) -> bool:
        """It still looks live on the screen and must not any more."""
        return place.shot is not None and place.told == (place.shot.camera, True) and not place.shot.is_live(now_ns)

    # ---- painting ----

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("bg.void"))
        now = self._clock.monotonic_ns()
        for place in self._places.values():
            if event.region().intersects(place.rect):
                tile.paint(painter, place.rect, self._describe(place), self._words, now, frame=place.frame)
                self._painted(place, now)
        painter.end()

    def _painted(self, place: Place, now_ns: int) -> None:
        if place.shot is None or place.camera is None:
            return
        live = place.shot.is_live(now_ns)
        if place.name in self._new and place.shot.camera == place.camera and live:
            self._new.discard(place.name)
            name, shot = place.name, place.shot
            QTimer.singleShot(0, self, lambda: self.first_painted.emit(name, shot))
        if place.told != (place.shot.camera, live):
            place.told = (place.shot.camera, live)
            camera, age = place.shot.camera, place.shot.age_ns(now_ns) // 1_000_000
            QTimer.singleShot(0, self, lambda: self._tell(camera, live, age))

    def _tell(self, camera: CameraId, live: bool, age_ms: int) -> None:
        if live:
            self.went_live.emit(camera)
        else:
            self.went_stale.emit(camera, age_ms)

    # ---- mouse, size ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        name = self.at(event.position().toPoint())
        if name:
            self.pressed.emit(name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit("")
        super().leaveEvent(event)

    def at(self, point: QPoint) -> str:
        """Name of the place under a point, "" when there is none."""
        return next((place.name for place in self._places.values() if place.rect.contains(point)), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.rect())

    def arrange(self, area: QRect) -> None:
        """Give every place its rectangle; a subclass knows the layout."""


def _shot(frame: Frame, stale_ns: int) -> Shot:
    image = QImage(frame.pixels, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32).copy()
    return Shot(frame.camera, image, frame.sequence, frame.arrived_ns, frame.from_memory, stale_ns)
