"""What the plan says, in the operator's language: names of places, states of symbols, sentences for what is missing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.alarms import Alarm
from console.app import Console
from console.cameras import Choice
from console.model import Building, BuildingId, Health, Zone
from console.plan import Level
from console.units import Unit
from widgets import theme
from widgets.dispatch.unit_words import UnitWords
from widgets.placing import Placing, span
from widgets.plan.marks import Layer, Mark
from widgets.plan.situation import PointState, Situation
from widgets.words import Words


class PlanWords(QObject):
    """Looked up when painted or read out, so a language switch needs no rebuilding."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._units = UnitWords(self)

    # ---- places ----

    def site(self) -> str:
        return self._placing.site()

    def building(self, building: Building) -> str:
        return _pick(building.name, building.name_en)

    def level(self, situation: Situation, level: Level) -> str:
        """Building and floor."""
        building = situation.levels.buildings.get(level.building) if level.building is not None else None
        if building is None:
            return self.site()
        floor = situation.levels.floor(level)
        return f"{self.building(building)} {floor.label}" if floor is not None else self.building(building)

    def zone(self, zone: Zone, situation: Situation, level: Level) -> str:
        """The zone's name without what the plan's heading says already; "" when it says all of it."""
        name = _pick(zone.name, zone.name_en)
        building = situation.levels.buildings.get(level.building) if level.building is not None else None
        floor = situation.levels.floor(level)
        for said in (self.building(building) if building else "", floor.label if floor else ""):
            name = name.removeprefix(said).strip()
        return name

    def whole_building(self, building: Building, situation: Situation) -> tuple[str, str]:
        """Name of a building, and what there is to say about it."""
        toll = situation.building_toll(building.id)
        floors = self.floors(len(situation.levels.floors(building.id)))
        if toll is None:
            return self.building(building), floors
        alarms = self.tr("1 alarm") if toll.count == 1 else self.tr("%1 alarms").replace("%1", str(toll.count))
        return self.building(building), f"{floors} · {alarms}"

    def floors(self, count: int) -> str:
        return self.tr("1 floor") if count == 1 else self.tr("%1 floors").replace("%1", str(count))

    def counts(self, points: int, cameras: int) -> str:
        words = self.tr("%1 points · %2 cameras")
        return words.replace("%1", str(points)).replace("%2", str(cameras))

    # ---- the bar ----

    def site_button(self) -> str:
        return self.tr("Site")

    def follows(self) -> str:
        return self.tr("follows the alarm")

    def layer(self, layer: Layer) -> str:
        return {
            Layer.CAMERAS: self.tr("cameras"),
            Layer.POINTS: self.tr("detectors"),
            Layer.HYDRANTS: self.tr("hydrants"),
            Layer.UNITS: self.tr("units"),
        }[layer]

    def plan_of(self, place: str) -> str:
        return self.tr("Plan: %1").replace("%1", place)

    # ---- symbols ----

    def alarm_label(self, alarm: Alarm, choice: Choice | None) -> str:
        """What happened, and how far the camera is from it."""
        what = self._words.kind(alarm.kind)
        if choice is None or choice.distance_m is None:
            return what
        text = self.tr("%1 · %2 m to %3").replace("%1", what).replace("%2", f"{choice.distance_m:.0f}")
        return text.replace("%3", str(choice.camera.number))

    def what(self, alarm: Alarm) -> str:
        return self._words.kind(alarm.kind)

    def title(self, mark: Mark) -> str:
        """The name of what a symbol stands for."""
        if mark.camera is not None:
            return f"{mark.camera.number} {self._placing.camera(mark.camera)}"
        if mark.unit is not None:
            return self.unit_name(mark.unit)
        return _pick(mark.point.name, mark.point.name_en) if mark.point is not None else ""

    def unit_name(self, unit: Unit) -> str:
        return self._units.name(unit.crew)

    def unit_label(self, unit: Unit, situation: Situation) -> str:
        """Name, what it does, for how long."""
        age = span(unit.age_ms(situation.now_ms()))
        return f"{self.unit_name(unit)} · {self._units.status(unit.status)} {age}"

    def _unit_state(self, unit: Unit, situation: Situation) -> str:
        """What it does, and how old its position is."""
        if unit.fix is not None:
            where = self.tr("last heard %1 ago").replace("%1", span(situation.age_ms(unit.fix.at_ms)))
        else:
            where = self.tr("at its station")
        return f"{self._units.status(unit.status)} · {where}"

    def state(self, mark: Mark, situation: Situation) -> str:
        """How it is and since when."""
        if mark.unit is not None:
            return self._unit_state(mark.unit, situation)
        if mark.camera is not None:
            picture = self._console.pictures.get(mark.camera.id)
            words = self._words.camera_state(picture.state)
            return f"{words} · {span(situation.age_ms(picture.since_ms))}" if mark.health is not Health.OK else words
        if mark.alarm is not None:
            age = span(situation.age_ms(mark.alarm.last.raised_ms))
            shown = self._words.shown(mark.alarm.shown)
            return f"{self._words.heading(mark.alarm.alarm_class, mark.alarm.priority)} · {shown} · {age}"
        return self._point_state(mark, situation)

    def _point_state(self, mark: Mark, situation: Situation) -> str:
        if mark.state is PointState.UNKNOWN or mark.point is None:
            return self.tr("not heard yet")
        age = span(situation.age_ms(situation.heard_ms(mark.point)))
        word = {
            PointState.TROUBLE: self.tr("fault"), PointState.LOST: self.tr("device or bridge lost"),
            PointState.SILENT: self.tr("silent for too long"),
        }.get(mark.state, self.tr("normal"))  # fmt: skip
        return self.tr("%1 · heard %2 ago").replace("%1", word).replace("%2", age)

    def spoken(self, mark: Mark, situation: Situation) -> str:
        """One line of the list that goes with the picture: kind, name, state."""
        title = self.title(mark)
        if mark.unit is not None:
            state = self._unit_state(mark.unit, situation)
            return self.tr("unit %1: %2").replace("%1", title).replace("%2", state)
        if mark.camera is not None:
            state = self._words.camera_state(self._console.pictures.get(mark.camera.id).state)
            return self.tr("camera %1: %2").replace("%1", title).replace("%2", state)
        if mark.alarm is not None:
            word = self._words.alarm_class(mark.alarm.alarm_class)
            return self.tr("%1: ALARM %2").replace("%1", title).replace("%2", word)
        return f"{title}: {self._point_state(mark, situation)}"

    def spoken_toll(self, building: BuildingId, situation: Situation) -> str:
        """A building with open alarms, on the site plan."""
        toll = situation.building_toll(building)
        name = self.building(situation.levels.buildings[building])
        if toll is None:
            return name
        if toll.count == 1:
            text = self.tr("%1: 1 open alarm, %3")
        else:
            text = self.tr("%1: %2 open alarms, the gravest %3").replace("%2", str(toll.count))
        return text.replace("%1", name).replace("%3", self._words.alarm_class(toll.worst.alarm_class))

    # ---- what is missing ----

    def north(self) -> str:
        return self.tr("N")

    def legend(self) -> str:
        return self.tr("dot: detector · fan: camera view · dashed: fire zone")

    def not_placed(self, zone: str) -> str:
        if zone:
            return self.tr("Not placed on the plan · known: %1").replace("%1", zone)
        return self.tr("Not placed on the plan")

    def no_place(self) -> str:
        return self.tr("This alarm has no place on the plan")

    def floor_unknown(self) -> str:
        return self.tr("On which floor it is, the site folder does not say")

    def no_walls(self) -> str:
        return self.tr("The walls of this floor are not drawn: lines of sight unknown")

    def no_buildings(self) -> str:
        return self.tr("The site folder draws no buildings")


def _pick(name: str, name_en: str) -> str:
    return name if theme.is_chinese() or not name_en else name_en
