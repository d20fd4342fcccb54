"""When an alarm sounds otherwise though nothing happens to it: a verify clock that ends, a reminder. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from console.alarms import Alarm
from console.clock import Clock, Deadline
from console.model import AlarmClass, AlarmId

TICKS_MS = 15_000  # of a verify clock
MINUTE_MS = 60_000
REMIND_MS = {AlarmClass.FIRE: 10 * MINUTE_MS, AlarmClass.PRE: 10 * MINUTE_MS, AlarmClass.HAZARD: 30 * MINUTE_MS}


def is_ticking(alarm: Alarm, now_ms: int) -> bool:
    """Whether its verify clock is in its last seconds."""
    return alarm.aside is None and alarm.verify.is_running and alarm.verify.until_ms - now_ms <= TICKS_MS


class Prompts:
    """`look` is called when an alarm has to be looked at again, `remind` when nobody has minded it for long."""

    def __init__(self, clock: Clock, look: Callable[[AlarmId], None], remind: Callable[[AlarmId, int], None]) -> None:
        self._clock = clock
        self._look = look
        self._remind = remind
        self._ticks: dict[AlarmId, tuple[int, Deadline]] = {}
        self._reminders: dict[AlarmId, tuple[int, Deadline]] = {}

    def see(self, alarm: Alarm) -> None:
        """The alarm is new or has changed."""
        now, name = self._clock.now_ms(), alarm.id
        ticks_ms = alarm.verify.until_ms - TICKS_MS if alarm.verify.is_running and alarm.aside is None else 0
        self._arm(self._ticks, name, ticks_ms if ticks_ms > now else 0, partial(self._look, name))
        since, every = self._minded_ms(alarm), REMIND_MS.get(alarm.alarm_class, 0)
        due = since + every * (max(0, now - since) // every + 1) if since and every else 0
        self._arm(self._reminders, name, due, partial(self._due, alarm, due))

    def forget(self, alarm: AlarmId) -> None:
        for armed in (self._ticks, self._reminders):
            self._arm(armed, alarm, 0, lambda: None)

    def _minded_ms(self, alarm: Alarm) -> int:
        """When somebody last did something about an alarm that is seen and still active; 0: nobody is reminded."""
        if alarm.acknowledged is None or alarm.aside is not None or not alarm.is_active:
            return 0
        return max(alarm.acknowledged.at_ms, alarm.minded_ms)

    def _due(self, alarm: Alarm, due_ms: int) -> None:
        del self._reminders[alarm.id]
        self._remind(alarm.id, due_ms)
        self.see(alarm)

    def _arm(
        self, armed: dict[AlarmId, tuple[int, Deadline]], alarm: AlarmId, due_ms: int, call: Callable[[], None]
    ) -> None:
        """One deadline for each; the same one again is left as it is."""
        before = armed.get(alarm)
        if before is not None and before[0] == due_ms:
            return
        if before is not None:
            before[1].cancel()
            del armed[alarm]
        if due_ms:
            armed[alarm] = (due_ms, self._clock.after(due_ms - self._clock.now_ms(), call))
