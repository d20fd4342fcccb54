"""The command line's eyes: finds cameras, alarms, points, buildings, floors and salvos by number, name or place.

Pure; desk thread. One text may be Chinese or English whatever the language of the window is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from console.cameras import Ranking
from console.model import XY, AlarmId, BuildingId, Camera, Point, PointId, Site

MOST = 12  # lines of the list
DIGITS = 8
ENTRY = re.compile(r"(\d{1,4})(?:\s*\*\s*(\d{1,3}))?")
NEAR = (
    re.compile(r"(?:cameras?\s+)?(?:near|around)\s+(?P<where>.+)", re.IGNORECASE),
    re.compile(r"(?P<where>.+?)\s*(?:附近|旁边|旁邊|周边|周邊)\s*的?\s*(?:摄像机|摄像头|监控|攝影機|監視器)?"),
    re.compile(r"附近\s*(?P<where>.+)"),
)


class Sought(StrEnum):
    """What a line of the list is; Enter does what fits."""

    CAMERA = "camera"
    ALARM = "alarm"
    POINT = "point"
    BUILDING = "building"
    FLOOR = "floor"
    SALVO = "salvo"
    TILE = "tile"  # "17*3": this camera onto that tile
    UNIT = "unit"
    INCIDENT = "incident"
    DRILL = "drill"  # the page where one is planned and led
    PROOFS = "proofs"  # the page of the alarm paths
    HANDOVER = "handover"  # the page of the change of shift
    PERFORMANCE = "performance"  # the page of the alarm system's own figures
    SCREENS = "screens"  # the page of what was on them
    HEALTH = "health"  # the page of how the cameras do
    MEMORY = "memory"  # the page of the pictures in memory
    ARRIVALS = "arrivals"  # the page of what arrives
    CASES = "cases"  # the page of closed incidents
    NEWCOMERS = "newcomers"  # the page of the devices without a place
    REPORT = "report"  # "M21 on scene": this unit said that
    SEND = "send"  # "17 @desk-2": this onto a wall of that position


@dataclass(frozen=True, slots=True)
class Found:
    """One line: `key` is the id, or what was typed for a tile. `distance_m` is straight, of "near" alone."""

    kind: Sought
    key: str
    name: str
    name_en: str
    number: int = 0  # of a camera
    building: BuildingId | None = None
    floor: int | None = None
    distance_m: float | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A thing of the site with every word it goes by."""

    found: Found
    words: str
    at: XY | None = None
    point: Point | None = None


Rank = Callable[[Point], Ranking]


class Finding:
    """Built once per site; `rank` tells which cameras see a point, best first."""

    def __init__(self, site: Site, rank: Rank) -> None:
        self._rank = rank
        self._buildings = {building.id: f"{building.name} {building.name_en}" for building in site.buildings}
        self._labels = {(floor.building, floor.ordinal): floor.label for floor in site.floors}
        self._cameras = [self._camera(camera) for camera in sorted(site.cameras, key=lambda c: c.number)]
        self._points = [self._point(point) for point in site.points]
        self._grounds = [*self._of_buildings(site), *self._of_floors(site)]
        self._spots = [*self._of_places(site), *self._grounds, *self._of_zones(site), *self._points]
        self._by_point = {line.point.id: line for line in self._points if line.point is not None}

    # ---- asking ----

    def find(
        self, text: str, alarms: Sequence[tuple[AlarmId, PointId]] = (), salvos: Iterable[str] = ()
    ) -> tuple[Found, ...]:
        """At most `MOST` lines for what was typed, the likeliest first; nothing for an empty text."""
        text = " ".join(text.split())
        if not text:
            return ()
        entry = ENTRY.fullmatch(text)
        if entry is not None and entry[2]:
            return self._onto_tile(entry)
        if (near := self._near(text, {point for _, point in alarms})) is not None:
            return near
        return self._named(text, alarms, salvos)

    def _onto_tile(self, entry: re.Match[str]) -> tuple[Found, ...]:
        number = int(entry[1])
        typed = f"{number}*{int(entry[2])}"
        cameras = (line.found for line in self._cameras if line.found.number == number)
        return tuple(replace(found, kind=Sought.TILE, key=typed) for found in cameras)

    def _named(self, text: str, alarms: Sequence[tuple[AlarmId, PointId]], salvos: Iterable[str]) -> tuple[Found, ...]:
        words = text.casefold().split()
        number = int(text) if text.isdecimal() and len(text) <= DIGITS else None  # "²" is a digit and no number
        numbered = [line.found for line in self._cameras if line.found.number == number]
        of_alarms = [
            replace(line.found, kind=Sought.ALARM, key=alarm)
            for alarm, point in alarms
            if (line := self._by_point.get(point)) is not None and _fits(line, words)
        ]
        named = [Found(Sought.SALVO, salvo, salvo, salvo) for salvo in salvos if text.casefold() in salvo.casefold()]
        others = (line.found for line in (*self._grounds, *self._cameras, *self._points) if _fits(line, words))
        found: dict[tuple[Sought, str], Found] = {}
        for one in (*numbered, *of_alarms, *named, *others):
            found.setdefault((one.kind, one.key), one)
        return tuple(sorted(found.values(), key=lambda one: _how_well(one, text)))[:MOST]

    # ---- near ----

    def _near(self, text: str, alarmed: Container[PointId]) -> tuple[Found, ...] | None:
        """Cameras near a named place, nearest first; a detector's as they are ranked. None when nobody asked.

        Of several places of that name one in alarm is meant.
        """
        for pattern in NEAR:
            if (match := pattern.fullmatch(text)) is not None:
                words = match["where"].casefold().split()
                spots = [line for line in self._spots if _fits(line, words)]
                if spots:
                    where = match["where"]
                    return self._around(
                        min(spots, key=lambda line: (line.found.key not in alarmed, _how_well(line.found, where)))
                    )
        return None

    def _around(self, spot: _Line) -> tuple[Found, ...]:
        if spot.point is not None:
            ranking = self._rank(spot.point)
            chosen = {choice.camera.id: choice for choice in ranking.chosen}
            ranked = [replace(self._camera(c.camera).found, distance_m=c.distance_m) for c in chosen.values()]
        else:
            chosen, ranked = {}, []
        others = [one for one in self._by_distance(spot.at) if one.key not in chosen]
        return tuple([*ranked, *others][:MOST])

    def _by_distance(self, at: XY | None) -> list[Found]:
        if at is None:
            return []
        placed = [replace(c.found, distance_m=math.dist(at, c.at)) for c in self._cameras if c.at is not None]
        return sorted(placed, key=lambda one: (one.distance_m or 0.0, one.number))[:MOST]

    # ---- the site as lines ----

    def _camera(self, camera: Camera) -> _Line:
        found = Found(
            Sought.CAMERA, camera.id, camera.name, camera.name_en, camera.number, camera.building, camera.floor
        )  # fmt: skip
        return self._line(found, f"{camera.number} {camera.id}", camera.at)

    def _point(self, point: Point) -> _Line:
        found = Found(
            Sought.POINT, point.id, point.name, point.name_en, building=point.building, floor=point.floor
        )  # fmt: skip
        return replace(self._line(found, f"{point.id} {point.alias}", point.at), point=point)

    def _of_buildings(self, site: Site) -> Iterator[_Line]:
        for one in site.buildings:
            yield self._line(Found(Sought.BUILDING, one.id, one.name, one.name_en, building=one.id), "", _mid(one.ring))

    def _of_floors(self, site: Site) -> Iterator[_Line]:
        houses = {building.id: building for building in site.buildings}
        for floor in site.floors:
            house, key = houses[floor.building], f"{floor.building} {floor.label}"
            names = f"{house.name} {floor.label}", f"{house.name_en} {floor.label}"
            found = Found(Sought.FLOOR, key, *names, building=floor.building, floor=floor.ordinal)
            yield self._line(found, "", _mid(house.ring))

    def _of_places(self, site: Site) -> Iterator[_Line]:
        for place in site.places:
            found = Found(Sought.BUILDING, place.id, place.name, place.name_en, building=place.building)
            yield self._line(found, "", place.at)

    def _of_zones(self, site: Site) -> Iterator[_Line]:
        for zone in site.zones:
            found = Found(Sought.FLOOR, zone.id, zone.name, zone.name_en, building=zone.building)
            yield self._line(found, "", _mid(zone.ring))

    def _line(self, found: Found, more: str, at: XY | None) -> _Line:
        house = self._buildings.get(found.building, "") if found.building else ""
        label = (
            self._labels.get((found.building, found.floor), "") if found.building and found.floor is not None else ""
        )
        words = f"{found.name} {found.name_en} {found.key} {house} {label} {more}"
        return _Line(found, words.casefold(), at)


def fits(words: str, sought: str) -> bool:
    """Whether everything that is sought stands among the words, whatever the case."""
    known = words.casefold()
    return all(word in known and _begins(known, word) for word in sought.casefold().split())


def _fits(line: _Line, words: Iterable[str]) -> bool:
    return all(word in line.words and _begins(line.words, word) for word in words)


def _begins(words: str, word: str) -> bool:
    """Latin words are meant from their beginning, a single letter or a number as a whole; Chinese has no gaps."""
    if not word.isascii():
        return True
    end = r"(?![a-z0-9])" if len(word) == 1 or word.isdigit() else ""
    return re.search(rf"(?<![a-z0-9]){re.escape(word)}{end}", words) is not None


def _how_well(found: Found, text: str) -> tuple[int, int]:
    """A number or name as typed stands first, then names that begin so; an alarm before a thing at rest."""
    names = (found.name.casefold(), found.name_en.casefold(), found.key.casefold(), str(found.number or ""))
    typed = text.casefold()
    how = 0 if typed in names else 1 if any(name.startswith(typed) for name in names) else 2
    return how, found.kind is not Sought.ALARM


def _mid(ring: Sequence[XY]) -> XY | None:
    """The middle of a footprint's corners; good enough to say what is near."""
    corners = ring[:-1] if len(ring) > 1 else ring
    if not corners:
        return None
    return sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)
