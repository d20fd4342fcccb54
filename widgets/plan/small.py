"""The small still plan of the wall's alarm region: walls, fire zone, camera and detector, to be read from afar."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from console.app import Console
from console.model import AlarmId
from console.plan import SITE_LEVEL, Level, around, home
from console.plan.home import whole
from widgets import lettering, theme
from widgets.drill import veil
from widgets.placing import Placing
from widgets.plan import drawing, symbols
from widgets.plan.cached import Cached
from widgets.plan.ink import Ink
from widgets.plan.marks import Mark
from widgets.plan.overlay import ZONE_FILL, Followed, followed
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation
from widgets.plan.viewport import Viewport, fitting
from widgets.words import Words

WALL_PX = 3.0
SYMBOL = 0.15  # of the height: the detector's symbol
SYMBOL_LEAST = 16
LETTERS, LEAST_PX = 0.09, 14  # of the height, and px: the sentence about what is missing
NEAR_M = 60.0  # around an alarm outside every building


class SmallPlan(QObject):
    """Owns no window: `paint` draws into whatever it is given. One per place, for the sake of its cached drawing."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._situation = Situation(console, self)
        self._words = PlanWords(console, placing, words, self)
        self._base = Cached(theme.colour("map.land"))
        self._ink = Ink(self._situation.levels, SITE_LEVEL)
        self._site = self._situation.levels

    def place(self, alarm: AlarmId) -> str:
        """Building, floor and zone of the alarm in words; "" when it has no place."""
        spot = self._situation.spot(alarm)
        if spot is None:
            return ""
        level = spot.levels[0] if spot.levels else Level(spot.building, None)
        zone = self._site.zones.get(spot.zone) if spot.zone is not None else None
        parts = [self._words.level(self._situation, level)]
        parts += [self._words.zone(zone, self._situation, level)] if zone is not None else []
        return " · ".join(parts)

    def paint(self, painter: QPainter, rect: QRect, alarm: AlarmId) -> None:
        """The floor of this alarm with its zone, the chosen camera and the detector; outdoors the ground around it."""
        follow = followed(self._situation, alarm)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.colour("map.land"))
        if follow is None or follow.spot is None:
            text = self._words.no_place() if follow is not None else ""
            step = theme.wall_type(max(LEAST_PX, round(LETTERS * rect.height())))
            lettering.draw_wrapped(painter, rect, step, text, theme.colour("text.dim"))
        else:
            painter.translate(rect.topLeft())
            self._draw(painter, rect.size(), follow)
            veil.paint(painter, QRect(QPoint(), rect.size()))
        painter.restore()

    def _draw(self, painter: QPainter, size: QSize, follow: Followed) -> None:
        spot = follow.spot
        assert spot is not None
        self._take(spot.levels[0] if spot.levels else SITE_LEVEL)
        view = self._view(size, follow)
        key = (self._ink.level, id(self._ink), theme.is_chinese())
        self._base.draw(painter, view, key, self._paint_base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._zone(painter, view, follow)
        self._camera(painter, view, follow)
        if spot.at is not None:
            box = max(SYMBOL_LEAST, round(SYMBOL * size.height()))
            symbols.alarm(painter, view.point(spot.at), Mark(spot.at, alarm=follow.alarm), rings=True, size=box)
        elif spot.levels:
            self._say(painter, size, self._words.not_placed(""))

    def _take(self, level: Level) -> None:
        """The shapes of the level that is asked for; made anew when the site is another."""
        if self._ink.level != level or self._site is not self._situation.levels:
            self._site = self._situation.levels
            self._ink = Ink(self._site, level)

    def _view(self, size: QSize, follow: Followed) -> Viewport:
        site = self._site.site
        building = self._site.buildings.get(self._ink.level.building) if self._ink.level.building is not None else None
        box = around(building.ring, 1.0) if building is not None else None
        if box is None and follow.spot is not None and follow.spot.at is not None:
            box = around([follow.spot.at], NEAR_M)
        found = box or home(site)
        room = QRectF(QPoint(), size).adjusted(0, 0, -16, -16)
        scale = min(room.width() / max(found.width, 1.0), room.height() / max(found.height, 1.0))
        scale = max(scale, 0.1 * fitting(size, found))
        return Viewport(size, whole(site), *found.centre, scale)

    def _paint_base(self, painter: QPainter, view: Viewport) -> None:
        if self._ink.level.is_site:
            drawing.draw_site(painter, self._ink, view, self._words, self._situation)
        else:
            drawing.draw_floor(painter, self._ink, view, None, self._situation, wall=WALL_PX)

    def _zone(self, painter: QPainter, view: Viewport, follow: Followed) -> None:
        colour = theme.alarm_colour(follow.alarm.priority)
        painter.setPen(drawing.pen(colour, WALL_PX, Qt.PenStyle.DashLine))
        colour.setAlphaF(2 * ZONE_FILL)
        painter.setBrush(colour)
        for zone, ring in self._ink.zones:
            if follow.spot is not None and zone.id == follow.spot.zone:
                painter.drawPolygon(view.transform().map(ring))

    def _camera(self, painter: QPainter, view: Viewport, follow: Followed) -> None:
        choice = follow.choice
        if choice is None or choice.camera.at is None:
            return
        if self._ink.level in self._situation.levels.spot(choice.camera).levels:
            outline = self._situation.fans.outline(choice.camera, self._ink.level)
            symbols.fan(painter, view, self._ink.fan(choice.camera.id, outline), chosen=True)
            symbols.camera(painter, view.point(choice.camera.at), choice.camera, choice.health, chosen=True)

    def _say(self, painter: QPainter, size: QSize, text: str) -> None:
        letters = max(LEAST_PX, round(LETTERS * size.height()))
        place = QRect(0, size.height() - letters * 2, size.width(), letters * 2)
        painter.fillRect(place, theme.colour("bg.void"))
        step = theme.wall_type(letters, strong=True)
        lettering.draw(painter, place, step, text, theme.colour("text.hi"), align=lettering.CENTRE)
