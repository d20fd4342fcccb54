"""What stands on each tile of the desk besides the picture: identity, state, reason, key and edge."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.cameras import Choice
from console.model import CameraId
from console.pictures import Picture
from console.wall import ALARM_TILE, STRIP, WALL
from widgets.canvas import Place
from widgets.placing import Placing, span
from widgets.reasons import Reasons
from widgets.tile import MISSING_STEPS, Edge, View
from widgets.words import Words

STRIP_AT = {str(tile): at for at, tile in enumerate(STRIP)}


class DeskTiles(QObject):
    """Asked at paint time; `selected` is the wall tile the operator chose."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, reasons: Reasons, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._reasons = reasons
        self.selected = WALL[0]

    def describe(self, place: Place) -> View:
        """Identity comes from the frame on the tile; only a tile without a frame is labelled from the layout."""
        camera_id = place.shot.camera if place.shot is not None else place.camera
        camera = self._console.cameras.get(camera_id) if camera_id is not None else None
        view = View(shot=place.shot, edge=self._edge(place))
        if camera is None:
            view.empty = self._nothing(place)
            return view
        picture = self._console.pictures.get(camera.id)
        view.number, view.name = str(camera.number), self._placing.camera(camera)
        view.state, view.detail = picture.state, picture.detail
        view.since = self._since(picture)
        if place.camera is not None and place.camera != camera.id:
            view.reason = self._coming(place.camera)
        choice = self._choice(place)
        if choice is not None and choice.camera.id == camera.id:
            view.reason = self._reasons.chip(choice)
            view.chosen = place.name == ALARM_TILE
            view.key = "F4" if place.name == STRIP[0] else ""
        if place.name == ALARM_TILE and (waiting := len(self._console.seeing.wall.waiting)):
            view.key = self.tr("%n alarm(s) waiting", "", waiting)
        current = self._console.seeing.wall.current
        alarm = self._console.alarms.get(current.alarm) if current is not None else None
        view.priority = alarm.priority if alarm is not None else 1
        return view

    def _since(self, picture: Picture) -> str:
        """Seconds while it comes up, else the time it was lost, and when it is tried again."""
        if picture.state in MISSING_STEPS:
            return span(self._console.clock.now_ms() - picture.since_ms)
        text = self.tr("since %1").replace("%1", self._placing.clock(picture.since_ms))
        if picture.retry_in_s >= 1:
            text += " · " + self.tr("retry after %1 s").replace("%1", f"{picture.retry_in_s:.0f}")
        return text

    def _coming(self, camera: CameraId) -> str:
        """The tile still shows another camera: say which one it waits for."""
        number, state = self._console.cameras[camera].number, self._console.pictures.get(camera).state
        return f"→ {number} · {self._words.camera_state(state)}"

    def _edge(self, place: Place) -> Edge:
        if place.name == ALARM_TILE and self._console.seeing.wall.current is not None:
            return Edge.ALARM
        return Edge.SELECTED if place.name == self.selected else Edge.PLAIN

    def _choice(self, place: Place) -> Choice | None:
        current = self._console.seeing.wall.current
        if current is None:
            return None
        if place.name == ALARM_TILE:
            return current.choice
        strip = self._console.seeing.wall.strip
        at = STRIP_AT.get(place.name, len(strip))
        return strip[at] if at < len(strip) else None

    def _nothing(self, place: Place) -> str:
        current = self._console.seeing.wall.current
        if place.name == ALARM_TILE and current is not None:
            return self._reasons.without_picture(self._console.seeing.rankings.get(current.alarm))
        if place.name in STRIP:
            return self.tr("The next best cameras of an alarm appear here") if place.name == STRIP[0] else ""
        return self.tr("No camera")
