"""The plan panel of the desk: bar, plan and, while a floor is shown, the site beside it. GUI thread.

Follows the alarm it is told to show, until the operator's hands move it: then it stays there until released. What
was moved at rest is held for ten seconds only: an alarm that comes later is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.model import AlarmId, BuildingId
from console.plan import SITE_LEVEL, Level, Spot
from widgets import theme
from widgets.placing import Placing
from widgets.plan.bar import PlanBar
from widgets.plan.marks import Layer
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation
from widgets.plan.view import PlanView
from widgets.words import Words

INSET = 0.34  # of the width: the site beside a floor
HAND_NS = 10_000_000_000  # so long a hand that moved the plan at rest keeps it from an alarm


class PlanPanel(QWidget):
    """`camera_asked(CameraId)`, `alarm_asked(AlarmId)`, `unit_asked(UnitId)`: clicked, or chosen with Enter."""

    camera_asked = Signal(object)
    alarm_asked = Signal(object)
    unit_asked = Signal(object)

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.situation = Situation(console, self)
        self._words = PlanWords(console, placing, words, self)
        self._alarm: AlarmId | None = None
        self._clock = console.clock
        self._follows, self._pinned = True, False
        self._touched_ns = 0  # when a hand last moved the plan
        self.bar = PlanBar(self.situation, self._words, self)
        self.main = PlanView(self.situation, self._words, self)
        self.inset = PlanView(self.situation, self._words, self)
        self._connect()
        self._show(SITE_LEVEL)
        self.retranslate()

    def _connect(self) -> None:
        self.bar.level_asked.connect(self.on_level_asked)
        self.bar.site_asked.connect(self.show_site)
        self.bar.follow_asked.connect(self.toggle_follow)
        self.bar.layers_changed.connect(self.on_layers)
        for view in (self.main, self.inset):
            view.camera_asked.connect(self.camera_asked)
            view.alarm_asked.connect(self.alarm_asked)
            view.unit_asked.connect(self.unit_asked)
            view.building_asked.connect(self.on_building_asked)
            view.moved.connect(self.on_moved)
        self.situation.site_changed.connect(self.on_site_changed)

    # ---- what others ask ----

    @property
    def level(self) -> Level:
        """What the main view shows."""
        return self.main.level

    @property
    def is_following(self) -> bool:
        """The next alarm moves the plan."""
        return self._follows and not self._pinned

    def show_alarm(self, alarm: AlarmId | None) -> None:
        """This alarm is the one that matters now, None at rest; the plan goes there unless the operator holds it."""
        if alarm == self._alarm:
            return
        if self._alarm is None and self._clock.monotonic_ns() - self._touched_ns > HAND_NS:
            self._pinned = False  # whoever looked around at rest has long gone
        self._alarm = alarm
        if self.is_following:
            self._go()

    def show_site(self) -> None:
        """F6: the site plan, by hand."""
        self._pin()
        self._show(SITE_LEVEL, None)

    def show_floor(self, building: BuildingId, ordinal: int) -> None:
        """One floor, by hand."""
        self._pin()
        self._show(Level(building, ordinal), self._alarm)

    def toggle_follow(self) -> None:
        """F8: back to the alarm and with it from now on; pressed while following, the plan stays where it is."""
        if self.is_following:
            self._follows = False
            self.bar.show_level(self.level, follows=False)
        else:
            self._follows, self._pinned = True, False
            self._go()

    def release(self) -> bool:
        """Esc: give the plan back to the alarm. False when nothing held it."""
        if not self._pinned:
            return False
        self._pinned = False
        if self._follows:
            self._go()
        return True

    # ---- where to look ----

    def _go(self) -> None:
        """To the floor of the alarm; without one to the site, with a word about what is not known."""
        alarm = self.situation.alarm(self._alarm)
        if alarm is None:
            self._show(SITE_LEVEL)
            return
        spot = self.situation.spot(alarm.id)
        if spot is None:
            self._show(SITE_LEVEL, alarm.id, self._words.no_place())
        elif not spot.levels:
            self._show(SITE_LEVEL, alarm.id, self._words.floor_unknown())
        else:
            level = self.level if self.level in spot.levels else spot.levels[0]
            self._show(level, alarm.id, self._missing(spot, level))

    def _missing(self, spot: Spot, level: Level) -> str:
        """What the site folder does not say about this place; "" when nothing is missing."""
        levels = self.situation.levels
        if spot.at is None:
            zone = levels.zones.get(spot.zone) if spot.zone is not None else None
            named = self._words.zone(zone, self.situation, level) if zone is not None else ""
            return self._words.not_placed(named or self._words.level(self.situation, level))
        return "" if level.is_site or levels.has_walls(level) else self._words.no_walls()

    def _show(self, level: Level, alarm: AlarmId | None = None, note: str = "") -> None:
        if not note and level.is_site and not self.situation.levels.buildings:
            note = self._words.no_buildings()
        self.inset.setVisible(not level.is_site)
        self._arrange()
        self.main.show_level(level, alarm, note)
        if not level.is_site:
            self.inset.show_level(SITE_LEVEL, alarm, beside=level.building)
        self.bar.show_level(level, follows=self.is_following)
        self._name_views()

    # ---- what happens ----

    def on_level_asked(self, level: Level) -> None:
        if level.building is not None and level.ordinal is not None:
            self.show_floor(level.building, level.ordinal)

    def on_building_asked(self, building: BuildingId) -> None:
        """A click on a building: its floor with the gravest alarm, or the ground floor."""
        levels = self.situation.levels
        toll = self.situation.building_toll(building)
        spot = self.situation.spot(toll.worst.id) if toll is not None else None
        level = spot.levels[0] if spot is not None and spot.levels else levels.ground_floor(building)
        self.on_level_asked(level)

    def on_moved(self) -> None:
        self._pin()

    def on_layers(self, layers: frozenset[Layer]) -> None:
        self.main.set_layers(layers)
        self.inset.set_layers(layers)

    def on_site_changed(self) -> None:
        """The floor that was shown may be gone."""
        if self.is_following:
            self._go()
        else:
            self._show(self.main.level, self._alarm)

    def _pin(self) -> None:
        self._pinned, self._touched_ns = True, self._clock.monotonic_ns()
        self.bar.show_level(self.level, follows=False)

    # ---- layout and words ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, top = self.width(), theme.PANEL_HEAD
        height = max(0, self.height() - top)
        self.bar.setGeometry(0, 0, width, top)
        beside = 0 if self.inset.isHidden() else round(INSET * width)
        main = width - beside - (theme.GUTTER if beside else 0)
        self.main.setGeometry(0, top, main, height)
        self.inset.setGeometry(width - beside, top, beside, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("bg.void"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Names and sentences in the language chosen now."""
        self.bar.retranslate()
        if self.is_following:
            self._go()
        self._name_views()
        self.update()

    def _name_views(self) -> None:
        self.main.setAccessibleName(self._words.plan_of(self._words.level(self.situation, self.level)))
        self.inset.setAccessibleName(self._words.plan_of(self._words.site()))
