"""Instant replay over the pictures of one canvas: which of them look back, the bar below them, one key to begin."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.model import AlarmId, CameraId
from console.rewinding import Rewind
from console.rewinds import CAMERAS_MOST
from console.wall import DESK, REGION, SurfaceId
from widgets.canvas import Canvas
from widgets.place import Place
from widgets.placing import Placing
from widgets.rewind.bar import BAR, RewindBar
from widgets.rewind.photographer import Photographer
from widgets.rewind.words import RewindWords
from widgets.words import Words

NEXT = "next/"
LEAST = 480  # px the bar needs
MEMORY_MS = 2_000
NOTE_MS = 8_000  # how long it is said what became of a snapshot


class RewindOver(QObject):
    """`decides`: this canvas is the one that knows what is on all tiles of its surface."""

    def __init__(
        self, console: Console, canvas: Canvas, surface: SurfaceId, placing: Placing, words: Words,
        *, decides: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(canvas)
        self._console = console
        self._rewinding = console.sight.rewinding
        self._canvas = canvas
        self._surface = surface
        self._placing, self._words = placing, words
        self._decides = decides
        self._shown: tuple[int, tuple[str, ...]] = (0, ())
        self._came_from: QWidget | None = None
        self._photographer = Photographer(console, placing, words, self)
        self._said = RewindWords(self)
        self.bar: RewindBar | None = None  # made when it is needed first
        self._memory, self._note = QTimer(self), QTimer(self)
        self._memory.setInterval(MEMORY_MS)
        self._memory.timeout.connect(self._rewinding.ask_memory)
        self._note.setSingleShot(True)
        self._note.setInterval(NOTE_MS)
        self._note.timeout.connect(lambda: self.say(""))
        canvas.rewind_of = self.rewind_of
        canvas.installEventFilter(self)
        subscribe = console.announcer.subscribe
        subscribe(announce.RewindChanged, self.on_changed)
        subscribe(announce.MemoryChanged, self.on_memory)
        subscribe(announce.PhotographSettled, self.on_photograph)
        subscribe(announce.WallChanged, self.on_wall)

    # ---- what the canvas asks ----

    def rewind_of(self, place: Place) -> int:
        """Which rewind the place shows, 0 = what is live."""
        rewind = self._rewinding.rewind
        return rewind.number if self._is_here(rewind) and rewind.shows(place.name, place.camera) else 0

    def _is_here(self, rewind: Rewind) -> bool:
        return rewind.is_on and rewind.surface == self._surface

    # ---- what the operator does ----

    @property
    def is_on(self) -> bool:
        """Whether pictures of this canvas look back."""
        return self._is_here(self._rewinding.rewind)

    def begin(self, name: str = "") -> None:
        """Look back on one tile, the selected one when none is named. Raises CommandRefused."""
        name = name or self.chosen()
        camera = self._canvas.place(name).camera if name else None
        self._begin({name: camera} if camera is not None else {})

    def begin_all(self) -> None:
        """All pictures of the alarm, at rest all of the surface, at one moment. Raises CommandRefused."""
        tiles = self.together()
        lead = self.chosen()
        first = {lead: tiles[lead]} if lead in tiles else {}
        self._begin({**first, **tiles})

    def _begin(self, tiles: Mapping[str, CameraId]) -> None:
        alarm = self.alarm_of(tuple(tiles))
        known = self._console.alarm(alarm) if alarm is not None else None
        focus = QApplication.focusWidget()
        came_from = focus if focus is not None and focus is not self.bar else self._came_from
        self._rewinding.begin(self._surface, tiles, alarm, known.last.raised_ms if known is not None else 0)
        self._came_from = came_from
        if self.bar is not None and self.is_on:
            self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._rewinding.ask_memory()

    def photograph(self, name: str = "") -> bool:
        """Keep the picture of this tile, of the selected one when none is named. Raises CommandRefused."""
        name = name or self.chosen()
        return bool(name) and self._photographer.take(self._canvas, name, self.alarm_of((name,)))

    def chosen(self) -> str:
        """The selected tile where it is here; else the one that leads, else the first with a camera."""
        rewind, selected = self._rewinding.rewind, self._console.steering.selected
        names = self._canvas.names()
        if selected in names:
            return str(selected)
        lead = next(iter(rewind.tiles), "") if self.is_on else ""
        return lead if lead in names else next(iter(self._seen()), "")

    def together(self) -> dict[str, CameraId]:
        """What is looked back at together: the alarm's pictures where there are some, else all there are."""
        seen = self._seen()
        alarm = {name: camera for name, camera in seen.items() if name.startswith((f"{REGION}/", NEXT))}
        return dict(list((alarm or seen).items())[:CAMERAS_MOST])

    def _seen(self) -> dict[str, CameraId]:
        places = (self._canvas.place(name) for name in self._canvas.names())
        return {one.name: one.camera for one in places if one.camera is not None and one.rect.isValid()}

    def alarm_of(self, names: tuple[str, ...]) -> AlarmId | None:
        """The alarm whose pictures these tiles show."""
        wall = self._console.seeing.wall
        if self._surface == DESK:
            return wall.current.alarm if wall.current is not None else None
        cells = {f"{REGION}/{n}": cell.alarm for n, cell in enumerate(wall.region, start=1) if cell is not None}
        beside = next(iter(cells.values()), None)
        return next((cells.get(name, beside) for name in names if name in cells or name.startswith(NEXT)), None)

    def press(self, event: QKeyEvent) -> bool:
        """A wall window's keys: whether the key meant something here."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.isAutoRepeat():
            return False
        if event.key() == Qt.Key.Key_Space:
            self._attempt(all_of_them=shift)
        elif event.key() == Qt.Key.Key_S and ctrl:
            self._snap()
        elif event.key() == Qt.Key.Key_Escape and self.is_on:
            self._rewinding.live()
        else:
            return False
        return True

    def _attempt(self, *, all_of_them: bool) -> None:
        try:
            (self.begin_all if all_of_them else self.begin)()
        except CommandRefused:
            return  # an empty tile: there is nothing to look back at, and everybody sees that

    # ---- what is told ----

    def on_changed(self, _changed: announce.RewindChanged) -> None:
        rewind = self._rewinding.rewind
        is_here = self._is_here(rewind)
        shown = (rewind.number, tuple(rewind.tiles)) if is_here else (0, ())
        if shown != self._shown:
            self._shown = shown
            self._canvas.reserve(BAR if is_here else 0)
            self._canvas.ask_again()
            self._canvas.update()
            self._show_bar(is_here)
        if is_here and self.bar is not None:
            self.bar.look(can_all=len(self.together()) > len(rewind.tiles))
            for camera in rewind.cameras:
                self._canvas.update_camera(camera)

    def _show_bar(self, wanted: bool) -> None:
        if wanted:
            bar = self.bar or self._made()
            self._place_bar()
            bar.show()
            bar.raise_()
            self._memory.start()
            return
        self._memory.stop()
        if self.bar is not None:
            had_keys = self.bar.hasFocus()
            self.bar.hide()
            if had_keys and self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
                self._came_from.setFocus()
        self._came_from = None

    def _made(self) -> RewindBar:
        bar = self.bar = RewindBar(self._console, self._placing, self._words, self._canvas)
        bar.photo_asked.connect(self._snap)
        bar.all_asked.connect(lambda: self._attempt(all_of_them=True))
        return bar

    def _snap(self) -> None:
        try:
            self.photograph()
        except CommandRefused as refused:
            self.say(self._words.refusal(refused.code))

    def _place_bar(self) -> None:
        if self.bar is not None:
            area = self._canvas.rect()
            self.bar.setGeometry(area.x(), area.bottom() + 1 - BAR, self._free(area), BAR)

    def _free(self, area: QRect) -> int:
        """The width that is left beside the region of the alarms, which lies over everything."""
        names = (name for name in self._canvas.names() if name.startswith((f"{REGION}/", NEXT)))
        left = min((self._canvas.place(name).rect.left() for name in names), default=area.width())
        return left if left >= LEAST else area.width()

    def on_memory(self, _changed: announce.MemoryChanged) -> None:
        if self.bar is not None and self.is_on:
            self.bar.update()

    def on_photograph(self, _settled: announce.PhotographSettled) -> None:
        newest = self._rewinding.photographs.newest
        if newest is not None and self.is_on:
            self.say(self._said.saved(newest.path) if newest.path else self._said.not_kept(newest.code))
            self._note.start()

    def say(self, text: str) -> None:
        """In the bar, while there is one."""
        if self.bar is not None:
            self.bar.note = text
            self.bar.update()

    def on_wall(self, _changed: announce.WallChanged) -> None:
        """Everybody who listens takes up what is shown first."""
        if self._decides and self.is_on:
            QTimer.singleShot(0, self, self._look_whether_still)

    def _look_whether_still(self) -> None:
        if self.is_on:
            shown = {name: self._canvas.place(name).camera for name in self._canvas.names()}
            self._rewinding.still(self._surface, shown)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        """The bar keeps its place below the pictures."""
        if event.type() == QEvent.Type.Resize:
            self._place_bar()
        return False
