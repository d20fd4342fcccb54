"""The wall desk: which alarm goes into which place. An alarm borrows the alarm tile; what was there comes back.

Desk thread only; pure decisions, no pictures: the windows look at `current`, `strip`, `waiting`, `region` and `tiles`
whenever `on_change` is called. What the operator put somewhere is never touched: an alarm lies over it and goes.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from types import MappingProxyType
from typing import Generic

from console.clock import Clock, Deadline
from console.model import AlarmId, CameraId
from console.wall.arrangement import ALARM_TILE, STRIP, Arrangement, TileId
from console.wall.holds import Holds, Use
from console.wall.picture_set import C, OnTile, PictureSet, Waiting
from console.wall.queue import Queue
from console.wall.region import FIRE, Region
from console.wall.surfaces import REGION_TILES

ROTATE_MS = 20_000  # several unacknowledged alarms take turns


class Wall(Generic[C]):
    """Alarms ask for the alarm tile here; the operator's hands always come first."""

    def __init__(self, clock: Clock, on_change: Callable[[], None]) -> None:
        self._clock = clock
        self._on_change = on_change
        self._queue: Queue[C] = Queue()
        self._current: PictureSet[C] | None = None
        self._pinned = False
        self._sent_away = False  # by Esc: who waits, waits for its turn and does not jump in
        self._cleared = False  # the region, by Esc: who waits for a cell waits for the next alarm
        self._rotation: Deadline | None = None
        self._holds = Holds(clock, self._settle)
        self._rest = Arrangement()
        self._region = Region()
        self._under_region: Sequence[frozenset[TileId]] = ()  # tiles that each cell of the region would cover
        self._pins: frozenset[TileId] = frozenset()
        self._followers: list[Callable[[], None]] = []
        self._told = self._everything()

    def follow(self, call: Callable[[], None]) -> None:
        """`call` is told of every change before the windows are."""
        self._followers.append(call)

    # ---- what the windows show ----

    @property
    def current(self) -> OnTile[C] | None:
        """The alarm on the alarm tile; None at rest."""
        return self._current.on_tile(self._pinned) if self._current else None

    @property
    def strip(self) -> tuple[C, ...]:
        """The next best cameras of the alarm, at most three; the first is the one `next_choice` would show."""
        return self._current.others()[: len(STRIP)] if self._current else ()

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """Unacknowledged zones that are not on the tile, the most urgent and longest waiting first."""
        return tuple(one.waiting() for one in self._queue.waiting(self._current))

    @property
    def region(self) -> tuple[OnTile[C] | None, ...]:
        """The four cells of the walls' alarm region; () at rest."""
        sets = self._in_region()
        if not any(sets):
            return ()
        return tuple(one.on_tile(self._pinned and one is self._current) if one else None for one in sets)

    @property
    def region_waiting(self) -> int:
        """Zones on fire that wait for a cell of the region."""
        return len(self._region.line)

    @property
    def region_clear(self) -> frozenset[int]:
        """Cells of the region, from 1, without an alarm because a tile beneath is in use: it stays in sight."""
        return frozenset(at + 1 for at in self._kept_clear() if self._region.cells[at] is None)

    @property
    def pins(self) -> frozenset[TileId]:
        """Tiles of the walls that neither a tour nor the alarm region takes."""
        return self._pins

    @property
    def pinned(self) -> bool:
        return self._pinned

    @property
    def arrangement(self) -> Arrangement:
        """What the places show at rest."""
        return self._rest

    @property
    def tiles(self) -> Mapping[TileId, CameraId]:
        """What every place shows now: the arrangement at rest, the alarm and its strip laid over it."""
        if self._current is None:
            return self._rest.tiles
        others = {tile: camera for tile, camera in self._rest.tiles.items() if tile not in {ALARM_TILE, *STRIP}}
        shown = zip((ALARM_TILE, *STRIP), (self._current.shown, *self.strip), strict=False)
        return MappingProxyType({**others, **{tile: choice.camera.id for tile, choice in shown if choice}})

    # ---- what the alarms want ----

    def alarm_raised(self, alarm: AlarmId, zone_key: str, choices: Sequence[C], priority: int) -> None:
        """A new occurrence wants the tile; priority 1 is the most urgent. Alarms of one zone share its pictures."""
        self._sent_away = self._cleared = False
        added = self._queue.add(alarm, zone_key, choices, priority)
        if self._current is not None and not self._current.members:  # the site says by now that it is in another zone
            added.shown, added.was_shown = self._current.shown, True
            self._current = added
        self._refresh(added)
        self._settle()

    def alarm_acknowledged(self, alarm: AlarmId) -> None:
        """Its picture stays until an unacknowledged alarm wants the tile."""
        if self._queue.set_of(alarm) is not None:
            self._queue.acknowledge(alarm)
            self._settle()

    def alarm_closed(self, alarm: AlarmId) -> None:
        """The alarm is over: it leaves tile and queue, pinned or not."""
        found = self._queue.set_of(alarm)
        self._queue.remove(alarm)
        if found is not None and found.members:
            self._refresh(found)
        elif found is not None and found is self._current:
            self._current, self._pinned = None, False
        self._settle()

    def choices_changed(self, alarm: AlarmId, choices: Sequence[C]) -> None:
        """Cameras came or went. A picture that works, or that is pinned, is not taken away."""
        if (found := self._queue.set_of(alarm)) is not None:
            found.members[alarm].choices = tuple(choices)
            self._refresh(found)
            self._settle()

    def forget(self, cameras: Container[CameraId]) -> None:
        """These cameras are gone from the site: no place shows them any more, pinned or not, now or after Esc."""
        self._rest = self._rest.without(cameras)
        for one in (self._current, *self._in_region()):
            if one is not None and one.shown is not None and one.shown.camera.id in cameras:
                one.shown = one.best
        self._settle()

    # ---- what the operator does ----

    def next_choice(self) -> None:
        """Step to the next best camera of the alarm, after the last one to the best again; pins."""
        if self._current is not None and (others := self._current.others()):
            self._current.shown = others[0]
        self._by_hand()

    def best_choice(self) -> None:
        """Back to the best camera of the alarm; pins."""
        if self._current is not None:
            self._current.shown = self._current.best
        self._by_hand()

    def show_alarm(self, alarm: AlarmId) -> None:
        """Put this alarm on the tile by hand; pins. An alarm without pictures is passed over."""
        if (found := self._queue.set_of(alarm)) is not None:
            self._put(found)
            self._by_hand()

    def pin(self) -> None:
        """Whatever is on the alarm tile stays there until it is closed, unpinned or sent away."""
        self._pinned = True
        self._settle()

    def unpin(self) -> None:
        self._pinned = False
        self._settle()

    def restore(self) -> None:
        """Esc: exactly what was there before the alarm, on the walls too.

        What has been shown comes back by hand or when raised anew.
        """
        for one in self._in_region():
            if one is not None:
                one.off_walls = True
        self._cleared = self._cleared or bool(self.region)
        if self._current is not None:
            self._send_away()
        self._pinned = False
        self._settle()

    def place(self, tile: TileId, camera: CameraId | None) -> None:
        """Put a camera into a place by hand; None empties it. On the alarm tile it sends the alarm away."""
        if tile == ALARM_TILE and self._current is not None:
            self._send_away()
        self._rest = self._rest.put(tile, camera)
        self._settle()

    def arrange(self, arrangement: Arrangement) -> None:
        """Take another arrangement at rest: a layout, a salvo, the next page. An alarm stays on its tile."""
        self._rest = arrangement
        self._settle()

    def hold(self, tile: TileId, use: Use) -> None:
        """The operator is busy on this tile; say it again whenever the pointer moves there."""
        self._holds.hold(tile, use)

    def release(self, tile: TileId, use: Use) -> None:
        self._holds.release(tile, use)

    def is_in_use(self, tile: TileId) -> bool:
        """Somebody has a hand on it, or pinned it."""
        return self._holds.is_held(tile) or tile in self._pins or (tile == ALARM_TILE and self._pinned)

    def is_under_region(self, tile: TileId) -> bool:
        """An alarm of the region lies over it: one alone takes all cells but those that are kept clear."""
        cells = [at for at, one in enumerate(self._in_region()) if one is not None]
        if len(cells) == 1:
            cells = [at for at in range(len(self._under_region)) if at + 1 not in self.region_clear]
        return any(tile in self._under_region[at] for at in cells if at < len(self._under_region))

    def pin_tile(self, tile: TileId, *, on: bool) -> None:
        """This tile of a wall keeps its place, or no longer does."""
        self._pins = self._pins | {tile} if on else self._pins - {tile}
        self._settle()

    def lay_region(self, under: Sequence[frozenset[TileId]]) -> None:
        """The tiles that lie under each of the region's four cells; () when there is no wall."""
        self._under_region = tuple(under)
        self._settle()

    # ---- whose turn it is ----

    def _settle(self) -> None:
        """After anything that happened: the right set gets the tile, turns go on, the windows are told."""
        successor = self._queue.successor(self._current)
        if successor is not self._current and not (self._pinned or self._sent_away or self._is_in_use()):
            self._put(successor)
        self._keep_turning()
        self._settle_region()
        everything = self._everything()
        if everything != self._told:
            self._told = everything
            for call in (*self._followers, self._on_change):
                call()

    def _settle_region(self) -> None:
        """Zones on fire that somebody has to look at want a cell; one on the desk's tile, or in use, keeps its own."""
        unseen = () if self._cleared else self._queue.waiting(None)
        wanting = [one.zone for one in unseen if one.priority == FIRE and not one.off_walls]
        current = self._current
        if current is not None and current.members and current.priority == FIRE:
            wanting.append(current.zone)
        held = zip(REGION_TILES, self._in_region(), strict=True)
        wanting += [one.zone for tile, one in held if one is not None and self._holds.is_held(tile)]
        for zone in self._region.settle(list(dict.fromkeys(wanting)), self._kept_clear()):
            entered = self._queue.get(zone)
            if entered is not None and entered is not current:
                entered.shown = entered.best

    def _in_region(self) -> list[PictureSet[C] | None]:
        return [self._queue.get(zone) if zone is not None else None for zone in self._region.cells]

    def _kept_clear(self) -> frozenset[int]:
        """Cells, from 0, over a tile in use."""
        used = self._holds.held() | self._pins
        return frozenset(at for at, tiles in enumerate(self._under_region) if tiles & used)

    def _rotate(self) -> None:
        self._rotation = None
        rival = self._queue.rival(self._current)
        if rival is not None and not self._is_in_use():
            self._put(rival)
        self._settle()

    def _keep_turning(self) -> None:
        """A deadline runs exactly while somebody waits for a turn."""
        waited_for = not self._pinned and self._queue.rival(self._current) is not None
        if waited_for and self._rotation is None:
            self._rotation = self._clock.after(ROTATE_MS, self._rotate)
        elif not waited_for:
            self._stop_turning()

    def _stop_turning(self) -> None:
        if self._rotation is not None:
            self._rotation.cancel()
        self._rotation = None

    def _put(self, one: PictureSet[C] | None) -> None:
        if one is not None and one is not self._current:
            one.shown, one.was_shown = one.best, True
            one.dismissed = one.off_walls = False
            self._end_turn()
        self._current, self._sent_away = one, False

    def _send_away(self) -> None:
        self._queue.dismiss_shown()
        self._end_turn()
        self._current, self._pinned, self._sent_away = None, False, True

    def _end_turn(self) -> None:
        """Who leaves the tile goes to the end of the queue."""
        self._stop_turning()
        if self._current is not None:
            self._queue.to_the_end(self._current)

    def _by_hand(self) -> None:
        """Any gesture pins; at rest it fetches the most urgent alarm."""
        if self._current is None:
            self._put(next(self._queue.waiting(None), None))
        self._pinned = self._pinned or self._current is not None
        self._settle()

    def _refresh(self, one: PictureSet[C]) -> None:
        if one is self._current:
            one.follow(stay=self._pinned or self._is_in_use())
        elif one.zone in self._region.cells:
            one.follow(stay=self._holds.is_held(REGION_TILES[self._region.cells.index(one.zone)]))

    def _is_in_use(self) -> bool:
        return self._holds.is_held(ALARM_TILE)

    def _everything(self) -> tuple[object, ...]:
        shown = self.current, self.strip, self.region, self.region_waiting, self.region_clear, dict(self.tiles)
        return shown, self._queue.version, self._pinned, self._pins, self._rest.layout
