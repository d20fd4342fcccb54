"""Looks once a second at everything our windows have painted, and tells the desk of the record. GUI thread.

What counts is what was painted, not what was asked for: identity, quality and age come from the frame on the tile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.eye import Box, Glimpse, Picture, View
from console.model import AlarmId, CameraId
from console.ports import CameraState
from console.wall import ALARM_TILE, STRIP
from widgets.canvas import Canvas
from widgets.desk_window import DeskWindow
from widgets.pace import Steady
from widgets.place import Place
from widgets.placing import Placing
from widgets.player.panel import PlayerPanel
from widgets.screens.displayed import is_on_screen
from widgets.wall.tiles import CELL, NEXT
from widgets.wall.window import WallWindow
from widgets.words import Words

LOOK_MS = 1_000
WHOLE = 1_000  # places are told in thousandths of their window

Windows = Callable[[], Mapping[str, QWidget]]  # by role, parked ones too


class Gaze(QObject):
    """`windows` says which windows there are now, by role: `desk`, `wall-1` …"""

    def __init__(self, console: Console, windows: Windows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._windows = windows
        self._placing = Placing(console, Words(self), self)
        self._timer = Steady(LOOK_MS, self.on_look, self)

    def start(self) -> None:
        if self._console.sight.eye.is_on:
            self._timer.begin()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def on_look(self) -> None:
        self._console.sight.eye.look(list(self.glimpses()))

    def glimpses(self) -> Iterator[Glimpse]:
        """Every place with a picture, or with a word instead of one, in every window that is open."""
        now_ns = self._console.clock.monotonic_ns()
        for role, window in self._windows().items():
            if not window.isVisible():
                continue
            for canvas in _canvases(window):
                yield from self._of_canvas(role, window, canvas, now_ns)
            if isinstance(window, DeskWindow):
                yield from self._of_player(role, window, window.player)

    # ---- tiles ----

    def _of_canvas(self, role: str, window: QWidget, canvas: Canvas, now_ns: int) -> Iterator[Glimpse]:
        if not canvas.isVisible():
            return
        is_all_seen = is_on_screen(canvas)
        for name in canvas.names():
            place = canvas.place(name)
            if place.camera is None or not place.rect.isValid():
                continue
            view, age_ns = self._of_place(place, now_ns)
            if not (is_all_seen or is_on_screen(canvas, place.rect)):
                view, age_ns = _hidden(view), 0
            yield Glimpse(role, name, _box(window, canvas, place.rect), view, age_ns // 1_000_000)

    def _of_place(self, place: Place, now_ns: int) -> tuple[View, int]:
        shot = place.shot
        if shot is not None and shot.is_replay:
            number, name = self._label(shot.camera)
            view = View(Picture.REPLAY, shot.camera, number, name, alarm=self._alarm(place.name))
            return view, shot.age_ns(now_ns)
        if shot is None or place.told is None:
            return self._without(place), 0
        camera, is_live = place.told
        picture = Picture.STALE
        if is_live:
            picture = Picture.DELAYED if shot.is_delayed else Picture.LIVE
        number, name = self._label(camera)
        state = "" if is_live else self._console.pictures.get(camera).state.value
        view = View(picture, camera, number, name, shot.quality.value, state, 0, shot.is_late, self._alarm(place.name))
        return view, shot.age_ns(now_ns)

    def _without(self, place: Place) -> View:
        """Nothing was painted there yet but the word for why."""
        assert place.camera is not None
        number, name = self._label(place.camera)
        state = self._console.pictures.get(place.camera).state
        said = "" if state is CameraState.LIVE else state.value  # it is there, and not painted yet
        return View(Picture.NONE, place.camera, number, name, "", said, alarm=self._alarm(place.name))

    def _label(self, camera: CameraId) -> tuple[int, str]:
        """Number and name as they stand on the picture, in the language of the windows."""
        known = self._console.cameras.get(camera)
        return (known.number, self._placing.camera(known)) if known is not None else (0, "")

    def _alarm(self, tile: str) -> AlarmId | None:
        """The alarm that tile shows its picture for."""
        wall = self._console.seeing.wall
        if tile == ALARM_TILE or tile in STRIP:
            return wall.current.alarm if wall.current is not None else None
        if tile.startswith((CELL, NEXT)):
            at = int(tile.rpartition("/")[2]) - 1 if tile.startswith(CELL) else 0
            cells = wall.region if tile.startswith(CELL) else [cell for cell in wall.region if cell is not None]
            cell = cells[at] if at < len(cells) else None
            return cell.alarm if cell is not None else None
        return None

    # ---- the recorded clip ----

    def _of_player(self, role: str, window: QWidget, player: PlayerPanel) -> Iterator[Glimpse]:
        review, screen = self._console.sight.reviewing.review, player.picture
        if not (review.is_open and review.clip is not None and screen.isVisible() and screen.image is not None):
            return
        number, name = self._label(review.clip.camera)
        view = View(Picture.REPLAY, review.clip.camera, number, name)
        age_ms = max(0, self._console.clock.now_ms() - review.at_wall_ms)
        yield Glimpse(role, "clip", _box(window, screen, screen.rect()), view, age_ms)


def _canvases(window: QWidget) -> Iterable[Canvas]:
    if isinstance(window, DeskWindow):
        return (window.canvas, window.wall.canvas)
    return (window.canvas,) if isinstance(window, WallWindow) else ()


def _hidden(view: View) -> View:
    return View(Picture.HIDDEN, view.camera, view.number, view.name, alarm=view.alarm)


def _box(window: QWidget, widget: QWidget, rect: QRect) -> Box:
    at = rect.translated(widget.mapTo(window, QPoint(0, 0)))
    width, height = max(1, window.width()), max(1, window.height())
    return (
        at.x() * WHOLE // width, at.y() * WHOLE // height, at.width() * WHOLE // width, at.height() * WHOLE // height,
    )  # fmt: skip
