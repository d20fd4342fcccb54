"""Positions that share cameras with heads: one journal, a fake clock, and a Ptz that writes down its orders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from console.announce import Announcement
from console.cameras import Ranking
from console.clock import FakeClock
from console.journal import Conflict, Entry, Recorded
from console.model import AlarmId, CameraId, CameraKind, Health, Seat, Site
from console.ptz import Aim, Duties, PtzDone, PtzKnown, PtzWord, Room, Skill, Surroundings, Turning, Velocity
from console.wall import TileId
from tests.unit.cameras_site import bound, cam, point, rank, site

DOME, OTHER, FIXED = CameraId("c1"), CameraId("c2"), CameraId("c3")
DOOR, RACKS = "door", "racks"
TILE, SECOND_TILE = TileId("panel/1"), TileId("panel/2")
ALARM = AlarmId("test/S#smoke/1")
BEFORE = Aim(0.2, -0.1, 0.3)


def domes() -> Site:
    """Two cameras that turn, bound to one detector with a preset each, and one that does not."""
    turning = (cam(n, n * 2.0, kind=CameraKind.PTZ, presets=(DOOR, RACKS)) for n in (1, 2))
    return site((*turning, cam(3, 9.0)), bindings=(bound(1, 1, preset=DOOR), bound(3, 2), bound(2, 3, preset=RACKS)))


class Heads:
    """The backend: keeps what it is told, in words; answers when asked to."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.numbers: list[int] = []

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def take_site(self, site: Site) -> None: ...

    def _tell(self, order: int, *words: Any) -> None:
        self.numbers.append(order)
        self.told.append(words)

    def ask(self, order: int, camera: CameraId) -> None:
        self._tell(order, "ask", camera)

    def drive(self, order: int, camera: CameraId, velocity: Velocity) -> None:
        self._tell(order, "drive", camera, velocity)

    def halt(self, order: int, camera: CameraId) -> None:
        self._tell(order, "halt", camera)

    def centre(self, order: int, camera: CameraId, x: float, y: float) -> None:
        self._tell(order, "centre", camera, x, y)

    def recall(self, order: int, camera: CameraId, preset: str) -> None:
        self._tell(order, "recall", camera, preset)

    def store(self, order: int, camera: CameraId, preset: str) -> None:
        self._tell(order, "store", camera, preset)

    def go_home(self, order: int, camera: CameraId) -> None:
        self._tell(order, "home", camera)

    def aim(self, order: int, camera: CameraId, aim: Aim) -> None:
        self._tell(order, "aim", camera, aim)

    def acts(self, *besides: str) -> list[tuple[Any, ...]]:
        """What it was told beside questions."""
        return [words for words in self.told if words[0] not in ("ask", *besides)]


@dataclass
class Journal:
    """One journal for all: the second writer of a version is told who was first."""

    entries: list[Recorded]

    def stream(self, name: str) -> tuple[Recorded, ...]:
        return tuple(record for record in self.entries if record.entry.stream == name)

    def kinds(self, camera: CameraId = DOME) -> list[str]:
        return [r.entry.kind for r in self.entries if r.entry.stream.startswith(f"ptz/{camera}/")]


class Position:
    """One desk with a person. What it writes is committed at once unless `is_away`; others read with `follow`."""

    def __init__(self, journal: Journal, clock: FakeClock, name: str, person: str) -> None:
        self.journal, self.clock = journal, clock
        self.seat = Seat(name, person)
        self.ptz = Heads()
        self.said: list[Announcement] = []
        self.is_supervisor = self.is_away = False
        self.rankings: dict[AlarmId, Ranking] = {}
        self.raised_ms = 1
        self.open_incident = False
        self.lost: list[Entry] = []
        self._read = 0
        self._site = domes()
        cameras = {camera.id: camera for camera in self._site.cameras}
        room = Room(lambda: cameras, self._alarm_of, lambda: self.is_supervisor)
        duties = Duties(lambda: self.rankings, self._alarm, lambda a: a in self.rankings or self.open_incident)
        self.tiles: dict[TileId, CameraId | None] = {TILE: DOME, SECOND_TILE: OTHER}
        self.held: set[TileId] = set()
        around = Surroundings(self.tiles.get, self._hold)
        self.turning = Turning(clock, self.seat, room, duties, around, self._append, self.said.append)
        self.grip = self.turning.grip
        self.heads = self.turning.heads
        self.turning.connect(self.ptz)

    def start(self) -> Position:
        self.turning.load(record for record in self.journal.entries if self._is_open(record))
        self.turning.start()
        return self

    def _is_open(self, record: Recorded) -> bool:
        return self.journal.stream(record.entry.stream)[-1].entry.open

    def _hold(self, tile: TileId, on: bool) -> None:
        (self.held.add if on else self.held.discard)(tile)

    def _alarm_of(self, camera: CameraId) -> AlarmId | None:
        held = (a for a, r in self.rankings.items() if camera in {choice.camera.id for choice in r.chosen})
        return next(held, None)

    def _alarm(self, alarm: AlarmId) -> Any:
        return SimpleNamespace(last=SimpleNamespace(raised_ms=self.raised_ms)) if alarm in self.rankings else None

    # ---- the world ----

    def fire(self) -> None:
        self.rankings[ALARM] = rank(self._site, point(), c1=Health.OK)
        self.turning.errands.look()

    def over(self) -> None:
        self.rankings.clear()
        self.turning.errands.look()

    def answers(self, word: PtzWord) -> None:
        self.turning.takers()[type(word)](word)

    def answers_last(self, camera: CameraId = DOME, before: Aim = BEFORE) -> None:
        self.answers(PtzDone(self.ptz.numbers[-1], camera, before))

    def can(self, *skills: Skill, camera: CameraId = DOME) -> None:
        self.answers(PtzKnown(camera, frozenset(skills), ("Preset 7",)))

    def names(self) -> list[str]:
        return [type(told).__name__ for told in self.said if type(told).__name__ != "PtzChanged"]

    # ---- the journal ----

    def _append(self, entries: Any) -> None:
        if self.is_away:
            self.lost += entries
            return
        for entry in entries:
            self._commit(entry)

    def _commit(self, entry: Entry) -> None:
        story = self.journal.stream(entry.stream)
        if entry.version <= len(story):
            self.turning.overruled(Conflict(entry, story))
        else:
            self.journal.entries.append(Recorded(entry, self.seat.position, 0, "", ""))

    def catches_up(self) -> None:
        """The journal is there again: what waited is committed, or lost to who was first."""
        self.is_away, waiting = False, self.lost
        self.lost = []
        stories = {entry.stream: self.journal.stream(entry.stream) for entry in waiting}
        lost = [entry for entry in waiting if entry.version <= len(stories[entry.stream])]
        for entry in waiting:
            if entry in lost:
                self.turning.overruled(Conflict(entry, stories[entry.stream]))
            else:
                self._commit(entry)

    def follow(self) -> None:
        """Read what other positions have written."""
        for record in self.journal.entries[self._read :]:
            if record.writer != self.seat.position:
                self.turning.learn(replace(record))
        self._read = len(self.journal.entries)


def positions(*names: str) -> tuple[Position, ...]:
    """Desks with one journal and one clock; a person called like the position sits at each."""
    journal, clock = Journal([]), FakeClock()
    return tuple(Position(journal, clock, name, f"{name} person").start() for name in names or ("desk-1",))
