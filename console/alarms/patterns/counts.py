"""So many alarms within so long in one area are an alarm of their own, until none has come for as long. Desk thread.

Counted is by the devices' own time: what a broker kept for an hour did not happen at once. What was raised on test, or
out of service, does not count.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable
from functools import partial

from console.alarms.board import Board
from console.alarms.clocks import Clocks
from console.alarms.facts import Raised
from console.alarms.marks import Aside
from console.areas import Find, is_about, key_of, made_by
from console.clock import Clock
from console.config.patterns import CountConfig
from console.model import COUNTED, AlarmClass, AlarmId, Condition, ConditionChanged, Domain, PointId
from console.model.ids import in_domain

NOT_COUNTED = frozenset({Aside.ON_TEST.value, Aside.OUT_OF_SERVICE.value})
MACHINE_CAUSES = frozenset({"limit_worse"})  # the same occurrence, graver

Tell = Callable[[ConditionChanged], None]
Came = tuple[int, AlarmId]  # when, by the device, epoch ms; which alarm


class Counts:
    """`tell` takes what a rule says."""

    def __init__(
        self, clock: Clock, domain: Domain, rules: Iterable[CountConfig], board: Board, find: Find, tell: Tell
    ) -> None:
        self._clock = clock
        self._domain = domain
        self._rules = tuple(rules)
        self._board = board
        self._find = find
        self._tell = tell
        self._came: dict[PointId, list[Came]] = {}  # in the window of each area, at most as many as are asked for
        self._rule_of: dict[PointId, CountConfig] = {}
        self._ends = Clocks(clock, partial(self._judge, is_past=True))

    @property
    def longest_ms(self) -> int:
        """How far back raises matter."""
        return max((round(rule.within_s * 1000) for rule in self._rules), default=0)

    def raised(self, alarm: AlarmId, fact: Raised, is_past: bool = False) -> None:
        """An alarm was raised; `is_past`: before we started, and what it means is judged by `settle`."""
        if fact.aside in NOT_COUNTED or fact.cause in MACHINE_CAUSES:
            return
        for rule in self._rules:
            made = self._made(rule, fact)
            if made is not None:
                self._note(made, rule, (fact.source_ms, alarm))
                if not is_past:
                    self._judge(made)

    def settle(self) -> None:
        """Everything of the past is known: what stands, stands on; what ended while we were away ends."""
        for made in tuple(self._came):
            self._judge(made, is_past=True)

    def knows(self, point: PointId) -> bool:
        """Whether it speaks for this point of a rule, and will end its alarm."""
        return point in self._came

    # ---- inside ----

    def _made(self, rule: CountConfig, fact: Raised) -> PointId | None:
        """The point of the area it counts in; None: it does not count by this rule."""
        if not is_about(rule, fact.point, fact.kind):
            return None
        key = key_of(rule.area, fact.point, self._find(fact.point))
        return in_domain(made_by(rule, key), self._domain) if key is not None else None

    def _note(self, made: PointId, rule: CountConfig, came: Came) -> None:
        self._rule_of[made] = rule
        times = self._came.setdefault(made, [])
        bisect.insort(times, came)
        oldest_ms = times[-1][0] - round(rule.within_s * 1000)
        self._came[made] = [each for each in times if each[0] > oldest_ms][-rule.count :]

    def _judge(self, made: PointId, is_past: bool = False) -> None:
        """What comes so late that it is over already is told all the same: somebody has to see it."""
        rule, times = self._rule_of[made], self._came[made]
        alarm = self._board.of(made)
        is_active = alarm is not None and alarm.is_active
        ends_ms = times[-1][0] + round(rule.within_s * 1000)
        now = self._clock.now_ms()
        is_over, is_enough = ends_ms <= now, len(times) >= rule.count
        self._ends.set(made, now + round(rule.within_s * 1000) if is_over else ends_ms)
        if not is_active and is_enough and not (is_over and is_past):
            self._tell(self._change(made, rule, times, Condition.ACTIVE))
            is_active = True
        if is_over and (is_active or is_past):
            self._forget(made)
        if is_over and is_active:
            self._tell(self._change(made, rule, times, Condition.NORMAL))

    def _forget(self, made: PointId) -> None:
        self._ends.set(made, None)
        del self._came[made], self._rule_of[made]

    def _change(self, made: PointId, rule: CountConfig, times: list[Came], condition: Condition) -> ConditionChanged:
        now = self._clock.now_ms()
        return ConditionChanged(
            point=made, alarm_class=AlarmClass(rule.alarm_class), kind=rule.kind, condition=condition, cause=COUNTED,
            source_ms=times[-1][0], received_ms=now, count=rule.count, within_ms=round(rule.within_s * 1000),
            red=rule.alarm_class == AlarmClass.WARNING, rule=rule.name, because=tuple(alarm for _, alarm in times),
        )  # fmt: skip
