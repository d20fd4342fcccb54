"""A wall window: one surface over a whole screen, and the alarm region over it while an F needs eyes.

Needs no mouse and has no button; whoever has a keyboard there can page, enter camera numbers and step back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.cameras import Choice
from console.model import AlarmId, CameraId
from console.ports import Video
from console.wall import OnTile, SurfaceId
from console.wall.region import region_area
from widgets import theme
from widgets.dispatch.board import Board
from widgets.dispatch.entries import ClockFace
from widgets.drill.border import Border
from widgets.overload import LoadLine
from widgets.pace import Steady
from widgets.place import Place
from widgets.placing import Placing
from widgets.plan.small import SmallPlan
from widgets.ptz.mouse import PtzMouse
from widgets.reasons import Reasons
from widgets.reports import Reports
from widgets.rewind.over import RewindOver
from widgets.screens.witness import Witness
from widgets.slots import Slots
from widgets.tile import STALE_MS, Shot, foot, letterbox, on_wall
from widgets.wall import region
from widgets.wall.band import Band
from widgets.wall.clock import Block, Corner
from widgets.wall.clocks import ClockBox
from widgets.wall.entry import Entry
from widgets.wall.gestures import Gestures
from widgets.wall.keys import Keys
from widgets.wall.plan_box import PlanBox
from widgets.wall.reader import reader_px
from widgets.wall.surface_canvas import Extra, SurfaceCanvas
from widgets.wall.tiles import CELL, NEXT, SurfaceTiles, next_best
from widgets.words import Words

ALARM_EDGE = 8
BEAT_MS = 500


class WallWindow(QWidget):
    """`reader_m`: metres to the farthest reader. `is_alarm_screen`: the region takes all of it, not its right half.

    `has_region`: F alarms appear on this screen at all (with several wall screens only on the last one).
    """

    closed = Signal()

    def __init__(
        self, console: Console, video: Video, slots: Slots, surface: SurfaceId, *, stale_ms: int = STALE_MS,
        reader_m: float, is_alarm_screen: bool, has_region: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self.surface = surface
        self._console = console
        self._reader_m = reader_m
        self._is_alarm_screen, self._has_region = is_alarm_screen, has_region
        words = Words(self)
        placing, reasons = Placing(console, words, self), Reasons(words, self)
        self.tiles = SurfaceTiles(console, placing, words, reasons, self.isActiveWindow, self)
        self.canvas = SurfaceCanvas(console, video, slots, surface, words, self.tiles.describe, self, stale_ms=stale_ms)
        self.band = Band(console, placing, words, self)
        self._witness = Witness(console, self.band, self._named)
        self.block = Block(console, placing, self)
        self.plan = PlanBox(SmallPlan(console, placing, words, self), self)
        self.clocks = ClockBox(self)
        self._dispatch = Board(console, placing, words, self)
        self.corner = Corner(console, placing, self)
        self.entry = Entry(console, words, surface, self)
        self.load = LoadLine(console, placing, surface, self.canvas, self)
        self._keys = Keys(console, self.canvas, surface)
        self._reports = Reports(console, str(surface), self.canvas)
        self._gestures = Gestures(console, self.canvas, surface)
        self._ptz = PtzMouse(console, self.canvas)
        self.rewind = RewindOver(console, self.canvas, surface, placing, words)
        self.border = Border(self, console)
        self._beat = Steady(BEAT_MS, self.on_beat, self)
        self._beat.begin()
        self._connect()
        self.retranslate()
        self.look()

    def _connect(self) -> None:
        subscribe = self._console.announcer.subscribe
        for kind in (announce.WallChanged, announce.SiteApplied, announce.DrillChanged, announce.PositionsChanged):
            subscribe(kind, self.on_announced)
        for alarm_kind in (
            announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
            announce.AlarmChanged,
        ):  # fmt: skip
            subscribe(alarm_kind, self.on_alarm)
        for about in (announce.IncidentOpened, announce.IncidentChanged, announce.IncidentClosed):
            subscribe(about, self.on_announced)
        subscribe(announce.PictureChanged, self.on_picture_changed)
        self.canvas.first_painted.connect(self.on_first_painted)
        self.canvas.went_stale.connect(self._console.seeing.picture_stale)
        self.canvas.went_live.connect(self._console.seeing.picture_live)

    # ---- what it shows ----

    def fit(self, reader_m: float, *, is_alarm_screen: bool, has_region: bool) -> None:
        """The screens have changed: how far away it is read now, and what is its own of an alarm."""
        self._reader_m = reader_m
        self._is_alarm_screen, self._has_region = is_alarm_screen, has_region
        self.look()

    def on_announced(self, _announced: announce.Announcement) -> None:
        self.look()

    def on_alarm(self, _announced: announce.Announcement) -> None:
        """What is said of it is new; where its picture belongs the wall says by itself."""
        for part in (self.band, self.block, self.plan):
            part.update()

    def on_picture_changed(self, announced: announce.PictureChanged) -> None:
        self.canvas.update_camera(announced.camera)

    def look(self) -> None:
        """Take up what surface and region are now. At rest there is nothing but tiles and the clock."""
        self.px = reader_px(self._reader_m, self.screen(), min(self.width(), self.height()))
        self.tiles.px = self.px
        self._tell_region()
        cells = self._cells()
        parts = self._parts(cells)
        self._place_parts(parts)
        self.border.read_from(self.px if parts is None else 0)  # the band says the word itself
        self.canvas.look(parts.covered if parts is not None else (), self._extras(parts, cells))
        self.tiles.surface = self.canvas.surface
        self.load.place(self._free_top(parts), self.px)
        self._place_corner(at_rest=parts is None)
        for name, cell in cells.items():
            if self._reports.is_due(cell):
                self.canvas.report_again(name)
        self.canvas.update()

    def _cells(self) -> dict[str, OnTile[Choice]]:
        if not self._has_region:
            return {}
        region_cells = self._console.seeing.wall.region
        return {f"{CELL}{n}": cell for n, cell in enumerate(region_cells, start=1) if cell is not None}

    def _is_portrait(self) -> bool:
        return self.height() > self.width()

    def _named(self) -> list[tuple[AlarmId, QRect]]:
        """The alarms that band and cells name."""
        return [(alarm.id, self.band.rect()) for alarm in self.band.alarms()]

    def _tell_region(self) -> None:
        """The tiles that lie under the region depend on how this screen stands."""
        if self._has_region:
            portrait = self._is_portrait()
            area = region_area(is_alarm_screen=self._is_alarm_screen, portrait=portrait)
            self._console.steering.place_region(self.surface, area, portrait)

    def _region_rect(self) -> QRect:
        area = region_area(is_alarm_screen=self._is_alarm_screen, portrait=self._is_portrait())
        left, top = round(area.x * self.width()), round(area.y * self.height())
        return QRect(left, top, self.width() - left, self.height() - top)

    def _parts(self, cells: dict[str, OnTile[Choice]]) -> region.Parts | None:
        """Nothing at rest; a fire that waits because somebody works where it belongs still has its band."""
        wall = self._console.seeing.wall
        if not (cells or (self._has_region and wall.region_waiting)):
            return None
        area, clear = self._region_rect(), wall.region_clear
        if clear or not cells:
            return region.for_some(area, self.px, clear)
        if len(cells) > 1:
            return region.for_several(area, self.px)
        return region.with_clocks(region.for_one(area, self.px), len(self._faces()), self.px)

    def _free_top(self, parts: region.Parts | None) -> QRect:
        """The top of the window as far as no alarm has it."""
        at_top = [rect.left() for rect in parts.covered if rect.top() <= 0] if parts is not None else []
        return QRect(0, 0, min(at_top, default=self.width()), self.height())

    def _faces(self) -> tuple[ClockFace, ...]:
        """The response clocks of the one alarm that is shown."""
        only = self.tiles.only()
        if only is None:
            return ()
        return self._dispatch.clocks(self._dispatch.incident_of(only.alarm), only.alarm)

    def _place_parts(self, parts: region.Parts | None) -> None:
        nothing = QRect()
        for widget, rect in (
            (self.band, parts.band if parts else nothing),
            (self.block, parts.block if parts else nothing),
            (self.plan, parts.plan if parts else nothing),
            (self.clocks, parts.clocks if parts else nothing),
        ):
            widget.setGeometry(rect)
            widget.setVisible(rect.isValid())
        self.band.px = self.block.px = self.plan.px = self.clocks.px = self.px
        self.clocks.show_faces(self._faces())
        only = self.tiles.only()
        self.plan.show_alarm(only.alarm if only is not None and parts is not None else None)

    def _extras(self, parts: region.Parts | None, cells: dict[str, OnTile[Choice]]) -> list[Extra]:
        if parts is None:
            return []
        if parts.strip:
            ((name, cell),) = cells.items()
            return [Extra(name, parts.pictures[0], _camera(cell.choice), ALARM_EDGE, main=True), *_strip(parts, cell)]
        return [
            Extra(name, rect, _camera(cells[name].choice) if name in cells else None, ALARM_EDGE, main=name in cells)
            for name, rect in ((f"{CELL}{n}", rect) for n, rect in enumerate(parts.pictures, start=1))
            if rect.isValid()
        ]

    def _place_corner(self, *, at_rest: bool) -> None:
        """The clock shares the bar of the last tile that is there; beside an alarm the region has one."""
        self.tiles.corner = ("", 0)
        free = [place for place in map(self.canvas.place, self.canvas.names()) if place.rect.isValid()]
        self.corner.setVisible(at_rest and bool(free))
        if not (at_rest and free):
            return
        last = max(free, key=lambda place: (place.rect.bottom(), place.rect.right()))
        manner = on_wall(self.px, last.rect.width(), last.rect.height())
        names = [manner.number, manner.live, theme.wall_type(max(11, manner.caption // 3), strong=True)]
        name = next((name for name in names if self.corner.wanted(name) <= last.rect.width() // 2), names[-1])
        width = self.corner.wanted(name)
        self.corner.type_name = name
        top = _picture_end(last) + 1 - manner.caption
        self.corner.setGeometry(last.rect.right() + 1 - width, top, width, manner.caption)
        self.corner.raise_()
        self.tiles.corner = (last.name, width)

    # ---- what was painted ----

    def on_first_painted(self, name: str, shot: Shot) -> None:
        self._place_corner(at_rest=not self.band.isVisible())
        if name.startswith(CELL):
            self._reports.painted(name, shot, self.tiles.on_cell(name))
        elif not name.startswith(NEXT):  # the next best beside an alarm were asked for by nobody
            self._reports.painted(name, shot, None)

    # ---- keys, size, language, time ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.rewind.press(event) or self.entry.press(event) or self._keys.press(event)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        self.entry.place(self.rect(), self.px)
        self.look()

    def on_beat(self) -> None:
        """Clock, ages and the blinking dot; the clock follows the picture whose bar it shares."""
        self._place_corner(at_rest=not self.band.isVisible())
        self.clocks.show_faces(self._faces())
        for widget in (self.band, self.block, self.corner):
            if widget.isVisible():
                widget.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange:
            self.canvas.update()
        super().changeEvent(event)

    def retranslate(self) -> None:
        title = self.tr("Watchroom %1, %2").replace("%1", self._console.seat.position).replace("%2", self.surface)
        self.setWindowTitle(title)
        self.canvas.setAccessibleName(title)
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


def _strip(parts: region.Parts, cell: OnTile[Choice]) -> list[Extra]:
    """The next best cameras; places that are left over say that there is no further one."""
    others = [choice.camera.id for choice in next_best(cell)]
    cameras = [*others, *[None] * len(parts.strip)]
    return [
        Extra(f"{NEXT}{n}", rect, camera)
        for n, (rect, camera) in enumerate(zip(parts.strip, cameras, strict=False), start=1)
    ]


def _camera(choice: Choice | None) -> CameraId | None:
    return choice.camera.id if choice is not None else None


def _picture_end(place: Place) -> int:
    """The last line of a tile above the foot of its picture, where its caption ends."""
    picture = letterbox(place.rect, place.shot.image.size()) if place.shot is not None else place.rect
    return min(place.rect.bottom(), picture.bottom() - foot(picture))
