"""The clocks of one alarm, pure: when something is due next, and what follows when that time has come."""

from __future__ import annotations

from console.alarms.alarm import Alarm
from console.alarms.classes import ESCALATION_MS, EVERYWHERE, STALE_MS, UNSEEN_MS, Rule
from console.alarms.facts import Escalated, Fact, Unacknowledged, Unshelved, UnshelvedBy, VerifyExpired
from console.alarms.marks import Reopening


def due_ms(alarm: Alarm, rule: Rule, is_minded: bool = False) -> int | None:
    """When something of this alarm is due next, epoch ms; None: nothing ever, unless it changes."""
    times = (_verify_ms(alarm), _shelf_ms(alarm), _escalation_ms(alarm, rule), _stale_ms(alarm))
    decay = None if is_minded else decay_ms(alarm, rule)
    return min((time for time in (*times, decay) if time is not None), default=None)


def passed(alarm: Alarm, rule: Rule, now_ms: int, is_minded: bool) -> tuple[Fact, ...]:
    """What is due by now, in order."""
    facts: list[Fact] = []
    if _is_over(_verify_ms(alarm), now_ms):
        facts.append(VerifyExpired())
    if _is_over(_shelf_ms(alarm), now_ms):
        facts += [Unshelved(UnshelvedBy.TIMER), Unacknowledged(Reopening.SHELF_ENDED, _verify_again(rule, now_ms))]
    elif not is_minded and _is_over(decay_ms(alarm, rule), now_ms):
        facts.append(Unacknowledged(Reopening.DECAY))
    return (*facts, *_escalations(alarm, rule, now_ms))


def decay_ms(alarm: Alarm, rule: Rule) -> int | None:
    """When the acknowledgement wears off for want of any act; None: it does not."""
    if not rule.decay_ms or alarm.acknowledged is None or alarm.aside is not None:
        return None
    waits_for_reset = not alarm.is_active and not alarm.lost and alarm.verify.outcome is not None
    return None if waits_for_reset else alarm.minded_ms + rule.decay_ms


def is_stale(alarm: Alarm, now_ms: int) -> bool:
    """Whether it has stood for more than a day."""
    return alarm.is_active and now_ms >= alarm.last.raised_ms + STALE_MS


def _is_over(time_ms: int | None, now_ms: int) -> bool:
    return time_ms is not None and time_ms <= now_ms


def _verify_ms(alarm: Alarm) -> int | None:
    """A test needs nobody to look; what a person or a rule put aside is looked at when it comes back."""
    return alarm.verify.until_ms if alarm.verify.is_running and alarm.aside is None else None


def _verify_again(rule: Rule, now_ms: int) -> int:
    return now_ms + rule.verify_ms if rule.verify_ms else 0


def _shelf_ms(alarm: Alarm) -> int | None:
    return alarm.shelved.until_ms if alarm.shelved is not None else None


def _stale_ms(alarm: Alarm) -> int | None:
    return alarm.last.raised_ms + STALE_MS if alarm.is_active and not alarm.is_stale else None


def _unseen_ms(alarm: Alarm) -> int | None:
    """When it has been on no screen for so long that every position has to know."""
    if alarm.displayed_ms or alarm.escalation >= EVERYWHERE:
        return None
    return max(alarm.owed_ms, alarm.last.raised_ms) + UNSEEN_MS


def _escalation_ms(alarm: Alarm, rule: Rule) -> int | None:
    if not rule.escalates or not alarm.is_owed or alarm.escalation >= len(ESCALATION_MS):
        return None
    next_ms = alarm.owed_ms + ESCALATION_MS[alarm.escalation]
    unseen_ms = _unseen_ms(alarm)
    return next_ms if unseen_ms is None else min(next_ms, unseen_ms)


def _escalations(alarm: Alarm, rule: Rule, now_ms: int) -> tuple[Fact, ...]:
    """Every step whose time has come; two at once when no screen shows the alarm."""
    if not rule.escalates or not alarm.is_owed:
        return ()
    level = sum(alarm.owed_ms + after <= now_ms for after in ESCALATION_MS)
    unseen = level < EVERYWHERE and _is_over(_unseen_ms(alarm), now_ms)
    if unseen:
        return (Escalated(EVERYWHERE, unseen=True),)
    return tuple(Escalated(step) for step in range(alarm.escalation + 1, level + 1))
