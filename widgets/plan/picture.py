"""One level as a picture: a cached drawing, cached quiet symbols, and on top whatever the alarms change. GUI thread."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.model import XY, AlarmId, BuildingId
from console.plan import SITE_LEVEL, Box, Level, around, home
from console.plan.home import whole
from widgets import lettering, theme
from widgets.drill import veil
from widgets.pace import Pace, Steady
from widgets.plan import drawing, labels, symbols
from widgets.plan.cached import Cached
from widgets.plan.ink import Ink
from widgets.plan.listing import PlanList
from widgets.plan.marks import Layer, Mark, Marks
from widgets.plan.overlay import Followed, Overlay, followed
from widgets.plan.plan_words import PlanWords
from widgets.plan.renewal import Renewal
from widgets.plan.situation import Situation
from widgets.plan.viewport import SIDES, Viewport, fit, fitting

LOOK_MS = 1_000  # points are heard without an announcement: so often their states are looked at again
FANS_A_TURN = 12  # reckoned between two turns of the event loop, a few milliseconds
READABLE = 4.0  # px per metre: a level that must be drawn smaller is entered at the alarm
NEIGHBOURHOOD_M = 70.0  # shown around the building of an alarm on the site plan
FANS_MOST = 60  # with more cameras in view only the fan of the chosen or pointed one is drawn
FAN_SCALE = 0.35  # px per metre: below it the fans of a site are specks
LEGEND_FROM = 600  # px: a narrower view has no room for the legend
CAPTION = 28
NOTE, NOTE_LINE = 36, 20


class PlanPicture(QWidget):
    """Shows a level and an alarm on it; the hands are in `view`."""

    listed = Signal()  # what is on the view has changed

    def __init__(self, situation: Situation, words: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._situation = situation
        self._words = words
        self.level = SITE_LEVEL
        self.alarm: AlarmId | None = None
        self.note = ""  # a sentence about what cannot be shown
        self.layers: frozenset[Layer] = frozenset(Layer)
        self._beside: BuildingId | None = None
        self.by_hand = False  # moved by the operator: a resize keeps the place
        self.listing = PlanList(situation, words, self)
        self._ink = Ink(situation.levels, SITE_LEVEL)
        self._marks: Marks | None = None
        self._overlay: Overlay | None = None
        self._sheet: QPixmap | None = None  # the overlay as it was painted in the turns of a flood
        self._fans_ready = 0
        self.base = Cached(theme.colour("map.land"))
        self.quiet = Cached()
        self.hovered = self.focused = ""  # keys of marks
        self.view = self._whole_view()
        self._fan_timer = QTimer(self)
        self._fan_timer.setInterval(0)
        self._fan_timer.timeout.connect(self.on_fans)
        self._look_timer = Steady(LOOK_MS, self.on_look, self)
        self._look_timer.begin()
        self._pace = Pace(self._renew, lambda: situation.is_flood, self)
        self._renewal = Renewal(self._renewed, self)
        situation.changed.connect(self._pace.ask)
        situation.site_changed.connect(self.on_site_changed)

    # ---- what is shown ----

    def show_level(
        self, level: Level, alarm: AlarmId | None = None, note: str = "", beside: BuildingId | None = None
    ) -> None:
        """Flip to a level and look at the alarm on it, at the building `beside` which we stand, or at all of it."""
        if level != self.level:
            self.level, self._ink = level, Ink(self._situation.levels, level)
            self.hovered = self.focused = ""
        self.alarm, self.note, self._beside = alarm, note, beside
        self._forget()
        self.fit()

    def set_layers(self, layers: frozenset[Layer]) -> None:
        self.layers = layers
        self._forget()

    def fit(self) -> None:
        """All of the level, or what matters of it."""
        self.by_hand = False
        self.look(self._first_view())

    def look(self, view: Viewport) -> None:
        """Show this part of the level."""
        self.view = view
        self._drop_overlay()
        self.update()

    def _whole_view(self) -> Viewport:
        site = self._situation.levels.site
        return fit(self._size(), home(site), whole(site))

    def _first_view(self) -> Viewport:
        """Around the alarm when the whole level would be too small to read, and always on a site plan."""
        bounds, first = self._boxes()
        near = self._near_alarm()
        if near is None or (not self.level.is_site and fitting(self._size(), first) >= READABLE):
            return fit(self._size(), first, bounds, above=NOTE + 8 if self.note else SIDES)
        return fit(self._size(), near, bounds, READABLE * 2)

    def _boxes(self) -> tuple[Box, Box]:
        """What may be looked at at all, and what is looked at first."""
        levels = self._situation.levels
        building = levels.buildings.get(self.level.building) if self.level.building is not None else None
        found = around(building.ring, 1.0) if building is not None else None
        if found is None:
            return whole(levels.site), home(levels.site)
        return found.grown(10), found

    def _near_alarm(self) -> Box | None:
        """The detector and the camera that shows it; on the site plan with the building and its neighbourhood."""
        follow = followed(self._situation, self.alarm)
        if follow is None or follow.spot is None:
            beside = self._situation.levels.buildings.get(self._beside) if self._beside is not None else None
            block = around(beside.ring) if beside is not None else None
            return block.grown(NEIGHBOURHOOD_M) if block is not None else None
        building = self._situation.levels.buildings.get(follow.spot.building) if follow.spot.building else None
        places: list[XY] = [] if follow.spot.at is None else [follow.spot.at]
        if follow.choice is not None and follow.choice.camera.at is not None:
            there = self._situation.levels.spot(follow.choice.camera)
            places += [follow.choice.camera.at] if self.level in there.levels else []
        places += building.ring if self.level.is_site and building is not None else ()
        box = around(places, 2.0)
        return box.grown(NEIGHBOURHOOD_M if self.level.is_site else 6.0) if box is not None else None

    def _size(self) -> QSize:
        return self.size().expandedTo(QSize(80, 80))

    # ---- what happens ----

    @Slot()
    def on_site_changed(self) -> None:
        """Another site: a level that is gone gives way to the site plan."""
        known = self.level.is_site or self._situation.levels.floor(self.level) is not None
        self.level = self.level if known else SITE_LEVEL
        self._ink = Ink(self._situation.levels, self.level)
        self._fans_ready = 0
        self._forget()
        self.fit()

    @Slot()
    def on_look(self) -> None:
        if self.isVisible():
            self._pace.ask()

    @Slot()
    def on_fans(self) -> None:
        """Reckon a few fans and let the window breathe; when all are there they are drawn."""
        cameras = [mark.camera for mark in self.marks().all if mark.camera is not None]
        missing = [camera for camera in cameras if self._situation.fans.known(camera, self.level) is None]
        for camera in missing[:FANS_A_TURN]:
            self._situation.fans.outline(camera, self.level)
        if len(missing) <= FANS_A_TURN:
            self._fan_timer.stop()
            self._fans_ready += 1
            self.update()

    def _forget(self) -> None:
        """Look again at the next paint, once for however many changes."""
        self._drop_overlay()
        self._drop_marks()
        self.update()

    def _drop_marks(self) -> None:
        if self._marks is not None:
            self._before, self._marks = self._marks, None

    def _drop_overlay(self) -> None:
        """It is painted at the next paint; news that were on their way are looked for then."""
        if self._renewal.is_running:
            self._drop_marks()
        self._renewal.give_up()
        self._overlay = self._sheet = None

    _before: Marks | None = None

    def marks(self) -> Marks:
        """Everything on this view, as it is now."""
        if self._marks is None:
            before = self._before if self._before is not None and self._before.level == self.level else None
            self._marks = marks = Marks(self._situation, self.level, self.layers, before)
            self._list(marks, before)
        return self._marks

    def _list(self, marks: Marks, before: Marks | None) -> None:
        if before is None or before.all != marks.all or marks.loud:
            self.listing.show(marks)
            self.listed.emit()
        if before is None or len(before) != len(marks):
            self._need_fans(marks)

    # ---- in a flood, in several turns ----

    def _renew(self) -> None:
        """Something has changed. What was painted last stays until the new overlay is there."""
        if self._marks is not None and self._situation.is_flood and self.isVisible() and not self.size().isEmpty():
            self._renewal.begin(self._steps(self._marks))
        else:
            self._forget()

    def _steps(self, before: Marks) -> Iterator[None]:
        self._situation.look()
        yield
        marks = Marks(self._situation, self.level, self.layers, before)
        yield
        overlay = self._overlay_of(marks)
        yield
        yield from overlay.lay_labels()
        sheet = self._printed(overlay)
        yield
        self._marks, self._overlay, self._sheet = marks, overlay, sheet
        self._list(marks, before)
        self.update()

    @property
    def is_renewing(self) -> bool:
        """What comes next is being painted, a piece in each turn."""
        return self._renewal.is_running

    @property
    def is_from_turns(self) -> bool:
        """What lies on the drawing was painted beforehand."""
        return self._sheet is not None

    def _renewed(self, spent_s: float) -> None:
        self._pace.painted(time.perf_counter() - spent_s)

    def _printed(self, overlay: Overlay) -> QPixmap:
        ratio = self.devicePixelRatioF()
        sheet = QPixmap(self.size().expandedTo(QSize(1, 1)) * ratio)  # it may have lost its room since
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(Qt.GlobalColor.transparent)
        with QPainter(sheet) as painter:
            overlay.paint(painter)
        return sheet

    def _need_fans(self, marks: Marks) -> None:
        known = self._situation.fans.known
        if any(m.camera is not None and known(m.camera, self.level) is None for m in marks.all):
            self._fan_timer.start()

    def overlay(self) -> Overlay:
        if self._overlay is None:
            self._overlay = self._overlay_of(self.marks())
            for _step in self._overlay.lay_labels():
                pass
        return self._overlay

    def _overlay_of(self, marks: Marks) -> Overlay:
        follow: Followed | None = followed(self._situation, self.alarm)
        return Overlay(self._situation, self._words, self._ink, marks, self.view, follow)

    # ---- paint ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.by_hand:
            self.look(Viewport(self._size(), self.view.bounds, self.view.x, self.view.y, self.view.scale))
        else:
            self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        began = time.perf_counter()
        painter = QPainter(self)
        marks = self.marks()
        drawn = (self.level, id(self._ink), theme.is_chinese(), theme.font("list").key())
        self.base.draw(painter, self.view, (*drawn, marks.watching, self._fans_ready), self._paint_base)
        self.quiet.draw(painter, self.view, (*drawn, marks.edition, self.layers), self._paint_quiet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sheet is not None:
            painter.drawPixmap(0, 0, self._sheet)
        else:
            self.overlay().paint(painter)
        veil.paint(painter, self.rect())
        self._furniture(painter)
        self._tell_more(painter)
        painter.end()
        if self._sheet is None:
            self._pace.painted(began)

    def _paint_base(self, painter: QPainter, view: Viewport) -> None:
        if self.level.is_site:
            drawing.draw_site(painter, self._ink, view, self._words, self._situation)
        else:
            drawing.draw_floor(painter, self._ink, view, self._words, self._situation)
        self._paint_fans(painter, view)

    def _paint_fans(self, painter: QPainter, view: Viewport) -> None:
        """Dim, of every camera that may have a picture, unless they are too many to tell apart."""
        room = QRectF(0, 0, view.size.width(), view.size.height())
        seen = [camera for camera in self.marks().watching if camera.at and room.contains(view.point(camera.at))]
        if view.scale >= FAN_SCALE and len(seen) <= FANS_MOST:
            for camera in seen:
                if outline := self._situation.fans.known(camera, self.level):
                    symbols.fan(painter, view, self._ink.fan(camera.id, outline), chosen=False)

    def _paint_quiet(self, painter: QPainter, view: Viewport) -> None:
        """Cameras and points that are as they should be."""
        symbols.paint_quiet(painter, view, self.marks().quiet)

    def _furniture(self, painter: QPainter) -> None:
        drawing.scale_bar(painter, self.view)
        drawing.north_arrow(painter, self.view, self._words.north(), low=not self.level.is_site)
        bottom = self.height() - CAPTION
        if not self.level.is_site and self.width() >= LEGEND_FROM:
            place = QRect(self.width() // 2 - 60, bottom, self.width() // 2 + 48, CAPTION)
            lettering.draw(
                painter, place, "note", self._words.legend(), theme.colour("text.dim"), align=lettering.RIGHT
            )
        if self.note:
            wide = min(self.width() - 16, lettering.width("body.strong", self.note) + 24)
            lines = 1 if lettering.width("body.strong", self.note) <= wide - 16 else 2
            place = QRect(8, 8, wide, 8 + lines * NOTE_LINE)
            painter.fillRect(place, theme.colour("bg.void"))
            lettering.draw_block(painter, place.adjusted(8, 4, -8, -4), "body.strong", self.note, NOTE_LINE)

    def _tell_more(self, painter: QPainter) -> None:
        """The ring of the keyboard, and the name and state of what is under the pointer or has the ring."""
        room = QRectF(self.rect())
        focused = self.marks().find(self.focused) if self.hasFocus() else None
        if focused is not None:
            symbols.focus_ring(painter, self.view.point(focused.at), 14)
        told = self.marks().find(self.hovered) or focused
        if told is not None and told.camera is not None and not told.is_offline:
            outline = self._situation.fans.outline(told.camera, self.level)
            symbols.fan(painter, self.view, self._ink.fan(told.camera.id, outline), chosen=True)
        building = self._ink.buildings.get(BuildingId(self.hovered)) if told is None else None
        if building is not None:
            middle = self.view.transform().map(building[1]).boundingRect().center()
            labels.plate(painter, middle, self._words.whole_building(building[0], self._situation), room)
        if told is not None:
            labels.plate(painter, self.view.point(told.at), self.told(told), room)
        if self.hasFocus() and focused is None:
            painter.setPen(theme.colour("text.hi"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def told(self, mark: Mark) -> tuple[str, str]:
        """Name and state of a symbol, as its box says them."""
        return self._words.title(mark), self._words.state(mark, self._situation)

    def mark_at(self, place: QPoint) -> Mark | None:
        return self.marks().near(self.view, place.toPointF())
