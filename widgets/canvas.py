"""All tiles of one window or panel in one widget: takes the newest frames, repaints what changed, tells what it showed.

One timer; a tile is repainted when it has a new frame, when its picture goes stale, and while an age is counting. A
window that nobody can see asks for no pictures, so that none is decoded for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.clock import Clock
from console.model import CameraId, Quality
from console.ports import Video
from widgets import theme, tile
from widgets.asking import Asking
from widgets.place import Place
from widgets.renderer.layer import Layer
from widgets.slots import Slots
from widgets.tile import STALE_MS, Shot, View
from widgets.words import Words

FRAME_MS = 33
HURRY_MS, HURRY_NS = 4, 250_000_000  # looked at so often, for so long, while the first picture of a camera is awaited
AGE_MS = 200  # an age on a tile counts in tenths; five times a second is enough to read
WORDS_MS = 1_000

Describe = Callable[[Place], View]  # what stands on the tile besides the picture
Choose = Callable[[Place, int, int], Quality]  # which stream a tile of width × height device pixels takes


def as_assigned(place: Place, _width: int, _height: int) -> Quality:
    """The stream the place was given with its camera."""
    return place.quality


class Canvas(QWidget):
    """Paints its places; `describe` is asked at paint time, so a tile is never older than the desks.

    `slots` are shared with every other canvas; `choose` decides on the stream.
    """

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
        slots: Slots,
        stale_ms: int = STALE_MS,
        choose: Choose = as_assigned,
    ) -> None:
        super().__init__(parent)
        self._stale_ns = stale_ms * 1_000_000
        self._clock = clock
        self._words = words
        self._describe = describe
        self._asking = Asking(video, slots, stale_ms)
        self._choose = choose
        self.rewind_of: Callable[[Place], int] = lambda _place: 0  # which rewind it shows, 0 = what is live
        self._reserved = 0  # px at the foot that belong to something else
        self._places = {place.name: place for place in self.make_places()}
        self._new: set[str] = set()  # places whose first picture has not been painted yet
        self._due: list[Place] = []  # what was found to be painted anew when the timer looked last
        self._due_region = QRegion()
        self._is_told_anew = True  # something beside the pictures may have changed
        self._ages_due_ns = self._words_due_ns = 0
        self._hurry_ns = 0  # until when the timer runs at its fastest
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._layer = Layer(self, self._all_places, slots.lose_planes) if slots.has_planes else None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.on_frame_time)

    # ---- places ----

    def make_places(self) -> Sequence[Place]:
        """The places it begins with; a subclass knows them."""
        return ()

    def keep_places(self, wanted: Iterable[Place]) -> None:
        """These are its places from now on; one that was there before under the same name keeps its picture."""
        before, self._places = self._places, {}
        for place in wanted:
            self._places[place.name] = before.pop(place.name, place)
        for gone in before.values():
            self._asking.let_go(gone)
            self._new.discard(gone.name)
        self._due_region = QRegion()
        self.update()

    def _all_places(self) -> Iterable[Place]:
        return self._places.values()

    def place(self, name: str) -> Place:
        return self._places[name]

    def names(self) -> list[str]:
        return list(self._places)

    def move_place(self, name: str, rect: QRect) -> None:
        """An empty rectangle hides the place: it needs no picture then."""
        place = self._places[name]
        if place.rect != rect:
            place.rect = rect
            self._due_region = QRegion()
            self._ask(place)
            self.update()

    # ---- what to show ----

    def assign(self, name: str, camera: CameraId | None, quality: Quality = Quality.SUB) -> None:
        """From now on this place shows that camera; the old picture stays until the new one is there."""
        place = self._places[name]
        if place.camera != camera:
            place.camera = camera
            self._new.add(name)
            self._hurry()
            if camera is None:
                self._new.discard(name)
        place.quality = quality
        self._ask(place)
        self.update(place.rect)

    def report_again(self, name: str) -> None:
        """The next fresh picture painted there is reported, as if its camera had just been asked for."""
        if self._places[name].camera is not None:
            self._new.add(name)

    def _ask(self, place: Place) -> None:
        """Say what the place needs now: a picture of its size, or none."""
        room = place.inner
        if place.camera is None or not room.isValid() or not self.is_seen():
            self._asking.let_go(place)
            return
        ratio = self.devicePixelRatioF()
        width, height = round(room.width() * ratio), round(room.height() * ratio)
        rewind = self.rewind_of(place)
        self._asking.ask(place, (place.camera, self._choose(place, width, height), width, height, rewind))

    def update_camera(self, camera: CameraId) -> None:
        """The state of this camera changed: what is said of it is painted anew."""
        for place in self._places.values():
            if place.camera == camera:
                self.update(place.rect)

    def ask_again(self) -> None:
        """Anything that decides on sizes and streams may have changed."""
        for place in self._places.values():
            self._ask(place)

    # ---- whether anybody looks ----

    def is_seen(self) -> bool:
        """In a window that is neither hidden nor minimised."""
        return self.isVisible() and not self.window().isMinimized()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """The window was minimised or came back."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._look()
        return False

    def event(self, event: QEvent) -> bool:
        """On a screen with another pixel ratio every picture has another size."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.ask_again()
        return super().event(event)

    def _look(self) -> None:
        if self.is_seen():
            self._timer.start()
        else:
            self._timer.stop()
        self.ask_again()

    # ---- frames ----

    def _hurry(self) -> None:
        """A picture from memory is there within milliseconds: it does not wait for the timer's usual turn."""
        self._hurry_ns = self._clock.monotonic_ns() + HURRY_NS
        self._timer.setInterval(HURRY_MS)

    @Slot()
    def on_frame_time(self) -> None:
        now = self._clock.monotonic_ns()
        if self._timer.interval() == HURRY_MS and (not self._new or now > self._hurry_ns):
            self._timer.setInterval(FRAME_MS)
        ages = now >= self._ages_due_ns
        if ages:
            self._ages_due_ns = now + AGE_MS * 1_000_000
            self._tell_accessibility(now)
        self._due = [
            place
            for place in self._places.values()
            if self._asking.take_newest(place)
            or self._has_gone_old(place, now)
            or (ages and self._is_counting(place, now))
        ]
        self._due_region = QRegion()
        for place in self._due:
            self._due_region += place.rect
        if self._due:
            super().update(self._due_region)

    def _is_counting(self, place: Place, now_ns: int) -> bool:
        return place.camera is not None and (place.shot is None or place.shot.age_ns(now_ns) > self._stale_ns // 2)

    def _has_gone_old(self, place: Place, now_ns: int) -> bool:
        """It still looks live on the screen and must not any more."""
        shot = place.shot
        return shot is not None and not shot.is_live(now_ns) and place.told == (shot.camera, True)

    # ---- painting ----

    def update(self, *area: Any) -> None:
        """Everything, or this part, is described anew and painted."""
        self._is_told_anew = True
        super().update(*area)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens: Qt does not survive one that is left open
            self._paint(painter, event.region())

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        now = self._clock.monotonic_ns()
        is_due = region == self._due_region and not self._is_told_anew  # most: what the timer found, and nothing else
        self._is_told_anew = False
        places = self._due if is_due else [place for place in self._places.values() if region.intersects(place.rect)]
        for place in places:
            painter.setClipRect(place.rect)  # through a region of many rectangles Qt paints line by line
            if not (is_due and place.laid is not None and place.laid.lay_again(painter, place.shot, now)):
                view = self._describe(place)
                place.laid = tile.repaint(painter, place.rect, view, self._words, now, place.laid, frame=place.frame)
            self._painted(place, now)
        if not is_due:
            self._paint_bare(painter, region, places)

    def _paint_bare(self, painter: QPainter, region: QRegion, places: Iterable[Place]) -> None:
        """The ground between and beside the places."""
        bare = QRegion(region)
        for place in places:
            bare -= place.rect
        if not bare.isEmpty():
            painter.setClipRegion(bare)
            painter.fillRect(bare.boundingRect(), theme.colour("bg.void"))

    def _painted(self, place: Place, now_ns: int) -> None:
        self._asking.painted(place)
        if self._layer is not None:
            place.hole = place.shot.hole if place.shot is not None else None
            self._layer.renew()
        if place.shot is None or place.camera is None:
            return
        if place.shot.is_replay:
            place.told = None  # neither live nor stale: nothing is to be said of the camera
            return
        live = place.shot.is_live(now_ns)
        if place.name in self._new and place.shot.camera == place.camera and live:
            self._new.discard(place.name)
            name, shot = place.name, place.shot
            QTimer.singleShot(0, self, lambda: self._tell_first(name, shot))
        if place.told != (place.shot.camera, live):
            place.told = (place.shot.camera, live)
            camera, age = place.shot.camera, place.shot.age_ns(now_ns) // 1_000_000
            QTimer.singleShot(0, self, lambda: self._tell(camera, live, age))

    def _tell_first(self, name: str, shot: Shot) -> None:
        """Unless the place went before the next turn of the loop: then nobody has seen it."""
        if name in self._places:
            self.first_painted.emit(name, shot)

    def _tell(self, camera: CameraId, live: bool, age_ms: int) -> None:
        if live:
            self.went_live.emit(camera)
        else:
            self.went_stale.emit(camera, age_ms)

    # ---- mouse, words, size ----

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

    def described(self) -> list[str]:
        """Every visible tile in words, in the order of the places: for whoever cannot see them."""
        now = self._clock.monotonic_ns()
        seen = (place for place in self._places.values() if place.rect.isValid())
        return [tile.in_words(place.name, self._describe(place), self._words, now) for place in seen]

    def _tell_accessibility(self, now_ns: int) -> None:
        """Whoever reads the screen aloud is given the tiles in words, at most once a second."""
        if QAccessible.isActive() and now_ns >= self._words_due_ns:
            self._words_due_ns = now_ns + WORDS_MS * 1_000_000
            self.setAccessibleDescription("\n".join(self.described()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.room())

    def room(self) -> QRect:
        """What belongs to the places."""
        return self.rect().adjusted(0, 0, 0, -self._reserved)

    def reserve(self, height: int) -> None:
        """So many px at the foot belong to something else from now on."""
        if height != self._reserved:
            self._reserved = height
            self.arrange(self.room())

    def arrange(self, area: QRect) -> None:
        """Give every place its rectangle; a subclass knows the layout."""
