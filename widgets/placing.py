"""Names of places, points and cameras in the operator's language, and times as the site's clock shows them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from console import announce
from console.alarms import Alarm
from console.app import Console
from console.areas import is_made
from console.model import (
    LIVE,
    AlarmClass,
    AlarmId,
    BuildingId,
    Camera,
    CameraId,
    Case,
    Guidance,
    Point,
    PointId,
    guidance_for,
)
from console.model.ids import domain_of, of_site, principal
from widgets import theme
from widgets.words import Words

NAMED_LINKS = ("screen", "kept")  # there are several of a kind: which one it is says more than where we sit

REFUSED = "refused"  # of messages: it is the source's, whoever sits where
OF_THE_ROOM = "room/"  # what is wrong with the room as a whole
REMEMBERED = 256  # closed alarms whose names are still known


class Placing(QObject):
    """Reads the site; asks nobody else."""

    def __init__(self, console: Console, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self._seen: dict[AlarmId, Alarm] = {}
        console.announcer.subscribe(announce.AlarmAcknowledged, self.on_acknowledged)

    def on_acknowledged(self, announced: announce.AlarmAcknowledged) -> None:
        """Who tells of its end later still needs its name."""
        if (alarm := self._console.alarm(announced.alarm)) is not None:
            self._seen.pop(alarm.id, None)
            self._seen[alarm.id] = alarm
            while len(self._seen) > REMEMBERED:
                del self._seen[next(iter(self._seen))]

    def alarm(self, alarm_id: AlarmId) -> Alarm | None:
        """The alarm, also for a while after it was closed."""
        return self._console.alarm(alarm_id) or self._seen.get(alarm_id)

    def camera(self, camera: Camera) -> str:
        return self.pick(camera.name, camera.name_en)

    def site(self) -> str:
        return self.pick(self._console.site.name, self._console.site.name_en)

    def title(self, alarm: Alarm) -> str:
        """What and where, in one line."""
        return joined(self.what(alarm), self.where(alarm))

    def what(self, alarm: Alarm) -> str:
        """What happened; wherever an alarm of a drill is told of, the word comes first."""
        kind, drill = self._words.kind(alarm.kind), self.tr("DRILL")
        return kind if domain_of(alarm.id) == LIVE else f"{drill} · {kind}"

    def where(self, alarm: Alarm) -> str:
        point = self._console.points.find(_device(alarm.point))
        if point is not None:
            return self._area(point) if is_made(alarm.point) else self.pick(point.name, point.name_en)
        if alarm.point.startswith("camera/"):
            camera_id = _camera_of(alarm.point)
            camera = self._console.cameras.get(camera_id)
            return f"{camera.number} {self.camera(camera)}" if camera else camera_id
        if alarm.point.startswith(OF_THE_ROOM):
            return self.site()
        if alarm.point.startswith("link/"):
            return self._end_of_link(alarm)
        return self._unplaced(alarm)

    def _unplaced(self, alarm: Alarm) -> str:
        """A device that is none of the site's; a warning that comes from elsewhere has no place to miss."""
        source, _, rest = of_site(alarm.point).partition("/")
        device = rest.partition("#")[0]
        known = self._console.siting.newcomers.get((source, device))
        named = alarm.label or (known.title if known is not None else device)
        if alarm.alarm_class is AlarmClass.WARNING or self._console.troubles.arrivals.is_bridge(source, device):
            return named
        return self.tr("%1 (not placed)").replace("%1", named)

    def _area(self, made: Point) -> str:
        """What a rule speaks for: its only point, else the smallest place all its points lie in."""
        if made.at is not None:
            return self.pick(made.name, made.name_en)
        zone = next((zone for zone in self._console.site.zones if zone.id == made.zone), None)
        if zone is not None:
            return self.pick(zone.name, zone.name_en)
        return self.floor(made.building, made.floor) or self.site()

    def dark(self) -> str:
        """Which consoles fell silent, "" when none did."""
        names = ", ".join(self._console.sharing.presence.dark())
        return self.tr("%1 is dark").replace("%1", names) if names else ""

    def _end_of_link(self, alarm: Alarm) -> str:
        """The position that has the trouble; of several links of a kind at our own, which one it is."""
        position = alarm.point.partition("/")[2].partition("#")[0].partition("/")[0]
        if alarm.kind == REFUSED:
            return alarm.label
        if alarm.kind not in NAMED_LINKS:
            return position
        return alarm.label if position == self._console.seat.position else f"{position} {alarm.label}"

    def second_line(self, alarm: Alarm) -> str:
        """Device, value and owner, as far as known."""
        is_link = alarm.point.startswith(("link/", OF_THE_ROOM))  # its place is in the title already
        device = alarm.point.partition("/")[2].partition("#")[0]
        parts = [] if is_link else [self._together(alarm) if is_made(alarm.point) else device]
        if value := self.value(alarm):
            parts.append(value)
        if behind := self._console.points.lost_with(alarm.point):
            parts.append(self.tr("%n point(s) lost with it", "", behind))
        if alarm.limit is not None:
            parts.append(self.tr("limit %1").replace("%1", f"{alarm.limit:g}"))
        if alarm.acknowledged is not None:
            parts.append(f"{alarm.acknowledged.by.person}, {alarm.acknowledged.by.position}")
        if alarm.late_ms >= 60_000:
            parts.append(self.tr("late by %1").replace("%1", span(alarm.late_ms)))
        return " · ".join(parts)

    def grounds(self, alarm: Alarm) -> str:
        """Which rule of the site raised it, how often within how long, and of which alarms; "" where a device did."""
        why = alarm.grounds
        return " · ".join(filter(None, (why.rule, self._often(alarm), *dict.fromkeys(map(self.called, why.because)))))

    def _together(self, alarm: Alarm) -> str:
        """The same in short: how often, and what."""
        kinds = (PointId(each.rpartition("/")[0]).rpartition("#")[2] for each in alarm.grounds.because)
        return " · ".join(filter(None, (self._often(alarm), *map(self._words.kind, dict.fromkeys(kinds)))))

    def _often(self, alarm: Alarm) -> str:
        why = alarm.grounds
        if not why.count:
            return ""
        return self.tr("%1 times within %2").replace("%1", str(why.count)).replace("%2", span(why.within_ms))

    def called(self, alarm_id: AlarmId) -> str:
        """What and where, also of an alarm that is over."""
        found = self.alarm(alarm_id)
        if found is not None:
            return self.title(found)
        id_ = PointId(alarm_id.rpartition("/")[0])
        point = self._console.points.get(id_)
        where = self.pick(point.name, point.name_en) if point is not None else id_
        return joined(self._words.kind(id_.rpartition("#")[2]), where)

    def value(self, alarm: Alarm) -> str:
        """What the device measured or said, "" for a plain yes."""
        value = alarm.last.value
        if isinstance(value, str):
            return self._words.reason(value)
        if isinstance(value, bool) or value is None:
            return ""
        return f"{value:g} {alarm.unit or ''}".strip()

    def clock(self, epoch_ms: int) -> str:
        return self.local(epoch_ms).strftime("%H:%M:%S")

    def local(self, epoch_ms: int) -> datetime:
        return datetime.fromtimestamp(epoch_ms / 1000, ZoneInfo(self._console.site.time_zone))

    def floor(self, building: BuildingId | None, floor: int | None) -> str:
        """Building and floor as people call them, "" outdoors."""
        house = next((one for one in self._console.site.buildings if one.id == building), None)
        if house is None:
            return ""
        label = next((f.label for f in self._console.site.floors if (f.building, f.ordinal) == (building, floor)), "")
        return f"{self.pick(house.name, house.name_en)} {label}".strip()

    def place_of(self, alarm: Alarm) -> tuple[BuildingId | None, int | None]:
        """Building and floor, as far as they are known: where a flood groups it."""
        point = self._console.points.find(_device(alarm.point))
        thing: Point | Camera | None = point or self._console.cameras.get(_camera_of(alarm.point))
        return (thing.building, thing.floor) if thing is not None and thing.building else (None, None)

    def case(self, alarm: Alarm) -> Case:
        """What the alarm is and where, as guidance asks for it."""
        thing: Point | Camera | None = self._console.points.find(_device(alarm.point))
        if thing is None:
            thing = self._console.cameras.get(_camera_of(alarm.point))
        if thing is None:
            return Case(alarm.kind, alarm.alarm_class)
        return Case(alarm.kind, alarm.alarm_class, thing.zone, thing.building)

    def guidance(self, alarm: Alarm) -> Guidance | None:
        """What the site says is to be done, None when nobody wrote it down."""
        return guidance_for(self._console.site.guidance, self.case(alarm))

    def pick(self, name: str, name_en: str) -> str:
        """The name in the operator's language."""
        return name if theme.is_chinese() or not name_en else name_en


def joined(what: str, where: str) -> str:
    """What and where in one line, as each script joins them."""
    return f"{what}, {where}" if where and not theme.is_chinese() else f"{what} · {where}" if where else what


def _device(point: str) -> str:
    """The point whose companion this may be."""
    return principal(PointId(point))


def _camera_of(point: str) -> CameraId:
    return CameraId(_device(point).removeprefix("camera/").partition("#")[0])


def span(ms: int) -> str:
    """A duration an operator reads at a glance: 16 s, 4:05, 2 h 10 min."""
    seconds = max(0, ms) // 1000
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60}:{seconds % 60:02d}"
    return f"{seconds // 3600} h {seconds % 3600 // 60} min"


def ahead(ms: int) -> str:
    """How far a clock is before ours; without a sign where a tenth of a second shows nothing of it."""
    seconds = ms / 1000
    text = f"{seconds:+.1f}" if abs(seconds) < 100 else f"{seconds:+.0f}"
    return f"{text.replace('-', '−')} s" if float(text) else "0.0 s"
