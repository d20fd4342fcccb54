"""What lies on top of the drawing and changes with the alarms: zones, fans, symbols and their labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from console.alarms import Alarm
from console.cameras import Choice
from console.model import XY, AlarmClass, AlarmId, Building, Health
from console.plan import Level, Spot
from widgets import lettering, theme
from widgets.plan import labels, symbols
from widgets.plan.drawing import pen, zone_names
from widgets.plan.ink import Ink
from widgets.plan.labels import Label, Put
from widgets.plan.marks import Mark, Marks
from widgets.plan.names import known_names
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation, Toll
from widgets.plan.units import UnitSquares
from widgets.plan.viewport import Viewport

ZONED = frozenset({AlarmClass.FIRE, AlarmClass.PRE})  # classes for which the whole fire zone is marked
ZONE_FILL = 0.07
BUILDING_FILL = 0.12
NUMBERED_MOST = 60  # with more cameras in view only those that matter carry their number
OBSTACLES_MOST = 400
LARGE_PX = 260  # a building drawn so wide shows where in it the detector is
BELOW_EDGE = 5.0  # px
SYMBOL = 12.0  # px from the middle of an alarm's symbol to its edge, and a little
ASIDE = (0, 1, -1, 2, -2)  # places along a building's edge, tried in this order
CROWDED = 24  # labels at most
LABELS_A_STEP = 6


@dataclass(frozen=True, slots=True)
class Followed:
    """The alarm this view follows: where it is, and the camera that shows it."""

    alarm: Alarm
    spot: Spot | None
    choice: Choice | None


def followed(situation: Situation, alarm_id: AlarmId | None) -> Followed | None:
    alarm = situation.alarm(alarm_id)
    if alarm is None:
        return None
    return Followed(alarm, situation.spot(alarm.id), situation.chosen(alarm.id))


class Overlay:
    """One look at a level; made anew whenever something on it changes."""

    def __init__(
        self, situation: Situation, words: PlanWords, ink: Ink, marks: Marks, view: Viewport, follow: Followed | None
    ) -> None:
        self._situation = situation
        self._words = words
        self._ink = ink
        self._marks = marks
        self._view = view
        self._follow = follow
        self._level: Level = ink.level
        self._chosen = self._chosen_here()
        self._alarms = [_symbol_at(view.point(mark.at), SYMBOL) for mark in marks.loud if mark.alarm is not None]
        self._tolls = tuple(self._toll_marks())
        self._units = UnitSquares(situation, words, marks.loud, view, self._alarms)
        self._zone_names = () if self._level.is_site else tuple(zone_names(ink, view, words, situation))
        self._room = QRectF(0, 0, view.size.width(), view.size.height()).adjusted(4, 4, -4, -30)
        self.placed: list[Put] = []

    def lay_labels(self) -> Iterator[None]:
        """Give every label its place, some of them in each step."""
        wanted = list(islice(self._labels(), CROWDED))
        placing = labels.place(wanted, self._obstacles(), self._room, alarms=self._alarms, names=self._written())
        for number, put in enumerate(placing):
            if number % LABELS_A_STEP == 0:
                yield
            if put is not None:
                self.placed.append(put)

    def _chosen_here(self) -> Choice | None:
        """The camera that shows the alarm, if it stands on this level."""
        choice = self._follow.choice if self._follow is not None else None
        if choice is None or choice.camera.at is None:
            return None
        return choice if self._level in self._situation.levels.spot(choice.camera).levels else None

    # ---- paint ----

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._level.is_site:
            self._buildings(painter)
        else:
            self._zones(painter)
        self._fan(painter)
        for mark in self._marks.loud:
            if mark.alarm is None and mark.camera is not None:
                symbols.camera(painter, self._view.point(mark.at), mark.camera, mark.health)
        self._units.paint(painter)
        for put in self.placed:
            labels.draw_leader(painter, put)
        for mark in self._marks.loud:
            if mark.alarm is not None:
                symbols.alarm(painter, self._view.point(mark.at), mark, rings=self._is_followed(mark))
        for _toll, mark in self._tolls:
            symbols.alarm(painter, self._view.point(mark.at), mark, rings=False)
        for put in self.placed:
            labels.draw(painter, put)
        self._beyond(painter)

    def _is_followed(self, mark: Mark) -> bool:
        return self._follow is not None and mark.alarm is not None and mark.alarm.id == self._follow.alarm.id

    def _buildings(self, painter: QPainter) -> None:
        """Every building with a fire or a pre-alarm: outlined and tinted."""
        for building, ring in self._ink.buildings.values():
            toll = self._situation.building_toll(building.id)
            if toll is not None and toll.worst.alarm_class in ZONED:
                self._marked(painter, ring, toll.priority, BUILDING_FILL, Qt.PenStyle.SolidLine)

    def _zones(self, painter: QPainter) -> None:
        """The fire zones with such an alarm on this floor."""
        marked = {
            spot.zone: alarm.priority
            for alarm, spot in reversed(self._situation.alarms())
            if self._level in spot.levels and alarm.alarm_class in ZONED
        }
        for zone, ring in self._ink.zones:
            if zone.id in marked:
                self._marked(painter, ring, marked[zone.id], ZONE_FILL, Qt.PenStyle.DashLine)
        for box, name, zone in self._zone_names:
            if zone.id in marked:
                lettering.draw(painter, box, "note", name, theme.alarm_colour(marked[zone.id]))

    def _marked(self, painter: QPainter, ring: QPolygonF, priority: int, fill: float, style: Qt.PenStyle) -> None:
        colour = theme.alarm_colour(priority)
        painter.setPen(pen(colour, 2, style))
        colour.setAlphaF(fill)
        painter.setBrush(colour)
        painter.drawPolygon(self._view.transform().map(ring))

    def _fan(self, painter: QPainter) -> None:
        """The chosen camera in white, its fan, and how far it is to the detector."""
        choice = self._chosen
        if choice is None or choice.camera.at is None:
            return
        outline = self._situation.fans.outline(choice.camera, self._level)
        symbols.fan(painter, self._view, self._ink.fan(choice.camera.id, outline), chosen=True)
        here = self._view.point(choice.camera.at)
        spot = self._follow.spot if self._follow is not None else None
        if spot is not None and spot.at is not None and self._level in spot.levels:
            symbols.measured(painter, here, self._view.point(spot.at))
        symbols.camera(painter, here, choice.camera, choice.health, chosen=True)

    def _beyond(self, painter: QPainter) -> None:
        """The followed alarm is outside the view: its symbol at the edge where it would be."""
        spot = self._follow.spot if self._follow is not None else None
        if self._follow is None or spot is None or spot.at is None:
            return
        if self._level not in spot.levels and not self._level.is_site:
            return
        at = self._view.point(spot.at)
        room = QRectF(0, 0, self._view.size.width(), self._view.size.height())
        if not room.contains(at):
            inner = room.adjusted(18, 18, -18, -18)
            edge = QPointF(
                min(max(at.x(), inner.left()), inner.right()), min(max(at.y(), inner.top()), inner.bottom())
            )  # fmt: skip
            painter.fillRect(QRectF(edge.x() - 14, edge.y() - 14, 28, 28), theme.colour("bg.void"))
            symbols.alarm(painter, edge, Mark(spot.at, alarm=self._follow.alarm), rings=False)

    # ---- labels ----

    def _toll_marks(self) -> Iterator[tuple[Toll, Mark]]:
        """On the site plan one symbol for each building with alarms, where the gravest of them is.

        From then on its place is one of those nothing may lie on.
        """
        if not self._level.is_site:
            return
        for building, _ring in self._ink.buildings.values():
            toll = self._situation.building_toll(building.id)
            if toll is not None:
                at = self._toll_at(toll, building)
                self._alarms.append(_symbol_at(self._view.point(at), SYMBOL))
                yield toll, Mark(at, alarm=toll.worst)

    def _toll_at(self, toll: Toll, building: Building) -> XY:
        """Where the detector is when the building is drawn large, else below its southern edge, clear of the name.

        There it gives way to an alarm outdoors, which stands where it is.
        """
        box = self._ink.ring(building.id).boundingRect()
        spot = self._situation.spot(toll.worst.id)
        if spot is not None and spot.at is not None and box.width() * self._view.scale >= LARGE_PX:
            return spot.at
        step, x, y = 2 * SYMBOL / self._view.scale, box.center().x(), box.top() - BELOW_EDGE / self._view.scale
        tried = [(x + n * step, y) for n in ASIDE]
        return next((at for at in tried if self._is_clear(at)), tried[0])

    def _is_clear(self, at: XY) -> bool:
        symbol = _symbol_at(self._view.point(at), SYMBOL)
        return not any(symbol.intersects(alarm) for alarm in self._alarms)

    def _labels(self) -> Iterator[Label]:
        """The followed alarm first, then its camera, then what is wrong, then what there is room for."""
        void, high = theme.colour("bg.void"), theme.colour("text.hi")
        for mark in self._marks.loud[::-1]:
            if mark.alarm is not None and self._is_followed(mark):
                choice = self._follow.choice if self._follow is not None else None
                yield self._alarm_label(mark, self._words.alarm_label(mark.alarm, choice))
        if self._chosen is not None and self._chosen.camera.at is not None:
            at = self._view.point(self._chosen.camera.at)
            yield Label(at, 9, str(self._chosen.camera.number), void, high, strong=True, must=True)
        for toll, mark in self._tolls:
            if toll.count > 1:
                yield Label(
                    self._view.point(mark.at), 10, str(toll.count), void, theme.alarm_colour(toll.priority), must=True
                )
        yield from self._units.sent()
        for mark in self._marks.loud[::-1]:
            if mark.alarm is not None and not self._is_followed(mark):
                colour = theme.alarm_colour(mark.alarm.priority)
                yield Label(self._view.point(mark.at), 12, self._words.what(mark.alarm), void, colour)
        yield from self._numbers()
        yield from self._units.others()

    def _alarm_label(self, mark: Mark, text: str) -> Label:
        assert mark.alarm is not None
        colour = theme.alarm_colour(mark.alarm.priority)
        return Label(self._view.point(mark.at), 29, text, colour, theme.colour("on.alarm"), strong=True, must=True)

    def _numbers(self) -> Iterator[Label]:
        """Offline cameras always, the others on a floor that is not crowded."""
        every = not self._level.is_site and len(self._marks) <= OBSTACLES_MOST
        marks = self._marks.all if every else self._marks.loud
        seen = [mark for mark in marks if mark.camera is not None and self._is_seen(mark)]
        every = every and len(seen) <= NUMBERED_MOST
        shown = self._chosen.camera.id if self._chosen is not None else None
        ground = theme.colour("bg.void", 0.8)
        for mark in sorted(seen, key=lambda m: not m.is_offline):
            if mark.camera is not None and mark.camera.id != shown and (every or mark.is_offline):
                ink = theme.colour("alarm.fault" if mark.health is Health.OFFLINE else "text.dim")
                yield Label(self._view.point(mark.at), 8, str(mark.camera.number), ground, ink)

    def _is_seen(self, mark: Mark) -> bool:
        return self._room.contains(self._view.point(mark.at))

    def _obstacles(self) -> list[QRectF]:
        """The symbols in view that are no alarms, and the rings around the alarm that is followed."""
        marks = self._marks.all if len(self._marks) <= OBSTACLES_MOST else self._marks.loud
        others = (mark for mark in marks if mark.unit is None and (mark.alarm is None or self._is_followed(mark)))
        boxes = [self._symbol_box(mark) for mark in others if self._is_seen(mark)]
        return [*boxes, *self._units.boxes()]

    def _written(self) -> list[QRectF]:
        """The names of the drawing below."""
        if self._level.is_site:
            return [QRectF(name.box) for name in known_names(self._ink, self._view, self._words, self._situation)]
        return [QRectF(box) for box, _, _ in self._zone_names]

    def _symbol_box(self, mark: Mark) -> QRectF:
        radius = 28.0 if self._is_followed(mark) else SYMBOL if mark.alarm is not None else 6.0
        return _symbol_at(self._view.point(mark.at), radius)


def _symbol_at(at: QPointF, radius: float) -> QRectF:
    return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
