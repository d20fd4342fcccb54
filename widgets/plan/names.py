"""The names on the site plan: of roads and water along them, of buildings inside their outline or where nobody is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from console.model import ZoneUse
from console.plan import SITE_LEVEL
from widgets import lettering, theme
from widgets.plan.ink import Ink, Name, Row
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation
from widgets.plan.viewport import Viewport

LINE, WAY_LINE = 16, 18
SMALLEST = 14  # px: a narrower building is named by the pointer only
NAMED = frozenset({ZoneUse.ROAD, ZoneUse.WATER})
DEVICES_MOST = 300
LEAST_WAY = 10  # px: a narrower road carries no name
WAY_ENDS = 16  # px that stay free before and behind the name of a road


def site_names(ink: Ink, view: Viewport, words: PlanWords, situation: Situation) -> tuple[Name, ...]:
    """Where everything on the site plan is named: no name over another nor over a building that is not its own."""
    ways = tuple(_ways(ink, view, words, situation))
    return (*ways, *_buildings(ink, view, words, situation, [way.box for way in ways]))


def known_names(ink: Ink, view: Viewport, words: PlanWords, situation: Situation) -> tuple[Name, ...]:
    """The same, reckoned once for a view: labels are put among them with every change of an alarm."""
    size = (view.size.width(), view.size.height())
    wanted = (size, view.x, view.y, view.scale, theme.language(), theme.font("list").key())
    if ink.named_for != wanted:
        ink.names, ink.named_for = site_names(ink, view, words, situation), wanted
    return ink.names


def draw(painter: QPainter, names: Iterable[Name]) -> None:
    """All of them, without a ground."""
    for name in names:
        painter.save()
        painter.translate(QRectF(name.box).center())
        if name.is_upright:
            painter.rotate(-90)
        size = name.box.size().transposed() if name.is_upright else name.box.size()
        height = size.height() // len(name.rows)
        for i, row in enumerate(name.rows):
            place = QRect(-size.width() // 2, i * height - size.height() // 2, size.width(), height)
            lettering.draw(painter, place, row.type, row.text, theme.colour(row.token), align=lettering.CENTRE)
        painter.restore()


# ---- roads and water ----


def _ways(ink: Ink, view: Viewport, words: PlanWords, situation: Situation) -> Iterator[Name]:
    """Each along its longer side, if it is long enough."""
    for zone, ring in ink.zones:
        if zone.use not in NAMED:
            continue
        box = view.transform().map(ring).boundingRect()
        text = words.zone(zone, situation, ink.level)
        wanted = lettering.width("note", text) + WAY_ENDS
        upright = box.height() > box.width()
        length, width = (box.height(), box.width()) if upright else (box.width(), box.height())
        if text and length >= wanted and width >= LEAST_WAY:
            put = QRect(0, 0, WAY_LINE, wanted) if upright else QRect(0, 0, wanted, WAY_LINE)
            put.moveCenter(box.center().toPoint())
            yield Name(put, (Row("note", "text.dim", text),), upright)


# ---- buildings ----


def _buildings(
    ink: Ink, view: Viewport, words: PlanWords, situation: Situation, taken: Sequence[QRect]
) -> Iterator[Name]:
    """The widest first; no name covers one of `taken`, nor, if it can be helped, a symbol."""
    shape = view.transform()
    boxes = {building.id: shape.map(ring).boundingRect().toRect() for building, ring in ink.buildings.values()}
    symbols = _devices(view, situation)
    written = list(taken)
    for building, _ring in sorted(ink.buildings.values(), key=lambda pair: -boxes[pair[0].id].width()):
        box = boxes[building.id]
        others = [other for id_, other in boxes.items() if id_ != building.id] + written
        rows = _fitted(words.building(building), box, ([*others, *symbols], others))
        if not rows:
            continue
        floors = len(situation.levels.floors(building.id))
        both = [*rows, Row("note", "text.dim", words.floors(floors))]
        if floors > 1 and box.height() >= len(both) * LINE + 2 and _is_clear(_box(both, box), box, others):
            rows = both
        name = Name(_box(rows, box), tuple(rows))
        written.append(name.box)
        yield name


def _is_clear(place: QRect, own: QRect, others: Sequence[QRect]) -> bool:
    """Inside its own building, or at least over nobody else."""
    return own.contains(place) or not any(place.intersects(other) for other in others)


def _fitted(name: str, box: QRect, obstacles: Sequence[Sequence[QRect]]) -> list[Row]:
    """The name in as many lines and of the size that suit the building; none where it would cover something.

    `obstacles`: what to keep clear of at first, and what in any case.
    """
    if lettering.width("list", name) <= box.width() - 6 and box.height() >= LINE:
        return [Row("list", "text", name)]
    short = name.replace("（", " (").partition(" (")[0]
    forms = ([name], _halves(name), [short], _halves(short))
    rows = [[Row("note", "text", line) for line in lines] for lines in forms]
    places = [(lines, _box(lines, box)) for lines in rows]
    for lines, place in places:
        if place.width() <= box.width() and place.height() <= box.height():
            return lines
    for others in obstacles if box.width() >= SMALLEST else ():
        for lines, place in places:
            if not any(place.intersects(other) for other in others):
                return lines
    return []


def _box(rows: Sequence[Row], around: QRect) -> QRect:
    """What these lines would cover in the middle of the building."""
    wide = QRect(0, 0, max(lettering.width(row.type, row.text) for row in rows) + 4, LINE * len(rows))
    wide.moveCenter(around.center())
    return wide


def _halves(name: str) -> list[str]:
    """Broken at the space nearest the middle; a Chinese name before its bracket, its number, or in the middle."""
    spaces = [i for i, letter in enumerate(name) if letter == " "]
    if spaces:
        at = min(spaces, key=lambda i: abs(i - len(name) / 2))
        return [name[:at], name[at + 1 :]]
    if name.isascii() or len(name) < 4:
        return [name]
    marks = [i for i, letter in enumerate(name) if i > 1 and (letter == "（" or letter.isdigit())]
    at = marks[0] if marks else len(name) // 2
    return [name[:at], name[at:]]


def _devices(view: Viewport, situation: Situation) -> list[QRect]:
    """Where the symbols outdoors will lie, as long as there are few enough to keep clear of."""
    sheet = situation.levels.sheet(SITE_LEVEL)
    if len(sheet.cameras) + len(sheet.points) > DEVICES_MOST:
        return []
    cameras = [camera.at for camera in sheet.cameras if camera.at is not None]
    places = cameras + [point.at for point in sheet.points if point.at is not None]
    spots = [view.point(at).toPoint() for at in places]
    return [QRect(spot.x() - 6, spot.y() - 6, 12, 12) for spot in spots]
