"""The bar above the plan: where we are, the floors with their alarms, the layers, who leads: the alarm or the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.model import Floor
from console.plan import SITE_LEVEL, Level
from widgets import lettering, theme
from widgets.pace import Pace, Soon
from widgets.plan.chips import HEIGHT, Chip
from widgets.plan.marks import Layer, layer_of
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation

GAP = 4
WITH_KEYS = 760  # px: a narrower bar leaves the key caps out
CRUMB_MOST = 0.34  # of the width
PART = 12


class PlanBar(QWidget):
    """Everything on it is a button of its own; floors that find no room are named by their count."""

    level_asked = Signal(object)  # Level
    site_asked = Signal()
    follow_asked = Signal()
    layers_changed = Signal(object)  # frozenset[Layer]

    def __init__(self, situation: Situation, words: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._situation = situation
        self._words = words
        self._level = SITE_LEVEL
        self._note = QRect()
        self._crumb = QRect()
        self._said: tuple[object, ...] = ()
        self._guest: QWidget | None = None
        self.setFixedHeight(theme.PANEL_HEAD)
        self.floors: dict[int, Chip] = {}
        self._has = self._offered()
        self.layers = {layer: Chip(self) for layer in Layer}
        self.follow = Chip(self, key="F8")
        self.site = Chip(self, key="F6")
        for chip in self.layers.values():
            chip.setChecked(True)
            chip.clicked.connect(self.on_layer)
        self.follow.clicked.connect(self.follow_asked)
        self.site.clicked.connect(self.site_asked)
        pace = Pace(Soon(self.refresh, self).ask, lambda: situation.is_flood, self)
        situation.changed.connect(pace.ask)
        situation.site_changed.connect(self.on_site_changed)
        self.retranslate()

    def show_level(self, level: Level, *, follows: bool) -> None:
        """The level that is shown now, and whether the alarm leads."""
        self.follow.setChecked(follows)
        self.site.setChecked(level.is_site)
        if level.building != self._level.building:
            self._make_floors(level)
        self._level = level
        self.refresh()

    def add(self, buttons: QWidget) -> None:
        """Buttons of the desk, at the right end."""
        buttons.setParent(self)
        self._guest = buttons
        self._arrange()

    def on_site_changed(self) -> None:
        """Floors and kinds of points may be others."""
        self._has = self._offered()
        self._make_floors(self._level)
        self.retranslate()

    def on_layer(self) -> None:
        self.layers_changed.emit(frozenset(layer for layer, chip in self.layers.items() if chip.isChecked()))

    def refresh(self) -> None:
        """Alarms came or went: the floors say so."""
        for ordinal, chip in self.floors.items():
            level = Level(self._level.building, ordinal)
            floor = self._situation.levels.floor(level)
            chip.say(floor.label if floor is not None else str(ordinal), self._situation.toll(level))
            chip.setChecked(level == self._level)
        self._arrange()
        said = self._crumb, self._note, self._place(), self._beside()
        if said != self._said:  # all the buttons on it are painted anew with it
            self._said = said
            self.update()

    def retranslate(self) -> None:
        self.follow.say(self._words.follows())
        self.site.say(self._words.site_button())
        for layer, chip in self.layers.items():
            chip.say(self._words.layer(layer))
        self.refresh()

    # ---- layout ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """The desk's buttons may want another width, in another language."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _make_floors(self, level: Level) -> None:
        for chip in self.floors.values():
            chip.hide()
            chip.deleteLater()
        self.floors = {}
        for floor in self._floor_list(level):
            chip = self.floors[floor.ordinal] = Chip(self)
            asked = Level(floor.building, floor.ordinal)
            chip.clicked.connect(lambda _checked=False, asked=asked: self.level_asked.emit(asked))

    def _floor_list(self, level: Level) -> tuple[Floor, ...]:
        return self._situation.levels.floors(level.building) if level.building is not None else ()

    def _offered(self) -> frozenset[Layer]:
        """The layers this site has anything for."""
        site = self._situation.levels.site
        found = {layer_of(point) for point in site.points}
        found |= {Layer.CAMERAS} if site.cameras else set()
        return frozenset(found | {Layer.UNITS} if site.units else found)

    def _arrange(self) -> None:
        """From the right: site, follow, layers. From the left: the place, then as many floors as there is room for."""
        with_keys = self.width() >= WITH_KEYS
        right = self.width() - theme.SPACE
        if self._guest is not None:
            right -= (guest := self._guest.sizeHint()).width()
            self._guest.setGeometry(right, 0, guest.width(), self.height())
            right -= GAP
        wanted = lettering.width("row.strong", self._place()) + 4
        self._crumb = QRect(theme.SIDE, 0, min(wanted, int(CRUMB_MOST * self.width())), self.height())
        left = self._crumb.right() + theme.SPACE
        for chip in (self.site, self.follow):  # their keys are there without them, the floors' are not
            chip.shows_key = with_keys
            chip.setVisible(right - chip.sizeHint().width() - GAP - 2 * PART >= left + self._least_floors())
            if not chip.isHidden():
                right = self._put_left_of(chip, right)
        right -= PART
        right = self._put_layers(left + self._least_floors(), right)
        at = self._put_floors(left, right - PART)
        self._note = QRect(at, 0, max(0, right - PART - at), self.height())

    def _least_floors(self) -> int:
        """Room for the floor that is shown and for those with alarms, which come before the layers."""
        needed = (o for o, chip in self.floors.items() if chip.toll is not None or o == self._level.ordinal)
        return sum(self.floors[ordinal].sizeHint().width() + GAP for ordinal in needed)

    def _put_layers(self, left: int, right: int) -> int:
        """Those the site has anything for, while there is room; returns where they begin."""
        for layer in reversed(Layer):
            chip = self.layers[layer]
            has_room = right - chip.sizeHint().width() - GAP - PART >= left
            chip.setVisible(layer in self._has and has_room)
            if not chip.isHidden():
                right = self._put_left_of(chip, right)
        return right

    def _put_left_of(self, chip: Chip, right: int) -> int:
        size = chip.sizeHint()
        chip.setGeometry(right - size.width(), (self.height() - HEIGHT) // 2, size.width(), HEIGHT)
        return right - size.width() - GAP

    def _put_floors(self, left: int, right: int) -> int:
        """The floor that is shown, those with alarms, then its neighbours; in their order. Returns where they end."""
        room, shown = right - left, set[int]()
        here = self._level.ordinal or 0
        ranked = sorted(self.floors, key=lambda o: (o != here, self.floors[o].toll is None, abs(o - here)))
        for ordinal in ranked:
            width = self.floors[ordinal].sizeHint().width() + GAP
            if width > room:
                break
            room -= width
            shown.add(ordinal)
        for ordinal, chip in self.floors.items():
            chip.setVisible(ordinal in shown)
            if ordinal in shown:
                width = chip.sizeHint().width()
                chip.setGeometry(left, (self.height() - HEIGHT) // 2, width, HEIGHT)
                left += width + GAP
        return left + GAP

    # ---- paint ----

    def _place(self) -> str:
        building = self._situation.levels.buildings.get(self._level.building) if self._level.building else None
        return f"{self._words.building(building)} ›" if building is not None else self._words.site()

    def _beside(self) -> str:
        """What stands behind the place: floors in alarm that found no room, how many floors, what the site has."""
        hidden = sum(chip.toll is not None and chip.isHidden() for chip in self.floors.values())
        if hidden:
            return f"+{hidden}"
        if not self._level.is_site:
            return self._words.floors(len(self.floors))
        site = self._situation.levels.site
        return self._words.counts(len(site.points), len(site.cameras))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        lettering.draw(painter, self._crumb, "row.strong", self._place(), theme.colour("text.hi"))
        text = self._beside()
        if lettering.width("note", text) <= self._note.width():
            lettering.draw(painter, self._note, "note", text, theme.colour("text.dim"))
        painter.end()
