"""A recorded time: samples go through the console's own rules into a journal, while people answer; then it is read."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from console.alarms import Alarms, Outcome, Raised
from console.clock import FakeClock
from console.config.schema import Limits, SignalConfig, SourceConfig
from console.delays import Delays
from console.journal import Entry
from console.model import LIVE, AlarmId, By, ConditionChanged, Point, PointId, Reading, State, point_id
from console.performance.audit import Matter, read_stories
from console.performance.record import Story
from console.rules import Conditions
from console.trends.series import Samples, samples

START = 1_795_132_800_000  # a full ten minutes
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
LI = By("li", "desk-1")
PUMP, OTHER = point_id("site", "pump-1", "water_pressure"), point_id("site", "pump-2", "water_pressure")
PRE = point_id("site", "hall", "pre_alarm")
LEAK = point_id("site", "cellar", "water_leak")
DOOR, SMOKE = point_id("site", "door-1", "fire_door_open"), point_id("site", "hall", "smoke")
POINTS = (
    Point(PUMP, "一号泵", "Pump 1", "water_pressure"), Point(OTHER, "二号泵", "Pump 2", "water_pressure"),
    Point(DOOR, "防火门", "Fire door", "fire_door_open"), Point(SMOKE, "大厅烟感", "Smoke, hall", "smoke"),
)  # fmt: skip
PRESSURE = SignalConfig("water_pressure", alarm_class="S", limits=Limits(lolo=0.05, lo=0.14, hysteresis=0.005))
SOURCES = (SourceConfig("site", "site", signals=(PRESSURE, SignalConfig())),)


class Past:
    """What happened, in order of time; `sources` are the rules in use."""

    def __init__(self, sources: tuple[SourceConfig, ...] = SOURCES, start_ms: int = START) -> None:
        self.sources, self.start_ms = sources, start_ms
        self.clock = FakeClock(start_ms)
        self.entries: list[Entry] = []
        self.measured: dict[PointId, list[tuple[int, float]]] = {}
        self._conditions = Conditions(sources, POINTS)
        self._delays = Delays(self.clock, self._decide)
        self.alarms = Alarms(self.clock, self._append)
        self.answer: Callable[[AlarmId], None] = self.acknowledge_after(5_000)

    # ---- what happens ----

    def measure(self, point: PointId, at_ms: int, value: float | bool) -> None:
        """The point says this so long after the start; who answers does so in between."""
        self.clock.advance(max(0, self.start_ms + at_ms - self.clock.now_ms()))
        self.measured.setdefault(point, []).append((self.start_ms + at_ms, float(value)))
        source, _, rest = point.partition("/")
        device, _, kind = rest.partition("#")
        now, is_flag = self.clock.now_ms(), isinstance(value, bool)
        state = (State.ALARM if value else State.NORMAL) if is_flag else State.READING
        for change in self._conditions.apply(Reading(source, device, kind, value, None, state, now, now)):
            self._delays.take(change)

    def noise(self, point: PointId, at_ms: int, values: Sequence[float], every_ms: int = 1_000) -> None:
        for number, value in enumerate(values):
            self.measure(point, at_ms + number * every_ms, value)

    def append(self, entry: Entry) -> None:
        self.entries.append(entry)

    def acknowledge_after(self, ms: int) -> Callable[[AlarmId], None]:
        return lambda alarm: self.clock.after(ms, lambda: self.acknowledge(alarm)) and None

    def acknowledge(self, alarm: AlarmId, by: By = LI) -> None:
        found = self.alarms.get(alarm)
        if found is not None and found.acknowledged is None:
            self.alarms.acknowledge(alarm, by)

    def reset(self, alarm: AlarmId, outcome: Outcome) -> None:
        self.alarms.reset(alarm, LI, outcome)

    def _decide(self, change: ConditionChanged, receipts: Sequence[int]) -> None:
        facts = self.alarms.condition(change, receipts)
        alarm = self.alarms.of(change.point)
        if alarm is not None and any(isinstance(fact, Raised) for fact in facts):
            self.answer(alarm.id)

    def _append(self, entries: Sequence[Entry], _receipts: Sequence[int]) -> None:
        self.entries += entries

    # ---- what is read of it ----

    def pass_until(self, at_ms: int) -> None:
        self.clock.advance(max(0, self.start_ms + at_ms - self.clock.now_ms()))

    def stories(self) -> tuple[Story, ...]:
        return read_stories(self.entries, (), lambda _stream: ())

    def samples(self, point: PointId, start_ms: int, end_ms: int) -> Samples:
        found = [(t_ms, value) for t_ms, value in self.measured.get(point, ()) if start_ms <= t_ms <= end_ms]
        return samples([t_ms for t_ms, _ in found], [value for _, value in found])

    def matter(self) -> Matter:
        now = self.clock.now_ms()
        return Matter("Test park", self.start_ms, now, self.start_ms, self.sources, POINTS)


def incident(alarm: AlarmId, number: int = 1, disposition: str = "") -> list[Entry]:
    """An incident of this alarm; with a disposition it is closed."""
    stream = f"incident/E/{number}"
    found = [Entry(LIVE, stream, 1, "IncidentAlarmLinked", START, LI, {"alarm": alarm})]
    if disposition:
        found.append(Entry(LIVE, stream, 2, "IncidentClosed", START, LI, {"disposition": disposition}))
    return found


def restless(limit: float = 0.14, seconds: int = 120, seed: int = 1, swing: float = 0.012) -> list[float]:
    """A pressure that stays near its limit: over and under it, second by second."""
    dice = random.Random(seed)
    return [round(limit + dice.uniform(-swing, swing), 4) for _ in range(seconds)]


def noisy_week(days: int = 2, start_ms: int = START) -> Past:
    """Pump 1 chatters twice a day, a door flaps, a real loss of pressure, a fire; people answer within seconds."""
    past = Past(start_ms=start_ms)
    for day in range(days):
        begin = day * DAY
        for hour in (2, 14):
            past.measure(PUMP, begin + hour * HOUR - MINUTE, 0.30)
            past.noise(PUMP, begin + hour * HOUR, restless(seed=day * 24 + hour))
            past.measure(PUMP, begin + hour * HOUR + 5 * MINUTE, 0.30)
        for minute in range(15):
            past.measure(DOOR, begin + 16 * HOUR + minute * MINUTE, True)
            past.measure(DOOR, begin + 16 * HOUR + minute * MINUTE + 9_000, False)
    past.measure(OTHER, days * DAY, 0.30)
    past.noise(OTHER, days * DAY + MINUTE, [0.13] * 600)
    past.measure(OTHER, days * DAY + 20 * MINUTE, 0.30)
    past.measure(SMOKE, days * DAY + 30 * MINUTE, True)
    past.measure(SMOKE, days * DAY + 31 * MINUTE, False)
    past.entries += incident(AlarmId(f"{OTHER}/1"))
    past.pass_until(days * DAY + HOUR)
    return past
