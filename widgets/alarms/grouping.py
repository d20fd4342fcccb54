"""The table in a flood: fires nobody has seen first, each by itself, then by place, class by class. Pure.

A place never moves down: it moves up when something graver than before comes in there, and that is all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from console.alarms import Alarm
from console.alarms.alarm import CLASS_ORDER
from console.model import AlarmClass, AlarmId
from widgets.alarms.lines import AlarmLine, FoldLine, Line, Place, PlaceLine, most_frequent
from widgets.alarms.listing import is_never_hidden
from widgets.alarms.ranks import Key

Change = tuple[str, Key | None, Line | None]  # name, where it belongs (None: nowhere), what it is now


ABOVE = -1  # before every place
SEVERAL = 2  # alarms of a place from which on its first one is told: of one alone the word would say nothing


def is_first_of_all(alarm: Alarm) -> bool:
    """A fire nobody has seen stands above all places: of thirty, none is below what can be seen of the list."""
    return alarm.alarm_class is AlarmClass.FIRE and alarm.is_owed


def place_name(place: Place) -> str:
    return f"place {place}"


def fold_name(place: Place, alarm_class: AlarmClass) -> str:
    return f"fold {place} {alarm_class}"


@dataclass(slots=True, eq=False)
class _Fold:
    """The alarms of one class at one place that need not stand by themselves, counted as they come and go."""

    alarms: dict[AlarmId, Alarm] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    unseen: int = 0

    def add(self, alarm: Alarm) -> None:
        self.alarms[alarm.id] = alarm
        self.kinds[alarm.kind] += 1
        self.unseen += alarm.is_owed

    def remove(self, alarm_id: AlarmId) -> None:
        alarm = self.alarms.pop(alarm_id)
        self.kinds[alarm.kind] -= 1
        self.unseen -= alarm.is_owed


@dataclass(slots=True, eq=False)
class _Ground:
    """Everything open at one place; `rank` is that of the gravest class there ever was."""

    place: Place
    rank: int
    first_ms: int
    alarms: dict[AlarmId, Alarm] = field(default_factory=dict)
    folds: dict[AlarmClass, _Fold] = field(default_factory=dict)
    counts: Counter[AlarmClass] = field(default_factory=Counter)
    unseen: int = 0
    first: AlarmId | None = None

    @property
    def key(self) -> Key:
        return self.rank, self.first_ms, str(self.place)

    def add(self, alarm: Alarm) -> None:
        self.alarms[alarm.id] = alarm
        self.counts[alarm.alarm_class] += 1
        self.unseen += alarm.is_owed
        if not is_never_hidden(alarm):
            self.folds.setdefault(alarm.alarm_class, _Fold()).add(alarm)
        if self.first is None or (alarm.raised_ms, alarm.id) < (self.alarms[self.first].raised_ms, self.first):
            self.first = alarm.id

    def remove(self, alarm_id: AlarmId) -> Alarm:
        alarm = self.alarms.pop(alarm_id)
        self.counts[alarm.alarm_class] -= 1
        self.unseen -= alarm.is_owed
        if not is_never_hidden(alarm):
            self.folds[alarm.alarm_class].remove(alarm_id)
        if self.first == alarm_id:
            self.first = min(self.alarms, key=lambda one: (self.alarms[one].raised_ms, one), default=None)
        return alarm


class Grouping:
    """`opened`: the folds an operator has opened; shared with whoever changes it."""

    def __init__(self, place_of: Callable[[Alarm], Place], opened: set[str]) -> None:
        self._place_of = place_of
        self._opened = opened
        self._grounds: dict[Place, _Ground] = {}
        self._ground_of: dict[AlarmId, _Ground] = {}

    def all(self, alarms: Iterable[Alarm]) -> list[tuple[str, Key, Line]]:
        """Every row there is."""
        for alarm in alarms:
            self._add(self._ground(alarm), alarm)
        rows = [row for ground in self._grounds.values() for row in self._rows(ground)]
        return [(name, key, line) for name, key, line in rows if key is not None and line is not None]

    def change(self, alarm_id: AlarmId, alarm: Alarm | None) -> list[Change]:
        """The alarm is now this, None: it is not listed any more. Which rows change by it, each once."""
        before = self._ground_of.pop(alarm_id, None)
        after = self._ground(alarm) if alarm is not None else None
        firsts = {id(ground): (ground, ground.first) for ground in (before, after) if ground is not None}
        out: dict[str, Change] = {}
        if before is not None:
            gone = before.remove(alarm_id)
            out[alarm_id] = (alarm_id, None, AlarmLine(gone))
            self._tell(out, self._folded(before, gone))
        if after is not None and alarm is not None:
            is_graver = self._add(after, alarm)
            self._tell(out, self._rows(after) if is_graver else ())
            self._tell(out, (*self._folded(after, alarm), self._item(after, alarm)))
        for ground, first in firsts.values():
            self._tell(out, self._settled(ground, first))
        return list(out.values())

    def alarms_of(self, name: str) -> tuple[AlarmId, ...]:
        """The alarms in a fold."""
        return tuple(fold.alarms) if (fold := self._fold_of(name)[1]) is not None else ()

    def fold_with(self, alarm_id: AlarmId) -> str | None:
        """Name of the fold the alarm is in."""
        ground = self._ground_of.get(alarm_id)
        if ground is None or is_never_hidden(ground.alarms[alarm_id]):
            return None
        return fold_name(ground.place, ground.alarms[alarm_id].alarm_class)

    def open(self, name: str) -> list[Change]:
        """A fold is opened, or closed again. Which rows change by it."""
        self._opened ^= {name}
        ground, fold = self._fold_of(name)
        if ground is None or fold is None or not fold.alarms:
            return []
        alarms = tuple(fold.alarms.values())
        return [*self._folded(ground, alarms[0]), *(self._item(ground, alarm) for alarm in alarms)]

    # ---- inside ----

    @staticmethod
    def _tell(out: dict[str, Change], changes: Iterable[Change]) -> None:
        out.update((change[0], change) for change in changes)

    def _fold_of(self, name: str) -> tuple[_Ground | None, _Fold | None]:
        for ground in self._grounds.values():
            for alarm_class, fold in ground.folds.items():
                if fold_name(ground.place, alarm_class) == name:
                    return ground, fold
        return None, None

    def _ground(self, alarm: Alarm) -> _Ground:
        place = self._place_of(alarm)
        if place not in self._grounds:
            self._grounds[place] = _Ground(place, CLASS_ORDER[alarm.alarm_class], alarm.raised_ms)
        return self._grounds[place]

    def _add(self, ground: _Ground, alarm: Alarm) -> bool:
        """Whether it is graver than anything there before: then the place moves up."""
        rank = CLASS_ORDER[alarm.alarm_class]
        is_graver, ground.rank = rank < ground.rank, min(ground.rank, rank)
        ground.add(alarm)
        self._ground_of[alarm.id] = ground
        return is_graver

    def _settled(self, ground: _Ground, first: AlarmId | None) -> Iterator[Change]:
        """The head of a place something left or changed in, and the row that is the first one from now on."""
        yield self._head(ground)
        if not ground.alarms:
            del self._grounds[ground.place]
        elif ground.first != first or len(ground.alarms) <= SEVERAL:
            for alarm_id in dict.fromkeys((first, ground.first)):
                if alarm_id is not None and alarm_id in ground.alarms:
                    yield self._item(ground, ground.alarms[alarm_id])

    def _rows(self, ground: _Ground) -> Iterator[Change]:
        yield self._head(ground)
        for alarm_class, fold in ground.folds.items():
            yield self._fold_row(ground, alarm_class, fold)
        for alarm in ground.alarms.values():
            yield self._item(ground, alarm)

    def _head(self, ground: _Ground) -> Change:
        counts = tuple((c, ground.counts[c]) for c in sorted(CLASS_ORDER, key=CLASS_ORDER.__getitem__))
        there = tuple(pair for pair in counts if pair[1])
        line = PlaceLine(ground.place, there, ground.first_ms, ground.unseen)
        return place_name(ground.place), (*ground.key, 0) if there else None, line

    def _folded(self, ground: _Ground, alarm: Alarm) -> Iterator[Change]:
        """The row of the fold this alarm is in, if it is in one."""
        if not is_never_hidden(alarm):
            yield self._fold_row(ground, alarm.alarm_class, ground.folds[alarm.alarm_class])

    def _fold_row(self, ground: _Ground, alarm_class: AlarmClass, fold: _Fold) -> Change:
        name = fold_name(ground.place, alarm_class)
        some = next(iter(fold.alarms.values()), None)
        if some is None:
            return name, None, None
        line = FoldLine(
            ground.place, alarm_class, some.priority, len(fold.alarms), most_frequent(fold.kinds), fold.unseen,
            name in self._opened,
        )  # fmt: skip
        return name, (*ground.key, 2, CLASS_ORDER[alarm_class], 0), line

    def _item(self, ground: _Ground, alarm: Alarm) -> Change:
        line = AlarmLine(alarm, is_first=alarm.id == ground.first and len(ground.alarms) >= SEVERAL)
        if is_first_of_all(alarm):
            return alarm.id, (ABOVE, alarm.sort_key), line
        if is_never_hidden(alarm):
            return alarm.id, (*ground.key, 1, alarm.sort_key), line
        if fold_name(ground.place, alarm.alarm_class) in self._opened:
            return alarm.id, (*ground.key, 2, CLASS_ORDER[alarm.alarm_class], 1, alarm.sort_key), line
        return alarm.id, None, line
