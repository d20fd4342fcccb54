"""The desk of what arrives: each source as a row, and the trouble of one most of whose messages are refused.

Desk thread. Refused messages are counted by the day of the site and kept over restarts, so that a night's dead letters
are still there in the morning.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from functools import partial

from console.arrivals.ledger import HARMLESS, Arrived, Ledger, Refused, Tally
from console.arrivals.rows import Refusal, SourceRow, bridges_of, devices_of, skew_of
from console.clock import Clock
from console.config.schema import SourceConfig
from console.journal import Json
from console.model import AlarmClass, Condition, ConditionChanged, PointId, Value, point_id
from console.model.ids import OWN_PARTS
from console.parse.directory import split
from console.parse.field import SOURCE as UNITS
from console.parse.moment import zone
from console.points import Points

LOOK_MS = 60_000
WINDOW = 5  # looks: over so many minutes it is judged
LEAST = 10  # messages; of fewer nobody says "most"
DEAF, WELL = 0.5, 0.2  # share refused: above the one it is a trouble, not above the other it is over
KIND, TROUBLES = "refused", f"{OWN_PARTS}/sources/"
REMOVED = "source_removed"  # the cause of the end, where the configuration has the source no more
NO_SOURCE = ""

Report = Callable[[ConditionChanged], None]
State = Mapping[str, Json]


class Arrivals:
    """`ledger` is the feed's thread's; `report` takes the trouble of a source, which all consoles call the same."""

    def __init__(self, clock: Clock, sources: Sequence[SourceConfig], report: Report) -> None:
        self.ledger = Ledger()
        self._clock = clock
        self._sources = {source.name: source for source in sources}
        self._report = report
        self._zone: tzinfo = zone("UTC")
        self._keep: Callable[[State], None] = lambda _state: None
        self._day = ""
        self._refused: Counter[tuple[str, str]] = Counter()  # of today, from every run
        self._counted: dict[tuple[str, str], int] = {}  # of the ledger's counts so many are in there
        self._looks: dict[str, deque[tuple[int, int]]] = {}  # source → (messages, refused) at each look
        self._deaf: dict[str, bool] = {}
        self.forgotten: Callable[[str], int] = lambda _source: 0  # by the decoder, of this source
        self.stands: Callable[[PointId], bool] = lambda _point: True  # whether the room has this trouble still
        clock.after(LOOK_MS, self._look)

    def connect(self, time_zone: str, kept: State | None, keep: Callable[[State], None]) -> None:
        """Days are this zone's from now on; what was `kept` of today goes on, and `keep` gets each new state."""
        self._zone = zone(time_zone)
        self._keep = keep
        self._day = self._today()
        if kept is not None and kept.get("day") == self._day:
            self._refused.update(_counts(kept.get("refused")))

    def known_deaf(self, points: Iterable[PointId]) -> None:
        """Troubles that an earlier run of this position told of; those of a source end by its being understood.

        Where the configuration has lost the source nothing of it is heard any more: the trouble ends as soon as we run.
        What another position told of is none of ours to end: it may have a source that we never had.
        """
        heard = {_trouble_of(name) for name in (*self._sources, UNITS)}
        for point in points:
            if point.startswith(TROUBLES) and point.endswith(f"#{KIND}") and point not in heard:
                name = point.removeprefix(TROUBLES).removesuffix(f"#{KIND}")
                self._clock.after(0, partial(self._tell, name, Condition.NORMAL, REMOVED))

    # ---- what is shown ----

    @property
    def day(self) -> str:
        """The day the refusals are counted for, YYYY-MM-DD of the site."""
        return self._day

    def rows(self, points: Points) -> tuple[SourceRow, ...]:
        """Every source of the configuration in its order, then what else was heard."""
        self._count()
        of_site, silent, lost = _by_source(points.ids()), _by_source(points.overdue()), _by_source(points.lost())
        names = dict.fromkeys([*self._sources, *self.ledger.names()])
        return tuple(self._row(name, of_site, silent, lost) for name in names)

    def last(self, source: str) -> tuple[Arrived, ...]:
        """The newest messages of a source, oldest first."""
        return self.ledger.last(source)

    def dead(self, source: str) -> tuple[Arrived, ...]:
        """The newest of them that were refused or set aside, oldest first."""
        return self.ledger.dead(source)

    def is_bridge(self, source: str, device: str) -> bool:
        """Whether others are lost with this device: it has no place of its own."""
        tally = self.ledger.get(source)
        said = tally.presence.get(device) if tally is not None else None
        return said is not None and bool(said.reach)

    def source(self, name: str) -> SourceConfig | None:
        """The source as the configuration describes it, None when it does not."""
        return self._sources.get(name)

    def _row(self, name: str, of_site: _Devices, silent: _Devices, lost: _Devices) -> SourceRow:
        tally, source = self.ledger.get(name), self.source(name)
        ecosystem = source.ecosystem if source is not None else ""
        devices = devices_of(tally, of_site.get(name, ()), silent.get(name, ()), lost.get(name, ()))
        if tally is None:
            return SourceRow(name, ecosystem, refusals=self._refusals(name, {}), devices=devices)
        return SourceRow(
            name, ecosystem, tally.messages, tally.per_minute(self._clock.now_ms()), tally.last_ms,
            skew_of(tally), tally.clock_faults, tally.raised, self._refusals(name, dict(tally.refused)),
            bridges_of(tally), devices, self._deaf.get(name, False), tally.forgotten + self.forgotten(name),
        )  # fmt: skip

    def _refusals(self, name: str, newest: Mapping[str, Refused]) -> tuple[Refusal, ...]:
        """The most frequent first."""
        counted = [(reason, n) for (source, reason), n in self._refused.most_common() if source == name]
        return tuple(_refusal(reason, n, newest.get(reason)) for reason, n in counted)

    # ---- counting ----

    def _count(self) -> None:
        """What was refused since the last time is of today."""
        if (today := self._today()) != self._day:
            self._day = today
            self._refused.clear()
        for name in self.ledger.names():
            tally = self.ledger.get(name)
            for reason, refused in dict(tally.refused).items() if tally is not None else ():
                key = name, str(reason)
                if new := refused.times - self._counted.get(key, 0):
                    self._refused[key] += new
                    self._counted[key] = refused.times

    def _today(self) -> str:
        return datetime.fromtimestamp(self._clock.now_ms() / 1000, self._zone).strftime("%Y-%m-%d")

    def _look(self) -> None:
        self._count()
        refused: list[Json] = [[*key, n] for key, n in sorted(self._refused.items())]
        self._keep({"day": self._day, "refused": refused})
        for name in self.ledger.names():
            if name != NO_SOURCE and (tally := self.ledger.get(name)) is not None:
                self._judge(name, tally)
        self._clock.after(LOOK_MS, self._look)

    # ---- the trouble ----

    def _judge(self, name: str, tally: Tally) -> None:
        """Whether most of the last minutes' messages were refused; what is harmless counts neither way."""
        looks = self._looks.setdefault(name, deque([(0, 0)], maxlen=WINDOW + 1))
        refusals = dict(tally.refused)
        bad = sum(refused.times for reason, refused in refusals.items() if reason not in HARMLESS)
        looks.append((tally.understood + bad, bad))
        messages, refused = (now - before for now, before in zip(looks[-1], looks[0], strict=True))
        if not messages:
            return
        was_deaf, share = self._deaf.get(name), refused / messages
        is_deaf = share > WELL if was_deaf else share > DEAF and messages >= LEAST
        self._deaf[name] = is_deaf
        if is_deaf and not (was_deaf and self.stands(_trouble_of(name))):  # a console that hears it well may end it
            self._tell(name, Condition.ACTIVE, KIND, _commonest(refusals))
        elif not is_deaf and was_deaf is not False:
            self._tell(name, Condition.NORMAL, KIND, round(100 * share))

    def _tell(self, name: str, condition: Condition, cause: str, value: Value = None) -> None:
        """The first word of a run may end the trouble of an earlier one."""
        now = self._clock.now_ms()
        self._report(
            ConditionChanged(
                point=_trouble_of(name), alarm_class=AlarmClass.TROUBLE, kind=KIND, condition=condition, cause=cause,
                source_ms=now, received_ms=now, value=value, label=name,
            )
        )  # fmt: skip


def _trouble_of(name: str) -> PointId:
    return point_id(OWN_PARTS, f"sources/{name}", KIND)


_Devices = Mapping[str, set[str]]


def _by_source(points: Iterable[PointId]) -> _Devices:
    """The devices of points, by source."""
    found: dict[str, set[str]] = {}
    for point in points:
        source, device, _ = split(point)
        found.setdefault(source, set()).add(device)
    return found


def _refusal(reason: str, count: int, newest: Refused | None) -> Refusal:
    if newest is None:
        return Refusal(reason, count)
    return Refusal(reason, count, newest.last.topic, newest.last.detail)


def _commonest(refusals: Mapping[str, Refused]) -> str:
    harmful = {reason: refused.times for reason, refused in refusals.items() if reason not in HARMLESS}
    return str(max(harmful, key=lambda reason: harmful[reason], default=""))


def _counts(kept: Json) -> dict[tuple[str, str], int]:
    """What an earlier run of today counted; whatever is none of ours is passed over."""
    counts: dict[tuple[str, str], int] = {}
    for one in kept if isinstance(kept, list) else []:
        match one:
            case [str(source), str(reason), int(count)] if count > 0:
                counts[source, reason] = count
    return counts
