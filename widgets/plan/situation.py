"""What the plan has to show beside the drawing: where the open alarms are, how cameras and points are. GUI thread.

Looked up again only when something was announced; a flood of announcements costs one look at the next paint.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from console import announce
from console.alarms import Alarm, Shown
from console.app import Console
from console.cameras import Choice
from console.model import AlarmId, BuildingId, Camera, CameraId, Health, Point, PointId, State
from console.model.ids import principal
from console.plan import Fans, Level, Levels, Spot
from console.units import Unit

ALARM_EVENTS = (
    announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
    announce.AlarmUnknown, announce.AlarmChanged, announce.WallChanged, announce.PictureChanged,
    announce.UnitChanged, announce.UnitStirred, announce.DrillChanged,
)  # fmt: skip


class PointState(StrEnum):
    """How a point without an open alarm stands."""

    NORMAL = "normal"
    TROUBLE = "trouble"
    UNKNOWN = "unknown"  # not heard since the console started: never drawn as normal
    LOST = "lost"  # heard once, and its device or the bridge before it is gone since
    SILENT = "silent"  # not heard for longer than it may be


@dataclass(frozen=True, slots=True)
class Toll:
    """The open alarms of one floor or building: the gravest of them, and how many there are."""

    worst: Alarm
    count: int

    @property
    def priority(self) -> int:
        return self.worst.priority

    @property
    def is_unseen(self) -> bool:
        return self.worst.shown is Shown.UNACKNOWLEDGED


@dataclass(slots=True)
class _Tally:
    """What is counted of one floor or building in a look; the gravest alarm is the first that comes."""

    worst: Alarm | None = None
    count: int = 0

    def toll(self) -> Toll | None:
        return Toll(self.worst, self.count) if self.worst is not None else None


@dataclass(frozen=True, slots=True)
class _Place:
    """The point of an alarm, where that is, and where it counts."""

    point: PointId
    spot: Spot | None
    tallies: tuple[_Tally, ...]


class Situation(QObject):
    """Reads the desks; `changed` says that something of it may be drawn otherwise, `site_changed` that all may."""

    changed = Signal()
    site_changed = Signal()

    def __init__(self, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._is_old = True
        self.version = 0  # grows with every announcement that matters here
        self._alarms: dict[PointId, Alarm] = {}
        self._spots: dict[AlarmId, Spot] = {}
        self._places: dict[PointId, _Place] = {}  # of everything that had an alarm, while the site is the same
        self._on_level: dict[Level, _Tally] = defaultdict(_Tally)
        self._in_building: dict[BuildingId, _Tally] = defaultdict(_Tally)
        self._take_site()
        for kind in ALARM_EVENTS:
            console.announcer.subscribe(kind, self.on_announced)
        console.announcer.subscribe(announce.SiteApplied, self.on_site_applied)

    def on_announced(self, _announced: announce.Announcement) -> None:
        self._is_old = True
        self.version += 1
        self.changed.emit()

    def on_site_applied(self, _announced: announce.SiteApplied) -> None:
        self._take_site()
        self.site_changed.emit()

    def _take_site(self) -> None:
        self.levels = Levels(self._console.site)
        self.fans = Fans(self.levels)
        self._places = {}
        self._on_level.clear()
        self._in_building.clear()
        self._is_old = True
        self.version += 1

    # ---- alarms ----

    def look(self) -> None:
        """Look where the open alarms are now, before it is asked."""
        self._look()

    def alarm(self, alarm_id: AlarmId | None) -> Alarm | None:
        return self._console.alarms.get(alarm_id) if alarm_id is not None else None

    def alarm_at(self, point: PointId) -> Alarm | None:
        """The gravest open alarm of a point, its own or that of its silence or trouble."""
        self._look()
        return self._alarms.get(point)

    def alarms(self) -> tuple[tuple[Alarm, Spot], ...]:
        """Every open alarm that has a place, the gravest first."""
        self._look()
        return tuple((alarm, self._spots[alarm.id]) for alarm in self._console.alarms.rows() if alarm.id in self._spots)

    def spot(self, alarm_id: AlarmId) -> Spot | None:
        """Where the alarm is; None when it has no place at all, as a lost link."""
        self._look()
        return self._spots.get(alarm_id)

    def toll(self, level: Level) -> Toll | None:
        self._look()
        tally = self._on_level.get(level)
        return tally.toll() if tally is not None else None

    @property
    def is_flood(self) -> bool:
        """More alarms come than a person can follow."""
        return self._console.alarms.is_flood

    def building_toll(self, building: BuildingId) -> Toll | None:
        self._look()
        tally = self._in_building.get(building)
        return tally.toll() if tally is not None else None

    def chosen(self, alarm_id: AlarmId | None) -> Choice | None:
        """The camera that shows this alarm: the one on the alarm tile, else the best one."""
        if alarm_id is None:
            return None
        current = self._console.seeing.wall.current
        if current is not None and alarm_id in current.alarms and current.choice is not None:
            return current.choice
        ranking = self._console.seeing.rankings.get(alarm_id)
        return ranking.chosen[0] if ranking is not None and ranking.chosen else None

    def age_ms(self, since_ms: int) -> int:
        return max(0, self._console.clock.now_ms() - since_ms)

    # ---- units, cameras and points ----

    def units(self) -> tuple[Unit, ...]:
        return self._console.dispatching.units()

    def now_ms(self) -> int:
        return self._console.clock.now_ms()

    def camera(self, camera: CameraId) -> Camera | None:
        return self._console.cameras.get(camera)

    def health(self, camera: CameraId) -> Health:
        return self._console.pictures.health_of(camera) or Health.UNKNOWN

    def state(self, point: Point) -> PointState:
        newest = self._console.points.newest(point.id)
        if newest is None:
            return PointState.UNKNOWN
        if self._console.points.is_lost(point.id):
            return PointState.LOST
        if self._console.points.is_silent(point.id):
            return PointState.SILENT
        return PointState.TROUBLE if newest.state in {State.TROUBLE, State.OFFLINE} else PointState.NORMAL

    def heard_ms(self, point: Point) -> int:
        """When the point was last heard, 0 = never."""
        return self._console.points.heard_ms(point.id)

    # ---- inside ----

    def _place(self, id_: PointId) -> _Place:
        found = self._places.get(id_)
        if found is None:
            point = principal(id_)
            spot = self.levels.spot_of(id_, self._console.points.find(point))
            found = self._places[id_] = _Place(point, spot, self._tallies(spot))
        return found

    def _tallies(self, spot: Spot | None) -> tuple[_Tally, ...]:
        if spot is None:
            return ()
        of_building = [self._in_building[spot.building]] if spot.building is not None else []
        return (*(self._on_level[level] for level in spot.levels), *of_building)

    def _look(self) -> None:
        """Sort the open alarms into their places; the desk gives them with the gravest first.

        A thousand of them many times in a second: that is why floors are not looked up by name here.
        """
        if not self._is_old:
            return
        self._is_old = False
        self._alarms, self._spots = {}, {}
        for tally in (*self._on_level.values(), *self._in_building.values()):
            tally.worst, tally.count = None, 0
        for alarm in self._console.alarms.rows():
            place = self._place(alarm.point)
            self._alarms.setdefault(place.point, alarm)
            if place.spot is not None:
                self._spots[alarm.id] = place.spot
            for tally in place.tallies:
                tally.worst = tally.worst or alarm
                tally.count += 1
