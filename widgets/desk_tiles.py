"""What stands on each tile of the desk besides the picture: identity, state, reason, key and edge."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.cameras import Choice
from console.wall import ALARM_TILE, STRIP, TileId
from widgets.alarms.line_words import LineWords
from widgets.identity import Identity
from widgets.place import Place
from widgets.placing import Placing
from widgets.ptz.said import PtzSaid
from widgets.reasons import Reasons
from widgets.tile import Edge, View
from widgets.words import Words

STRIP_AT = {str(tile): at for at, tile in enumerate(STRIP)}


class DeskTiles(QObject):
    """Asked at paint time."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, reasons: Reasons, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._identity = Identity(console, placing, words, self)
        self._reasons = reasons
        self._ptz = PtzSaid(console, self)
        self._said = LineWords(console, placing, self)

    def describe(self, place: Place) -> View:
        camera, view = self._identity.camera(place), self._identity.view(place)
        view.edge = self._edge(place)
        view.zoom = self._console.steering.zoom_of(TileId(place.name))
        self._say_alarm(place, view)
        if camera is None:
            view.empty = self._nothing(place)
            return view
        view.ptz, view.ptz_here = self._ptz.line(place.name, camera.id)
        choice = self._choice(place)
        if choice is not None and choice.camera.id == camera.id:
            view.reason = self._reasons.chip(choice)
            view.chosen = place.name == ALARM_TILE
            view.key = "F4" if place.name == STRIP[0] else ""
        if place.name == ALARM_TILE and (waiting := len(self._console.seeing.wall.waiting)):
            view.key = self.tr("%n alarm(s) waiting", "", waiting)
        if not (view.key or view.ptz):
            view.key = self._ptz.offer(place.name, place.camera)
        return view

    def _say_alarm(self, place: Place, view: View) -> None:
        """Zones take turns on the large picture: it says for which alarm it is."""
        current = self._console.seeing.wall.current
        alarm = self._console.alarms.get(current.alarm) if current is not None else None
        if alarm is None:
            return
        view.priority, view.acknowledged = alarm.priority, alarm.acknowledged is not None
        if place.name == ALARM_TILE:
            view.about = " · ".join(filter(None, (self._said.clock(alarm), self._placing.where(alarm))))

    def _edge(self, place: Place) -> Edge:
        if place.name == ALARM_TILE and self._console.seeing.wall.current is not None:
            return Edge.ALARM
        return Edge.SELECTED if place.name == self._console.steering.selected else Edge.PLAIN

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
