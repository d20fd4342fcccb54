"""What this position hears after another console has told it already. Desk thread.

Two consoles hear the same detectors, one a moment later than the other, or hours later when its broker kept the
messages for it. What the journal knows by then is not new: it is neither raised again nor cleared by an old message.
Nothing is held back that could be a first alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from console.alarms import Alarm, alarm_of, point_of
from console.clock import Clock, Deadline
from console.delays import Release
from console.journal import Recorded, Told
from console.model import LIVE, Condition, ConditionChanged, Domain, PointId

ECHO_MS = 5_000  # two consoles hear the same message within so long
SETTLE_MS = 2_000  # what contradicts the journal then is no echo
LATE_MS = 10_000  # a message so old was kept for us while we were away
SAYS = {"AlarmRaised": Condition.ACTIVE, "AlarmCleared": Condition.NORMAL}
ALARM = "alarm/"


Heard = tuple[ConditionChanged, tuple[int, ...]]  # a change, with what has to be marked handled when it is decided


@dataclass(frozen=True, slots=True)
class _Held:
    """`stream`: the journal is asked for it; what comes meanwhile waits `behind`, it may be about this very alarm."""

    change: ConditionChanged
    receipts: tuple[int, ...]
    deadline: Deadline
    stream: str = ""
    behind: list[Heard] = field(default_factory=list)


class Echoes:
    """`alarm_at`: the open alarm of a point. `last_of`: the stream of its last episode, "" when it had none.

    `ask` has a stream read, `release` decides on a change, `done` marks receipts handled.
    """

    def __init__(
        self, clock: Clock, alarm_at: Callable[[PointId], Alarm | None], last_of: Callable[[PointId], str],
        ask: Callable[[Domain, str], None], release: Release, done: Callable[[Sequence[int]], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._alarm_at = alarm_at
        self._last_of = last_of
        self._ask = ask
        self._release = release
        self._done = done
        self._told: dict[tuple[PointId, Condition], int] = {}  # by others, and when, monotonic ms
        self._raised: dict[PointId, int] = {}  # device time of the newest raise that another console told
        self._newest: dict[PointId, ConditionChanged] = {}  # of points with an alarm
        self._held: dict[PointId, _Held] = {}
        self._asked: dict[str, PointId] = {}

    def learn(self, record: Recorded) -> bool:
        """Another console wrote this; never has to wait."""
        entry = record.entry
        says = SAYS.get(entry.kind)
        if entry.domain == LIVE and says is not None:
            point = point_of(alarm_of(entry))
            self._told[point, says] = self._now()
            source_ms = entry.data.get("source_ms")
            if says is Condition.ACTIVE and isinstance(source_ms, int):
                self._raised[point] = source_ms
        return True

    def take(self, change: ConditionChanged, receipts: Sequence[int] = ()) -> None:
        """A change we heard: decided now, in a moment, or not at all because the journal has it."""
        self._note(change)
        held = self._held.get(change.point)
        if held is not None and held.stream:
            held.behind.append((change, tuple(receipts)))
            return
        if held is not None:
            held.deadline.cancel()
            del self._held[change.point]
            receipts = (*held.receipts, *receipts)
        alarm = self._alarm_at(change.point)
        is_active = alarm is not None and alarm.is_active and not alarm.lost
        is_echo = self._is_echo(change)
        if self._is_overtaken(change, is_active) or (is_echo and is_active and change.cause == "limit_worse"):
            self._done(receipts)
        elif is_echo and is_active is (change.condition is Condition.NORMAL):
            self._hold(change, receipts, SETTLE_MS)
        elif self._may_be_known(change, alarm):
            stream = self._last_of(change.point)
            self._asked[stream] = change.point
            self._hold(change, receipts, SETTLE_MS, stream)
            self._ask(LIVE, stream)
        else:
            self._release(change, receipts)

    def newest(self, point: PointId) -> ConditionChanged | None:
        """What we have heard of a point last, as long as there is, or was just now, an alarm of it."""
        return self._newest.get(point)

    def told(self, told: Told) -> bool:
        """The story of a last episode; whether it was for us."""
        point = self._asked.pop(told.stream, None) if told.domain == LIVE else None
        held = self._held.get(point) if point is not None else None
        if point is not None and held is not None and held.stream == told.stream:
            newest = max((_source_ms(record) for record in told.entries), default=0)
            self._settle(point, is_known=newest >= held.change.source_ms)
        return point is not None

    # ---- inside ----

    def _note(self, change: ConditionChanged) -> None:
        if change.condition is Condition.ACTIVE or self._alarm_at(change.point) is not None:
            self._newest[change.point] = change
        else:
            self._newest.pop(change.point, None)

    def _is_echo(self, change: ConditionChanged) -> bool:
        told_ms = self._told.get((change.point, change.condition))
        return told_ms is not None and self._now() - told_ms < ECHO_MS

    def _is_overtaken(self, change: ConditionChanged, is_active: bool) -> bool:
        """An old "normal" does not clear what another console heard since."""
        raised_ms = self._raised.get(change.point, 0)
        return is_active and change.condition is Condition.NORMAL and _is_late(change) and change.source_ms < raised_ms

    def _may_be_known(self, change: ConditionChanged, alarm: Alarm | None) -> bool:
        is_raise = change.condition is Condition.ACTIVE and alarm is None and _is_late(change)
        return is_raise and bool(self._last_of(change.point))

    def _hold(self, change: ConditionChanged, receipts: Sequence[int], ms: int, stream: str = "") -> None:
        deadline = self._clock.after(ms, lambda: self._settle(change.point))
        self._held[change.point] = _Held(change, tuple(receipts), deadline, stream)

    def _settle(self, point: PointId, *, is_known: bool = False) -> None:
        """Decide what is held, or be done with it because the journal has it; then what came behind it, in order."""
        held = self._held.pop(point, None)
        if held is None:
            return
        held.deadline.cancel()
        if is_known:
            self._done(held.receipts)
        else:
            self._release(held.change, held.receipts)
        for change, receipts in held.behind:
            self.take(change, receipts)

    def _now(self) -> int:
        return self._clock.monotonic_ns() // 1_000_000


def _is_late(change: ConditionChanged) -> bool:
    return change.received_ms - change.source_ms > LATE_MS


def _source_ms(record: Recorded) -> int:
    """The device's own time of what it said, 0 for anything else."""
    source_ms = record.entry.data.get("source_ms")
    return source_ms if record.entry.kind in SAYS and isinstance(source_ms, int) else 0
