"""What stands on each tile of a wall or panel besides the picture: identity, state, reason, selection, region."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QObject

from console.alarms import Alarm
from console.app import Console
from console.cameras import Choice
from console.wall import PANEL, REGION, OnTile, Surface, TileId
from widgets.identity import Identity
from widgets.overload.load_words import LoadWords
from widgets.place import Place
from widgets.placing import Placing, span
from widgets.ptz.said import PtzSaid
from widgets.reasons import Reasons
from widgets.remote.mark import HungMark
from widgets.tile import DESK, Edge, Manner, View, on_wall
from widgets.words import Words

CELL = f"{REGION}/"  # region/1 … region/4: the cells of the alarm region
NEXT = "next/"  # next/1 … next/3: the strip of the next best cameras

_wall_manner = lru_cache(maxsize=256)(on_wall)


class SurfaceTiles(QObject):
    """Asked at paint time. `px`: size of letters for the farthest reader, 0 = as on the desk."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, reasons: Reasons,
        is_focused: Callable[[], bool], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._reasons = reasons
        self._is_focused = is_focused
        self._load_words = LoadWords(self)
        self._ptz = PtzSaid(console, self)
        self._identity = Identity(console, placing, words, self)
        self._hung = HungMark(console, placing, words, self)
        self.px = 0
        self.surface = Surface(PANEL)  # as it was when the wall changed last
        self.corner: tuple[str, int] = ("", 0)  # the tile whose caption shares its bar with the clock, and its width

    def describe(self, place: Place) -> View:
        view = self._identity.view(place)
        view.manner = self._manner(place)
        if place.name.startswith(CELL):
            self._describe_cell(place, view)
        elif place.name.startswith(NEXT):
            self._describe_next(place, view)
        else:
            self._describe_tile(place, view)
        return view

    def _manner(self, place: Place) -> Manner:
        if not self.px:
            return DESK
        return _wall_manner(self.px, place.rect.width(), place.rect.height(), large=place.name.startswith(CELL))

    def _describe_tile(self, place: Place, view: View) -> None:
        tile = TileId(place.name)
        view.ptz, view.ptz_here = self._ptz.line(place.name, place.shot.camera if place.shot else place.camera)
        if self._console.sight.overload.is_paused(place.slot):
            view.held = self._load_words.paused()
        view.zoom, view.pinned = self.surface.zooms.get(tile), tile in self.surface.pinned
        if self._console.steering.selected == tile:
            view.edge = Edge.SELECTED if self._is_focused() else Edge.SELECTED_ELSEWHERE
            if not (view.key or view.ptz):
                view.key = self._ptz.offer(place.name, place.camera)
        if not view.number:
            number = place.name.rpartition("/")[2]
            view.empty = f"{number} · " + self.tr("no camera")
        view.reason = view.reason or self._hung.text(tile)
        if self.corner[0] == place.name:
            view.reserved = self.corner[1]

    # ---- alarm region ----

    def cells(self) -> tuple[OnTile[Choice] | None, ...]:
        return self._console.seeing.wall.region

    def on_cell(self, name: str) -> OnTile[Choice] | None:
        """The alarm whose picture a cell of the region is for."""
        cells, at = self.cells(), int(name.removeprefix(CELL)) - 1
        return cells[at] if at < len(cells) else None

    def only(self) -> OnTile[Choice] | None:
        """The alarm that has the whole region to itself; None at rest and when it is shared, with tiles in use too."""
        shown = [cell for cell in self.cells() if cell is not None]
        return shown[0] if len(shown) == 1 and not self._console.seeing.wall.region_clear else None

    def _describe_cell(self, place: Place, view: View) -> None:
        cell = self.on_cell(place.name)
        alarm = self._console.alarms.get(cell.alarm) if cell is not None else None
        if cell is None or alarm is None:
            view.number, view.shot, view.empty = "", None, self.tr("No further alarm")
            return
        view.edge, view.priority = Edge.ALARM, alarm.priority
        view.ptz, view.ptz_here = self._ptz.line(place.name, place.camera)
        if not view.number:
            view.empty = self._reasons.without_picture(self._console.seeing.rankings.get(cell.alarm))
        if cell.choice is not None and view.number == str(cell.choice.camera.number):
            view.reason, view.chosen = self._reasons.chip(cell.choice), True
        if self.only() is None:
            view.heading, view.place = self._words.alarm_class(alarm.alarm_class), self._placing.where(alarm)
            view.heading_note = self._age(alarm)
            view.acknowledged = alarm.acknowledged is not None

    def _age(self, alarm: Alarm) -> str:
        """How long ago, and who has it."""
        age = span(self._console.clock.now_ms() - alarm.last.raised_ms)
        return age + (f" · {alarm.acknowledged.by.person}" if alarm.acknowledged is not None else "")

    def _describe_next(self, place: Place, view: View) -> None:
        choices = next_best(self.only())
        at = int(place.name.removeprefix(NEXT)) - 1
        choice = choices[at] if at < len(choices) else None
        if choice is None:
            view.number, view.shot, view.empty = "", None, self.tr("No further camera")
        elif view.number == str(choice.camera.number):
            view.reason = self._reasons.chip(choice)


def next_best(cell: OnTile[Choice] | None) -> tuple[Choice, ...]:
    """The cameras beside the one that is shown, the next best first."""
    if cell is None:
        return ()
    shown = cell.choice.camera.id if cell.choice is not None else None
    return tuple(choice for choice in cell.choices if choice.camera.id != shown)
