"""Placing one device: the form and the plan beside each other, and the order that comes of both. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.errors import CommandRefused
from console.model import XY, BuildingId, CameraId, Placement, Point, PointId, ZoneId, point_id
from console.newcomers import Newcomer
from console.newcomers.whereabouts import chief, zone_at, zones_of
from console.plan import SITE_LEVEL, Level
from widgets.newcomers.form import PlaceForm
from widgets.newcomers.newcomer_words import NewcomerWords
from widgets.newcomers.spot_plan import SpotPlan
from widgets.placing import Placing
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation
from widgets.words import Words

MOST_CAMERAS = 6  # offered


class PlacingSide(QObject):
    """`form` and `plan` are put side by side by the page. `left`: back to the list."""

    left = Signal()

    def __init__(self, console: Console, placing: Placing, names: Words, words: NewcomerWords, page: QWidget) -> None:
        super().__init__(page)
        self._console = console
        self._placing = placing
        self._names = names
        self._words = words
        self._desk = console.siting.newcomers
        self._one: Newcomer | None = None
        self._at: XY | None = None
        situation = Situation(console, self)
        self._levels = situation
        self.form = PlaceForm(page)
        self.plan = SpotPlan(situation, PlanWords(console, placing, names, self), page)
        self.form.level_chosen.connect(self.on_level)
        self.form.sign_asked.connect(self.on_sign)
        self.form.left.connect(self.left)
        self.plan.spotted.connect(self.on_spotted)
        self.plan.building_asked.connect(self.on_building)
        situation.site_changed.connect(self.on_site_changed)

    @property
    def device(self) -> Newcomer | None:
        """The one that is being placed."""
        return self._one

    def begin(self, one: Newcomer) -> None:
        """This one from now on, from the site plan."""
        self._one = one
        form = self.form
        form.title.setText(" · ".join(filter(None, (one.title, self._words.make(one), "/".join(one.key)))))
        form.name.setText(one.title)
        form.name_en.setText(one.title)
        form.alias.setText(one.name if one.name != one.device else "")
        form.offer_kinds([(self._names.kind(kind), kind) for kind in one.kinds], chief(one.kinds))
        form.forget_cameras()
        form.say("")
        self._offer_levels(SITE_LEVEL)
        self._show(SITE_LEVEL)

    def end(self) -> None:
        """Nobody is placed any more."""
        self._one = self._at = None

    # ---- where ----

    def on_site_changed(self) -> None:
        if self._one is not None:
            self._offer_levels(SITE_LEVEL)
            self._show(SITE_LEVEL)

    def _offer_levels(self, chosen: Level) -> None:
        site = self._console.site
        floors = sorted(site.floors, key=lambda floor: (floor.building, floor.ordinal))
        levels = [(self._placing.floor(f.building, f.ordinal), Level(f.building, f.ordinal)) for f in floors]
        self.form.offer_levels([(self.tr("outdoors"), SITE_LEVEL), *levels], chosen)

    def on_level(self) -> None:
        level = self.form.level.currentData()
        if isinstance(level, Level):
            self._show(level)

    def on_building(self, building: BuildingId) -> None:
        """A building of the site plan was pressed: its ground floor."""
        level = self._levels.levels.ground_floor(building)
        self._offer_levels(level)
        self._show(level)

    def _show(self, level: Level) -> None:
        self._at = None
        self.plan.show_level(level)
        self._spot()

    def on_spotted(self, x: float, y: float) -> None:
        """Here it hangs."""
        self._at = (round(x, 2), round(y, 2))
        self._spot()

    def _spot(self) -> None:
        """The zone and the cameras of the spot; without one the zones of the level."""
        level = self.plan.level
        self.plan.mark_spot(self._at)
        zones = zones_of(self._console.site, level.building, level.ordinal)
        here = zone_at(zones, self._at) if self._at is not None else None
        named = [(self._placing.pick(zone.name, zone.name_en), zone.id) for zone in zones]
        self.form.offer_zones([("–", None), *named], here.id if here is not None else None)
        self.form.spot.setText(self._spot_words())
        self.form.offer_cameras(self._cameras(here.id if here is not None else None))

    def _spot_words(self) -> str:
        if self._at is None:
            return self.tr("Click on the plan where it hangs; a building is entered by a click.")
        text = self.tr("%1 m east, %2 m north of the site's origin")
        return text.replace("%1", f"{self._at[0]:.1f}").replace("%2", f"{self._at[1]:.1f}")

    def _cameras(self, zone: ZoneId | None) -> list[tuple[str, CameraId]]:
        """Those that would be chosen by themselves."""
        one, level = self._one, self.plan.level
        if one is None or self._at is None:
            return []
        kind = one.kinds[0] if one.kinds else ""
        point = Point(PointId(point_id(*one.key, kind)), "", "", kind, self._at, level.building, level.ordinal, zone)
        chosen = self._console.seeing.cameras_of(point).chosen[:MOST_CAMERAS]
        return [(f"{c.camera.number} {self._placing.camera(c.camera)}", c.camera.id) for c in chosen]

    # ---- signing ----

    def on_sign(self) -> None:
        """Write it; a refusal is said in the form."""
        placement = self.placement()
        if placement is None:
            return
        try:
            self._desk.sign(placement)
        except CommandRefused as refused:
            self.form.say(self._words.refusal(refused.code))
        else:
            self.form.say(self.tr("Being written …"))

    def placement(self) -> Placement | None:
        """What the form says."""
        one, form, level = self._one, self.form, self.plan.level
        if one is None:
            return None
        zone = form.zone.currentData()
        return Placement(
            one.source, one.device, form.kinds(), form.name.text().strip(), form.name_en.text().strip(), self._at,
            level.building, level.ordinal, ZoneId(zone) if zone else None, form.alias.text().strip(),
            cameras=form.cameras(),
        )  # fmt: skip

    def tell_problems(self) -> None:
        """It could not be written: why."""
        self.form.say("\n".join(str(problem) for problem in self._desk.problems))
