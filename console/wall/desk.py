"""The wall desk: which camera goes into which place. An alarm borrows the alarm tile; what was there comes back.

Desk thread only; pure decisions, no pictures: the windows look at `current`, `strip`, `waiting` and `tiles` whenever
`on_change` is called.
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
        self._rotation: Deadline | None = None
        self._holds = Holds(clock, self._settle)
        self._rest = Arrangement()
        self._region = Region()
        self._before: Arrangement | None = None
        self._told = self._everything()

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
        sets = [self._queue.get(zone) if zone is not None else None for zone in self._region.cells]
        if not any(sets):
            return ()
        return tuple(one.on_tile(self._pinned and one is self._current) if one else None for one in sets)

    @property
    def region_waiting(self) -> int:
        """Zones on fire that wait for a cell of the region."""
        return len(self._region.line)

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
        self._sent_away = False
        self._refresh(self._queue.add(alarm, zone_key, choices, priority))
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
        self._before = self._before.without(cameras) if self._before is not None else None
        shown = self._current.shown if self._current is not None else None
        if self._current is not None and shown is not None and shown.camera.id in cameras:
            self._current.shown = self._current.best
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
        """Esc: exactly what was there before the alarm. What has been shown comes back by hand or when raised anew."""
        if self._current is None:
            self.unpin()
            return
        self._rest = self._before or self._rest
        self._send_away()
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

    # ---- whose turn it is ----

    def _settle(self) -> None:
        """After anything that happened: the right set gets the tile, turns go on, the windows are told."""
        successor = self._queue.successor(self._current)
        if successor is not self._current and not (self._pinned or self._sent_away or self._is_in_use()):
            self._put(successor)
        if self._current is None:
            self._before = None
        self._keep_turning()
        self._settle_region()
        everything = self._everything()
        if everything != self._told:
            self._told = everything
            self._on_change()

    def _settle_region(self) -> None:
        """Every zone on fire that somebody has to look at wants a cell; the one on the desk's tile keeps its own."""
        current = self._current
        unseen = () if self._sent_away else self._queue.waiting(None)
        wanting = [one.zone for one in unseen if one.priority == FIRE]
        if current is not None and current.priority == FIRE and current.zone not in wanting:
            wanting.append(current.zone)
        before = set(self._region.cells)
        self._region.settle(wanting)
        for zone in set(self._region.cells) - before - {None if current is None else current.zone}:
            if zone is not None and (entered := self._queue.get(zone)) is not None:
                entered.shown = entered.best

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
            self._before = self._before or self._rest
            one.shown, one.was_shown, one.dismissed = one.best, True, False
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

    def _is_in_use(self) -> bool:
        return self._holds.is_held(ALARM_TILE)

    def _everything(self) -> tuple[object, ...]:
        version = self._queue.version
        return self.current, self.strip, version, self._pinned, self._rest.layout, dict(self.tiles), self.region
