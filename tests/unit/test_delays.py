"""What waits before it is an alarm: for a time, or until it has come often enough; nothing of it is lost."""

from __future__ import annotations

from collections.abc import Sequence

from console.clock import FakeClock
from console.delays import Delays
from console.model import AlarmClass, Condition, ConditionChanged, PointId

PUMP = PointId("site/pump#water_pressure")
ACTIVE, NORMAL, UNKNOWN = Condition.ACTIVE, Condition.NORMAL, Condition.UNKNOWN


class Pump:
    """A signal that is an alarm when it stands for 10 s (0: never by time), or comes three times within 60 s."""

    def __init__(self, delay_s: float = 10, count: int = 3) -> None:
        self.clock = FakeClock()
        self.delays = Delays(self.clock, self._decided)
        self._delay_ms, self._count = round(delay_s * 1000), count
        self.decided: list[tuple[float, Condition]] = []
        self.receipts: list[int] = []
        self.causes: list[str] = []
        self._start_ms = self.clock.now_ms()

    def says(self, at_s: float, condition: Condition, receipt: int = 0, received_s: float | None = None) -> None:
        self.clock.advance(round(at_s * 1000) - (self.clock.now_ms() - self._start_ms))
        received = self._start_ms + round((at_s if received_s is None else received_s) * 1000)
        change = ConditionChanged(
            PUMP, AlarmClass.SUPERVISORY, "water_pressure", condition, "limit_low", received, received,
            delay_ms=self._delay_ms if condition is ACTIVE else 0, count=self._count, within_ms=60_000,
        )  # fmt: skip
        self.delays.take(change, (receipt,) if receipt else ())

    def waits_until(self, at_s: float) -> None:
        self.clock.advance(round(at_s * 1000) - (self.clock.now_ms() - self._start_ms))

    def _decided(self, change: ConditionChanged, receipts: Sequence[int]) -> None:
        self.causes.append(change.cause)
        self.decided.append(((self.clock.now_ms() - self._start_ms) / 1000, change.condition))
        self.receipts += receipts


def test_it_is_an_alarm_when_it_stands_for_the_whole_delay() -> None:
    pump = Pump()
    pump.says(0, ACTIVE, 1)
    pump.waits_until(9.9)
    assert pump.decided == []
    pump.waits_until(10)
    assert pump.decided == [(10, ACTIVE)] and pump.receipts == [1]


def test_it_is_an_alarm_at_its_third_time_within_a_minute_however_short_each_was() -> None:
    pump = Pump()
    for number, at_s in enumerate((0, 15, 30)):
        pump.says(at_s, ACTIVE, 2 * number + 1)
        pump.says(at_s + 2, NORMAL, 2 * number + 2)
    assert pump.decided[0] == (30, ACTIVE) and sorted(pump.receipts) == [1, 2, 3, 4, 5, 6]
    assert pump.decided[1:] == [(32, NORMAL)]
    assert pump.causes == ["count", "limit_low"]


def test_times_that_are_further_apart_do_not_count_together() -> None:
    pump = Pump()
    for at_s in (0, 40, 80, 120):
        pump.says(at_s, ACTIVE)
        pump.says(at_s + 2, NORMAL)
    assert [condition for _, condition in pump.decided if condition is ACTIVE] == []


def test_where_only_the_count_decides_nothing_is_an_alarm_by_standing() -> None:
    pump = Pump(delay_s=0)
    pump.says(0, ACTIVE)
    pump.waits_until(3_600)
    assert pump.decided == [] and len(pump.delays) == 1
    pump.says(3_600, NORMAL)
    pump.says(3_601, ACTIVE)
    pump.says(3_602, NORMAL)
    pump.says(3_603, ACTIVE)
    pump.says(3_604, NORMAL)
    pump.says(3_605, ACTIVE)
    assert pump.decided == [(3_600, NORMAL), (3_605, ACTIVE)]


def test_receipts_of_what_still_counts_are_handled_only_when_it_counts_no_more() -> None:
    pump = Pump()
    pump.says(0, ACTIVE, 1)
    pump.says(2, NORMAL, 2)
    pump.waits_until(59)
    assert pump.receipts == []
    pump.waits_until(60)
    assert pump.receipts == [1, 2] and pump.decided == [(60, NORMAL)]


def test_after_a_restart_what_is_fed_again_counts_from_when_it_had_come() -> None:
    before = Pump()
    before.says(0, ACTIVE, 1)
    before.says(2, NORMAL, 2)
    before.says(10, ACTIVE, 3)
    before.says(12, NORMAL, 4)
    assert before.receipts == []  # a kill here: all four are fed again
    after = Pump()
    for receipt, (received_s, condition) in enumerate(((0, ACTIVE), (2, NORMAL), (10, ACTIVE), (12, NORMAL)), 1):
        after.says(20, condition, receipt, received_s)
    after.says(30, ACTIVE, 5)
    assert after.decided == [(30, ACTIVE)] and after.receipts == [1, 2, 3, 4, 5]


def test_a_lost_source_is_told_once_nothing_counts_any_more() -> None:
    pump = Pump()
    pump.says(0, ACTIVE, 1)
    pump.says(1, UNKNOWN, 2)
    pump.waits_until(120)
    assert pump.decided == [(60, UNKNOWN)] and pump.receipts == [1, 2]
